import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { iso } from './marking-form.queries.js';
import { floorTime, type TimedFact } from './time-rules.js';
import type { FloorPlaceDto, FloorReply, TimeRecordDto } from './time-record.dto.js';

/** A skill's floor at a moment: who works where, by entry number and workstation – never by code, never by name. */
export async function floorOf(
  tx: EntityManager,
  eventId: string,
  skillId: string,
  now: Date,
  sessionId?: string,
): Promise<FloorReply> {
  const heads: Omit<FloorReply, 'now' | 'places'>[] = await tx.query(
    `SELECT s.id AS "skillId", s.name AS "skillName", s.name_en AS "skillNameEn",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'moduleId', m.id, 'moduleCode', m.code,
          'moduleName', m.name, 'name', t.name, 'startsAt', ${iso('t.starts_at')}, 'endsAt', ${iso('t.ends_at')},
          'durationMinutes', m.duration_minutes) ORDER BY t.starts_at, t.position), '[]')
        FROM session t JOIN module m ON m.event_id = t.event_id AND m.id = t.module_id
        WHERE t.event_id = s.event_id AND t.skill_id = s.id) AS sessions,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'code', w.code, 'state', w.state) ORDER BY w.code), '[]')
        FROM workstation w WHERE w.event_id = s.event_id AND w.skill_id = s.id) AS workstations
     FROM skill s WHERE s.event_id = $1 AND s.id = $2`,
    [eventId, skillId],
  );
  const [head] = heads;
  if (!head) throw new NotFound('events.skill-not-found', { eventId, skillId });
  const places = await placesOf(tx, eventId, { skillId, sessionId }, now);
  return { ...head, now: now.toISOString(), places };
}

interface PlaceRow extends Omit<
  FloorPlaceDto,
  'state' | 'startedAt' | 'stoppedAt' | 'workedSeconds' | 'allowedSeconds'
> {
  durationMinutes: number;
}

/** Places with their records and deductions, in one query; the clock is read at `now`. */
export async function placesOf(
  tx: EntityManager,
  eventId: string,
  which: { skillId?: string; sessionId?: string; placementIds?: readonly string[]; entryId?: string },
  now: Date,
): Promise<FloorPlaceDto[]> {
  const rows: PlaceRow[] = await tx.query(
    `SELECT p.id AS "placementId", p.entry_id AS "entryId", en.entry_number AS "entryNumber", w.code AS workstation,
       p.session_id AS "sessionId", p.module_id AS "moduleId", m.duration_minutes AS "durationMinutes",
       CASE WHEN en.status = 'disqualified' THEN en.status ELSE coalesce(ci.status, en.status) END AS status,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'at', ${iso('r.at')}, 'minutes', r.minutes,
           'reason', r.reason, 'toSessionName', ts.name, 'by', ra.display_name, 'voidReason', r.void_reason,
           'confirmations', coalesce((SELECT jsonb_agg(jsonb_build_object('part', c.part, 'by', ca.display_name,
              'at', ${iso('c.at')}) ORDER BY c.at)
            FROM time_confirmation c LEFT JOIN account ca ON ca.id = c.by
            WHERE c.event_id = r.event_id AND c.time_record_id = r.id), '[]')) ORDER BY r.at, r.id)
         FROM time_record r LEFT JOIN account ra ON ra.id = r.by
         LEFT JOIN session ts ON ts.event_id = r.event_id AND ts.id = r.to_session_id
         WHERE r.event_id = p.event_id AND r.placement_id = p.id), '[]') AS records,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', d.id, 'hundredths', d.hundredths, 'reason', d.reason,
           'state', CASE WHEN d.refused_at IS NOT NULL THEN 'refused' WHEN d.approved_at IS NOT NULL THEN 'approved'
             ELSE 'proposed' END, 'by', da.display_name, 'at', ${iso('d.at')}) ORDER BY d.id)
         FROM deduction d LEFT JOIN account da ON da.id = d.by
         WHERE d.event_id = p.event_id AND d.placement_id = p.id), '[]') AS deductions
     FROM placement p
     JOIN entry en ON en.event_id = p.event_id AND en.id = p.entry_id
     JOIN module m ON m.event_id = p.event_id AND m.id = p.module_id
     LEFT JOIN workstation w ON w.event_id = p.event_id AND w.id = p.workstation_id
     LEFT JOIN LATERAL (
       SELECT c.status FROM check_in c
       WHERE c.event_id = p.event_id AND c.entry_id = p.entry_id AND c.module_id = p.module_id
       ORDER BY c.at DESC, c.id DESC LIMIT 1) ci ON true
     WHERE p.event_id = $1 AND ($2::uuid IS NULL OR p.skill_id = $2) AND ($3::uuid IS NULL OR p.session_id = $3)
       AND ($4::uuid[] IS NULL OR p.id = ANY($4)) AND ($5::uuid IS NULL OR p.entry_id = $5)
     ORDER BY w.code NULLS LAST, en.entry_number`,
    [
      eventId,
      which.skillId ?? null,
      which.sessionId ?? null,
      which.placementIds ?? null,
      which.entryId ?? null,
    ],
  );
  return rows.map(({ durationMinutes, ...row }) => {
    const time = floorTime(factsOf(row.records), durationMinutes, now);
    return {
      ...row,
      state: time.state,
      startedAt: time.startedAt?.toISOString() ?? null,
      stoppedAt: time.stoppedAt?.toISOString() ?? null,
      workedSeconds: time.workedSeconds,
      allowedSeconds: time.allowedSeconds,
    };
  });
}

/** Records that count, as the rules read them: those taken back do not. */
export const factsOf = (
  records: readonly Pick<TimeRecordDto, 'kind' | 'at' | 'minutes' | 'voidReason'>[],
): TimedFact[] =>
  records
    .filter(({ voidReason }) => voidReason === null)
    .map(({ kind, at, minutes }) => ({ kind, at: new Date(at), minutes }));
