import type { AwardRule, CountRounding, Policy } from './policy.js';
import type { Place } from './ranking.js';
import type { Standing } from './standing.js';
import type { Warnings } from './warning.js';

/** An award rule with its numbers worked out for a field: the last rank it reaches per award. */
interface RankLimit {
  rule: AwardRule;
  award: string;
  from: number;
  to: number;
}

/**
 * How many of a field a fraction is, by the named rounding; exact. Half up is towards more. The field and the fraction
 * are positive.
 */
export function countOf(
  field: number,
  numerator: number,
  denominator: number,
  rounding: CountRounding,
): number {
  const product = field * numerator;
  const rest = product % denominator;
  const floor = (product - rest) / denominator;
  if (rest === 0 || rounding === 'floor') return floor;
  return rounding === 'ceil' || 2 * rest >= denominator ? floor + 1 : floor;
}

/** How many win each prize of a `percentages` rule in a field of this size, in the rule's order. */
export function prizeCounts(rule: Extract<AwardRule, { kind: 'percentages' }>, field: number): number[] {
  return rule.prizes.map((prize) => countOf(field, prize.percentHundredths, 10_000, rule.rounding));
}

/**
 * Gives each place of one group its award: the first rule that fits. An undecided tie gets the award only if every rank
 * it covers earns the same one; otherwise it is withheld until the ruling and said in a warning. `field` is the number
 * of those who competed.
 */
export function giveAwards(
  places: readonly Place[],
  rules: Policy['awards'],
  field: number,
  about: { group: string | null; warnings: Warnings },
): void {
  const limits = rankLimits(rules, field);
  warnOfEmptyPrizes(rules, field, about);
  for (const place of places)
    for (const [standing, won] of place.undecided
      ? undecidedAwards(place, rules, limits, about)
      : place.members.map((member) => [member, awardAt(place.rank, member, rules, limits)] as const)) {
      standing.award = won?.award ?? null;
      standing.awardRule = won?.rule ?? null;
    }
}

interface Won {
  award: string;
  rule: AwardRule;
}

function awardAt(
  rank: number,
  standing: Standing,
  rules: readonly AwardRule[],
  limits: ReadonlyMap<AwardRule, RankLimit[]>,
): Won | null {
  for (const rule of rules) {
    if (rule.kind === 'scaledScore') {
      if (standing.scaledScore !== null && standing.scaledScore >= rule.atLeast)
        return { award: rule.award, rule };
      continue;
    }
    if (rule.kind === 'ranks' && rule.minimumScaledScore !== null)
      if (standing.scaledScore === null || standing.scaledScore < rule.minimumScaledScore) continue;
    for (const limit of limits.get(rule) ?? [])
      if (rank >= limit.from && rank <= limit.to) return { award: limit.award, rule };
  }
  return null;
}

function undecidedAwards(
  place: Place,
  rules: readonly AwardRule[],
  limits: ReadonlyMap<AwardRule, RankLimit[]>,
  about: { group: string | null; warnings: Warnings },
): (readonly [Standing, Won | null])[] {
  const ranks = [place.rank, ...edgesInside(place, limits)];
  let withheld = false;
  const given = place.members.map((standing) => {
    const won = ranks.map((rank) => awardAt(rank, standing, rules, limits));
    const same = won.every((one) => one?.award === won[0]?.award);
    withheld ||= !same;
    return [standing, same ? (won[0] ?? null) : null] as const;
  });
  if (withheld)
    about.warnings.add(
      'award-undecided',
      {
        zh: `第 ${place.rank} 名起并列的 ${place.members.length} 个参赛单元奖项取决于名次,裁定前不授予。`,
        en: `The awards of the ${place.members.length} entries tied at rank ${place.rank} depend on their order; withheld until the ruling.`,
      },
      { group: about.group, entries: place.members.map((standing) => standing.input.entry) },
    );
  return given;
}

/** Ranks after the tie's first at which a limit begins, or which follow a limit's end. */
function edgesInside(place: Place, limits: ReadonlyMap<AwardRule, RankLimit[]>): number[] {
  const last = place.rank + place.members.length - 1;
  return [...limits.values()]
    .flat()
    .flatMap((limit) => [limit.from, limit.to + 1])
    .filter((rank) => rank > place.rank && rank <= last);
}

function rankLimits(rules: readonly AwardRule[], field: number): Map<AwardRule, RankLimit[]> {
  const limits = new Map<AwardRule, RankLimit[]>();
  for (const rule of rules) {
    if (rule.kind === 'ranks') limits.set(rule, [{ rule, award: rule.award, from: rule.from, to: rule.to }]);
    if (rule.kind === 'share') {
      const to = countOf(field, rule.numerator, rule.denominator, rule.rounding);
      limits.set(rule, [{ rule, award: rule.award, from: 1, to }]);
    }
    if (rule.kind === 'percentages') {
      let given = 0;
      const counts = prizeCounts(rule, field);
      limits.set(
        rule,
        rule.prizes.map(({ award }, index) => {
          const from = given + 1;
          given += counts[index] as number;
          return { rule, award, from, to: given };
        }),
      );
    }
  }
  return limits;
}

function warnOfEmptyPrizes(
  rules: readonly AwardRule[],
  field: number,
  about: { group: string | null; warnings: Warnings },
): void {
  if (field === 0) return;
  for (const rule of rules) {
    if (rule.kind !== 'percentages') continue;
    prizeCounts(rule, field).forEach((count, index) => {
      if (count > 0) return;
      const prize = rule.prizes[index]?.award;
      about.warnings.add(
        'no-award-places',
        {
          zh: `参赛 ${field} 个,按比例 ${prize} 名额为 0。`,
          en: `With ${field} entrants the percentage leaves no place for ${prize}.`,
        },
        { group: about.group },
      );
    });
  }
}
