import { Injectable } from '@nestjs/common';
import { type Actor, auditNouns, nounsOf, systemActor, verbInWords } from '@luban/audit';
import { nilId, pageOf } from '@luban/platform';
import { DataSource } from 'typeorm';
import { auditCsvHead, auditCsvLines } from './audit-csv.js';
import { assertMayAnywhere, assertMayInEvent } from './access.js';
import type { AuditEntryDto, AuditPageDto, AuditQuery } from './audit-trail.dto.js';
import { grantsFor, reachSql } from './reach.js';
import { subjectNames } from './audit-subject-names.js';

/** Rows that one step of an export reads. */
const exportStep = 2000;

interface AuditRow {
  id: string;
  at: Date;
  actor_account_id: string | null;
  display_name: string | null;
  by_hidden: boolean;
  verb: string;
  event_id: string;
  skill_id: string | null;
  subject_type: string;
  subject_id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  withheld: boolean;
  reason: string | null;
}

/**
 * Reading the audit, the latest first. What a reader sees of it follows the nouns' families (libs/audit/src/verbs.ts):
 * who marks reads nothing that leads from a code to its maker, who does not judge reads no marks.
 */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: DataSource) {}

  async read(actor: Actor, query: AuditQuery): Promise<AuditPageDto> {
    const rows = await this.rows(actor, query, query.limit + 1);
    const page = pageOf(rows, query.limit, (row) => row.id);
    return { items: await this.asDtos(page.items), next: page.next };
  }

  /**
   * All of it as CSV, read step by step so that it need not fit into memory. Refusals come before the first piece.
   */
  async csv(actor: Actor, query: AuditQuery): Promise<AsyncIterable<string>> {
    const first = await this.rows(actor, query, exportStep);
    const pieces = async function* (this: AuditTrail): AsyncGenerator<string> {
      yield auditCsvHead();
      for (let rows = first; ;) {
        if (rows.length > 0) yield auditCsvLines(await this.asDtos(rows));
        const after = rows.length === exportStep ? rows.at(-1)?.id : undefined;
        if (!after) return;
        rows = await this.rows(actor, { ...query, after }, exportStep);
      }
    };
    return pieces.call(this);
  }

  private async asDtos(rows: readonly AuditRow[]): Promise<AuditEntryDto[]> {
    const names = await subjectNames(this.db.manager, rows);
    return rows.map((row) => asDto(row, names.get(row.subject_id) ?? null));
  }

  private async rows(actor: Actor, query: AuditQuery, limit: number): Promise<AuditRow[]> {
    const { eventId, subjectType, subjectId } = query;
    if (eventId) assertMayInEvent(actor, 'audit.read', eventId);
    else assertMayAnywhere(actor, 'accounts.manage');
    // Below, $1 to $8 are the query's own; the two reaches follow.
    const columns = { event: 'e.event_id', skill: 'e.skill_id' };
    const reach = reachSql(actor, 'audit.read', columns, 9);
    const marks = reachSql(actor, 'ranking.read', columns, 9 + reach.params.length);
    const anyEvent = `SELECT g.event_id FROM role_grant g WHERE g.account_id::text = $3 AND g.event_id IS NOT NULL`;
    return this.db.query(
      `WITH seen AS (
         SELECT e.*, split_part(e.verb, '.', 1) = ANY($6::text[]) OR ${marks.sql} AS content
           FROM audit_entry e
          WHERE (e.event_id = $1 OR ($8 AND e.event_id IN (${anyEvent})))
            AND ($2::text IS NULL OR e.subject_type = $2) AND ($3::text IS NULL OR e.subject_id = $3)
            AND ($4::uuid IS NULL OR e.id < $4)
            AND ($7 OR split_part(e.verb, '.', 1) = ANY($5::text[]))
            AND ${reach.sql}
          ORDER BY e.id DESC LIMIT ${limit})
       SELECT s.id, s.at, s.actor_account_id, a.display_name, s.verb, s.event_id, s.skill_id, s.subject_type,
              s.subject_id, s.reason,
              NOT $7 AND EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = s.actor_account_id
                AND g.event_id = s.event_id AND g.role IN ('teamLeader', 'coach', 'competitor')) AS by_hidden,
              CASE WHEN s.content THEN s.before END AS before, CASE WHEN s.content THEN s.after END AS after,
              NOT s.content AND (s.before IS NOT NULL OR s.after IS NOT NULL) AS withheld
         FROM seen s LEFT JOIN account a ON a.id = s.actor_account_id
        ORDER BY s.id DESC`,
      [
        eventId ?? nilId,
        subjectType ?? null,
        subjectId ?? null,
        query.after ?? null,
        nounsOf('open', 'marks'),
        nounsOf('open', 'people'),
        mayKnowPeople(actor, eventId),
        !eventId && subjectType === 'account' && Boolean(subjectId),
        ...reach.params,
        ...marks.params,
      ],
    );
  }
}

/** Whoever reads the audit by another role than that of a chief judge may know who entered and who drew what. */
const mayKnowPeople = (actor: Actor, eventId: string | undefined): boolean =>
  actor === systemActor ||
  grantsFor(actor, 'audit.read').some(
    (grant) => grant.role !== 'chiefJudge' && (grant.eventId === null || grant.eventId === eventId),
  );

function asDto(row: AuditRow, subjectName: string | null): AuditEntryDto {
  const { zh, en } = auditNouns[row.subject_type] ?? { zh: row.subject_type, en: row.subject_type };
  return {
    id: row.id,
    at: row.at.toISOString(),
    by: row.actor_account_id === null ? null : whoDid(row),
    verb: row.verb,
    text: verbInWords(row.verb),
    eventId: row.event_id === nilId ? null : row.event_id,
    skillId: row.skill_id,
    subjectType: row.subject_type,
    subjectText: { zh, en },
    subjectId: row.subject_id,
    subjectName,
    before: row.before,
    after: row.after,
    withheld: row.withheld,
    reason: row.reason,
  };
}

const whoDid = (row: AuditRow) =>
  row.by_hidden
    ? { id: null, displayName: null }
    : { id: row.actor_account_id, displayName: row.display_name };
