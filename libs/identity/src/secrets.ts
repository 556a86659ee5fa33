import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What a cookie or a token carries: 256 random bits, so that its plain SHA-256 may be stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** No 0/o, 1/l/i: read aloud and typed from a slip of paper. */
const readable = '23456789abcdefghjkmnpqrstuvwxyz';

const readableText = (length: number): string =>
  Array.from({ length }, () => readable[randomInt(readable.length)]).join('');

/** A password for the first sign-in, such as `k7mp-x4rd-9tqz`: 59 bits, changed by its owner at once. */
export const newInitialPassword = (): string => [4, 4, 4].map(readableText).join('-');

/** A login for somebody who was given none, such as `judge-4kx9tp`. */
export const newLogin = (role: string): string => `${role.toLowerCase()}-${readableText(6)}`;
