import { aspect, entry, policy, scheme } from '../../../test/support/scoring-examples.js';
import { entryTotal } from './entry-total.js';
import { placeEntries } from './placing.js';
import type { Policy } from './policy.js';
import { readPolicy } from './policy-reading.js';
import { formTotal } from './scheme-total.js';

const base = policy('worldskills-2026');
const stage = (name: Policy['rounding']['stage']): Policy => ({
  ...base,
  rounding: { ...base.rounding, stage: name },
});

describe('a total from parts', () => {
  const thirtySeventy = readPolicy({
    name: '区赛',
    basedOn: 'national-2020',
    parts: [
      { name: 'theory', weight: '30' },
      { name: 'practice', weight: '70.00' },
    ],
  });

  it('is their weighted sum, rounded once', () => {
    const parts = new Map([
      ['theory', 8333],
      ['practice', 7777],
    ]);
    // 24.999 + 54.439 = 79.438
    expect(entryTotal(entry('A', null, { parts }), null, thirtySeventy)).toMatchObject({
      totalHundredths: 7944,
      from: 'parts',
    });
  });

  it('rounds an exact half up: 30 % of 0.05 and 70 % of 0 is 0.015', () => {
    const parts = new Map([
      ['theory', 5],
      ['practice', 0],
    ]);
    expect(entryTotal(entry('A', null, { parts }), null, thirtySeventy).totalHundredths).toBe(2);
  });

  it('is unknown while a part is missing, and zero only where the policy says so', () => {
    const parts = new Map([['theory', 8000]]);
    const input = entry('A', null, { parts });
    expect(entryTotal(input, null, thirtySeventy)).toMatchObject({
      totalHundredths: null,
      missingParts: ['practice'],
    });
    const lenient = { ...thirtySeventy, parts: { ...thirtySeventy.parts, missing: 'zero' as const } };
    expect(entryTotal(input, null, lenient).totalHundredths).toBe(2400);
    const ranking = placeEntries({ policy: thirtySeventy, entries: [input] });
    expect(ranking.standings).toMatchObject([{ state: 'notMarked', rank: null }]);
    expect(ranking.warnings).toMatchObject([{ code: 'part-missing', entries: ['A'] }]);
    expect(ranking.complete).toBe(false);
  });

  it('is their plain sum where the policy has no weights', () => {
    const parts = new Map([
      ['M1', 2050],
      ['M2', 3025],
    ]);
    expect(entryTotal(entry('A', null, { parts }), null, base).totalHundredths).toBe(5075);
  });

  it('yields to a total that is given, with a warning where the weights disagree', () => {
    const parts = new Map([
      ['theory', 8000],
      ['practice', 9000],
    ]);
    const ranking = placeEntries({ policy: thirtySeventy, entries: [entry('A', '87.01', { parts })] });
    expect(ranking.standings[0]?.total.totalHundredths).toBe(8701);
    expect(ranking.warnings).toMatchObject([{ code: 'total-differs', entries: ['A'] }]);
  });
});

describe('deductions', () => {
  const deductions = [
    { hundredths: 200, reason: '迟到' },
    { hundredths: 300, reason: '未戴护目镜' },
  ];

  it('come off the total', () =>
    expect(entryTotal(entry('A', '61.42', { deductions }), null, base)).toMatchObject({
      beforeDeductionsHundredths: 6142,
      totalHundredths: 5642,
    }));

  it('never take it below zero', () =>
    expect(entryTotal(entry('A', '4.99', { deductions }), null, base).totalHundredths).toBe(0));
});

