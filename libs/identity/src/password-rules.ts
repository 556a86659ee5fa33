import { commonPasswords } from './common-passwords.js';

/** Fewest and most characters of a password (OWASP ASVS 5.0, 6.2: at least 8, long ones allowed; ours asks 10). */
export const passwordLength = { min: 10, max: 128 };

export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'holds-login' | 'too-simple';

/**
 * What is wrong with a password that somebody chose; empty when nothing is. Length counts characters, not bytes, so
 * that Chinese pass phrases are welcome. No rule asks for digits or signs: they make passwords worse, not better.
 */
export function passwordFaults(password: string, login: string): PasswordFault[] {
  const plain = canonicalPassword(password);
  const length = [...plain].length;
  const lower = plain.toLowerCase();
  const faults: PasswordFault[] = [];
  if (length < passwordLength.min) faults.push('too-short');
  if (length > passwordLength.max) faults.push('too-long');
  if (commonPasswords.has(lower)) faults.push('too-common');
  if (login.length >= 3 && lower.includes(login.toLowerCase())) faults.push('holds-login');
  if (new Set(lower).size < 4 || isRun(lower)) faults.push('too-simple');
  return faults;
}

/** One form for what keyboards and input methods may send in two: full-width digits, composed letters. */
export const canonicalPassword = (password: string): string => password.normalize('NFKC');

/** `abcdefghij`, `9876543210`: each character one step after the one before. */
function isRun(text: string): boolean {
  const points = [...text].map((character) => character.codePointAt(0) ?? 0);
  const step = (points[1] ?? 0) - (points[0] ?? 0);
  if (Math.abs(step) > 1) return false;
  return points.every((point, i) => i === 0 || point - (points[i - 1] ?? 0) === step);
}
