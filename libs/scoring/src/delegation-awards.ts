import type { DelegationTableRule, Policy } from './policy.js';
import { byEntry } from './standing.js';
import type { Standing } from './standing.js';

/** The best entries of one delegation; several where equal scores share, or while a tie is undecided. */
export interface DelegationBest {
  delegation: string;
  /** In the order of their names; the order says nothing. */
  entries: string[];
  totalHundredths: number | null;
  scaledScore: number | null;
  /** Several entries where the policy wants one: waits for a ruling. */
  undecided: boolean;
}

/** One line of the delegation medal table. */
export interface DelegationLine {
  delegation: string;
  /** Equal lines share: 1, 1, 3. */
  rank: number;
  entries: number;
  placed: number;
  /** Award → how many, for the awards the policy's table counts, best first. */
  awards: ReadonlyMap<string, number>;
  points: number;
}

/**
 * Best of each delegation over all groups (DOMAIN.md 6): the highest scaled score, or the highest total where the
 * policy has no scale. Where ranks never tie, equal scores of one group are settled by rank; what that cannot settle is
 * undecided. Delegations in the order of their names; entries without a delegation are left out.
 */
export function bestOfDelegations(
  placed: readonly Standing[],
  policy: Pick<Policy, 'rank'>,
): DelegationBest[] {
  const best = new Map<string, Standing[]>();
  for (const standing of placed) {
    const { delegation } = standing.input;
    if (delegation === null) continue;
    const sofar = best.get(delegation);
    if (!sofar || standing.key > (sofar[0] as Standing).key) best.set(delegation, [standing]);
    else if (standing.key === (sofar[0] as Standing).key) sofar.push(standing);
  }
  const neverTied = policy.rank.kind === 'neverTied';
  return [...best]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([delegation, equal]) => {
      const winners = neverTied ? highestRanked(equal) : equal;
      const first = winners[0] as Standing;
      return {
        delegation,
        entries: winners.sort(byEntry).map((standing) => standing.input.entry),
        totalHundredths: first.total.totalHundredths,
        scaledScore: first.scaledScore,
        undecided: neverTied && winners.length > 1,
      };
    });
}

/** The highest scaled score of all, shared when equal; nobody where there are no scaled scores. */
export function albertVidal(placed: readonly Standing[]): Standing[] {
  let highest: Standing[] = [];
  for (const standing of placed) {
    if (standing.scaledScore === null) continue;
    const sofar = highest[0]?.scaledScore ?? null;
    if (sofar === null || standing.scaledScore > sofar) highest = [standing];
    else if (standing.scaledScore === sofar) highest.push(standing);
  }
  return highest.sort(byEntry);
}

/** The medal table with team totals, best delegation first; equal ones share their rank, listed by name. */
export function delegationTable(standings: readonly Standing[], rule: DelegationTableRule): DelegationLine[] {
  const points = new Map(rule.awards.map(({ award, points: worth }) => [award, worth]));
  const lines = new Map<string, DelegationLine & { awards: Map<string, number> }>();
  for (const { input, state, award } of standings) {
    if (input.delegation === null) continue;
    let line = lines.get(input.delegation);
    if (!line) {
      line = {
        delegation: input.delegation,
        rank: 0,
        entries: 0,
        placed: 0,
        awards: new Map(rule.awards.map((counted) => [counted.award, 0])),
        points: 0,
      };
      lines.set(input.delegation, line);
    }
    line.entries += 1;
    if (state === 'placed') line.placed += 1;
    const worth = award === null ? undefined : points.get(award);
    if (award === null || worth === undefined) continue;
    line.awards.set(award, (line.awards.get(award) ?? 0) + 1);
    line.points += worth;
  }
  const better = (a: DelegationLine, b: DelegationLine): number => compareLines(a, b, rule);
  const sorted = [...lines.values()].sort((a, b) => better(a, b) || (a.delegation < b.delegation ? -1 : 1));
  sorted.forEach((line, index) => {
    const previous = sorted[index - 1];
    line.rank = previous && better(previous, line) === 0 ? previous.rank : index + 1;
  });
  return sorted;
}

function compareLines(a: DelegationLine, b: DelegationLine, rule: DelegationTableRule): number {
  if (rule.orderBy === 'points' && a.points !== b.points) return b.points - a.points;
  for (const { award } of rule.awards) {
    const difference = (b.awards.get(award) ?? 0) - (a.awards.get(award) ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Within one group the better rank decides; ranks of different groups cannot be compared. */
function highestRanked(equal: Standing[]): Standing[] {
  const group = (equal[0] as Standing).input.group;
  if (equal.some((standing) => standing.input.group !== group)) return equal;
  let first = Infinity;
  for (const standing of equal) first = Math.min(first, standing.rank ?? Infinity);
  return equal.filter((standing) => standing.rank === first);
}
