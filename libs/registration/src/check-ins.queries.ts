import type { EntityManager } from 'typeorm';
import type { CheckInCounts, CheckInPage, CheckInQuery, CheckInReply, CheckInRow } from './check-in.dto.js';
import { like } from './entries.queries.js';
import type { EntryStatus } from './entry-status.js';

/** The latest finding for each module of an entry. */
export async function latestByModule(
  tx: EntityManager,
  eventId: string,
  entryId: string,
): Promise<Map<string, EntryStatus>> {
  const rows: { moduleId: string; status: EntryStatus }[] = await tx.query(
    `SELECT DISTINCT ON (module_id) module_id AS "moduleId", status FROM check_in
      WHERE event_id = $1 AND entry_id = $2 ORDER BY module_id, at DESC, id DESC`,
    [eventId, entryId],
  );
  return new Map(rows.map(({ moduleId, status }) => [moduleId, status]));
}

/** Everything recorded for an entry, latest first. */
export async function checkInHistory(
  tx: EntityManager,
  eventId: string,
  entryId: string,
): Promise<CheckInReply[]> {
  return tx.query(
    `SELECT c.id, c.entry_id AS "entryId", c.module_id AS "moduleId", m.code AS "moduleCode", c.status, c.reason, c.at,
            c."by", a.display_name AS "byName", c.undoes_id AS "undoesId"
       FROM check_in c
       JOIN module m ON m.event_id = c.event_id AND m.id = c.module_id
       LEFT JOIN account a ON a.id = c."by"
      WHERE c.event_id = $1 AND c.entry_id = $2 ORDER BY c.at DESC, c.id DESC`,
    [eventId, entryId],
  );
}

const desk = `
  FROM entry e
  JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
  JOIN skill_group g ON g.event_id = e.event_id AND g.id = e.group_id
  LEFT JOIN placement p ON p.event_id = e.event_id AND p.entry_id = e.id AND p.module_id = $3
  LEFT JOIN session s ON s.event_id = p.event_id AND s.id = p.session_id
  LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
  LEFT JOIN LATERAL (
    SELECT c.id, c.status, c.reason, c.at, c.undoes_id FROM check_in c
     WHERE c.event_id = e.event_id AND c.entry_id = e.id AND c.module_id = $3 ORDER BY c.at DESC, c.id DESC LIMIT 1) c ON true
 WHERE e.event_id = $1 AND e.skill_id = $2 AND e.state = 'accepted'
   AND (e.status <> 'withdrawn' OR c.id IS NOT NULL)
   AND ($4::uuid IS NULL OR p.session_id = $4)`;

const order = `coalesce(s.starts_at, 'infinity'), coalesce(e.entry_number, '~'), d.position, e.id`;

/** Entries of a module at its desk, by session and entry number. */
export async function checkInPage(
  tx: EntityManager,
  eventId: string,
  query: CheckInQuery,
): Promise<CheckInPage> {
  const limit = query.limit ?? 200;
  const base = [eventId, query.skillId, query.moduleId, query.sessionId ?? null];
  const rows: CheckInRow[] = await tx.query(
    `SELECT e.id AS "entryId", e.entry_number AS "entryNumber", e.team_name AS "teamName", g.name AS "groupName",
            d.name AS "delegationName", s.name AS "sessionName", s.starts_at AS "startsAt", w.code AS "workstationCode",
            coalesce(c.status, 'entered') AS status, e.status AS "entryStatus", c.reason, c.at,
            CASE WHEN c.undoes_id IS NULL THEN c.id END AS "checkInId",
            ARRAY(SELECT n.name FROM competitor k JOIN person n ON n.id = k.person_id
                   WHERE k.event_id = e.event_id AND k.entry_id = e.id ORDER BY k.position) AS names
       ${desk}
        AND ($5::text IS NULL OR e.entry_number ILIKE $5 OR w.code ILIKE $5 OR e.team_name ILIKE $5 OR EXISTS (
          SELECT 1 FROM competitor k JOIN person n ON n.id = k.person_id
           WHERE k.event_id = e.event_id AND k.entry_id = e.id AND (n.name ILIKE $5 OR n.name_latin ILIKE $5)))
        AND ($6::text IS NULL OR coalesce(c.status, 'entered') = $6)
        AND ($7::uuid IS NULL OR (${order}) > (SELECT ${order} ${desk} AND e.id = $7))
      ORDER BY ${order} LIMIT $8`,
    [
      ...base,
      like(query.q),
      query.status === 'waiting' ? 'entered' : (query.status ?? null),
      query.after ?? null,
      limit + 1,
    ],
  );
  const [counts] = (await tx.query(
    `SELECT count(*) FILTER (WHERE coalesce(c.status, 'entered') = 'entered')::int AS waiting,
            ${['present', 'absent', 'withdrawn', 'retired', 'disqualified'].map((s) => `count(*) FILTER (WHERE c.status = '${s}')::int AS ${s}`).join(', ')}
       ${desk}`,
    base,
  )) as [CheckInCounts];
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.entryId ?? null) : null, counts };
}
