import type { SavedValue } from './saved-value.js';

/** One save of one form, read and checked: a row of the statement below. */
export interface SaveRow {
  eventId: string;
  formId: string;
  clientKey: string;
  /** The revision the save was made on. */
  revision: number;
  saveId: string;
  auditId: string;
  accountId: string | null;
  /** `paper`: its two people were checked before; otherwise the account must hold a seat of the form. */
  source: 'tablet' | 'paper';
  values: SaveCell[];
  /** Judgement aspects of which the save holds some seats only: the other judges' scores are wanted for the spread. */
  ask: string[];
}

export interface SaveCell extends SavedValue {
  markHundredths: number | null;
  /** `B2.4#1`: the aspect's code and the seat, for the audit. */
  label: string;
}

/**
 * What became of a row. `moved`: another save of the form committed first; decide it anew.
 * `keyReused`: the client key stands for other values already.
 */
export type SaveOutcome =
  | 'saved'
  | 'repeated'
  | 'moved'
  | 'changed'
  | 'keyReused'
  | 'notFound'
  | 'signedOff'
  | 'submitted'
  | 'wrongStage';

export interface SaveReplyRow {
  /** 1-based place in the batch. */
  n: number;
  outcome: SaveOutcome;
  /** After the save; of the earlier save when repeated; otherwise where the form stands. */
  revision: number;
  /** When it was saved: now, or by the earlier save of a repeated key. */
  at: Date;
  /** What others saved since the revision the save was made on: the latest of each cell. */
  changes: { aspectId: string; seat: number; value: string | null; by: string | null; at: string }[] | null;
  /** The scores of the aspects asked for, as they stood before the save. */
  beside: [aspectId: string, seat: number, value: string][] | null;
}

/**
 * The hot path (SPEED.md): decides, saves and audits up to some hundred forms in one statement, each by itself, so that
 * a refused row never fails its neighbours. Everything is decided on the statement's snapshot; the one lock is the
 * update of the form, which takes a row only if the form still stands at the revision that was decided on. Whoever
 * lost that race gets `moved`, having written nothing. As every write to a form's marks moves its revision, what was
 * decided on is then also what is written on.
 *
 * Each row's cells travel as array literals inside the row, so that no plan can join every row with every cell; index
 * look-ups are LATERAL for the same reason. Never NOTIFY here.
 */
