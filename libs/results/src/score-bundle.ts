import { formatMark, type Policy, type SchemeTree, statusRule } from '@luban/scoring';
import { addsListsToScheme, criteriaFromScores, partsOf, scoresOf, sumOfModules } from './entry-marks.js';
import type { SignedValue } from './score-inputs.js';
import type { ScoreSnapshot, SnapshotEntry } from './score-snapshot.js';

/**
 * The `luban.score/1` bundle (docs/formats.md) of a snapshot: every single value, the scheme and the policy, so that
 * `luban score` recomputes the results without this system. Entries are named by their ids.
 */
export interface ScoreBundleDocument {
  format: 'luban.score/1';
  policy: Policy;
  scheme?: SchemeTree;
  entries: BundleEntry[];
  rulings: { entries: readonly string[]; by: string; reason: string }[];
}

export interface BundleEntry {
  entry: string;
  delegation: string;
  group: string;
  status: string;
  /** Aspect id → the measured value, or the judges' scores in seat order. */
  scores?: Record<string, string | string[]>;
  /** Only where list marks are added to the scheme's without weights. */
  total?: string;
  /** Marks of lists, and the modules' marks that tie-breaks name. */
  parts?: Record<string, string>;
  timeSeconds?: number;
  deductions?: { marks: string; reason: string }[];
}

/** The bundle of a completely marked skill. The sums of parts in it are made here from the values, not in SQL. */
export function bundleOf(snapshot: ScoreSnapshot, values: readonly SignedValue[]): ScoreBundleDocument {
  const scores = scoresOf(values);
  return {
    format: 'luban.score/1',
    policy: snapshot.policy,
    ...(snapshot.scheme ? { scheme: snapshot.scheme } : {}),
    entries: snapshot.entries.map((entry) => entryOf(snapshot, entry, scores.get(entry.id))),
    rulings: snapshot.rulings.map(({ entries, by, reason }) => ({ entries, by, reason })),
  };
}

function entryOf(
  snapshot: ScoreSnapshot,
  entry: SnapshotEntry,
  scores: Map<string, string[]> | undefined,
): BundleEntry {
  return {
    entry: entry.id,
    delegation: entry.delegationId,
    group: entry.groupId,
    status: entry.status,
    ...(statusRule(snapshot.policy, entry.status).placed ? marksOf(snapshot, entry, scores) : {}),
    ...(entry.timeSeconds === null ? {} : { timeSeconds: entry.timeSeconds }),
    ...(entry.deductions.length > 0
      ? { deductions: entry.deductions.map((d) => ({ marks: formatMark(d.hundredths), reason: d.reason })) }
      : {}),
  };
}

function marksOf(
  snapshot: ScoreSnapshot,
  entry: SnapshotEntry,
  scores: Map<string, string[]> = new Map(),
): Pick<BundleEntry, 'scores' | 'parts' | 'total'> {
  const parts = partsOf(snapshot, entry, criteriaFromScores(snapshot, scores));
  const shown = { parts: Object.fromEntries([...parts].map(([name, mark]) => [name, formatMark(mark)])) };
  const weighted = snapshot.policy.parts.weights.length > 0;
  if (scores.size === 0 || addsListsToScheme(snapshot)) {
    return weighted ? shown : { ...shown, total: formatMark(sumOfModules(parts, snapshot.modules)) };
  }
  const panels = new Set(
    snapshot.scheme?.criteria.flatMap(({ subCriteria }) =>
      subCriteria.flatMap(({ aspects }) => aspects.filter((a) => a.kind === 'judgement').map((a) => a.id)),
    ),
  );
  return {
    ...shown,
    scores: Object.fromEntries(
      [...scores].map(([aspect, given]) => [aspect, panels.has(aspect) ? given : (given[0] ?? '')]),
    ),
  };
}
