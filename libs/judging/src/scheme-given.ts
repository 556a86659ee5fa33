import { Invalid } from '@luban/platform';
import { readScheme, type SchemeTree, ScoringError } from '@luban/scoring';

/**
 * The scheme a person built on screen, from untrusted JSON. What cannot be a scheme is refused with its place
 * (`judging.scheme-malformed`); what is well-formed but wrong (a total of 99.00) is left to the checks, as findings.
 */
export function schemeGiven(given: unknown): SchemeTree {
  try {
    return readScheme(given, 'tree');
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    throw new Invalid(
      'judging.scheme-malformed',
      {},
      { errors: [{ path: error.path, code: error.code, message: error.said }] },
    );
  }
}
