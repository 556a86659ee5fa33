import type { RulePack } from '@luban/rulebook';
import { chinaDay, packInForce } from '@luban/rules';
import type { EntityManager } from 'typeorm';
import { areaSql, type InsightScope, levelOfArea } from './insight-scope.js';
import type { InsightClauseDto } from './year-figures.dto.js';

/** What the rules of a year say that its figures are held against. */
export interface YearRules {
  /** Months in which finals should not bunch. */
  avoided: number[];
  clause: InsightClauseDto | null;
  /** Clauses that stand only in unofficial or partial copies. */
  unverified: InsightClauseDto[];
}

/**
 * The rules under which the year's applications were submitted: the snapshot of the latest one, else the pack that is in
 * force at the middle of the year or today. None for a scope of many authorities, which each have their own.
 */
export async function rulesOfYear(tx: EntityManager, scope: InsightScope, now: Date): Promise<YearRules> {
  if (levelOfArea(scope.divisionCode) !== scope.level) return rulesIn(null);
  const own = areaSql(scope, { level: 'level', division: 'division_code' }, 2);
  const [latest]: { policy: RulePack }[] = await tx.query(
    `SELECT policy FROM class_application WHERE plan_year = $1 AND ${own.sql} AND policy IS NOT NULL
        AND submitted_at IS NOT NULL ORDER BY submitted_at DESC LIMIT 1`,
    [scope.planYear, ...own.params],
  );
  if (latest) return rulesIn(latest.policy);
  const middle = `${scope.planYear}-06-30`;
  const today = chinaDay(now);
  const inForce = await packInForce(tx, scope, middle < today ? middle : today);
  return rulesIn(inForce?.pack ?? null);
}

function rulesIn(pack: RulePack | null): YearRules {
  const rules = Array.isArray(pack?.rules) ? pack.rules : [];
  const clauseOf = ({ title, citation }: RulePack['rules'][number]): InsightClauseDto => ({
    title,
    article: citation.article,
    source: citation.source,
    verified: citation.grade === 'verified',
  });
  const bunching = rules.find((rule) => rule.check === 'finalNotInMonths');
  return {
    avoided: bunching?.check === 'finalNotInMonths' ? bunching.parameters.months : [],
    clause: bunching ? clauseOf(bunching) : null,
    unverified: rules.filter(({ citation }) => citation.grade === 'unverified').map(clauseOf),
  };
}
