import { type Page, pageOf, type PageQuery } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { type InsightScope, prefixOf } from './insight-scope.js';
import type { FiledContestDto } from './year-insight.dto.js';

/** The filings 备案 of a year and area that the overview counts. */
export async function listFiledContests(
  tx: EntityManager,
  { planYear, divisionCode }: InsightScope,
  { after, limit }: PageQuery,
): Promise<Page<FiledContestDto>> {
  const rows: FiledContestDto[] = await tx.query(
    `SELECT f.id, f.number, f.level, o.name AS organisation, f.name, f.starts_on::text AS "startsOn",
            f.ends_on::text AS "endsOn", f.competitors,
            (SELECT v.name FROM division v WHERE v.code = f.division_code ORDER BY v.edition DESC LIMIT 1) AS "areaName"
       FROM filing f JOIN organisation o ON o.id = f.organisation_id
      WHERE f.plan_year = $1 AND f.division_code LIKE $2 AND f.withdrawn_at IS NULL
        AND ($3::uuid IS NULL OR f.id > $3::uuid)
      ORDER BY f.id LIMIT $4`,
    [planYear, `${prefixOf(divisionCode)}%`, after ?? null, limit + 1],
  );
  return pageOf(rows, limit, ({ id }) => id);
}
