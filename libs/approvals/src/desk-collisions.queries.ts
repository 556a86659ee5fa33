import type { Actor } from '@luban/audit';
import { jurisdictionsFor, overseenSql, type ReachSql } from '@luban/identity';
import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { divisionNameSql } from './application.queries.js';
import { chinaDay } from './application-text.js';
import type { CollisionDto } from './desk-background.dto.js';
import type {
  CalendarCollisionDto,
  CalendarContestDto,
  DeskCalendarDto,
  DeskCalendarQueryDto,
} from './desk-calendar.dto.js';

/** A contest that is or may be held: not declined, withdrawn or revoked. */
const livesSql = (alias: string): string =>
  `${alias}.submitted_at IS NOT NULL AND ${alias}.final_from IS NOT NULL AND ${alias}.final_to IS NOT NULL
   AND ${alias}.state NOT IN ('draft', 'declined', 'withdrawn', 'revoked')`;

/** Both are held in one and the same week, Monday to Sunday. */
const sameWeeksSql = (one: string, other: string): string =>
  `date_trunc('week', ${one}.final_from) <= date_trunc('week', ${other}.final_to)
   AND date_trunc('week', ${other}.final_from) <= date_trunc('week', ${one}.final_to)`;

/** The first week in which both are held, by its Monday. */
const weekOfSql = (one: string, other: string): string =>
  `date_trunc('week', greatest(${one}.final_from, ${other}.final_from))::date::text`;

/** The same city: the first four digits; the four municipalities are cities by their first two. */
const citySql = (alias: string): string =>
  `(CASE WHEN left(${alias}.place_division_code, 2) IN ('11', '12', '31', '50') THEN left(${alias}.place_division_code, 2)
         WHEN substr(${alias}.place_division_code, 3, 2) <> '00' THEN left(${alias}.place_division_code, 4) END)`;

/**
 * Pairs of contests in the same weeks that share an occupation or the city: two equal joins, so that the work grows
 * with what collides. `mine` narrows the one side.
 */
const pairsSql = (mine: string, others: string): string => `
  SELECT one.id AS one, other.id AS other, array_agg(DISTINCT p.shared) FILTER (WHERE p.shared IS NOT NULL) AS shared,
         bool_or(p.place) AS place
    FROM (
      SELECT x.application_id AS one, y.application_id AS other, y.name AS shared, FALSE AS place
        FROM application_occupation x
        JOIN application_occupation y ON (y.code = x.code OR y.name = x.name) AND y.application_id <> x.application_id
       WHERE x.application_id IN (${mine}) AND y.application_id IN (${others})
      UNION ALL
      SELECT x.id, y.id, NULL, TRUE
        FROM class_application x JOIN class_application y ON ${citySql('y')} = ${citySql('x')} AND y.id <> x.id
       WHERE x.id IN (${mine}) AND y.id IN (${others})) p
    JOIN class_application one ON one.id = p.one
    JOIN class_application other ON other.id = p.other
   WHERE ${livesSql('one')} AND ${livesSql('other')} AND ${sameWeeksSql('one', 'other')}
   GROUP BY one.id, other.id`;

/** What one application collides with, within the actor's area. The worst first. */
export async function collisionsOf(tx: EntityManager, actor: Actor, id: string): Promise<CollisionDto[]> {
  const reach = await deskReach(tx, actor, 'a', 2);
  const others = `SELECT a.id FROM class_application a, class_application own
    WHERE own.id = $1 AND ${reach.sql} AND a.final_from <= own.final_to + 7 AND a.final_to >= own.final_from - 7`;
  return tx.query(
    `SELECT a.id AS "applicationId", a.name, o.name AS "leadName", a.class, a.state, a.final_from::text AS "finalFrom",
            a.final_to::text AS "finalTo", ${divisionNameSql('a.place_division_code')} AS "placeName",
            CASE WHEN pair.place AND pair.shared IS NOT NULL THEN 'both' WHEN pair.place THEN 'place'
                 ELSE 'occupation' END AS kind,
            coalesce(pair.shared, '{}') AS "sharedOccupations", ${weekOfSql('a', 'own')} AS "weekOf"
       FROM (${pairsSql('SELECT $1::uuid', others)}) pair
       JOIN class_application own ON own.id = pair.one
       JOIN class_application a ON a.id = pair.other
       JOIN organisation o ON o.id = a.lead_organisation_id
      ORDER BY (pair.place AND pair.shared IS NOT NULL) DESC, (pair.shared IS NOT NULL) DESC, a.final_from LIMIT 60`,
    [id, ...reach.params],
  );
}

