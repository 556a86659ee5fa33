import type { Actor } from '@luban/audit';
import { pageOf, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { divisionNameSql } from './application.queries.js';
import { partsBy } from './application-reach.js';
import { chinaDay } from './application-text.js';
import type { DeskCountsDto, DeskPageDto, DeskQueryDto, DeskRowDto } from './desk.dto.js';
import { deskQueues } from './desk.dto.js';
import { deskWhere, dueSql, overdueSql, queueSql, sinceSql } from './desk-filter.js';
import { isOverdue } from './review-clock.js';
import { daysBetween } from './review-days.js';
import { actionsNow, biasIn, type StepFacts, stepFactsFor } from './step-facts.js';

type Row = Omit<DeskRowDto, 'actions' | 'bar' | 'daysWaiting' | 'overdue'> & { leadOrganisationId: string };

const from = `FROM class_application a JOIN organisation o ON o.id = a.lead_organisation_id`;
const kindCount = (severity: string): string =>
  `jsonb_array_length(jsonb_path_query_array(f.findings, '$[*] ? (@.severity == "${severity}")'))`;

/**
 * A page of the reviewer's desk with the counts of all queues. What waits stands in the order in which it was
 * submitted, what is decided newest first.
 */
export async function deskPage(
  tx: EntityManager,
  actor: Actor,
  query: DeskQueryDto,
  now: Date,
): Promise<DeskPageDto> {
  const found = await filtered(tx, actor, query, now);
  const { items, next } = pageOf(found.ids, query.limit, (id) => id);
  const facts = await stepFactsFor(tx, actor, items);
  const rows = await deskRows(tx, items, now);
  return {
    items: rows.map((row) => asReply(row, facts, now)),
    next,
    ...countsOf(found.counts),
    years: await planYears(tx, actor, now),
  };
}

type StateCounts = DeskCountsDto & { state: string };

/** All that the filters leave, read once: counted by state and queue, and cut to one page (and one more). */
async function filtered(
  tx: EntityManager,
  actor: Actor,
  query: DeskQueryDto,
  now: Date,
): Promise<{ counts: StateCounts[]; ids: string[] }> {
  const where = await deskWhere(tx, actor, query, now);
  const params = [...where.params];
  const param = (value: unknown): string => `$${params.push(value)}`;
  const newestFirst = query.queue === 'decided' || query.queue === 'all';
  const [sign, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const shown = [
    `f."${query.queue}"`,
    ...(query.state ? [`f.state = ${param(query.state)}`] : []),
    ...(query.overdue ? ['f.overdue'] : []),
    ...(query.after
      ? [
          `(f.submitted_at, f.id) ${sign} (SELECT p.submitted_at, p.id FROM class_application p WHERE p.id = ${param(query.after)})`,
        ]
      : []),
  ].join(' AND ');
  const queues = deskQueues.map((queue) => `${queueSql[queue]} AS "${queue}"`).join(', ');
  const counted = [...deskQueues, 'overdue'].map(
    (one) => `count(*) FILTER (WHERE f."${one}")::int AS "${one}"`,
  );
  const [answer]: { counts: StateCounts[] | null; ids: string[] | null }[] = await tx.query(
    `WITH f AS MATERIALIZED (
       SELECT a.id, a.state, a.submitted_at, ${queues}, coalesce(${overdueSql}, FALSE) AS overdue ${from}
        WHERE ${where.sql} AND $1::date IS NOT NULL)
     SELECT (SELECT json_agg(c) FROM (SELECT f.state, ${counted.join(', ')} FROM f GROUP BY f.state ORDER BY f.state) c)
              AS counts,
            (SELECT json_agg(p.id) FROM (SELECT f.id FROM f WHERE ${shown}
              ORDER BY f.submitted_at ${order}, f.id ${order} LIMIT ${param(query.limit + 1)}) p) AS ids`,
    params,
  );
  return { counts: answer?.counts ?? [], ids: answer?.ids ?? [] };
}

function countsOf(rows: readonly StateCounts[]): Pick<DeskPageDto, 'counts' | 'states'> {
  const sum = (key: keyof DeskCountsDto) => rows.reduce((total, row) => total + row[key], 0);
  return {
    counts: {
      toAccept: sum('toAccept'),
      toReview: sum('toReview'),
      returned: sum('returned'),
      amendments: sum('amendments'),
      conditions: sum('conditions'),
      decided: sum('decided'),
      all: sum('all'),
      overdue: sum('overdue'),
    },
    states: rows.map(({ state, all }) => ({ state, count: all })),
  };
}

/** The lines of one page, in the order of these ids. */
function deskRows(tx: EntityManager, ids: readonly string[], now: Date): Promise<Row[]> {
  return tx.query(
    `SELECT a.id, a.version, a.name, a.edition, a.level, a.division_code AS "divisionCode",
            ${divisionNameSql('a.division_code')} AS "divisionName", a.plan_year AS "planYear",
            a.held_year AS "heldYear", a.class, o.name AS "leadName",
            a.lead_organisation_id AS "leadOrganisationId", a.industry_code AS "industryCode",
            (SELECT i.name FROM industry i WHERE i.code = a.industry_code ORDER BY i.edition DESC LIMIT 1)
              AS "industryName",
            ${divisionNameSql('a.place_division_code')} AS "placeName", a.final_from::text AS "finalFrom",
            a.final_to::text AS "finalTo", a.state, a.submitted_at AS "submittedAt",
            a.historic, a.demo, w.since, ${dueSql('w.since')} AS "dueAt",
            coalesce((SELECT json_agg(p.name || coalesce('（' || p.detail || '）', '') ORDER BY p.position)
                        FROM application_occupation p WHERE p.application_id = a.id), '[]') AS occupations,
            coalesce(f.number, 0) AS submissions,
            json_build_object('passed', coalesce(${kindCount('passed')}, 0), 'warning', coalesce(${kindCount('warning')}, 0),
              'blocking', coalesce(${kindCount('blocking')}, 0), 'unknown', coalesce(${kindCount('unknown')}, 0)) AS findings,
            c."openConditions", c."overdueConditions", c."reportedConditions",
            (SELECT count(*)::int FROM amendment m WHERE m.application_id = a.id AND m.state = 'submitted')
              AS "waitingAmendments"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS page (id, place)
       JOIN class_application a ON a.id = page.id
       JOIN organisation o ON o.id = a.lead_organisation_id
       CROSS JOIN LATERAL (SELECT ${sinceSql} AS since) w
       LEFT JOIN LATERAL (SELECT b.findings, b.number FROM application_submission b WHERE b.application_id = a.id
                           ORDER BY b.number DESC LIMIT 1) f ON TRUE
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS "openConditions", count(*) FILTER (WHERE q.due_on < $2::date)::int AS "overdueConditions",
                count(*) FILTER (WHERE q.reported_at IS NOT NULL)::int AS "reportedConditions"
           FROM application_condition q
          WHERE q.application_id = a.id AND q.met_at IS NULL AND q.cancelled_at IS NULL) c
      ORDER BY page.place`,
    [ids, chinaDay(now)],
  );
}

function asReply({ leadOrganisationId, ...row }: Row, facts: StepFacts, now: Date): DeskRowDto {
  const application = { ...row, leadOrganisationId };
  const office = partsBy(facts.actor, facts.offices, application).find(({ role }) => role !== 'applicant');
  const bar = office && office.role !== 'applicant' && biasIn(facts, application, office.role);
  return {
    ...row,
    daysWaiting: Math.max(0, daysBetween(row.since, now)),
    overdue: isOverdue(row.dueAt, now),
    actions: actionsNow(facts, application),
    bar: bar ? { code: bar.code, message: say(bar.code, bar.params) } : null,
  };
}

async function planYears(tx: EntityManager, actor: Actor, now: Date): Promise<number[]> {
  const where = await deskWhere(tx, actor, {}, now);
  const rows: { year: number }[] = await tx.query(
    `SELECT DISTINCT a.plan_year AS year ${from}
      WHERE ${where.sql} AND $1::date IS NOT NULL AND $2::timestamptz IS NOT NULL ORDER BY year DESC`,
    where.params,
  );
  return rows.map(({ year }) => year);
}
