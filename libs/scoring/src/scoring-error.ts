/** A message to a person in both languages; programs look at the code beside it. */
export interface Said {
  zh: string;
  en: string;
}

/**
 * Input that cannot be scored: wrong type, doubled entry, unknown policy … Stable `code` (`score.…`), `path` into the
 * input such as `entries[3].total`, null where the whole input is meant. Never thrown for a state that merely is not
 * finished (an unmarked aspect, an open spread, an undecided tie): those are results with warnings.
 */
export class ScoringError extends Error {
  constructor(
    readonly code: string,
    readonly said: Said,
    readonly path: string | null = null,
  ) {
    super(said.en);
    this.name = 'ScoringError';
  }
}
