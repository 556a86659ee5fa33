import type { EntryInput, EntryTotal } from './entry-total.js';
import type { AwardRule, TieBreakRule } from './policy.js';
import type { Ruling } from './ruling.js';

/** One entry on its way to its place; filled step by step by `placeEntries`, read by the explanation. */
export interface Standing {
  input: EntryInput;
  total: EntryTotal;
  /** `placed`; `status` the policy does not place its status; `notMarked` marks are still missing. */
  state: 'placed' | 'status' | 'notMarked';
  scaledScore: number | null;
  /** What is ranked: the scaled score, or the total in hundredths where the policy has no scale. */
  key: number;
  rank: number | null;
  position: number | null;
  /** Tied with others on everything the rules compare, and no ruling yet. */
  undecided: boolean;
  award: string | null;
  awardRule: AwardRule | null;
  /** The comparisons beyond the key that this entry went through, in order; null where the key alone decided. */
  tieTrail: TieStep[] | null;
  ruling: Ruling | null;
}

/** One comparison that may separate tied entries: `name` says of what (a part, a criterion), empty for time. */
export interface TieBreak {
  rule: TieBreakRule;
  name: string;
  /** Higher first, except for time; null where the entry has no such value. */
  valueOf: (standing: Standing) => number | null;
}

/** One tie-break as it went for one entry. */
export interface TieStep {
  tieBreak: TieBreak;
  tiedEntries: number;
  value: number | null;
  /** `separated` wholly or partly; `equal` all alike; `absent` nobody has the value; `incomplete` only some do. */
  outcome: 'separated' | 'equal' | 'absent' | 'incomplete';
}

/** For listing only, so that the same input always prints alike; never decides a place. */
export function byEntry(a: Standing, b: Standing): number {
  return a.input.entry < b.input.entry ? -1 : a.input.entry > b.input.entry ? 1 : 0;
}

/** Consecutive entries of equal value, in order. */
export function runsOf(sorted: readonly Standing[], value: (standing: Standing) => number): Standing[][] {
  const runs: Standing[][] = [];
  let run: Standing[] = [];
  let last: number | null = null;
  for (const standing of sorted) {
    const current = value(standing);
    if (current !== last) {
      run = [];
      runs.push(run);
      last = current;
    }
    run.push(standing);
  }
  return runs;
}
