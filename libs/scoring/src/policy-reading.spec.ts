import { namedPolicy, POLICY_NAMES } from './named-policies.js';
import { TRIMMED_MEAN_OF_FIVE } from './panel-rule.js';
import type { Policy } from './policy.js';
import { readPolicy } from './policy-reading.js';

describe('the policies that ship', () => {
  it('are four', () =>
    expect(POLICY_NAMES).toEqual([
      'worldskills-2026',
      'national-2020',
      'prizes-by-rank',
      'prizes-by-percentage',
    ]));

  it.each([...POLICY_NAMES])('%s reads back from its own JSON unchanged', (name) => {
    const policy = namedPolicy(name) as Policy;
    const complete = { ...(JSON.parse(JSON.stringify(policy)) as object), name: 'a copy' };
    expect(readPolicy(complete)).toEqual({ ...policy, name: 'a copy' });
  });

  it.each([...POLICY_NAMES])(
    '%s cites a clause in both languages, with a source and a grade, for every rule',
    (name) => {
      const clauses: unknown[] = [];
      JSON.stringify(namedPolicy(name), (key, value: unknown) => {
        if (key === 'clause') clauses.push(value);
        return value;
      });
      expect(clauses.length).toBeGreaterThan(8);
      for (const clause of clauses)
        expect(clause).toMatchObject({
          text: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) },
          source: expect.stringMatching(/./),
          grade: expect.stringMatching(/^(verified|verified-unofficial|recalled|design)$/),
        });
    },
  );
});

describe('reading a policy', () => {
  it('takes a name', () => expect(readPolicy('national-2020')).toBe(namedPolicy('national-2020')));

  it('takes an object named like one that ships and replaces only what it gives', () => {
    const policy = readPolicy({ name: 'national-2020', rounding: 'total', bestOfDelegation: false });
    expect(policy).toEqual({
      ...namedPolicy('national-2020'),
      rounding: { stage: 'total', clause: expect.objectContaining({ id: 'uncited', grade: 'design' }) },
      bestOfDelegation: null,
    });
  });

  it('takes a name of its own based on one that ships, with short forms', () => {
    const policy = readPolicy({
      name: '某市2021',
      basedOn: 'prizes-by-rank',
      scale: 'median700',
      judgement: 'trimmed-mean-of-five',
      rank: 'competition',
      parts: [
        { name: 'theory', weight: '30' },
        { name: 'practice', weight: '70' },
      ],
      statuses: { retired: { inField: true } },
      tieBreaks: [{ by: 'part', part: 'practice' }, { by: 'time' }, { by: 'criterion', order: ['B', 'A'] }],
      awards: [
        {
          kind: 'ranks',
          award: 'firstPrize',
          from: 1,
          to: 3,
          clause: { id: '第十条', year: 2021, text: '前三名' },
        },
        { kind: 'percentages', rounding: 'floor', prizes: [{ award: 'thirdPrize', percent: '30' }] },
      ],
    });
    expect(policy).toMatchObject({
      name: '某市2021',
      scale: { kind: 'median', base: 700, factor: 30, madConstantTenThousandths: 14_826 },
      judgement: { panel: TRIMMED_MEAN_OF_FIVE },
      rank: { kind: 'competition' },
      parts: {
        missing: 'unmarked',
        weights: [{ weightHundredths: 3000 }, { weightHundredths: 7000, criteria: [] }],
      },
      statuses: { retired: { placed: false, inScale: false, inField: true }, absent: { inField: false } },
      awards: [
        {
          minimumScaledScore: null,
          clause: { id: '第十条', year: 2021, text: { zh: '前三名', en: '前三名' } },
        },
        { prizes: [{ percentHundredths: 3000 }] },
      ],
    });
  });

  it.each([
    ['score.policy-missing', undefined],
    ['score.policy-missing', null],
    ['score.policy-unknown', 'worldskills-2030'],
    ['score.policy-unknown', '__proto__'],
    ['score.policy-unknown', { name: 'x', basedOn: 'y' }],
    ['score.policy-incomplete', { name: 'x' }],
    ['score.bad-type', 7],
    ['score.bad-type', []],
    ['score.bad-type', { basedOn: 'national-2020' }],
    ['score.unknown-field', { name: 'national-2020', tiebreaks: [] }],
    ['score.bad-type', { name: 'national-2020', rank: 'olympic' }],
    ['score.bad-type', { name: 'national-2020', tieBreaks: [{ by: 'chance' }] }],
    ['score.bad-type', { name: 'national-2020', awards: [{ kind: 'ranks', award: 'gold', from: 3, to: 1 }] }],
    [
      'score.bad-type',
      { name: 'national-2020', awards: [{ kind: 'ranks', award: '__proto__', from: 1, to: 1 }] },
    ],
    ['score.bad-type', { name: 'national-2020', scale: { kind: 'median', factor: 1.5 } }],
    ['score.bad-type', { name: 'national-2020', scale: { kind: 'median', madConstantTenThousandths: 0 } }],
    [
      'score.bad-type',
      { name: 'national-2020', judgement: { panel: { judges: 3, dropHighest: 2, dropLowest: 1 } } },
    ],
    ['score.weights-not-100', { name: 'national-2020', parts: [{ name: 'theory', weight: '20' }] }],
    [
      'score.doubled-name',
      {
        name: 'national-2020',
        parts: [
          { name: 'a', weight: '50' },
          { name: 'a', weight: '50' },
        ],
      },
    ],
  ])('refuses with %s: %j', (code, value) =>
    expect(() => readPolicy(value)).toThrow(expect.objectContaining({ name: 'ScoringError', code })),
  );

  it('says which names there are', () =>
    expect(() => readPolicy('worldskill-2026')).toThrow(/worldskills-2026, national-2020, prizes-by-rank/));
});
