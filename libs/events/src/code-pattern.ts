/** `A`, `B2`, `10`: short, no spaces, so that it can stand on paper and in file names. */
export const codePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,15}$/u;
