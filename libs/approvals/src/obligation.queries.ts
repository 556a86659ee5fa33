import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { type Jurisdiction, governs, jurisdictionsFor } from '@luban/identity';
import { Clock, NotFound } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { applicantOrganisations, applicationsInReach } from './application-reach.js';
import type { ClassApplication } from './class-application.entity.js';
import type {
  ObligationCountsDto,
  ObligationDto,
  ObligationFilterDto,
  ObligationListDto,
} from './obligation.dto.js';
import { expectedSql } from './obligation-days.js';
import type { Obligation } from './obligation.entity.js';
import { todayIn } from './plan-facts.js';

interface ObligationRow {
  id: string;
  applicationId: string;
  contest: string;
  hostName: string;
  leadOrganisationId: string;
  level: ClassApplication['level'];
  divisionCode: string;
  planYear: number;
  class: 'one' | 'two' | null;
  kind: Obligation['kind'];
  title: { zh: string; en: string };
  dueOn: string | null;
  dueWithNext: boolean;
  dueExpected: boolean;
  state: ObligationDto['state'];
  overdue: boolean;
  handedInAt: Date | null;
  fileName: string | null;
  note: string | null;
  checkedAt: Date | null;
  returnedReason: string | null;
  citation: { article: { zh: string; en: string }; source: string; grade: string } | null;
  eventId: string | null;
}

/** Where a row stands. What was returned is open again, with the reason. */
const stateSql = `CASE WHEN b.checked_at IS NOT NULL AND b.met_at IS NOT NULL THEN 'checked'
  WHEN b.met_at IS NOT NULL THEN 'handedIn' WHEN b.returned_reason IS NOT NULL THEN 'returned' ELSE 'open' END`;

/** Something is owed only while the contest has its class status. */
const owingSql = `a.state IN ('granted', 'grantedWithConditions')`;

/** What is owed after contests: lists for hosts and authorities. */
@Injectable()
export class ObligationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Within reach, what is due first first, then those due with the next application, at the end what is checked: the
   * first 1,000, with counts of all.
   */
  async list(actor: Actor, filter: ObligationFilterDto): Promise<ObligationListDto> {
    const tx = this.db.manager;
    const reach = await applicationsInReach(tx, actor, 'a', 8);
    const rows: (ObligationRow & { counts: ObligationCountsDto })[] = await tx.query(
      `WITH seen AS (
         SELECT ${columns('$1')}
           FROM obligation b JOIN class_application a ON a.id = b.application_id
           JOIN organisation o ON o.id = a.lead_organisation_id
           LEFT JOIN class_status s ON s.application_id = a.id
          WHERE ${owingSql} AND ($2::int IS NULL OR a.plan_year = $2) AND ($3::text IS NULL OR b.kind = $3)
            AND ($4::uuid IS NULL OR a.id = $4)
            AND ($5::text IS NULL OR position(lower($5) IN lower(coalesce(s.official_name, a.name) || ' ' || o.name)) > 0)
            AND ${reach.sql}),
       counted AS (
         SELECT jsonb_build_object('open', count(*) FILTER (WHERE state = 'open'),
                  'returned', count(*) FILTER (WHERE state = 'returned'),
                  'handedIn', count(*) FILTER (WHERE state = 'handedIn'),
                  'checked', count(*) FILTER (WHERE state = 'checked'),
                  'overdue', count(*) FILTER (WHERE overdue)) AS counts FROM seen)
       SELECT seen.*, counted.counts FROM counted LEFT JOIN seen
           ON ($6::text IS NULL OR state = $6) AND ($7::boolean IS NULL OR overdue = $7)
        ORDER BY state = 'checked', "dueOn" NULLS LAST, "planYear" DESC, contest, kind, title ->> 'zh', id LIMIT 1000`,
      [
        todayIn(this.clock.now()),
        filter.planYear ?? null,
        filter.kind ?? null,
        filter.applicationId ?? null,
        filter.q?.trim() || null,
        filter.state ?? null,
        filter.overdue === undefined ? null : filter.overdue === 'true',
        ...reach.params,
      ],
    );
    const who = await reader(tx, actor);
    const counts = rows[0]?.counts ?? { open: 0, returned: 0, handedIn: 0, checked: 0, overdue: 0 };
    const found = rows.filter(({ id }) => id !== null);
    return { items: found.map((row) => obligationShown(row, who)), counts, next: null };
  }
}

/** One of them, as a screen shows it. Throws `NotFound` `approvals.obligation-not-found`. */
export async function readObligation(
  tx: EntityManager,
  actor: Actor,
  applicationId: string,
  id: string,
  now: Date,
): Promise<ObligationDto> {
  const [row]: ObligationRow[] = await tx.query(
    `SELECT ${columns('$3')}
       FROM obligation b JOIN class_application a ON a.id = b.application_id
       JOIN organisation o ON o.id = a.lead_organisation_id LEFT JOIN class_status s ON s.application_id = a.id
      WHERE b.application_id = $1 AND b.id::text = $2`,
    [applicationId, id.toLowerCase(), todayIn(now)],
  );
  if (!row) throw new NotFound('approvals.obligation-not-found');
  return obligationShown(row, await reader(tx, actor));
}

const columns = (today: string): string => `
  b.id, a.id AS "applicationId", coalesce(s.official_name, a.name) AS contest, o.name AS "hostName",
  a.lead_organisation_id AS "leadOrganisationId", a.level, a.division_code AS "divisionCode",
  a.plan_year AS "planYear", a.class, b.kind, b.title, b.due_on::text AS "dueOn",
  b.due_days IS NULL AS "dueWithNext", ${expectedSql('b', 'a')} AS "dueExpected", ${stateSql} AS state,
  b.met_at IS NULL AND coalesce(b.due_on < ${today}::date, FALSE) AS overdue, b.met_at AS "handedInAt",
  b.file_name AS "fileName", b.note, b.checked_at AS "checkedAt", b.returned_reason AS "returnedReason", b.citation,
  s.event_id AS "eventId"`;

interface Reader {
  organisations: string[];
  checks: Jurisdiction[];
}

const reader = async (tx: EntityManager, actor: Actor): Promise<Reader> => ({
  organisations: applicantOrganisations(actor),
  checks: (await jurisdictionsFor(tx, actor, 'obligations.check')).filter(
    (area) => area.organisationId !== null,
  ),
});

function obligationShown(row: ObligationRow, { organisations, checks }: Reader): ObligationDto {
  const { leadOrganisationId, handedInAt, checkedAt, citation } = row;
  const governsIt = checks.some((area) => governs(area, row));
  return {
    id: row.id,
    applicationId: row.applicationId,
    contest: row.contest,
    hostName: row.hostName,
    level: row.level,
    divisionCode: row.divisionCode,
    planYear: row.planYear,
    class: row.class,
    kind: row.kind,
    title: row.title,
    dueOn: row.dueOn,
    dueWithNext: row.dueWithNext,
    dueExpected: row.dueExpected,
    state: row.state,
    overdue: row.overdue,
    handedInAt: handedInAt?.toISOString() ?? null,
    fileName: row.fileName,
    note: row.note,
    checkedAt: checkedAt?.toISOString() ?? null,
    returnedReason: row.returnedReason,
    citation: citation && {
      article: citation.article,
      source: citation.source,
      verified: citation.grade === 'verified',
    },
    eventId: row.eventId,
    maySubmit: row.state !== 'checked' && organisations.includes(leadOrganisationId),
    mayCheck: row.state === 'handedIn' && governsIt,
    mayUndoCheck: row.state === 'checked' && governsIt,
  };
}
