import { formatMark, type Policy, type SchemeTree } from '@luban/scoring';
import type { SignedValue } from './score-inputs.js';
import type { ScoreSnapshot } from './score-snapshot.js';

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
  parts?: Record<string, string>;
  timeSeconds?: number;
  deductions?: { marks: string; reason: string }[];
}

export function bundleOf(snapshot: ScoreSnapshot, values: readonly SignedValue[]): ScoreBundleDocument {
  const scores = scoresByEntry(values);
  return {
    format: 'luban.score/1',
    policy: snapshot.policy,
    ...(snapshot.scheme ? { scheme: snapshot.scheme } : {}),
    entries: snapshot.entries.map((entry) => {
      const own = scores.get(entry.id);
      const parts = listParts(snapshot, entry.listMarks);
      return {
        entry: entry.id,
        delegation: entry.delegationId,
        group: entry.groupId,
        status: entry.status,
        ...(own ? { scores: own } : {}),
        ...(Object.keys(parts).length > 0 ? { parts } : {}),
        ...(entry.timeSeconds === null ? {} : { timeSeconds: entry.timeSeconds }),
        ...(entry.deductions.length > 0
          ? {
              deductions: entry.deductions.map((d) => ({
                marks: formatMark(d.hundredths),
                reason: d.reason,
              })),
            }
          : {}),
      };
    }),
    rulings: snapshot.rulings.map(({ entries, by, reason }) => ({ entries, by, reason })),
  };
}

function scoresByEntry(values: readonly SignedValue[]): Map<string, Record<string, string | string[]>> {
  const byEntry = new Map<string, Record<string, string | string[]>>();
  for (const { entryId, aspectCode, seat, value } of values) {
    const own = byEntry.get(entryId) ?? {};
    byEntry.set(entryId, own);
    const plain = plainDecimal(value);
    if (seat === 0) own[aspectCode] = plain;
    else own[aspectCode] = [...((own[aspectCode] as string[] | undefined) ?? []), plain];
  }
  return byEntry;
}

/** `2.0000` as the database writes it is the score `2`. */
export function plainDecimal(value: string): string {
  return value.includes('.') ? value.replace(/\.?0+$/, '') : value;
}

function listParts(snapshot: ScoreSnapshot, marks: Record<string, number>): Record<string, string> {
  const sums = new Map<string, number>();
  for (const module of snapshot.modules) {
    const mark = marks[module.code];
    if (module.markedBy !== 'list' || mark === undefined) continue;
    sums.set(module.code, mark);
    if (module.code !== module.part) sums.set(module.part, (sums.get(module.part) ?? 0) + mark);
  }
  return Object.fromEntries([...sums].map(([name, mark]) => [name, formatMark(mark)]));
}
