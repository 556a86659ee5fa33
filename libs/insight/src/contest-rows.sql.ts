import { areaSql, type InsightScope, placesWithin, prefixOf } from './insight-scope.js';

/** A `WITH` list and its parameters. */
export interface ContestRows {
  /** `listed AS (…), contest AS (…)`: named once it costs only the columns that are asked of it. */
  sql: string;
  params: unknown[];
}

/**
 * The contests of a scope, one row for each application that was submitted: what every figure counts and every list
 * behind it shows, so that they agree. Columns: `id, level, division_code, class, state, granted, published, open, held,
 * industry, place, applicant, month, lead_id, lead, status_id, event_id, official_name, …`.
 */
export function contestRows(scope: InsightScope): ContestRows {
  const own = areaSql(scope, { level: 'a.level', division: 'a.division_code' }, 2);
  const plans = areaSql(scope, { level: 'p.level', division: 'p.division_code' }, 2);
  const within = placesWithin(scope.divisionCode);
  const prefix = `$${2 + own.params.length}`;
  const placed = (column: string): string => `CASE
      WHEN ${column} IS NULL OR ${column} = '000000' THEN 'none'
      WHEN ${column} NOT LIKE ${prefix} THEN 'outside'
      ELSE rpad(left(${column}, ${within.digits}), 6, '0') END`;
  return {
    sql: `listed AS (
      SELECT DISTINCT ON (i.application_id) i.application_id, i.change, i.official_name, i.class, i.number
        FROM annual_plan p
        JOIN plan_version v ON v.plan_id = p.id AND v.published_at IS NOT NULL
        JOIN plan_item i ON i.plan_id = v.plan_id AND i.version_id = v.id
       WHERE ${plans.sql} AND p.plan_year = $1
       ORDER BY i.application_id, v.number DESC),
    contest AS (
      SELECT a.id, a.level, a.division_code, coalesce(a.class, 'none') AS class, a.state,
             a.state IN ('granted', 'grantedWithConditions') AS granted,
             coalesce(listed.change <> 'removed', FALSE) AS published,
             CASE WHEN listed.change <> 'removed' AND listed.class IS NOT DISTINCT FROM a.class THEN listed.number END AS number,
             a.state IN ('submitted', 'accepted', 'underReview', 'returned') AS open,
             s.event_id IS NOT NULL AS held,
             coalesce(left(coalesce(a.industry_code, o.industry_code), 1), 'none') AS industry,
             ${placed('a.place_division_code')} AS place, ${placed('o.division_code')} AS applicant,
             CASE WHEN a.final_from IS NULL THEN 'none'
                  WHEN extract(year FROM a.final_from) < a.plan_year THEN 'earlier'
                  WHEN extract(year FROM a.final_from) > a.plan_year THEN 'later'
                  ELSE extract(month FROM a.final_from)::int::text END AS month,
             a.final_from, a.final_to, a.name, coalesce(listed.official_name, s.official_name) AS official_name,
             o.id AS lead_id, o.name AS lead, a.place_division_code, o.division_code AS applicant_code,
             a.historic, a.demo, s.id AS status_id, s.event_id
        FROM class_application a
        JOIN organisation o ON o.id = a.lead_organisation_id
        LEFT JOIN class_status s ON s.application_id = a.id AND s.ended_at IS NULL
        LEFT JOIN listed ON listed.application_id = a.id
       WHERE ${own.sql} AND a.plan_year = $1 AND a.submitted_at IS NOT NULL)`,
    params: [scope.planYear, ...own.params, `${prefixOf(scope.divisionCode)}%`],
  };
}

/** Key of an occupation `c` of an application: its code where it has one. */
export const occupationKey = `coalesce(c.edition || ':' || c.code, c.name)`;
