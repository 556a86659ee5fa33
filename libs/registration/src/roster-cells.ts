import { isDay } from './entry-rules.js';

/**
 * A birth date as people write it: `2003-05-09`, `2003/5/9`, `2003.5.9`, `2003年5月9日`, `20030509`. Null when it is no day
 * of the calendar; a year and month alone are none either.
 */
export function readDay(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T ]\d{2}:\d{2}(:\d{2})?$/, '');
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!parts) return null;
  const [, year, month, day] = parts as unknown as [string, string, string, string];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}

/** 男, 女, male, female, M, F; null for anything else. */
export function readSex(text: string): 'male' | 'female' | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (/^(男|男性|male|m)$/.test(word)) return 'male';
  return /^(女|女性|female|f)$/.test(word) ? 'female' : null;
}

/** `张 三` → `张三`: blanks inside a Chinese name are there to fill a form; a Latin name keeps one between its words. */
export function readName(text: string): string {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return /^[\p{Script=Han} ]+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}
