/** What was given on the command line cannot be used, and why, in both languages. */
export class Unusable extends Error {
  constructor(
    readonly zh: string,
    readonly en: string,
  ) {
    super(en);
  }
}
