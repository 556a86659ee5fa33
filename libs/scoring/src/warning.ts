import type { Said } from './scoring-error.js';

/** Something a person who relies on the result has to know; the result stands, with this said beside it. */
export interface ScoringWarning {
  code: WarningCode;
  message: Said;
  /** The group it concerns; undefined where it concerns all. */
  group?: string | null;
  /** Up to twenty of the entries concerned; `count` says how many there are. */
  entries?: string[];
  count?: number;
}

export type WarningCode =
  | 'no-entries'
  | 'unknown-field'
  | 'scale-fallback'
  | 'mixed-scores'
  | 'scaled-score-differs'
  | 'not-marked'
  | 'spread-open'
  | 'part-missing'
  | 'marks-set-aside'
  | 'total-differs'
  | 'undecided-tie'
  | 'tie-break-incomplete'
  | 'ruling-unused'
  | 'award-undecided'
  | 'no-award-places'
  | 'more-warnings';

const ENTRIES_SHOWN = 20;
const WARNINGS_PER_CODE = 100;

/** Collects warnings; of one kind the first hundred are kept and the rest counted, so that they stay readable. */
export class Warnings {
  private readonly kept: ScoringWarning[] = [];
  private readonly counts = new Map<WarningCode, number>();

  add(
    code: WarningCode,
    message: Said,
    about: { group?: string | null; entries?: readonly string[] } = {},
  ): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    if (count > WARNINGS_PER_CODE) return;
    const warning: ScoringWarning = { code, message };
    if (about.group !== undefined) warning.group = about.group;
    if (about.entries) {
      warning.entries = about.entries.slice(0, ENTRIES_SHOWN);
      warning.count = about.entries.length;
    }
    this.kept.push(warning);
  }

  list(): ScoringWarning[] {
    const more = [...this.counts].filter(([, count]) => count > WARNINGS_PER_CODE);
    return [
      ...this.kept,
      ...more.map(([code, count]): ScoringWarning => ({
        code: 'more-warnings',
        message: {
          zh: `另有 ${count - WARNINGS_PER_CODE} 条 ${code}。`,
          en: `${count - WARNINGS_PER_CODE} more of ${code}.`,
        },
        count: count - WARNINGS_PER_CODE,
      })),
    ];
  }
}
