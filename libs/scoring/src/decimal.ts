import { ScoringError } from './scoring-error.js';

/** Largest mark read: 1 000 000.00. It keeps every product of the scale inside exact integers (see scale.ts). */
export const MARK_MAX_HUNDREDTHS = 100_000_000;

const MARK = /^(\d{1,7})(?:\.(\d{1,2}))?$/;

/**
 * A mark from its decimal string with zero to two places, in hundredths: `"61.42"` → 6142, `"7"` → 700.
 * Refuses anything else (numbers, signs, blanks, three places, exponents) with `score.bad-mark`: a mark that would have
 * to be rounded or guessed is not read.
 */
export function parseMark(value: unknown, path: string | null = null): number {
  const hundredths = typeof value === 'string' ? markOrNull(value) : null;
  if (hundredths === null) throw badMark(value, path);
  return hundredths;
}

/** As parseMark, but null instead of an error; for screens that read while a person types. */
export function markOrNull(text: string): number | null {
  const match = MARK.exec(text);
  if (!match) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= MARK_MAX_HUNDREDTHS ? hundredths : null;
}

/** Always two places: 6142 → `"61.42"`, 5 → `"0.05"`, -250 → `"-2.50"`. */
export function formatMark(hundredths: number): string {
  const size = Math.abs(hundredths);
  const rest = size % 100;
  return `${hundredths < 0 ? '-' : ''}${(size - rest) / 100}.${rest < 10 ? '0' : ''}${rest}`;
}

function badMark(value: unknown, path: string | null): ScoringError {
  const shown = shortly(value);
  return new ScoringError(
    'score.bad-mark',
    {
      zh: `分数须为不带符号、最多两位小数的十进制字符串(如 "61.42"),不超过 1000000;收到 ${shown}。`,
      en: `A mark is a decimal string with zero to two places and no sign (such as "61.42"), at most 1000000; got ${shown}.`,
    },
    path,
  );
}

/** A value as a message in any language may show it: its JSON, cut short; never an object's inside. */
export function shortly(value: unknown): string {
  if (value === undefined) return '–';
  if (value === null) return 'null';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object') return '{…}';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
