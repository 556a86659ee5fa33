import { createHash } from 'node:crypto';
import { canonicalJson } from './draw.js';

/** Digits and letters that are not mistaken for one another on paper (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The version code of a printed sheet (`K7QD-2M9X`): a digest of everything it shows. A sheet whose code differs from
 * the screen's shows other data (DOMAIN.md 10).
 */
export function sheetCode(shown: unknown): string {
  const digest = createHash('sha256').update(canonicalJson(shown)).digest();
  const code = [...digest.subarray(0, 8)].map((byte) => letters[byte & 31]).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
