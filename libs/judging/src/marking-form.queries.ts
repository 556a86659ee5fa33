import type { Calculation } from '@luban/scoring';
import type { EntityManager } from 'typeorm';
import type { AspectCard } from './entered-value.js';
import type { MarkingRules, StandingValue } from './form-standing.js';
import type {
  FormAspectDto,
  FormChangeDto,
  FormNeighbourDto,
  FormReopeningDto,
  FormSeatDto,
  FormSignOffDto,
  FormValueDto,
  MarkNoteDto,
} from './marking-form.dto.js';
import { formNeededSql } from './form-needed.sql.js';
import type { FormInReach } from './form-reach.js';

/** What stands around a form: names, not people. */
export interface FormHeading {
  skillCode: string;
  skillName: string;
  skillNameEn: string | null;
  moduleCode: string;
  moduleName: string;
  teamName: string;
  workCode: string;
  subCriterionId: string;
  code: string;
  name: string;
  criterionCode: string;
  criterionName: string;
  dayOfMarking: number | null;
  maxHundredths: number;
  compatriotMode: 'open' | 'coded';
  requireSignedScan: boolean;
  submittedBy: string | null;
  stage: string;
  rules: MarkingRules;
}

type FormKey = Pick<FormInReach, 'eventId' | 'id'>;

export async function headingOf(tx: EntityManager, { eventId, id }: FormKey): Promise<FormHeading> {
  const rows: FormHeading[] = await tx.query(
    `SELECT s.code AS "skillCode", s.name AS "skillName", s.name_en AS "skillNameEn", m.code AS "moduleCode",
       m.name AS "moduleName", t.name AS "teamName", w.code AS "workCode", sc.id AS "subCriterionId", sc.code, sc.name,
       sc.criterion_code AS "criterionCode", sc.criterion_name AS "criterionName", sc.day_of_marking AS "dayOfMarking",
       sc.max_hundredths AS "maxHundredths", sc.compatriot_mode AS "compatriotMode",
       s.require_signed_scan AS "requireSignedScan", e.stage, a.display_name AS "submittedBy",
       jsonb_build_object('judgement', s.policy -> 'judgement', 'rounding', s.policy -> 'rounding') AS rules
     FROM marking_form f
     JOIN competition_event e ON e.id = f.event_id
     JOIN skill s ON s.event_id = f.event_id AND s.id = f.skill_id
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN module m ON m.event_id = sc.event_id AND m.id = sc.module_id
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     JOIN marking_team t ON t.event_id = f.event_id AND t.id = f.team_id
     LEFT JOIN account a ON a.id = f.submitted_by
     WHERE f.event_id = $1 AND f.id = $2`,
    [eventId, id],
  );
  const [heading] = rows;
  if (!heading) throw new Error(`form ${id} has no heading`);
  return heading;
}

/** The aspects of a sub-criterion in the sheet's order. */
export function aspectsOfForm(
  tx: EntityManager,
  eventId: string,
  subCriterionId: string,
): Promise<(AspectCard & FormAspectDto & { calculation: Calculation | null })[]> {
  return tx.query(
    `SELECT id, code, kind, max_hundredths AS "maxHundredths", calculation, description, extra, requirement, section,
       descriptors
     FROM aspect WHERE event_id = $1 AND sub_criterion_id = $2 ORDER BY position`,
    [eventId, subCriterionId],
  );
}

/** Current values, with the name of whoever entered each. */
export function valuesOf(tx: EntityManager, { eventId, id }: FormKey): Promise<FormValueDto[]> {
  return tx.query(
    `SELECT m.aspect_id AS "aspectId", m.seat, trim_scale(m.value)::text AS value, a.display_name AS by, ${iso('m.at')} AS at
     FROM mark m LEFT JOIN account a ON a.id = m.by
     WHERE m.event_id = $1 AND m.form_id = $2 ORDER BY m.aspect_id, m.seat`,
    [eventId, id],
  );
}

/** Current values alone, for deciding. */
export function standingValuesOf(tx: EntityManager, { eventId, id }: FormKey): Promise<StandingValue[]> {
  return tx.query(
    `SELECT aspect_id AS "aspectId", seat, trim_scale(value)::text AS value
     FROM mark WHERE event_id = $1 AND form_id = $2 ORDER BY aspect_id, seat`,
    [eventId, id],
  );
}

