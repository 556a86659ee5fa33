import { shortly } from './decimal.js';
import { ScoringError } from './scoring-error.js';

/** An exact fraction `n / d`, d > 0, not necessarily in lowest terms. Marks before their rounding are in hundredths. */
export interface Ratio {
  n: bigint;
  d: bigint;
}

export const ZERO: Ratio = { n: 0n, d: 1n };

export function whole(value: number): Ratio {
  return { n: BigInt(value), d: 1n };
}

export function add(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  return lowest({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
}

export function subtract(a: Ratio, b: Ratio): Ratio {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** b must not be zero. */
export function divide(a: Ratio, b: Ratio): Ratio {
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n };
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compare(a: Ratio, b: Ratio): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function clamp(value: Ratio, floor: Ratio, cap: Ratio): Ratio {
  if (compare(value, floor) < 0) return floor;
  return compare(value, cap) > 0 ? cap : value;
}

/**
 * The nearest integer, a half going up, that is towards +∞ for negative values too: 2.5 → 3, -2.5 → -2. This and
 * `divideHalfUp` are the only places where marks and scaled scores are rounded.
 */
export function roundHalfUp(value: Ratio): number {
  return Number(floorOf({ n: 2n * value.n + value.d, d: 2n * value.d }));
}

/** Half up (towards +∞) of n / d for safe integers with |2n + d| < 2^53 and d > 0: the fast form of roundHalfUp. */
export function divideHalfUp(n: number, d: number): number {
  const numerator = 2 * n + d;
  const denominator = 2 * d;
  const rest = ((numerator % denominator) + denominator) % denominator;
  return (numerator - rest) / denominator;
}

export function ceilOf(value: Ratio): bigint {
  return -floorOf({ n: -value.n, d: value.d });
}

export function floorOf(value: Ratio): bigint {
  const quotient = value.n / value.d;
  return value.n % value.d < 0n ? quotient - 1n : quotient;
}

const QUANTITY = /^(-?)(\d{1,12})(?:\.(\d{1,8}))?$/;

/** A measured quantity (not a mark) exactly: up to twelve digits and eight places, a sign allowed; null if it is none. */
export function quantityOrNull(value: string | number): Ratio | null {
  const match = QUANTITY.exec(typeof value === 'number' ? String(value) : value.trim());
  if (!match) return null;
  const places = match[3] ?? '';
  const size = BigInt(`${match[2]}${places}`);
  return { n: match[1] === '-' ? -size : size, d: 10n ** BigInt(places.length) };
}

/** As quantityOrNull, for numbers a scheme states; refuses with `score.bad-quantity`. */
export function quantity(value: string, path: string): Ratio {
  const read = quantityOrNull(value);
  if (read) return read;
  throw new ScoringError(
    'score.bad-quantity',
    {
      zh: `须为最多八位小数的十进制数;收到 ${shortly(value)}。`,
      en: `Expected a decimal number with at most eight places; got ${shortly(value)}.`,
    },
    path,
  );
}

/** For people only: 1/3 → `"0.3333"`, whole values without places. Rounded half up at four places. */
export function showRatio(value: Ratio): string {
  const shown = roundHalfUp({ n: value.n * 10_000n, d: value.d });
  const text = `${shown < 0 ? '-' : ''}${Math.floor(Math.abs(shown) / 10_000)}.${String(Math.abs(shown) % 10_000).padStart(4, '0')}`;
  return text.replace(/\.?0+$/, '');
}

function lowest(value: Ratio): Ratio {
  let a = value.n < 0n ? -value.n : value.n;
  let b = value.d;
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n ? { n: value.n / a, d: value.d / a } : value;
}
