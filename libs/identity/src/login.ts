/** Lower case letters, digits and `. _ - @`, 3 to 64 characters, beginning with a letter or digit. */
export const loginPattern = /^[a-z0-9][a-z0-9._@-]{2,63}$/;

/** Sign-in names are compared in one form: however the keyboard wrote it, `Ｚhang.San ` is `zhang.san`. */
export const canonicalLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

/** For requests: the login in its one form; an empty one is none. */
export const canonicalLoginIn = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? canonicalLogin(value) || undefined : value;
