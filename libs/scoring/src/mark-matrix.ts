import { divideHalfUp } from './ratio.js';

/** In a matrix of values: nothing stored yet. Also a total that is not known because something is unmarked. */
export const NOT_MARKED = -1;
/** A total that is not known because judges' scores lie too far apart. */
export const SPREAD_OPEN = -2;

/**
 * One aspect's place in a row of a value matrix: `mark` takes one slot, the stored mark in hundredths; `judgement`
 * three slots, the judges' scores 0–3.
 */
export type MatrixAspect = { kind: 'mark' } | { kind: 'judgement'; maxHundredths: number };

/** Slots of one row. */
export function rowWidth(aspects: readonly MatrixAspect[]): number {
  return aspects.reduce((width, aspect) => width + (aspect.kind === 'mark' ? 1 : 3), 0);
}

/**
 * Totals in hundredths of many entries at once, for score runs: `values` holds one row of `rowWidth(aspects)` slots per
 * entry. Same arithmetic as `aspectMark` with the mean of three, spread 2, rounded per aspect; entries with an open
 * spread total SPREAD_OPEN, others with anything unmarked NOT_MARKED – never zero. Plain loops over typed arrays.
 */
export function totalsFromMatrix(
  aspects: readonly MatrixAspect[],
  values: Int32Array,
  entries: number,
): Int32Array {
  const width = rowWidth(aspects);
  const offsets = new Int32Array(aspects.length);
  /** Ten rounded marks per judgement aspect, by the sum of its three scores; -1 for a plain mark. */
  const table = new Int32Array(aspects.length * 10).fill(-1);
  let offset = 0;
  aspects.forEach((aspect, index) => {
    offsets[index] = offset;
    offset += aspect.kind === 'mark' ? 1 : 3;
    if (aspect.kind === 'judgement')
      for (let sum = 0; sum <= 9; sum++)
        table[index * 10 + sum] = divideHalfUp(sum * aspect.maxHundredths, 9);
  });
  const totals = new Int32Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    const row = entry * width;
    let total = 0;
    let state = 0;
    for (let index = 0; index < offsets.length; index++) {
      const at = row + (offsets[index] as number);
      const first = values[at] as number;
      if ((table[index * 10] as number) < 0) {
        if (first < 0) state = state || NOT_MARKED;
        else total += first;
        continue;
      }
      const second = values[at + 1] as number;
      const third = values[at + 2] as number;
      const spread = spreadOf(first, second, third);
      if (spread >= 2) state = SPREAD_OPEN;
      else if (first < 0 || second < 0 || third < 0) state = state || NOT_MARKED;
      else total += table[index * 10 + first + second + third] as number;
    }
    totals[entry] = state < 0 ? state : total;
  }
  return totals;
}

/** Difference of the highest and lowest score given; zero while fewer than two are. */
function spreadOf(a: number, b: number, c: number): number {
  let low = 4;
  let high = -1;
  if (a >= 0) {
    low = a;
    high = a;
  }
  if (b >= 0) {
    if (b < low) low = b;
    if (b > high) high = b;
  }
  if (c >= 0) {
    if (c < low) low = c;
    if (c > high) high = c;
  }
  return high < 0 ? 0 : high - low;
}
