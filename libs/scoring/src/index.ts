export * from './scheme.js';
export * from './scheme-checks.js';
export * from './scoring-error.js';
export type * from './policy.js';
export { AWARD_CODES, ENTRY_STATUSES, statusRule } from './policy.js';
export { formatMark, markOrNull, parseMark, MARK_MAX_HUNDREDTHS } from './decimal.js';
