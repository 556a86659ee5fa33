import { namedPolicy } from './named-policies.js';
import type { ScaleRule } from './policy.js';
import { scaledScoreOf, scaleFacts } from './scale.js';

const rule = namedPolicy('worldskills-2026')?.scale as Extract<ScaleRule, { kind: 'median' }>;
const scale = (...totals: number[]): number[] => {
  const facts = scaleFacts(Int32Array.from(totals));
  return totals.map((total) => scaledScoreOf(total, facts, rule));
};

describe('the median-700 scale', () => {
  it('puts the median at 700 and one MAD above at 700 + 30 / 1.4826', () => {
    expect(scale(1000, 2000, 3000, 4000, 5000)).toEqual([660, 680, 700, 720, 740]);
  });

  it('takes the mean of the two middle values of an even field, to the half hundredth', () => {
    // median 10.005; deviations 0.005, 0.005, 10.005, 10.005 → MAD 5.005
    const facts = scaleFacts(Int32Array.from([1000, 1001, 2001, 0]));
    expect(facts).toMatchObject({ medianHalves: 2001, madQuarters: 2002, method: 'mad' });
  });

  it('gives a lone entry 700', () => expect(scale(6142)).toEqual([700]));

  it('sets two entries 30 / 1.4826 to either side of 700, however far apart they are', () => {
    expect(scale(6142, 6141)).toEqual([720, 680]);
    expect(scale(10000, 0)).toEqual([720, 680]);
  });

  it('gives everyone 700 when all totals are equal', () =>
    expect(scale(5000, 5000, 5000)).toEqual([700, 700, 700]));

  it('falls back to the mean absolute deviation when more than half are equal and some are not', () => {
    // mean deviation 10.00; 700 + 30 · 40 / (1.2533 · 10) = 795.75
    const facts = scaleFacts(Int32Array.from([5000, 5000, 5000, 9000]));
    expect(facts.method).toBe('meanDeviation');
    expect(scale(5000, 5000, 5000, 9000)).toEqual([700, 700, 700, 796]);
  });

  it('rounds an exact half upwards on both sides of the median', () => {
    const halves = { ...rule, factor: 1, madConstantTenThousandths: 10_000 };
    const facts = scaleFacts(Int32Array.from([0, 800, 1000, 1200, 2000]));
    expect(facts.madQuarters).toBe(800);
    expect([900, 1100].map((total) => scaledScoreOf(total, facts, halves))).toEqual([700, 701]);
  });

  it('stays exact at the largest marks and factor', () => {
    const extreme = { ...rule, factor: 1000 };
    const facts = scaleFacts(Int32Array.from([0, 49_999_999, 50_000_000, 100_000_000]));
    const exact = (total: number): number => {
      const n = 1000n * 10_000n * 2n * (2n * BigInt(total) - BigInt(facts.medianHalves));
      const d = 14_826n * BigInt(facts.madQuarters);
      const [top, bottom] = [2n * n + d, 2n * d];
      return 700 + Number((top - (((top % bottom) + bottom) % bottom)) / bottom);
    };
    for (const total of [0, 1, 49_999_999, 50_000_000, 99_999_999, 100_000_000])
      expect(scaledScoreOf(total, facts, extreme)).toBe(exact(total));
  });
});
