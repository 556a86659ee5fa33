import type { Actor } from '@luban/audit';
import { jurisdictionsFor, overseenSql, type ReachSql } from '@luban/identity';
import type { EntityManager } from 'typeorm';
import { chinaDay } from './application-text.js';
import type { DeskFilterDto } from './desk.dto.js';
import { officeDays } from './review-days.js';

type Queue = DeskFilterDto['queue'];

/** What stands in each queue, as conditions on `class_application a`. `$1` is today in China. */
export const queueSql: Record<Queue, string> = {
  toAccept: `a.state = 'submitted'`,
  toReview: `a.state IN ('accepted', 'underReview')`,
  returned: `a.state = 'returned'`,
  amendments: `EXISTS (SELECT 1 FROM amendment m WHERE m.application_id = a.id AND m.state = 'submitted')`,
  conditions: `(a.state = 'grantedWithConditions' AND EXISTS (
    SELECT 1 FROM application_condition c WHERE c.application_id = a.id AND c.met_at IS NULL AND c.cancelled_at IS NULL
       AND (c.reported_at IS NOT NULL OR c.due_on < $1::date)))`,
  decided: `a.state IN ('granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')`,
  all: 'TRUE',
};

/** When an application came to the state it is in. */
export const sinceSql = `coalesce((SELECT s.at FROM application_step s
  WHERE s.application_id = a.id AND s.from_state <> s.to_state ORDER BY s.number DESC LIMIT 1), a.submitted_at)`;

/** By when it should leave that state (`reviewClock` in SQL). */
export const dueSql = (since: string): string => `CASE
  WHEN a.state = 'returned' THEN a.completion_due_at
  WHEN a.state = 'submitted' THEN ${since} + interval '${officeDays.accept} days'
  WHEN a.state IN ('accepted', 'underReview') THEN ${since} + interval '${officeDays.review} days' END`;

/** `$2` is now. */
export const overdueSql = `(a.state IN ('returned', 'submitted', 'accepted', 'underReview') AND ${dueSql(sinceSql)} < $2)`;

/** Whether the last submission has a finding of one of these kinds; the findings are read once. */
const found = (...severities: string[]): string =>
  `jsonb_path_exists((SELECT b.findings FROM application_submission b WHERE b.application_id = a.id
     ORDER BY b.number DESC LIMIT 1), '$[*] ? (${severities.map((one) => `@.severity == "${one}"`).join(' || ')})')`;

/**
 * The desk's filters but for queue, state and clock (which are counted) as a condition on `class_application a` with
 * its lead `o`, and its parameters: today and now first. Only what was submitted within the actor's area.
 */
export async function deskWhere(
  tx: EntityManager,
  actor: Actor,
  filter: Omit<DeskFilterDto, 'queue' | 'state' | 'overdue'>,
  now: Date,
): Promise<ReachSql> {
  const params: unknown[] = [chinaDay(now), now];
  const conditions = ['a.submitted_at IS NOT NULL'];
  const areas = await jurisdictionsFor(tx, actor, 'applications.desk');
  const reach = overseenSql(areas, 'a.division_code', params.length + 1);
  params.push(...reach.params);
  conditions.push(reach.sql);
  const add = (sql: (param: string) => string, value: unknown) => {
    params.push(value);
    conditions.push(sql(`$${params.length}`));
  };
  if (filter.year !== undefined) add((p) => `a.plan_year = ${p}`, filter.year);
  if (filter.level) add((p) => `a.level = ${p}`, filter.level);
  if (filter.area) add((p) => `a.division_code LIKE ${p}`, `${prefixOf(filter.area)}%`);
  if (filter.class === 'none') conditions.push('a.class IS NULL');
  else if (filter.class) add((p) => `a.class = ${p}`, filter.class);
  if (filter.industry) add((p) => `a.industry_code LIKE ${p}`, `${filter.industry}%`);
  if (filter.place) add((p) => `a.place_division_code LIKE ${p}`, `${prefixOf(filter.place)}%`);
  if (filter.findings === 'clean') conditions.push(`${found('blocking', 'warning')} IS FALSE`);
  else if (filter.findings) conditions.push(found(filter.findings));
  const q = filter.q?.trim();
  if (q)
    add(
      (p) => `(a.name ILIKE ${p} OR o.name ILIKE ${p} OR EXISTS (
        SELECT 1 FROM application_occupation w WHERE w.application_id = a.id AND (w.name ILIKE ${p} OR w.code ILIKE ${p})))`,
      `%${q.replace(/[\\%_]/g, '\\$&')}%`,
    );
  return { sql: conditions.join(' AND '), params };
}

/** 330000 is the province with all in it, 330100 the city. */
const prefixOf = (code: string): string => code.replace(/(00){1,3}$/, '');