export function seatsOf(
  tx: EntityManager,
  { eventId, id }: FormKey,
  accountId: string | null,
): Promise<FormSeatDto[]> {
  return tx.query(
    `SELECT t.seat, t.judge_id AS "judgeId", a.display_name AS name, a.id = $3 AS "isMe"
     FROM marking_form_seat t
     JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
     JOIN account a ON a.id = j.account_id
     WHERE t.event_id = $1 AND t.form_id = $2 ORDER BY t.seat`,
    [eventId, id, accountId],
  );
}

export function notesOf(tx: EntityManager, { eventId, id }: FormKey): Promise<MarkNoteDto[]> {
  return tx.query(
    `SELECT n.id, n.aspect_id AS "aspectId", n.text, a.display_name AS by, ${iso('n.at')} AS at
     FROM mark_note n LEFT JOIN account a ON a.id = n.by
     WHERE n.event_id = $1 AND n.form_id = $2 ORDER BY n.id`,
    [eventId, id],
  );
}

export async function signOffOf(tx: EntityManager, { eventId, id }: FormKey): Promise<FormSignOffDto | null> {
  const rows: FormSignOffDto[] = await tx.query(
    `SELECT s.version_code AS "versionCode", s.revision, s.total_hundredths AS "totalHundredths", a.display_name AS by,
       ${iso('s.at')} AS at, s.scan_hash AS "scanHash"
     FROM sign_off s LEFT JOIN account a ON a.id = s.by
     WHERE s.event_id = $1 AND s.form_id = $2 AND s.ended_at IS NULL`,
    [eventId, id],
  );
  return rows[0] ?? null;
}

export function reopeningsOf(tx: EntityManager, { eventId, id }: FormKey): Promise<FormReopeningDto[]> {
  return tx.query(
    `SELECT r.reason, a.display_name AS by, ${iso('r.at')} AS at
     FROM reopening r LEFT JOIN account a ON a.id = r.by
     WHERE r.event_id = $1 AND r.form_id = $2 ORDER BY r.id DESC`,
    [eventId, id],
  );
}

/**
 * The works before and after, by what the actor calls them (code; entry number where he sees the makers), among the needed forms of the sub-criterion that the actor has a part in.
 */
export async function neighboursOf(
  tx: EntityManager,
  form: FormInReach,
  accountId: string | null,
): Promise<{ previous: FormNeighbourDto | null; next: FormNeighbourDto | null }> {
  const seesAll = form.isChief || form.isPaper;
  const rows: { id: string; workCode: string }[] = await tx.query(
    `SELECT f.id, coalesce(open.entry_number, w.code) AS "workCode" FROM marking_form f
     JOIN work w ON w.event_id = f.event_id AND w.id = f.work_id
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     LEFT JOIN LATERAL (
       SELECT en.entry_number FROM blind_code bc
       JOIN entry en ON en.event_id = bc.event_id AND en.id = bc.entry_id
       WHERE sc.compatriot_mode = 'open' AND $6 AND bc.event_id = f.event_id AND bc.work_id = f.work_id) open ON TRUE
     WHERE f.event_id = $1 AND f.sub_criterion_id = $2 AND (f.id = $3 OR ${formNeededSql()})
       AND ($4 OR EXISTS (
         SELECT FROM marking_form_seat t JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
         WHERE t.event_id = f.event_id AND t.form_id = f.id AND j.account_id = $5 AND j.ended_at IS NULL))
     ORDER BY 2`,
    [form.eventId, form.subCriterionId, form.id, seesAll, accountId, form.isSeated],
  );
  const at = rows.findIndex(({ id }) => id === form.id);
  return { previous: rows[at - 1] ?? null, next: (at >= 0 && rows[at + 1]) || null };
}

/** The latest value of each cell saved after a revision. */
export function changesSince(
  tx: EntityManager,
  { eventId, id }: FormKey,
  revision: number,
): Promise<FormChangeDto[]> {
  return tx.query(
    `SELECT c."aspectId", c.seat, c.value, a.display_name AS by, ${iso('c.at')} AS at FROM (
       SELECT DISTINCT ON (v."aspectId", v.seat) v."aspectId", v.seat, v.value, s.by, s.at
       FROM mark_save s
       CROSS JOIN LATERAL jsonb_to_recordset(s.values) AS v("aspectId" uuid, seat smallint, value text)
       WHERE s.event_id = $1 AND s.form_id = $2 AND s.revision > $3
       ORDER BY v."aspectId", v.seat, s.revision DESC) c
     LEFT JOIN account a ON a.id = c.by`,
    [eventId, id, revision],
  );
}

/** A time as JSON has it: ISO with its zone. */
export const iso = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
