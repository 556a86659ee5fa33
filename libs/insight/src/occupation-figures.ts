import type { EntityManager } from 'typeorm';
import { contestRows, occupationKey } from './contest-rows.sql.js';
import { areaSql, type InsightScope } from './insight-scope.js';
import type { OccupationCountDto, OccupationsDto } from './year-figures.dto.js';

type Row = OccupationCountDto & { major: string; majorContests: number };

/** How many of the most frequent occupations are shown. */
const most = 20;

/**
 * Statements that say which occupations `granted_occupation` and `first_time` are: an occupation is first-time when it was
 * granted at this level and area in no earlier plan year, and stands in no public record of one.
 */
export function occupationRows(scope: InsightScope): { sql: string; params: unknown[] } {
  const rows = contestRows(scope);
  const first = rows.params.length + 1;
  const before = areaSql(scope, { level: 'b.level', division: 'b.division_code' }, first);
  const country = scope.level === 'nationalIndustry';
  return {
    sql: `${rows.sql},
    granted_use AS MATERIALIZED (
      SELECT t.id, ${occupationKey} AS key, c.edition, c.code, c.name, coalesce(left(c.code, 1), 'none') AS major
        FROM contest t JOIN application_occupation c ON c.application_id = t.id WHERE t.granted),
    granted_occupation AS MATERIALIZED (
      SELECT key, min(edition) AS edition, min(code) AS code, min(name) AS name, min(major) AS major,
             count(DISTINCT id)::int AS contests
        FROM granted_use GROUP BY key),
    counted_occupation AS MATERIALIZED (
      SELECT g.*, coalesce(o.is_new, FALSE) AS is_new, o.mark,
             NOT EXISTS (SELECT 1 FROM application_occupation c JOIN class_application b ON b.id = c.application_id
                WHERE (c.code = g.code OR c.name = g.name) AND ${before.sql} AND b.plan_year < $1
                  AND b.state IN ('granted', 'grantedWithConditions'))
             ${country ? `AND NOT EXISTS (SELECT 1 FROM historic_contest h WHERE h.plan_year < $1 AND g.name = ANY(h.occupations))` : ''}
             AS first_time
        FROM granted_occupation g LEFT JOIN occupation o ON o.edition = g.edition AND o.code = g.code)`,
    params: [...rows.params, ...before.params],
  };
}

/** Which occupations were granted: by 大类, the most frequent, and what is new. */
export async function readOccupationFigures(tx: EntityManager, scope: InsightScope): Promise<OccupationsDto> {
  const { sql, params } = occupationRows(scope);
  const rows: Row[] = await tx.query(
    `WITH ${sql}, by_major AS (
       SELECT major, count(DISTINCT id)::int AS contests FROM granted_use GROUP BY major)
     SELECT g.key, g.edition, g.code, g.name, g.contests, g.is_new AS "isNew", g.mark, g.first_time AS "firstTime",
            g.major, m.contests AS "majorContests"
       FROM counted_occupation g JOIN by_major m USING (major)
      ORDER BY g.contests DESC, g.code, g.name`,
    params,
  );
  const majors = await majorNames(tx);
  const editions = rows.map(({ edition }) => edition).filter((edition) => edition !== null);
  const counted = new Map<string, { contests: number; occupations: number }>();
  for (const { major, majorContests } of rows) {
    const found = counted.get(major) ?? { contests: majorContests, occupations: 0 };
    counted.set(major, { ...found, occupations: found.occupations + 1 });
  }
  const plain = rows.map(({ major: _major, majorContests: _contests, ...row }) => row);
  return {
    majors: [...new Set([...majors.keys(), ...counted.keys()])]
      .sort((a, b) => (a === 'none' ? 1 : b === 'none' ? -1 : a.localeCompare(b)))
      .map((code) => ({
        code,
        name: majors.get(code) ?? null,
        contests: counted.get(code)?.contests ?? 0,
        occupations: counted.get(code)?.occupations ?? 0,
      })),
    most: plain.slice(0, most),
    different: rows.length,
    fresh: plain.filter(({ isNew }) => isNew),
    freshInCatalogue: await freshInCatalogue(tx, usual(editions)),
    firstTime: rows.filter(({ firstTime }) => firstTime).length,
    green: rows.filter(({ mark }) => mark?.includes('L')).length,
    digital: rows.filter(({ mark }) => mark?.includes('S')).length,
  };
}

/** Names of the major classes in the newest edition that has them. */
async function majorNames(tx: EntityManager): Promise<Map<string, string>> {
  const rows: { code: string; name: string }[] = await tx.query(
    `SELECT DISTINCT ON (code) code, name FROM occupation WHERE level = 1 AND retired_in IS NULL
      ORDER BY code, edition DESC`,
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function freshInCatalogue(tx: EntityManager, edition: string | null): Promise<number> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM occupation WHERE is_new AND level = 4 AND retired_in IS NULL
        AND edition = coalesce($1, (SELECT max(edition) FROM occupation))`,
    [edition],
  );
  return row?.count ?? 0;
}

/** The one that is there most often. */
function usual(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
