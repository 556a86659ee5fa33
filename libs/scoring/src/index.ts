export * from './scheme.js';
export * from './scheme-checks.js';
export * from './scoring-error.js';
export { formatMark, markOrNull, parseMark, MARK_MAX_HUNDREDTHS } from './decimal.js';