describe('a total from scores', () => {
  const tree = scheme(
    aspect('A1.1', 'judgement', '1.00'),
    aspect('A1.2', 'judgement', '1.00'),
    aspect('A2.1', 'judgement', '1.00'),
    aspect('B1.1', 'measurement', '2.00'),
  );
  // 4 / 9 = 0.4444… each
  const scores = new Map([
    ['A1.1', [1, 1, 2]],
    ['A1.2', [1, 1, 2]],
    ['A2.1', [1, 1, 2]],
    ['B1.1', [1]],
  ]);

  it.each([
    ['aspect', 332],
    ['subCriterion', 333],
    ['part', 333],
    ['total', 333],
  ] as const)('rounded per %s is %i hundredths', (name, total) =>
    expect(entryTotal(entry('A', null, { scores }), tree, stage(name)).totalHundredths).toBe(total),
  );

  it('differs by where it is rounded: 1.33 hundredths in each of two forms', () => {
    const quarters = scheme(aspect('A1.1', 'judgement', '0.03'), aspect('A2.1', 'judgement', '0.03'));
    const given = new Map([
      ['A1.1', [1, 2, 1]],
      ['A2.1', [1, 2, 1]],
    ]);
    // 4 / 9 of 3 hundredths = 1.333… each
    const total = (name: Policy['rounding']['stage']): number | null =>
      entryTotal(entry('A', null, { scores: given }), quarters, stage(name)).totalHundredths;
    expect([total('aspect'), total('subCriterion'), total('part'), total('total')]).toEqual([2, 2, 3, 3]);
  });

  it('is unknown, never zero, while an aspect is unmarked or a spread is open', () => {
    const open = new Map(scores).set('A1.1', [0, 2, 2]);
    open.delete('B1.1');
    const ranking = placeEntries({
      policy: base,
      scheme: tree,
      entries: [entry('A', null, { scores: open })],
    });
    expect(ranking.standings).toMatchObject([{ state: 'notMarked', scaledScore: null, award: null }]);
    expect(ranking.warnings.map((warning) => warning.code)).toEqual(['spread-open', 'not-marked']);
  });

  it('refuses a score that cannot be one, with its path', () => {
    const wrong = new Map(scores).set('A1.1', [1, 1, 7]);
    expect(() =>
      placeEntries({ policy: base, scheme: tree, entries: [entry('A', null, { scores: wrong })] }),
    ).toThrow(expect.objectContaining({ code: 'score.bad-score', path: 'entries[0].scores["A1.1"]' }));
  });

  it('stands before a total given beside it, with a warning where they differ', () => {
    const ranking = placeEntries({ policy: base, scheme: tree, entries: [entry('A', '3.33', { scores })] });
    expect(ranking.standings[0]?.total.totalHundredths).toBe(332);
    expect(ranking.warnings).toMatchObject([{ code: 'total-differs' }]);
  });

  it('is not added to by parts that are there for the tie-break', () => {
    const parts = new Map([['practice', 5000]]);
    expect(entryTotal(entry('A', null, { scores, parts }), tree, base).totalHundredths).toBe(332);
  });

  it('is weighted by the criteria each part holds, beside a theory paper', () => {
    const chosen = readPolicy({
      name: '省赛',
      basedOn: 'national-2020',
      parts: [
        { name: 'theory', weight: '20' },
        { name: 'practice', weight: '80', criteria: ['A', 'B'] },
      ],
    });
    const parts = new Map([['theory', 9000]]);
    const total = entryTotal(entry('A', null, { scores, parts }), tree, chosen);
    // 0.2 × 90.00 + 0.8 × 3.32 = 20.656
    expect(total.totalHundredths).toBe(2066);
    expect([...(total.parts ?? [])]).toEqual([
      ['theory', 9000],
      ['practice', 332],
    ]);
  });

  it('refuses weights that would lose a criterion', () => {
    const chosen = readPolicy({
      name: '省赛',
      basedOn: 'national-2020',
      parts: [{ name: 'practice', weight: '100', criteria: ['A'] }],
    });
    expect(() =>
      placeEntries({ policy: chosen, scheme: tree, entries: [entry('A', null, { scores })] }),
    ).toThrow(expect.objectContaining({ code: 'score.criterion-without-part' }));
  });

  it('breaks ties criterion by criterion', () => {
    const national = policy('national-2020');
    const ties = {
      ...national,
      tieBreaks: [{ by: 'criterion' as const, order: [], clause: national.rank.clause }],
    };
    const even = scheme(aspect('A1.1', 'measurement', '2.00'), aspect('B1.1', 'measurement', '2.00'));
    const of = (a: number, b: number) =>
      new Map([
        ['A1.1', [a]],
        ['B1.1', [b]],
      ]);
    const ranking = placeEntries({
      policy: ties,
      scheme: even,
      entries: [entry('second', null, { scores: of(0, 1) }), entry('first', null, { scores: of(1, 0) })],
    });
    expect(ranking.standings.map((one) => [one.input.entry, one.rank])).toEqual([
      ['first', 1],
      ['second', 2],
    ]);
  });

  it('shows a running total on an unfinished form without calling it a total', () => {
    const sub = tree.criteria[0]?.subCriteria[0];
    expect(sub && formTotal(sub, new Map([['A1.1', [3, 3, 3]]]), base)).toMatchObject({
      maxHundredths: 200,
      soFarHundredths: 100,
      totalHundredths: null,
    });
  });
});
