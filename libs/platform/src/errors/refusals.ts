/** A text for people in both languages of the product. `{name}` in it is replaced by the parameter of that name. */
export interface Said {
  zh: string;
  en: string;
}

/** Parameters of a message: ids, codes, counts, names of things – never personal data. */
export type MessageParams = Record<string, string | number | null>;

/**
 * What an expected failure carries: a stable code (`judging.form-signed-off`), parameters, and what the screen needs to
 * go on (`extra`: current values, a list of findings). Its text stands in the catalogue (see messages.ts).
 */
export abstract class Failure extends Error {
  constructor(
    readonly code: string,
    readonly params: MessageParams = {},
    readonly extra: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

/** What may not be seen does not exist. 404. */
export class NotFound extends Failure {}

/** Visible, but this actor may not do that. 403. */
export class Denied extends Failure {}

/** The state of things forbids it. 409. */
export class Refused extends Failure {}

/** The version named is not the current one. 412; `extra.current` is the current version where known. */
export class Outdated extends Failure {}

/** The request cannot be understood: a cell, a field. 400; `extra.errors` lists each {path, code, message}. */
export class Invalid extends Failure {}

/** More than can be taken at the moment. 429; `params.retryAfterSeconds`. */
export class TooBusy extends Failure {}
