import type { Clause, Policy } from '@luban/scoring';
import type {
  BestOfDelegation,
  DelegationStanding,
  PublishedClause,
  PublishedPlacing,
  PublishedSkill,
  SpecialAwardEntry,
} from './published-results.dto.js';

export interface SpecialAwards {
  bestOfDelegation: BestOfDelegation[];
  bestOfDelegationClause: PublishedClause | null;
  albertVidal: SpecialAwardEntry[];
  albertVidalClause: PublishedClause | null;
}

/** A clause as the public reads it. */
export const publishedClause = ({ id, text, source, year, scope, grade }: Clause): PublishedClause => ({
  id,
  zh: text.zh,
  en: text.en,
  source,
  year,
  scope,
  grade,
});

/** The rule of the delegation table: the first policy's that has one (all skills of an event share it in practice). */
export const tableRule = (policies: readonly Policy[]): Policy['delegationTable'] =>
  policies.find((policy) => policy.delegationTable)?.delegationTable ?? null;

/** The delegation medal table over all published skills, by awards or by points; empty without such a rule. */
export function delegationTable(skills: PublishedSkill[], policies: Policy[]): DelegationStanding[] {
  const rule = tableRule(policies);
  if (!rule) return [];
  const lines = new Map<string, DelegationStanding>();
  for (const placing of placings(skills)) {
    const worth = rule.awards.find(({ award }) => award === placing.award);
    if (!worth || !placing.award) continue;
    const line = lines.get(placing.delegationId) ?? {
      position: 0,
      delegationId: placing.delegationId,
      delegation: placing.delegation,
      awards: rule.awards.map(({ award }) => ({ award, count: 0 })),
      points: 0,
    };
    lines.set(placing.delegationId, line);
    for (const one of line.awards) if (one.award === placing.award) one.count += 1;
    line.points += worth.points;
  }
  const key = (line: DelegationStanding) =>
    rule.orderBy === 'points' ? [line.points] : line.awards.map(({ count }) => count);
  const sorted = [...lines.values()].sort(
    (a, b) =>
      compareKeys(key(b), key(a)) || (a.delegation < b.delegation ? -1 : a.delegation > b.delegation ? 1 : 0),
  );
  sorted.forEach((line, index) => {
    const before = sorted[index - 1];
    line.position = before && compareKeys(key(before), key(line)) === 0 ? before.position : index + 1;
  });
  return sorted;
}

/**
 * Best of each delegation (highest scaled score) and the Albert Vidal Award (highest of all, shared if equal), over
 * skills whose policy has them and a scale: plain totals of different skills cannot be compared.
 */
export function specialAwards(skills: PublishedSkill[], policies: Policy[]): SpecialAwards {
  const scaled = skills.filter(
    (_, index) => policies[index]?.bestOfDelegation && policies[index]?.scale.kind !== 'none',
  );
  const clauses = policies.find((policy) => policy.bestOfDelegation && policy.scale.kind !== 'none');
  const best = new Map<string, BestOfDelegation>();
  for (const skill of scaled) {
    for (const placing of placings([skill])) {
      if (placing.scaledScore === null) continue;
      const own = best.get(placing.delegationId);
      if (own && own.scaledScore > placing.scaledScore) continue;
      const entry = {
        skillId: skill.skillId,
        skill: skill.name,
        skillEn: skill.nameEn,
        names: placing.names,
        entryId: placing.entryId,
      };
      best.set(placing.delegationId, {
        delegationId: placing.delegationId,
        delegation: placing.delegation,
        scaledScore: placing.scaledScore,
        entries: own?.scaledScore === placing.scaledScore ? [...own.entries, entry] : [entry],
      });
    }
  }
  const lines = [...best.values()].sort((a, b) => b.scaledScore - a.scaledScore);
  const top = lines[0]?.scaledScore;
  return {
    bestOfDelegation: lines,
    bestOfDelegationClause: clauses?.bestOfDelegation
      ? publishedClause(clauses.bestOfDelegation.clause)
      : null,
    albertVidal: clauses?.albertVidal
      ? lines.filter((l) => l.scaledScore === top).flatMap((l) => l.entries)
      : [],
    albertVidalClause: clauses?.albertVidal ? publishedClause(clauses.albertVidal.clause) : null,
  };
}

function* placings(skills: PublishedSkill[]): Generator<PublishedPlacing> {
  for (const skill of skills) for (const group of skill.groups) yield* group.placings;
}

function compareKeys(a: number[], b: number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}