export const saveMarksSql = `
WITH form AS MATERIALIZED (
  SELECT i.*, f.skill_id, f.state, f.revision AS stands_at,
    p.revision AS prior_revision, p.at AS prior_at, p.values = i.values AS prior_same,
    (SELECT e.stage FROM competition_event e WHERE e.id = i.event_id) AS stage,
    EXISTS (SELECT FROM reopening r WHERE r.event_id = i.event_id AND r.form_id = i.form_id OFFSET 0) AS reopened,
    i.source = 'paper' OR EXISTS (
      SELECT FROM marking_form_seat t CROSS JOIN LATERAL (
        SELECT FROM judge j
        WHERE j.event_id = t.event_id AND j.id = t.judge_id AND j.account_id = i.account_id AND j.ended_at IS NULL
        OFFSET 0) j
      WHERE t.event_id = i.event_id AND t.form_id = i.form_id OFFSET 0) AS seated
  FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[],
      $10::jsonb[], $11::jsonb[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[])
    WITH ORDINALITY AS i(event_id, form_id, client_key, base, save_id, audit_id, account_id, source,
      values, marks, aspects, seats, entered, hundredths, labels, ask, n)
  LEFT JOIN LATERAL (
    SELECT f.skill_id, f.state, f.revision FROM marking_form f
    WHERE f.event_id = i.event_id AND f.id = i.form_id LIMIT 1) f ON true
  LEFT JOIN LATERAL (
    SELECT p.revision, p.at, p.values FROM mark_save p
    WHERE p.event_id = i.event_id AND p.form_id = i.form_id AND p.client_key = i.client_key LIMIT 1) p ON true
), since AS MATERIALIZED (
  SELECT f.n, l.changes FROM form f CROSS JOIN LATERAL (
    SELECT jsonb_agg(to_jsonb(v)) AS changes FROM (
      SELECT DISTINCT ON (v."aspectId", v.seat) v."aspectId", v.seat, v.value, s.by, s.at
      FROM mark_save s
      CROSS JOIN LATERAL jsonb_to_recordset(s.values) AS v("aspectId" uuid, seat smallint, value text)
      WHERE s.event_id = f.event_id AND s.form_id = f.form_id AND s.revision > f.base
      ORDER BY v."aspectId", v.seat, s.revision DESC) v) l
  WHERE f.base < f.stands_at AND f.prior_revision IS NULL
), decided AS MATERIALIZED (
  SELECT f.*, s.changes, CASE
    WHEN f.state IS NULL OR NOT f.seated THEN 'notFound'
    WHEN f.prior_revision IS NOT NULL THEN CASE WHEN f.prior_same THEN 'repeated' ELSE 'keyReused' END
    WHEN f.state = 'signed' THEN 'signedOff'
    WHEN f.state = 'submitted' THEN 'submitted'
    WHEN f.stage <> 'competition' AND NOT (f.reopened AND f.stage IN ('results', 'provisional', 'final'))
      THEN 'wrongStage'
    WHEN f.base > f.stands_at OR f.base < f.stands_at AND EXISTS (
      SELECT FROM jsonb_to_recordset(s.changes) AS v("aspectId" uuid, seat smallint, value numeric)
      JOIN unnest(f.aspects::uuid[], f.seats::smallint[], f.entered::numeric[]) AS c(aspect_id, seat, value)
        ON c.aspect_id = v."aspectId" AND c.seat = v.seat AND c.value IS DISTINCT FROM v.value) THEN 'changed'
    ELSE 'saved' END AS outcome
  FROM form f LEFT JOIN since s ON s.n = f.n
), saved AS MATERIALIZED (
  UPDATE marking_form f SET revision = f.revision + 1, first_marked_at = coalesce(f.first_marked_at, $1)
  FROM (SELECT * FROM decided WHERE outcome = 'saved' ORDER BY event_id, form_id) d
  WHERE f.event_id = d.event_id AND f.id = d.form_id AND f.revision = d.stands_at AND f.state = 'open'
  RETURNING d.n, f.event_id, f.id AS form_id, f.skill_id, f.revision, d.stands_at, d.save_id, d.audit_id, d.account_id,
    d.client_key, CASE WHEN d.source = 'tablet' AND d.reopened THEN 'correction' ELSE d.source END AS source,
    d.values, d.marks, d.aspects, d.seats, d.entered, d.hundredths, d.labels
), kept AS (
  INSERT INTO mark_save (event_id, id, form_id, client_key, revision, "by", at, source, values)
  SELECT event_id, save_id, form_id, client_key, revision, account_id, $1, source, values FROM saved
), written AS (
  INSERT INTO mark (event_id, form_id, aspect_id, seat, value, mark_hundredths, "by", at, save_id)
  SELECT s.event_id, s.form_id, c.aspect_id, c.seat, c.value, c.hundredths, s.account_id, $1, s.save_id
  FROM saved s CROSS JOIN LATERAL
    unnest(s.aspects::uuid[], s.seats::smallint[], s.entered::numeric[], s.hundredths::int[])
      AS c(aspect_id, seat, value, hundredths)
  WHERE c.value IS NOT NULL
  ON CONFLICT (event_id, form_id, aspect_id, seat) DO UPDATE
  SET value = excluded.value, mark_hundredths = excluded.mark_hundredths, "by" = excluded.by, at = excluded.at,
    save_id = excluded.save_id
), taken_back AS (
  DELETE FROM mark m USING (
    SELECT s.event_id, s.form_id, c.aspect_id, c.seat
    FROM saved s CROSS JOIN LATERAL
      unnest(s.aspects::uuid[], s.seats::smallint[], s.entered::numeric[]) AS c(aspect_id, seat, value)
    WHERE strpos(s.entered, 'NULL') > 0 AND c.value IS NULL OFFSET 0) c
  WHERE m.event_id = c.event_id AND m.form_id = c.form_id AND m.aspect_id = c.aspect_id AND m.seat = c.seat
), recorded AS (
  INSERT INTO audit_entry
    (event_id, id, at, actor_account_id, verb, skill_id, subject_type, subject_id, before, after)
  SELECT s.event_id, s.audit_id, $1, s.account_id, 'marks.entered', s.skill_id, 'markingForm', s.form_id::text,
    jsonb_build_object('revision', s.stands_at, 'marks', CASE WHEN s.stands_at > 0 THEN (
      SELECT jsonb_object_agg(c.label, trim_scale(m.value)::text)
      FROM unnest(s.aspects::uuid[], s.seats::smallint[], s.labels::text[]) AS c(aspect_id, seat, label)
      CROSS JOIN LATERAL (
        SELECT m.value FROM mark m
        WHERE m.event_id = s.event_id AND m.form_id = s.form_id AND m.aspect_id = c.aspect_id AND m.seat = c.seat
        LIMIT 1) m) END),
    jsonb_build_object('revision', s.revision, 'source', s.source, 'marks', s.marks)
  FROM saved s
)
SELECT d.n::int AS n, CASE WHEN d.outcome = 'saved' AND s.n IS NULL THEN 'moved' ELSE d.outcome END AS outcome,
  coalesce(s.revision, d.prior_revision, d.stands_at) AS revision, coalesce(d.prior_at, $1) AS at, d.changes,
  CASE WHEN s.n IS NOT NULL AND d.ask <> '{}' THEN (
    SELECT jsonb_agg(jsonb_build_array(m.aspect_id, m.seat, trim_scale(m.value)::text))
    FROM unnest(d.ask::uuid[]) AS a(id) CROSS JOIN LATERAL (
      SELECT m.aspect_id, m.seat, m.value FROM mark m
      WHERE m.event_id = d.event_id AND m.form_id = d.form_id AND m.aspect_id = a.id OFFSET 0) m) END AS beside
FROM decided d LEFT JOIN saved s ON s.n = d.n`;

