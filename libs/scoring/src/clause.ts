import type { Clause } from './policy.js';

/**
 * The clauses that the named policies and the explanations cite stand in worldskills-clauses.ts, chinese-clauses.ts and
 * own-clauses.ts. `S28` and the like are rows of the sources list that came with the domain notes (docs/formats.md,
 * "Sources of the named policies"). Each is data with year, scope and grade: a `recalled` or `design` clause is shown as
 * such wherever it is applied.
 */
export function clause(
  id: string,
  zh: string,
  en: string,
  source: string,
  year: number | null,
  scope: string,
  grade: Clause['grade'],
): Clause {
  return { id, text: { zh, en }, source, year, scope, grade };
}
