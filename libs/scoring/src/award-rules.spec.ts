import { entry, policy } from '../../../test/support/scoring-examples.js';
import { countOf } from './award-rules.js';
import { placeEntries } from './placing.js';
import type { AwardRule, Policy } from './policy.js';

const field = (size: number): ReturnType<typeof entry>[] =>
  Array.from({ length: size }, (_, i) => entry(`E${String(i).padStart(3, '0')}`, `${1000 - i}`));
const awards = (chosen: Policy, size: number): (string | null)[] =>
  placeEntries({ policy: chosen, entries: field(size) }).standings.map((one) => one.award);
const tally = (list: (string | null)[]): Record<string, number> =>
  Object.fromEntries(
    [...new Set(list)].map((award) => [String(award), list.filter((one) => one === award).length]),
  );

describe('counts of a field', () => {
  it.each([
    [7, 1, 2, 'floor', 3],
    [7, 1, 2, 'ceil', 4],
    [7, 1, 2, 'halfUp', 4],
    [8, 1, 2, 'floor', 4],
    [8, 1, 2, 'ceil', 4],
    [36, 1000, 10_000, 'halfUp', 4],
    [34, 1000, 10_000, 'halfUp', 3],
    [35, 1000, 10_000, 'halfUp', 4],
    [0, 1, 2, 'ceil', 0],
  ] as const)('of %i: %i/%i by %s is %i', (size, numerator, denominator, rounding, count) =>
    expect(countOf(size, numerator, denominator, rounding)).toBe(count),
  );
});

describe('prizes', () => {
  it('by rank: first five, then to the twentieth', () =>
    expect(tally(awards(policy('prizes-by-rank'), 24))).toEqual({ firstPrize: 5, secondPrize: 15, null: 4 }));

  it('by percentage: 10, 20 and 30 % of those who competed, each rounded half up', () =>
    expect(tally(awards(policy('prizes-by-percentage'), 36))).toEqual({
      firstPrize: 4,
      secondPrize: 7,
      thirdPrize: 11,
      null: 14,
    }));

  it('by percentage: says so when a field is too small for a prize', () => {
    const ranking = placeEntries({ policy: policy('prizes-by-percentage'), entries: field(4) });
    expect(ranking.standings.map((one) => one.award)).toEqual(['secondPrize', 'thirdPrize', null, null]);
    expect(ranking.warnings).toMatchObject([{ code: 'no-award-places' }]);
  });

  it('shared ranks share the better prize at the edge of a range', () => {
    const base = policy('prizes-by-rank');
    const clause = base.rank.clause;
    const rule: AwardRule = {
      kind: 'ranks',
      award: 'firstPrize',
      from: 1,
      to: 2,
      minimumScaledScore: null,
      clause,
    };
    const ranking = placeEntries({
      policy: { ...base, rank: { kind: 'competition', clause }, awards: [rule] },
      entries: [entry('A', '90'), entry('B', '80'), entry('C', '80'), entry('D', '70')],
    });
    expect(ranking.standings.map((one) => one.award)).toEqual([
      'firstPrize',
      'firstPrize',
      'firstPrize',
      null,
    ]);
  });
});

describe('the first half under national-2020', () => {
  const excellence = (size: number, rounding: 'floor' | 'ceil'): number => {
    const base = policy('national-2020');
    const rules = base.awards.map((rule) => (rule.kind === 'share' ? { ...rule, rounding } : rule));
    return tally(awards({ ...base, awards: rules }, size))['excellence'] ?? 0;
  };

  it('is rounded down unless the contest includes the middle one', () => {
    expect(excellence(9, 'floor')).toBe(1);
    expect(excellence(9, 'ceil')).toBe(2);
    expect(excellence(10, 'floor')).toBe(2);
    expect(excellence(6, 'floor')).toBe(0);
  });
});
