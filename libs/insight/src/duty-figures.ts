import { chinaDay } from '@luban/rules';
import type { EntityManager } from 'typeorm';
import { contestRows } from './contest-rows.sql.js';
import type { InsightScope } from './insight-scope.js';
import type { DutiesDto, DutyCountDto } from './year-figures.dto.js';

/**
 * Duties of the contests `owing` (id, granted), one row each: `of` is `condition` or `obligation`. Only of contests that are granted;
 * cancelled conditions are none. Needs the day of today as parameter `$day`.
 */
export const dutyRowsSql = (day: string): string => `
  SELECT 'condition' AS of, d.application_id, d.met_at IS NOT NULL AS met,
         d.met_at IS NULL AND d.due_on < ${day}::date AS overdue
    FROM application_condition d JOIN owing t ON t.id = d.application_id
   WHERE d.cancelled_at IS NULL AND t.granted
  UNION ALL
  SELECT 'obligation', d.application_id, d.met_at IS NOT NULL,
         d.met_at IS NULL AND d.due_on < ${day}::date
    FROM obligation d JOIN owing t ON t.id = d.application_id WHERE t.granted`;

/** What is still owed by the year's contests. */
export async function readDuties(tx: EntityManager, scope: InsightScope, now: Date): Promise<DutiesDto> {
  const { sql, params } = contestRows(scope);
  const rows: ({ of: 'condition' | 'obligation' } & DutyCountDto)[] = await tx.query(
    `WITH ${sql}, owing AS MATERIALIZED (SELECT id, granted FROM contest),
     duty AS (${dutyRowsSql(`$${params.length + 1}`)})
     SELECT of, (count(*) FILTER (WHERE NOT met))::int AS open, (count(*) FILTER (WHERE overdue))::int AS overdue,
            (count(*) FILTER (WHERE met))::int AS met FROM duty GROUP BY of`,
    [...params, chinaDay(now)],
  );
  const of = (what: 'condition' | 'obligation'): DutyCountDto => {
    const found = rows.find((row) => row.of === what);
    return { open: found?.open ?? 0, overdue: found?.overdue ?? 0, met: found?.met ?? 0 };
  };
  return { conditions: of('condition'), obligations: of('obligation') };
}
