import type { ScaleRule } from './policy.js';
import { divideHalfUp, roundHalfUp } from './ratio.js';

type MedianRule = Extract<ScaleRule, { kind: 'median' }>;

/** 1.2533 = √(π/2): what makes a mean absolute deviation comparable to 1.4826 · MAD on normal data. */
const MEAN_DEVIATION_CONSTANT_TEN_THOUSANDTHS = 12_533;

/**
 * What the scale of one ranking rests on. Medians of an even count are means of the two middle values, so they are kept
 * in whole units: `medianHalves` counts half hundredths, `madQuarters` quarter hundredths.
 */
export interface ScaleFacts {
  /**
   * `mad` the rule itself; `allEqual` every total is the same (or there is one): base for all; `meanDeviation` the MAD
   * is zero although totals differ – no source defines it – so the mean absolute deviation with 1.2533 takes its place;
   * `empty` nobody to scale.
   */
  method: 'mad' | 'allEqual' | 'meanDeviation' | 'empty';
  count: number;
  medianHalves: number;
  madQuarters: number;
  /** Sum of |x − median| in half hundredths. */
  deviationSumHalves: number;
}

/**
 * Median and MAD of totals in hundredths (DOMAIN.md 6). Two totals need no special case: they come out at
 * base ± factor / 1.4826. Does not change its argument. O(n log n).
 */
export function scaleFacts(totalsHundredths: Int32Array): ScaleFacts {
  const count = totalsHundredths.length;
  if (count === 0) return { method: 'empty', count, medianHalves: 0, madQuarters: 0, deviationSumHalves: 0 };
  const sorted = totalsHundredths.slice().sort();
  const medianHalves = twiceMedian(sorted);
  const deviations = new Float64Array(count);
  let deviationSumHalves = 0;
  for (let i = 0; i < count; i++) {
    const deviation = Math.abs(2 * (sorted[i] as number) - medianHalves);
    deviations[i] = deviation;
    deviationSumHalves += deviation;
  }
  const madQuarters = twiceMedian(deviations.sort());
  const method = madQuarters > 0 ? 'mad' : deviationSumHalves === 0 ? 'allEqual' : 'meanDeviation';
  return { method, count, medianHalves, madQuarters, deviationSumHalves };
}

/**
 * round(base + factor · (x − median) / (1.4826 · MAD)), half up, exactly: integers below 2^53 throughout (marks are at
 * most 10^8 hundredths, factor at most 1000; policy-reading.ts refuses more), BigInt for the fallback.
 */
export function scaledScoreOf(totalHundredths: number, facts: ScaleFacts, rule: MedianRule): number {
  const deviationHalves = 2 * totalHundredths - facts.medianHalves;
  switch (facts.method) {
    case 'mad':
      return (
        rule.base +
        divideHalfUp(
          rule.factor * 10_000 * 2 * deviationHalves,
          rule.madConstantTenThousandths * facts.madQuarters,
        )
      );
    case 'meanDeviation':
      return (
        rule.base +
        roundHalfUp({
          n: BigInt(rule.factor * 10_000) * BigInt(deviationHalves) * BigInt(facts.count),
          d: BigInt(MEAN_DEVIATION_CONSTANT_TEN_THOUSANDTHS) * BigInt(facts.deviationSumHalves),
        })
      );
    case 'allEqual':
    case 'empty':
      return rule.base;
  }
}

/** Twice the median of sorted integers: the sum of the two middle ones, or twice the one in the middle. */
function twiceMedian(sorted: Int32Array | Float64Array): number {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? 2 * upper : upper + (sorted[middle - 1] as number);
}