/** What the connections that run it are told: plan once, and look up by index whatever the tables' size at that time. */
export const saveMarksOptions = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c jit=off';

/** The statement's parameters. Arrays are written as literals here: the driver's own way costs more than the rest. */
export function saveMarksParams(at: Date, rows: readonly SaveRow[]): unknown[] {
  const each = (text: (row: SaveRow) => string | number): string => literal(rows.map(text));
  const cells = (text: (cell: SaveCell) => string | number): string =>
    each((row) => quoted(literal(row.values.map(text))));
  return [
    at.toISOString(),
    each((row) => row.eventId),
    each((row) => row.formId),
    each((row) => quoted(row.clientKey)),
    each((row) => row.revision),
    each((row) => row.saveId),
    each((row) => row.auditId),
    each((row) => row.accountId ?? 'NULL'),
    each((row) => row.source),
    each((row) =>
      quoted(JSON.stringify(row.values.map(({ aspectId, seat, value }) => ({ aspectId, seat, value })))),
    ),
    each((row) =>
      quoted(JSON.stringify(Object.fromEntries(row.values.map(({ label, value }) => [label, value])))),
    ),
    cells(({ aspectId }) => aspectId),
    cells(({ seat }) => seat),
    cells(({ value }) => value ?? 'NULL'),
    cells(({ markHundredths }) => markHundredths ?? 'NULL'),
    cells(({ label }) => quoted(label)),
    each((row) => quoted(literal(row.ask))),
  ];
}

const literal = (elements: readonly (string | number)[]): string => `{${elements.join(',')}}`;
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
