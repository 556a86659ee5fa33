import { aspect, entry, policy, scheme } from '../../../test/support/scoring-examples.js';
import { explainPlacing } from './explain.js';
import type { ExplainStep } from './explanation.js';
import { placeEntries } from './placing.js';
import { readPolicy } from './policy-reading.js';

const tree = scheme(
  aspect('A1.1', 'measurement', '1.50', { calculation: { type: 'NUMBER_COMPLETED', possible: '4' } }),
  aspect('A1.2', 'judgement', '2.00'),
);
const scores = (completed: number, ...judges: number[]) =>
  new Map([
    ['A1.1', [completed]],
    ['A1.2', judges],
  ]);
const steps = (list: ExplainStep[] | undefined): string[] =>
  (list ?? []).map((one) => `${one.step} ${one.output}`);
const step = (list: ExplainStep[] | undefined, name: string): ExplainStep | undefined =>
  list?.find((one) => one.step === name);
const input = (one: ExplainStep | undefined, name: string): string | undefined =>
  one?.inputs.find((given) => given.name === name)?.value;

describe('an explanation', () => {
  const ranking = placeEntries({
    policy: policy('worldskills-2026'),
    scheme: tree,
    entries: [
      entry('Li', null, {
        delegation: 'CN',
        scores: scores(3, 2, 3, 2),
        deductions: [{ hundredths: 25, reason: '迟到' }],
      }),
      entry('Kim', null, { delegation: 'KR', scores: scores(2, 1, 1, 1) }),
      entry('Roy', null, { delegation: 'FR', scores: scores(4, 0, 0, 0) }),
    ],
  });
  const list = explainPlacing(ranking, 'Li')?.steps;

  it('goes from what was entered to the award, step by step', () =>
    expect(steps(list)).toEqual([
      'aspect 1.13',
      'aspect 1.56',
      'subCriterion 2.69',
      'criterion 2.69',
      'deduction -0.25',
      'total 2.44',
      'scale 938',
      'position 1',
      'rank 1',
      'award gold',
      'bestOfDelegation bestOfDelegation',
      'albertVidal albertVidal',
    ]));

  it('shows what each step took in', () => {
    expect(list?.[0]?.inputs).toEqual([
      { name: 'entered', value: '3' },
      { name: 'calculation', value: 'NUMBER_COMPLETED' },
      { name: 'exact', value: '1.125' },
    ]);
    expect(list?.[1]?.inputs).toEqual([
      { name: 'entered', value: '2, 3, 2' },
      { name: 'mean', value: '2.3333' },
      { name: 'exact', value: '1.5556' },
    ]);
    expect(input(step(list, 'scale'), 'median')).toBe('1.5');
    expect(input(step(list, 'scale'), 'mad')).toBe('0.08');
    expect(input(step(list, 'award'), 'gold')).toBe('rank 1–1 (scaledScore ≥ 700)');
  });

  it('cites the clause that each step applies', () => {
    expect(list?.map((one) => one.clause.id)).toEqual([
      'measurement',
      'worldskills-judgement',
      'rounding-per-aspect',
      'only-aspects-carry-marks',
      'deductions-from-total',
      'deductions-from-total',
      'worldskills-scale',
      'worldskills-rank',
      'worldskills-rank',
      'worldskills-medals',
      'best-of-nation',
      'albert-vidal',
    ]);
  });

  it('is not there for an entry that is not', () => expect(explainPlacing(ranking, 'Nobody')).toBeNull());

  it('says why nothing was won', () => {
    const award = step(explainPlacing(ranking, 'Kim')?.steps, 'award');
    expect(award).toMatchObject({ output: null });
    expect(input(award, 'excellence')).toBe('scaledScore ≥ 700');
  });

  it('cites our own rule, graded as design, where the scale is undefined', () => {
    const equal = placeEntries({
      policy: policy('worldskills-2026'),
      entries: [entry('A', '50'), entry('B', '50')],
    });
    expect(step(explainPlacing(equal, 'A')?.steps, 'scale')?.clause).toMatchObject({
      id: 'scale-degenerate',
      grade: 'design',
    });
  });

  it('shows each tie-break as it went, and the ruling with who and why', () => {
    const parts = new Map([['practice', 6000]]);
    const tied = placeEntries({
      policy: policy('national-2020'),
      entries: [entry('A', '80', { parts }), entry('B', '80', { parts })],
      rulings: [{ entries: ['B', 'A'], by: '裁判长 王工', reason: '完成度' }],
    });
    const ruled = explainPlacing(tied, 'A')?.steps;
    expect(steps(ruled)).toEqual([
      'totalGiven 80.00',
      'total 80.00',
      'tieBreak equal',
      'tieBreak absent',
      'ruling 2',
      'position 2',
      'rank 2',
      'award silver',
    ]);
    expect(input(step(ruled, 'ruling'), 'by')).toBe('裁判长 王工');
  });

  it('shows weighted parts', () => {
    const weighted = placeEntries({
      policy: readPolicy({
        name: '市赛',
        basedOn: 'prizes-by-percentage',
        parts: [
          { name: 'theory', weight: '20' },
          { name: 'practice', weight: '80' },
        ],
      }),
      entries: [
        entry('A', null, {
          parts: new Map([
            ['theory', 9000],
            ['practice', 8000],
          ]),
        }),
      ],
    });
    const sum = step(explainPlacing(weighted, 'A')?.steps, 'weightedParts');
    expect(sum).toMatchObject({
      output: '82.00',
      inputs: [{ value: '90.00 × 20.00 %' }, { value: '80.00 × 80.00 %' }],
    });
  });

  it('stops at the status of an entry that is not placed', () => {
    const absent = placeEntries({
      policy: policy('national-2020'),
      entries: [entry('A', null, { status: 'absent' })],
    });
    expect(explainPlacing(absent, 'A')?.steps).toMatchObject([
      { step: 'status', output: null, clause: { id: 'only-those-who-competed' } },
    ]);
  });

  it('stops at the total where marks are missing, naming what is open', () => {
    const open = placeEntries({
      policy: policy('worldskills-2026'),
      scheme: tree,
      entries: [entry('A', null, { scores: scores(3, 0, 3, 1) })],
    });
    const list = explainPlacing(open, 'A')?.steps;
    expect(list?.at(-1)).toMatchObject({ step: 'total', output: null });
    expect(input(list?.at(-1), 'spread')).toBe('A1.2');
  });
});
