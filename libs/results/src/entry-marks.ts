import { criterionTotals, type Scores } from '@luban/scoring';
import type { ResultModule } from './effective-policy.js';
import type { SignedValue } from './score-inputs.js';
import type { ScoreSnapshot, SnapshotEntry } from './score-snapshot.js';

/** Entry id → aspect code → values in seat order. */
export function scoresOf(values: readonly SignedValue[]): Map<string, Map<string, string[]>> {
  const byEntry = new Map<string, Map<string, string[]>>();
  for (const { entryId, aspectCode, value } of values) {
    const aspects = byEntry.get(entryId) ?? new Map<string, string[]>();
    byEntry.set(entryId, aspects);
    const given = aspects.get(aspectCode);
    if (given) given.push(plainDecimal(value));
    else aspects.set(aspectCode, [plainDecimal(value)]);
  }
  return byEntry;
}

/** `2.0000` as the database writes it is the score `2`. */
export function plainDecimal(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

/** Criterion code → mark of one entry, computed by `libs/scoring` from every single value; unmarked criteria are left out. */
export function criteriaFromScores(snapshot: ScoreSnapshot, scores: Scores): Map<string, number> {
  const totals = snapshot.scheme ? criterionTotals(snapshot.scheme, scores, snapshot.policy, 'marks') : [];
  return new Map(
    totals.flatMap(({ criterion, totalHundredths }) =>
      totalHundredths === null ? [] : [[criterion, totalHundredths] as const],
    ),
  );
}

/**
 * The marks of a completely marked entry by part: each module under its code, and theory and practice as sums of their
 * modules. What weights and tie-breaks may name.
 */
export function partsOf(
  snapshot: ScoreSnapshot,
  entry: SnapshotEntry,
  criteria: ReadonlyMap<string, number>,
): Map<string, number> {
  const parts = new Map<string, number>();
  for (const module of snapshot.modules) {
    const mark = markOf(module, entry, criteria);
    parts.set(module.code, mark);
    if (module.code !== module.part) parts.set(module.part, (parts.get(module.part) ?? 0) + mark);
  }
  return parts;
}

const markOf = (module: ResultModule, entry: SnapshotEntry, criteria: ReadonlyMap<string, number>): number =>
  module.markedBy === 'list'
    ? (entry.listMarks[module.code] ?? 0)
    : module.criteria.reduce((sum, code) => sum + (criteria.get(code) ?? 0), 0);

/**
 * Whether totals are made of parts that no scheme holds: list marks added to the scheme's without weights, or a weighted
 * part with both. Scoring adds up a scheme or parts, so these go to it as parts.
 */
export function addsListsToScheme({ policy, modules }: ScoreSnapshot): boolean {
  const both = (some: readonly ResultModule[]) =>
    some.some((m) => m.markedBy === 'list') && some.some((m) => m.markedBy === 'scheme');
  const { weights } = policy.parts;
  if (weights.length === 0) return both(modules);
  return weights.some(({ name }) => both(modules.filter((m) => m.code === name || m.part === name)));
}

/** The plain sum of all modules: the total where nothing is weighted. */
export const sumOfModules = (parts: ReadonlyMap<string, number>, modules: readonly ResultModule[]): number =>
  modules.reduce((sum, module) => sum + (parts.get(module.code) ?? 0), 0);
