import { createHash } from 'node:crypto';
import type { StandingValue } from './form-standing.js';

/** Digits and letters that are not mistaken for one another on paper (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** SHA-256 over the values of a form in a fixed order: the same values give the same hash, whoever entered them. */
export function marksHash(formId: string, values: readonly StandingValue[]): string {
  const lines = values.map(({ aspectId, seat, value }) => `${aspectId} ${seat} ${value}`).sort();
  return createHash('sha256')
    .update([formId, ...lines].join('\n'))
    .digest('hex');
}

/**
 * The short code printed on each sheet (`K7QD-2M9X`): of the marks and the revision they stand at. A sheet whose code
 * differs from the data's shows other marks (DOMAIN.md 10).
 */
export function versionCode(hash: string, revision: number): string {
  const digest = createHash('sha256').update(`${hash} ${revision}`).digest();
  let code = '';
  for (const byte of digest.subarray(0, 8)) code += LETTERS[byte & 31];
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
