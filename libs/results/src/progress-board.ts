import type { EntityManager } from 'typeorm';
import type { ProgressBoard, ProgressSkill } from './progress-board.dto.js';

/** The progress of an event, in two statements; null when there is no such event. */
export async function progressBoard(tx: EntityManager, eventId: string): Promise<ProgressBoard | null> {
  const [event]: Omit<ProgressBoard, 'skills'>[] = await tx.query(
    `SELECT id AS "eventId", name, name_en AS "nameEn", stage, time_zone AS "timeZone", demo FROM competition_event WHERE id = $1`,
    [eventId],
  );
  if (!event) return null;
  const skills: ProgressSkill[] = await tx.query(
    `SELECT k.id AS "skillId", k.code, k.name, k.name_en AS "nameEn",
       (SELECT count(*)::int FROM entry e WHERE e.event_id = k.event_id AND e.skill_id = k.id AND e.state = 'accepted') AS entries,
       COALESCE(v.forms_expected, f.expected, 0) AS "formsExpected",
       COALESCE(f.signed, 0) AS "formsSigned", p.kind AS published,
       COALESCE((SELECT json_agg(json_build_object('name', s.name, 'module', m.code, 'startsAt', s.starts_at,
           'endsAt', s.ends_at) ORDER BY s.starts_at, s.name)
         FROM session s JOIN module m ON m.event_id = s.event_id AND m.id = s.module_id
         WHERE s.event_id = k.event_id AND s.skill_id = k.id), '[]') AS sessions
     FROM skill k
     LEFT JOIN LATERAL (SELECT count(*)::int AS expected, count(*) FILTER (WHERE f.state = 'signed')::int AS signed
       FROM marking_form f WHERE f.event_id = k.event_id AND f.skill_id = k.id) f ON TRUE
     LEFT JOIN LATERAL (SELECT forms_expected FROM result_version v WHERE v.event_id = k.event_id AND v.skill_id = k.id
       ORDER BY v.number DESC LIMIT 1) v ON TRUE
     LEFT JOIN LATERAL (SELECT kind FROM publication p WHERE p.event_id = k.event_id AND p.skill_id = k.id
       AND p.superseded_at IS NULL ORDER BY p.at DESC LIMIT 1) p ON TRUE
     WHERE k.event_id = $1 ORDER BY k.position, k.code`,
    [eventId],
  );
  return { ...event, skills };
}
