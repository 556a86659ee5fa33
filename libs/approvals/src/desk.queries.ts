import type { Actor } from '@luban/audit';
import { pageOf, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { divisionNameSql } from './application.queries.js';
import { partsBy } from './application-reach.js';
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
  const { queue, after, limit, ...filter } = query;
  const where = await deskWhere(tx, actor, filter, now);
  const rows = await deskRows(tx, where, { queue, after, limit: limit + 1 });
  const { items, next } = pageOf(rows, limit, ({ id }) => id);
  const facts = await stepFactsFor(
    tx,
    actor,
    items.map(({ id }) => id),
  );
  const { state: _state, overdue: _overdue, ...counted } = filter;
  return {
    items: items.map((row) => asReply(row, facts, now)),
    next,
    ...(await counts(tx, await deskWhere(tx, actor, counted, now))),
    years: await planYears(tx, actor, now),
  };
}

/** The rows themselves; sub-queries run for those of the page only. */
async function deskRows(
  tx: EntityManager,
  where: { sql: string; params: unknown[] },
  { queue, after, limit }: Pick<DeskQueryDto, 'queue' | 'after' | 'limit'>,
): Promise<Row[]> {
  const newestFirst = queue === 'decided' || queue === 'all';
  const [sign, order] = newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const params = [...where.params, limit];
  const limitParam = `$${params.length}`;
  let keyset = 'TRUE';
  if (after) {
    params.push(after);
    keyset = `(a.submitted_at, a.id) ${sign} (SELECT p.submitted_at, p.id FROM class_application p WHERE p.id = $${params.length})`;
  }
  return tx.query(
    `WITH page AS MATERIALIZED (
       SELECT a.*, o.name AS lead_name ${from}
        WHERE ${where.sql} AND ${queueSql[queue]} AND ${keyset} AND $1::date IS NOT NULL AND $2::timestamptz IS NOT NULL
        ORDER BY a.submitted_at ${order}, a.id ${order} LIMIT ${limitParam})
     SELECT a.id, a.version, a.name, a.edition, a.level, a.division_code AS "divisionCode",
            ${divisionNameSql('a.division_code')} AS "divisionName", a.plan_year AS "planYear",
            a.held_year AS "heldYear", a.class, a.lead_name AS "leadName",
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
       FROM page a
       CROSS JOIN LATERAL (SELECT ${sinceSql} AS since) w
       LEFT JOIN LATERAL (SELECT b.findings, b.number FROM application_submission b WHERE b.application_id = a.id
                           ORDER BY b.number DESC LIMIT 1) f ON TRUE
       CROSS JOIN LATERAL (
         SELECT count(*)::int AS "openConditions", count(*) FILTER (WHERE q.due_on < $1::date)::int AS "overdueConditions",
                count(*) FILTER (WHERE q.reported_at IS NOT NULL)::int AS "reportedConditions"
           FROM application_condition q
          WHERE q.application_id = a.id AND q.met_at IS NULL AND q.cancelled_at IS NULL) c
      ORDER BY a.submitted_at ${order}, a.id ${order}`,
    params,
  );
}

function asReply({ leadOrganisationId, ...row }: Row, facts: StepFacts, now: Date): DeskRowDto {
  const application = { ...row, leadOrganisationId };
  const office = partsBy(facts.actor, facts.offices, application).find(({ role }) => role !== 'applicant');
  const bar =
    office && office.role !== 'applicant' && biasIn(facts, application, office.role);
  return {
    ...row,
    daysWaiting: Math.max(0, daysBetween(row.since, now)),
    overdue: isOverdue(row.dueAt, now),
    actions: actionsNow(facts, application),
    bar: bar ? { code: bar.code, message: say(bar.code, bar.params) } : null,
  };
}

async function counts(
  tx: EntityManager,
  where: { sql: string; params: unknown[] },
): Promise<Pick<DeskPageDto, 'counts' | 'states'>> {
  const queues = deskQueues.map((queue) => `count(*) FILTER (WHERE ${queueSql[queue]})::int AS "${queue}"`);
  const rows: (DeskCountsDto & { state: string })[] = await tx.query(
    `SELECT a.state, ${queues.join(', ')}, count(*) FILTER (WHERE ${overdueSql})::int AS overdue
       ${from} WHERE ${where.sql} AND $1::date IS NOT NULL AND $2::timestamptz IS NOT NULL GROUP BY a.state`,
    where.params,
  );
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

async function planYears(tx: EntityManager, actor: Actor, now: Date): Promise<number[]> {
  const where = await deskWhere(tx, actor, {}, now);
  const rows: { year: number }[] = await tx.query(
    `SELECT DISTINCT a.plan_year AS year ${from}
      WHERE ${where.sql} AND $1::date IS NOT NULL AND $2::timestamptz IS NOT NULL ORDER BY year DESC`,
    where.params,
  );
  return rows.map(({ year }) => year);
}
