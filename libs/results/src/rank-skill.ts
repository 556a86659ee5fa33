import { type EntryInput, placeEntries, type Ranking, statusRule } from '@luban/scoring';
import { addsListsToScheme, criteriaFromScores, partsOf, scoresOf, sumOfModules } from './entry-marks.js';
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

/** What one entry has been marked so far. */
interface Marked {
  forms: FormCount;
  criteria: Map<string, number>;
}

/**
 * Ranks a snapshot by its policy. Pure. An entry counts as marked once all its forms are signed, in every module, and
 * all its list marks are there; until then it has no total – never a zero.
 */
export function rankSkill(snapshot: ScoreSnapshot): RankedSkill {
  const marked = markedSoFar(snapshot);
  const scores = snapshot.values && !addsListsToScheme(snapshot) ? scoresOf(snapshot.values) : null;
  const entries = snapshot.entries.map((entry) => {
    const own = marked.get(entry.id);
    return own && isMarked(snapshot, entry, own)
      ? inputOf(entry, snapshot, own.criteria, scores?.get(entry.id) ?? null)
      : unmarkedInput(entry);
  });
  const counts = [...marked.values()].map(({ forms }) => forms);
  return {
    ranking: placeEntries({
      policy: snapshot.policy,
      entries,
      scheme: snapshot.scheme,
      rulings: snapshot.rulings,
    }),
    forms: new Map([...marked].map(([id, { forms }]) => [id, forms])),
    criteria: new Map([...marked].map(([id, { criteria }]) => [id, criteria])),
    formsSigned: counts.reduce((sum, c) => sum + c.formsSigned, 0),
    formsExpected: counts.reduce((sum, c) => sum + c.formsExpected, 0),
  };
}

/** By entry id. Where the set-based sums are not what the policy says, the criteria are summed from the values. */
function markedSoFar(snapshot: ScoreSnapshot): Map<string, Marked> {
  const marked = new Map<string, Marked>(
    snapshot.entries.map(({ id }) => [
      id,
      { forms: { formsSigned: 0, formsExpected: 0 }, criteria: new Map() },
    ]),
  );
  for (const sum of snapshot.sums) {
    const own = marked.get(sum.entryId);
    if (!own) continue;
    own.forms.formsSigned += sum.formsSigned;
    own.forms.formsExpected += sum.formsExpected;
    own.criteria.set(sum.criterionCode, sum.markHundredths);
  }
  for (const [entryId, scores] of snapshot.values ? scoresOf(snapshot.values) : []) {
    const own = marked.get(entryId);
    if (own) own.criteria = criteriaFromScores(snapshot, scores);
  }
  return marked;
}

function isMarked(snapshot: ScoreSnapshot, entry: SnapshotEntry, { forms, criteria }: Marked): boolean {
  return (
    statusRule(snapshot.policy, entry.status).placed &&
    snapshot.modules.length > 0 &&
    forms.formsSigned === forms.formsExpected &&
    snapshot.modules.every((module) =>
      module.markedBy === 'list'
        ? Object.hasOwn(entry.listMarks, module.code)
        : module.criteria.length === 0 || module.criteria.some((code) => criteria.has(code)),
    ) &&
    (forms.formsExpected > 0 || Object.keys(entry.listMarks).length > 0)
  );
}

function inputOf(
  entry: SnapshotEntry,
  snapshot: ScoreSnapshot,
  criteria: Map<string, number>,
  scores: Map<string, string[]> | null,
): EntryInput {
  const parts = partsOf(snapshot, entry, criteria);
  const weighted = snapshot.policy.parts.weights.length > 0;
  return {
    ...unmarkedInput(entry),
    // Weighted parts make the total; otherwise the marks are plainly added and the parts only break ties.
    totalHundredths: scores || weighted ? null : sumOfModules(parts, snapshot.modules),
    parts,
    criteria: scores ? null : criteria,
    scores,
  };
}

const unmarkedInput = (entry: SnapshotEntry): EntryInput => ({
  entry: entry.id,
  delegation: entry.delegationId,
  group: entry.groupId,
  status: entry.status,
  totalHundredths: null,
  scaledScore: null,
  parts: null,
  criteria: null,
  timeSeconds: entry.timeSeconds,
  deductions: entry.deductions,
  scores: null,
});