/** The finals of a calendar year and what collides among them, within the actor's area. */
export async function deskCalendar(
  tx: EntityManager,
  actor: Actor,
  query: DeskCalendarQueryDto,
  now: Date,
): Promise<DeskCalendarDto> {
  const year = query.year ?? (await yearUnderReview(tx, actor)) ?? Number(chinaDay(now).slice(0, 4));
  const reach = await deskReach(tx, actor, 'a', 5);
  const ofYear = `SELECT a.id FROM class_application a
    WHERE ${livesSql('a')} AND a.final_from <= $2::date AND a.final_to >= $1::date
      AND ($3::text IS NULL OR a.level = $3) AND ($4::text IS NULL OR a.division_code LIKE $4 || '%') AND ${reach.sql}`;
  const params = [
    `${year}-01-01`,
    `${year}-12-31`,
    query.level ?? null,
    query.area ? query.area.replace(/(00){1,3}$/, '') : null,
    ...reach.params,
  ];
  const contests: CalendarContestDto[] = await tx.query(
    `SELECT a.id, a.name, o.name AS "leadName", a.level, a.class, a.plan_year AS "planYear", a.state,
            a.final_from::text AS "finalFrom", a.final_to::text AS "finalTo",
            a.place_division_code AS "placeDivisionCode", ${divisionNameSql('a.place_division_code')} AS "placeName",
            coalesce((SELECT json_agg(w.name ORDER BY w.position) FROM application_occupation w
                       WHERE w.application_id = a.id), '[]') AS occupations
       FROM class_application a JOIN organisation o ON o.id = a.lead_organisation_id
      WHERE a.id IN (${ofYear}) ORDER BY a.final_from, a.final_to, a.id`,
    params,
  );
  const collisions: CalendarCollisionDto[] = await tx.query(
    `WITH held AS MATERIALIZED (${ofYear})
     SELECT pair.one, pair.other,
            CASE WHEN pair.place AND pair.shared IS NOT NULL THEN 'both' WHEN pair.place THEN 'place'
                 ELSE 'occupation' END AS kind,
            coalesce(pair.shared, '{}') AS "sharedOccupations", ${weekOfSql('x', 'y')} AS "weekOf"
       FROM (${pairsSql('SELECT id FROM held', 'SELECT id FROM held')}) pair
       JOIN class_application x ON x.id = pair.one JOIN class_application y ON y.id = pair.other
      WHERE pair.one < pair.other ORDER BY x.final_from, pair.one, pair.other`,
    params,
  );
  return { year, contests, collisions };
}

/** In which most finals fall that wait for acceptance or review; the latest of several. Null: none waits. */
async function yearUnderReview(tx: EntityManager, actor: Actor): Promise<number | null> {
  const reach = await deskReach(tx, actor, 'a', 1);
  const [found]: { year: number }[] = await tx.query(
    `SELECT extract(year FROM a.final_from)::int AS year FROM class_application a
      WHERE a.state IN ('submitted', 'accepted', 'underReview') AND a.final_from IS NOT NULL AND ${reach.sql}
      GROUP BY 1 ORDER BY count(*) DESC, year DESC LIMIT 1`,
    reach.params,
  );
  return found?.year ?? null;
}

async function deskReach(
  tx: EntityManager,
  actor: Actor,
  alias: string,
  firstParam: number,
): Promise<ReachSql> {
  const areas = await jurisdictionsFor(tx, actor, 'applications.desk');
  if (areas.length === 0) throw new NotFound('approvals.application-not-found');
  return overseenSql(areas, `${alias}.division_code`, firstParam);
}
