import type { EntityManager } from 'typeorm';
import { insightLevels, type InsightScope, prefixOf } from './insight-scope.js';
import type { FilingCountDto, LowerLevelDto } from './year-figures.dto.js';

/** The levels below that of the scope, in its area: the body of the ladder, and its base. */
export async function readLower(
  tx: EntityManager,
  { planYear, level, divisionCode }: InsightScope,
): Promise<{ lower: LowerLevelDto[]; filings: FilingCountDto[] }> {
  const below = insightLevels.slice(insightLevels.indexOf(level) + 1);
  const within = `${prefixOf(divisionCode)}%`;
  const rows: LowerLevelDto[] = await tx.query(
    `WITH listed AS (
       SELECT DISTINCT ON (i.application_id) i.application_id, i.change
         FROM annual_plan p
         JOIN plan_version v ON v.plan_id = p.id AND v.published_at IS NOT NULL
         JOIN plan_item i ON i.plan_id = v.plan_id AND i.version_id = v.id
        WHERE p.level = ANY($2::text[]) AND p.plan_year = $1 AND p.division_code LIKE $3
        ORDER BY i.application_id, v.number DESC)
     SELECT l.level, count(a.id)::int AS applications,
            (count(a.id) FILTER (WHERE a.state IN ('granted', 'grantedWithConditions')))::int AS granted,
            (count(a.id) FILTER (WHERE listed.change <> 'removed'))::int AS published,
            (SELECT count(*)::int FROM annual_plan p WHERE p.level = l.level AND p.plan_year = $1 AND p.division_code LIKE $3
                AND EXISTS (SELECT 1 FROM plan_version v WHERE v.plan_id = p.id AND v.published_at IS NOT NULL)) AS plans
       FROM unnest($2::text[]) WITH ORDINALITY AS l(level, position)
       LEFT JOIN class_application a ON a.level = l.level AND a.plan_year = $1 AND a.division_code LIKE $3
                                    AND a.submitted_at IS NOT NULL
       LEFT JOIN listed ON listed.application_id = a.id
      GROUP BY l.level, l.position ORDER BY l.position`,
    [planYear, below, within],
  );
  const filings: FilingCountDto[] = await tx.query(
    `SELECT l.level, count(f.id)::int AS filings, coalesce(sum(f.competitors), 0)::int AS competitors
       FROM unnest(ARRAY['enterprise', 'school']) AS l(level)
       LEFT JOIN filing f ON f.level = l.level AND f.plan_year = $1 AND f.division_code LIKE $2 AND f.withdrawn_at IS NULL
      GROUP BY l.level ORDER BY l.level`,
    [planYear, within],
  );
  return { lower: rows, filings };
}
