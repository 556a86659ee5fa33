import { type EntryInput, placeEntries, type Ranking } from '@luban/scoring';
import { plainDecimal } from './score-bundle.js';
import type { ResultModule } from './effective-policy.js';
import type { ScoreSnapshot, SnapshotEntry } from './score-snapshot.js';

/** How far one entry's forms are. */
export interface FormCount {
  formsSigned: number;
  formsExpected: number;
}

export interface RankedSkill {
  ranking: Ranking;
  /** By entry id. */
  forms: Map<string, FormCount>;
  /** By entry id: criterion code → mark so far, from signed forms. */
  criteria: Map<string, Map<string, number>>;
  formsSigned: number;
  formsExpected: number;
}

/**
 * Ranks a snapshot by its policy. Pure. An entry counts as marked once all its forms are signed and all its list marks
 * are there; until then it has no total – never a zero.
 */
export function rankSkill(snapshot: ScoreSnapshot): RankedSkill {
  const forms = new Map<string, FormCount>();
  const criteria = new Map<string, Map<string, number>>();
  for (const sum of snapshot.sums) {
    const count = forms.get(sum.entryId) ?? { formsSigned: 0, formsExpected: 0 };
    forms.set(sum.entryId, {
      formsSigned: count.formsSigned + sum.formsSigned,
      formsExpected: count.formsExpected + sum.formsExpected,
    });
    const marks = criteria.get(sum.entryId) ?? new Map<string, number>();
    criteria.set(sum.entryId, marks.set(sum.criterionCode, sum.markHundredths));
  }
  const scores = snapshot.values && scoresOf(snapshot);
  const entries = snapshot.entries.map((entry) =>
    inputOf(entry, snapshot, forms.get(entry.id), criteria.get(entry.id), scores?.get(entry.id)),
  );
  const counts = [...forms.values()];
  return {
    ranking: placeEntries({
      policy: snapshot.policy,
      entries,
      scheme: snapshot.scheme,
      rulings: snapshot.rulings,
    }),
    forms,
    criteria,
    formsSigned: counts.reduce((sum, c) => sum + c.formsSigned, 0),
    formsExpected: counts.reduce((sum, c) => sum + c.formsExpected, 0),
  };
}

function inputOf(
  entry: SnapshotEntry,
  snapshot: ScoreSnapshot,
  forms: FormCount | undefined,
  criteria: Map<string, number> | undefined,
  scores: Map<string, string[]> | undefined,
): EntryInput {
  const signed = !!forms && forms.formsExpected > 0 && forms.formsSigned === forms.formsExpected;
  const lists = snapshot.modules.filter((module) => module.markedBy === 'list');
  const schemeModules = snapshot.modules.filter((module) => module.markedBy === 'scheme');
  const listed = lists.every((module) => Object.hasOwn(entry.listMarks, module.code));
  const complete = listed && (signed || schemeModules.length === 0) && snapshot.modules.length > 0;
  const parts = complete && !scores ? partsOf(entry, lists, schemeModules, criteria) : null;
  const weighted = snapshot.policy.parts.weights.length > 0;
  return {
    entry: entry.id,
    delegation: entry.delegationId,
    group: entry.groupId,
    status: entry.status,
    // Weighted parts make the total; otherwise the marks are plainly added and the parts only break ties.
    totalHundredths: parts && !weighted ? sumOfModules(parts, snapshot.modules) : null,
    scaledScore: null,
    parts: scores ? listParts(entry, lists) : parts,
    criteria: complete && !scores && criteria ? criteria : null,
    timeSeconds: entry.timeSeconds,
    deductions: entry.deductions,
    scores: complete && scores ? scores : null,
  };
}

/** Each module under its code, and theory and practice as sums of theirs: what weights and tie-breaks may name. */
function partsOf(
  entry: SnapshotEntry,
  lists: ResultModule[],
  schemeModules: ResultModule[],
  criteria: Map<string, number> | undefined,
): Map<string, number> {
  const parts = listParts(entry, lists) ?? new Map<string, number>();
  for (const module of schemeModules) {
    const mark = module.criteria.reduce((sum, code) => sum + (criteria?.get(code) ?? 0), 0);
    addPart(parts, module, mark);
  }
  return parts;
}

function listParts(entry: SnapshotEntry, lists: ResultModule[]): Map<string, number> | null {
  if (lists.length === 0) return null;
  const parts = new Map<string, number>();
  for (const module of lists) {
    const mark = entry.listMarks[module.code];
    if (mark !== undefined) addPart(parts, module, mark);
  }
  return parts;
}

function addPart(parts: Map<string, number>, module: ResultModule, mark: number): void {
  parts.set(module.code, mark);
  if (module.code !== module.part) parts.set(module.part, (parts.get(module.part) ?? 0) + mark);
}

const sumOfModules = (parts: Map<string, number>, modules: readonly ResultModule[]): number =>
  modules.reduce((sum, module) => sum + (parts.get(module.code) ?? 0), 0);

/** Entry id → aspect code → values in seat order. */
function scoresOf(snapshot: ScoreSnapshot): Map<string, Map<string, string[]>> {
  const byEntry = new Map<string, Map<string, string[]>>();
  for (const { entryId, aspectCode, value } of snapshot.values ?? []) {
    const aspects = byEntry.get(entryId) ?? new Map<string, string[]>();
    byEntry.set(entryId, aspects);
    const values = aspects.get(aspectCode) ?? [];
    aspects.set(aspectCode, [...values, plainDecimal(value)]);
  }
  return byEntry;
}
