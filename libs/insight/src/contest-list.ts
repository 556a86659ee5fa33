import { type Page, pageOf } from '@luban/platform';
import { chinaDay } from '@luban/rules';
import type { EntityManager } from 'typeorm';
import { occupationKey } from './contest-rows.sql.js';
import { dutyRowsSql } from './duty-figures.js';
import type { ContestQuery } from './insight-query.dto.js';
import type { InsightScope } from './insight-scope.js';
import { occupationRows } from './occupation-figures.js';
import { eventCountsSql } from './participation-figures.js';
import type { ContestDto } from './year-insight.dto.js';

/** Which of a scope's contests. */
export type ContestFilter = Omit<ContestQuery, 'year' | 'level' | 'area'>;

/** The contests behind a figure, counted by the same rows as the figure. In the order in which they were made. */
export async function listContests(
  tx: EntityManager,
  scope: InsightScope,
  query: ContestFilter,
  now: Date,
): Promise<Page<ContestDto>> {
  const { sql, params } = occupationRows(scope);
  const values = [...params, chinaDay(now)];
  const day = `$${values.length}`;
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    ...conditionsOf(query, add),
    ...(query.after ? [`t.id > ${add(query.after)}::uuid`] : []),
  ];
  const rows: ContestDto[] = await tx.query(
    `WITH ${sql}, owing AS (SELECT id, granted FROM contest), duty AS (${dutyRowsSql(day)}),
     owed AS (
       SELECT application_id,
              (count(*) FILTER (WHERE of = 'condition' AND NOT met))::int AS conditions_open,
              (count(*) FILTER (WHERE of = 'condition' AND overdue))::int AS conditions_overdue,
              (count(*) FILTER (WHERE of = 'obligation' AND NOT met))::int AS obligations_open,
              (count(*) FILTER (WHERE of = 'obligation' AND overdue))::int AS obligations_overdue
         FROM duty GROUP BY application_id),
     chosen AS (
       SELECT t.* FROM contest t LEFT JOIN owed d ON d.application_id = t.id
        WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY t.id LIMIT ${add(query.limit + 1)}),
     held AS (SELECT event_id FROM chosen WHERE event_id IS NOT NULL),
     taken AS (${eventCountsSql})
     SELECT t.id AS "applicationId", t.level, t.division_code AS "divisionCode", ${nameOf('t.division_code')} AS "areaName",
            t.class, t.state, coalesce(t.official_name, t.name) AS name, t.lead,
            (SELECT i.name FROM industry i WHERE i.code = t.industry AND i.retired_in IS NULL ORDER BY i.edition DESC LIMIT 1)
              AS "industryName",
            ${nameOf('t.place_division_code')} AS "placeName", ${nameOf('t.applicant_code')} AS "applicantPlaceName",
            t.final_from::text AS "finalFrom", t.final_to::text AS "finalTo",
            ARRAY(SELECT c.name FROM application_occupation c WHERE c.application_id = t.id ORDER BY c.position) AS occupations,
            t.published, t.number, t.historic, t.demo, t.event_id AS "eventId",
            coalesce(k.delegations, 0) AS delegations, coalesce(k.entries, 0) AS entries,
            coalesce(k.competitors, 0) AS competitors, coalesce(k.present, 0) AS present, coalesce(k.awarded, 0) AS awarded,
            coalesce(d.conditions_open, 0) AS "conditionsOpen", coalesce(d.conditions_overdue, 0) AS "conditionsOverdue",
            coalesce(d.obligations_open, 0) AS "obligationsOpen", coalesce(d.obligations_overdue, 0) AS "obligationsOverdue"
       FROM chosen t LEFT JOIN owed d ON d.application_id = t.id LEFT JOIN taken k ON k.event_id = t.event_id
      ORDER BY t.id`,
    values,
  );
  return pageOf(rows, query.limit, ({ applicationId }) => applicationId);
}

const nameOf = (column: string): string =>
  `(SELECT v.name FROM division v WHERE v.code = ${column} ORDER BY v.retired_in IS NOT NULL, v.edition DESC LIMIT 1)`;

const duties = {
  conditions: { open: 'd.conditions_open > 0', overdue: 'd.conditions_overdue > 0' },
  obligations: { open: 'd.obligations_open > 0', overdue: 'd.obligations_overdue > 0' },
} as const;

const covers = {
  new: 'g.is_new',
  firstTime: 'g.first_time',
  green: `g.mark LIKE '%L%'`,
  digital: `g.mark LIKE '%S%'`,
} as const;

/** Each filter as a condition on `contest t` and what it owes `d`. */
function conditionsOf(query: ContestFilter, add: (value: unknown) => string): string[] {
  const equal = (column: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`t.${column} = ${add(value)}`];
  const ofOccupation = (condition: string): string =>
    `EXISTS (SELECT 1 FROM application_occupation c WHERE c.application_id = t.id AND ${condition})`;
  return [
    ...equal('class', query.class),
    ...equal('state', query.state),
    ...(query.stage ? [`t.${query.stage}`] : []),
    ...equal('industry', query.industry),
    ...equal('place', query.place),
    ...equal('applicant', query.applicant),
    ...(query.months ? [`t.month = ANY(${add(query.months.split(','))}::text[])`] : []),
    ...(query.major ? [ofOccupation(`coalesce(left(c.code, 1), 'none') = ${add(query.major)}`)] : []),
    ...(query.occupation ? [ofOccupation(`${occupationKey} = ${add(query.occupation)}`)] : []),
    ...(query.covers
      ? [
          ofOccupation(
            `${occupationKey} IN (SELECT g.key FROM counted_occupation g WHERE ${covers[query.covers]})`,
          ),
        ]
      : []),
    ...(query.conditions ? [duties.conditions[query.conditions]] : []),
    ...(query.obligations ? [duties.obligations[query.obligations]] : []),
  ];
}
