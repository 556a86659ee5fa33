import type { Actor } from '@luban/audit';
import { mayAt, reachSql } from '@luban/identity';
import { isId, NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { EntryCounts } from './delegation.dto.js';
import type { CompetitorReply, EntryFindingReply, EntryPage, EntryQuery, EntryReply } from './entry.dto.js';
import { duplicateFindings } from './entry-duplicates.js';
import { type EntryFinding, entryFindings, type EntryTerms, maskedBirthDate } from './entry-rules.js';

/** An entry as it is read: birth dates whole, with the terms that it is held against. */
export type EntryRow = Omit<EntryReply, 'findings'> & EntryTerms;

const columns = `
  e.id, e.entry_number AS "entryNumber", e.delegation_id AS "delegationId", d.name AS "delegationName",
  e.skill_id AS "skillId", s.code AS "skillCode", s.name AS "skillName", s.name_en AS "skillNameEn", s.team_size AS "teamSize",
  e.group_id AS "groupId", g.name AS "groupName", e.team_name AS "teamName", e.state, e.status,
  e.status_reason AS "statusReason", e.return_reason AS "returnReason", e.late_reason AS "lateReason",
  e.submitted_at AS "submittedAt", e.reviewed_at AS "reviewedAt", e.version,
  EXISTS (SELECT 1 FROM draw w WHERE w.event_id = e.event_id AND w.skill_id = e.skill_id AND w.superseded_at IS NULL) AS drawn,
  s.age_years_max AS "ageYearsMax", v.held_year AS "heldYear", v.starts_on::text AS "startsOn",
  coalesce((SELECT json_agg(json_build_object(
      'id', k.id, 'position', k.position, 'name', p.name, 'nameLatin', p.name_latin, 'sex', p.sex,
      'birthDate', p.birth_date::text, 'unit', k.unit, 'hasAccount', k.account_id IS NOT NULL) ORDER BY k.position)
    FROM competitor k JOIN person p ON p.id = k.person_id
   WHERE k.event_id = e.event_id AND k.entry_id = e.id), '[]') AS competitors`;

const tables = `
  entry e
  JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
  JOIN skill s ON s.event_id = e.event_id AND s.id = e.skill_id
  JOIN skill_group g ON g.event_id = e.event_id AND g.id = e.group_id
  JOIN competition_event v ON v.id = e.event_id`;

const order = `s.position, s.code, g.position, g.code, d.position, d.code, e.id`;

/** Entries in the actor's reach, by skill, group and delegation; birth dates masked. `limit` defaults to 100. */
export async function entryPage(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  query: EntryQuery,
): Promise<EntryPage> {
  const limit = query.limit ?? 100;
  const where = matching(actor, eventId, query);
  const rows: EntryRow[] = await tx.query(
    `SELECT ${columns} FROM ${tables}
      WHERE ${where.sql} AND ($2::text IS NULL OR e.state = $2)
        AND ($3::uuid IS NULL OR (${order}) > (SELECT ${order} FROM ${tables} WHERE e.event_id = $1 AND e.id = $3))
      ORDER BY ${order} LIMIT $4`,
    [eventId, query.state ?? null, query.after ?? null, limit + 1, ...where.params],
  );
  const shown = rows.slice(0, limit);
  const findings = await findingsOf(tx, actor, eventId, shown);
  return {
    items: shown.map((row) => asReply(masked(row), findings.get(row.id) ?? [])),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    counts: await countsOf(tx, actor, eventId, query),
  };
}

/** One entry with whole birth dates: for those who have to check them. */
export async function entryInFull(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  id: string,
): Promise<EntryReply> {
  const [row] = await entryRows(tx, actor, eventId, [id]);
  if (!row) throw new NotFound('registration.entry-not-found');
  const findings = await findingsOf(tx, actor, eventId, [row]);
  return asReply(row, findings.get(id) ?? []);
}

/** The entries of these ids that are in the actor's reach. */
export async function entryRows(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  ids: readonly string[],
): Promise<EntryRow[]> {
  const reach = reachSql(actor, 'entries.read', reachColumns, 3);
  return tx.query(
    `SELECT ${columns} FROM ${tables} WHERE e.event_id = $1 AND e.id = ANY($2) AND ${reach.sql}`,
    [eventId, ids.filter(isId), ...reach.params],
  );
}

/** Every finding of these entries by id: by themselves, and people who stand elsewhere too. */
export async function findingsOf(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  rows: readonly EntryRow[],
): Promise<Map<string, EntryFinding[]>> {
  const elsewhere = await duplicateFindings(
    tx,
    eventId,
    rows.filter(({ status }) => status !== 'withdrawn').map(({ id }) => id),
    mayAt(actor, 'entries.review', { eventId }),
  );
  return new Map(
    rows.map((row) => [row.id, [...entryFindings(row.competitors, row), ...(elsewhere.get(row.id) ?? [])]]),
  );
}

async function countsOf(
  tx: EntityManager,
  actor: Actor,
  eventId: string,
  query: EntryQuery,
): Promise<EntryCounts> {
  const where = matching(actor, eventId, { ...query, status: undefined }, 2);
  const [counts] = (await tx.query(
    `SELECT count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'draft')::int AS draft,
            count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'submitted')::int AS submitted,
            count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'returned')::int AS returned,
            count(*) FILTER (WHERE e.status <> 'withdrawn' AND e.state = 'accepted')::int AS accepted,
            count(*) FILTER (WHERE e.status = 'withdrawn')::int AS withdrawn
       FROM entry e WHERE ${where.sql}`,
    [eventId, ...where.params],
  )) as [EntryCounts];
  return counts;
}

const reachColumns = { event: 'e.event_id', skill: 'e.skill_id', delegation: 'e.delegation_id' };

/** The conditions of a query but for state and page; parameters from `first` on. */
function matching(
  actor: Actor,
  eventId: string,
  query: EntryQuery,
  first = 5,
): { sql: string; params: unknown[] } {
  const status = query.status === 'competing' ? null : (query.status ?? null);
  const own = [
    query.delegationId ?? null,
    query.skillId ?? null,
    query.groupId ?? null,
    status,
    query.status === 'competing',
    like(query.q),
  ];
  const at = (n: number) => `$${first + n}`;
  const reach = reachSql(actor, 'entries.read', reachColumns, first + own.length);
  return {
    sql: `e.event_id = $1 AND ${reach.sql}
      AND (${at(0)}::uuid IS NULL OR e.delegation_id = ${at(0)}) AND (${at(1)}::uuid IS NULL OR e.skill_id = ${at(1)})
      AND (${at(2)}::uuid IS NULL OR e.group_id = ${at(2)}) AND (${at(3)}::text IS NULL OR e.status = ${at(3)})
      AND (NOT ${at(4)}::boolean OR e.status <> 'withdrawn')
      AND (${at(5)}::text IS NULL OR e.entry_number ILIKE ${at(5)} OR e.team_name ILIKE ${at(5)} OR EXISTS (
        SELECT 1 FROM competitor k JOIN person p ON p.id = k.person_id
         WHERE k.event_id = e.event_id AND k.entry_id = e.id
           AND (p.name ILIKE ${at(5)} OR p.name_latin ILIKE ${at(5)} OR k.unit ILIKE ${at(5)})))`,
    params: [...own, ...reach.params],
  };
}

/** What a person typed as an ILIKE pattern; his own `%` and `_` are letters like others. */
export const like = (typed: string | undefined): string | null =>
  typed?.trim() ? `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%` : null;

const masked = (row: EntryRow): EntryRow => ({
  ...row,
  competitors: row.competitors.map((person): CompetitorReply => ({
    ...person,
    birthDate: maskedBirthDate(person.birthDate),
  })),
});

function asReply(
  { ageYearsMax: _age, heldYear: _year, startsOn: _day, ...row }: EntryRow,
  findings: readonly EntryFinding[],
): EntryReply {
  return { ...row, findings: findings.map(asFindingReply) };
}

export const asFindingReply = ({ code, severity, path, message }: EntryFinding): EntryFindingReply => ({
  code,
  severity,
  path,
  message,
});
