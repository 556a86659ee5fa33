import { formatMark } from './decimal.js';
import type { Policy } from './policy.js';
import type { Rulings } from './rulings.js';
import type { Said } from './scoring-error.js';
import { byEntry, runsOf } from './standing.js';
import type { Standing } from './standing.js';
import { applyTieBreaks } from './tie-breaks.js';
import type { TieBreakContext } from './tie-breaks.js';

/** Entries that share a place; more than one where equal scores share, or where a tie is undecided. */
export interface Place {
  /** Number of better entries. */
  before: number;
  rank: number;
  members: Standing[];
  undecided: boolean;
}

export interface RankingContext extends TieBreakContext {
  policy: Pick<Policy, 'rank' | 'tieBreaks'>;
  rulings: Rulings;
}

/**
 * Orders one group's standings by key, higher first, and gives rank and position (= 1 + number of better ones). Under
 * `neverTied` equal keys go through the tie-breaks in order, then to a ruling; what is left is undecided: the tied
 * entries share rank and position until the chief judge rules. Names and the order of entry never decide anything; tied
 * entries are listed by entry only so that the same input always prints alike. O(n log n) for each comparison.
 */
export function rankGroup(standings: readonly Standing[], context: RankingContext): Place[] {
  const { kind } = context.policy.rank;
  const sorted = [...standings].sort((a, b) => b.key - a.key || byEntry(a, b));
  const places: Place[] = [];
  let before = 0;
  runsOf(sorted, (standing) => standing.key).forEach((run, index) => {
    if (kind === 'neverTied' && run.length > 1)
      for (const place of untie(run, before, context)) places.push(place);
    else
      places.push({
        before,
        rank: kind === 'dense' ? index + 1 : before + 1,
        members: run,
        undecided: false,
      });
    before += run.length;
  });
  for (const place of places)
    for (const standing of place.members) {
      standing.rank = place.rank;
      standing.position = place.before + 1;
      standing.undecided = place.undecided;
    }
  return places;
}

function untie(tied: Standing[], before: number, context: RankingContext): Place[] {
  const places: Place[] = [];
  let ahead = before;
  for (const { members } of applyTieBreaks(tied, context.policy.tieBreaks, context)) {
    if (members.length === 1) places.push(alone(members[0] as Standing, ahead));
    else for (const place of ruleOn(members, ahead, context)) places.push(place);
    ahead += members.length;
  }
  return places;
}

function ruleOn(tied: Standing[], before: number, context: RankingContext): Place[] {
  const ruled = context.rulings.orderOf(tied);
  if (ruled)
    return ruled.ordered.map((standing, index) => {
      standing.ruling = ruled.ruling;
      return alone(standing, before + index);
    });
  context.warnings.add('undecided-tie', undecidedTie(tied, before), {
    group: context.group,
    entries: tied.map((standing) => standing.input.entry),
  });
  return [{ before, rank: before + 1, members: tied, undecided: true }];
}

function alone(standing: Standing, before: number): Place {
  return { before, rank: before + 1, members: [standing], undecided: false };
}

function undecidedTie(tied: readonly Standing[], before: number): Said {
  const { total, scaledScore } = tied[0] as Standing;
  const at = total.totalHundredths === null ? String(scaledScore) : formatMark(total.totalHundredths);
  return {
    zh: `第 ${before + 1}–${before + tied.length} 名并列(${at}),规则无法区分,待裁判长裁定。`,
    en: `Ranks ${before + 1}–${before + tied.length} are tied (${at}) and no rule separates them: a ruling of the chief judge is needed.`,
  };
}
