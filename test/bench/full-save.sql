-- pgbench: saves one marking form with the same full work as Luban's route, in one prepared statement and one commit: a new
-- revision of the form (only while it is open), the save with its values as the history, the values themselves
-- (upsert), and the audit entry with what stood before. A whole form of seven values, of two sorts so that every value
-- changes; one save in twenty is one judge's score on one of 64 forms that all clients share.
-- Variables: event, from, forms (the pool of forms); whole1_*, whole2_*, one_* (seats, values, entered, hundredths, audit).
\set n random(:from, :from + :forms - 1)
\set hot random(1, 20)
\set sort random(1, 2)
\if :hot = 1
\set n random(:from, :from + 63)
WITH target AS MATERIALIZED (
  SELECT * FROM bench_target WHERE event = :event AND n = :n
), form AS MATERIALIZED (
  UPDATE marking_form f SET revision = f.revision + 1, first_marked_at = coalesce(f.first_marked_at, now())
  FROM target t WHERE f.event_id = t.event_id AND f.id = t.form_id AND f.state = 'open'
  RETURNING f.event_id, f.id, f.skill_id, f.revision, t.account_id, t.aspects,
    bench_id(99, 1, nextval('bench_row')) AS save_id, bench_id(99, 2, nextval('bench_row')) AS audit_id
), kept AS (
  INSERT INTO mark_save (event_id, id, form_id, client_key, revision, "by", at, source, values)
  SELECT event_id, save_id, id, save_id::text, revision, account_id, now(), 'tablet', (:one_values)::jsonb FROM form
), written AS (
  INSERT INTO mark (event_id, form_id, aspect_id, seat, value, mark_hundredths, "by", at, save_id)
  SELECT f.event_id, f.id, c.aspect_id, c.seat, c.value, c.hundredths, f.account_id, now(), f.save_id
  FROM form f CROSS JOIN LATERAL
    unnest(ARRAY[f.aspects[6]], (:one_seats)::smallint[], (:one_entered)::numeric[], (:one_hundredths)::int[]) AS c(aspect_id, seat, value, hundredths)
  ON CONFLICT (event_id, form_id, aspect_id, seat) DO UPDATE
  SET value = excluded.value, mark_hundredths = excluded.mark_hundredths, "by" = excluded.by, at = excluded.at, save_id = excluded.save_id
), recorded AS (
  INSERT INTO audit_entry (event_id, id, at, actor_account_id, verb, skill_id, subject_type, subject_id, before, after)
  SELECT f.event_id, f.audit_id, now(), f.account_id, 'marks.entered', f.skill_id, 'markingForm', f.id::text,
    jsonb_build_object('revision', f.revision - 1, 'marks', (
      SELECT jsonb_object_agg(m.aspect_id::text || m.seat, trim_scale(m.value)::text)
      FROM mark m WHERE m.event_id = f.event_id AND m.form_id = f.id AND m.seat = 2)),
    jsonb_build_object('revision', f.revision, 'source', 'tablet', 'marks', (:one_audit)::jsonb)
  FROM form f
)
SELECT revision FROM form;
\elif :sort = 1
WITH target AS MATERIALIZED (
  SELECT * FROM bench_target WHERE event = :event AND n = :n
), form AS MATERIALIZED (
  UPDATE marking_form f SET revision = f.revision + 1, first_marked_at = coalesce(f.first_marked_at, now())
  FROM target t WHERE f.event_id = t.event_id AND f.id = t.form_id AND f.state = 'open'
  RETURNING f.event_id, f.id, f.skill_id, f.revision, t.account_id, t.aspects,
    bench_id(99, 1, nextval('bench_row')) AS save_id, bench_id(99, 2, nextval('bench_row')) AS audit_id
), kept AS (
  INSERT INTO mark_save (event_id, id, form_id, client_key, revision, "by", at, source, values)
  SELECT event_id, save_id, id, save_id::text, revision, account_id, now(), 'tablet', (:whole1_values)::jsonb FROM form
), written AS (
  INSERT INTO mark (event_id, form_id, aspect_id, seat, value, mark_hundredths, "by", at, save_id)
  SELECT f.event_id, f.id, c.aspect_id, c.seat, c.value, c.hundredths, f.account_id, now(), f.save_id
  FROM form f CROSS JOIN LATERAL
    unnest(f.aspects, (:whole1_seats)::smallint[], (:whole1_entered)::numeric[], (:whole1_hundredths)::int[]) AS c(aspect_id, seat, value, hundredths)
  ON CONFLICT (event_id, form_id, aspect_id, seat) DO UPDATE
  SET value = excluded.value, mark_hundredths = excluded.mark_hundredths, "by" = excluded.by, at = excluded.at, save_id = excluded.save_id
), recorded AS (
  INSERT INTO audit_entry (event_id, id, at, actor_account_id, verb, skill_id, subject_type, subject_id, before, after)
  SELECT f.event_id, f.audit_id, now(), f.account_id, 'marks.entered', f.skill_id, 'markingForm', f.id::text,
    jsonb_build_object('revision', f.revision - 1, 'marks', (
      SELECT jsonb_object_agg(m.aspect_id::text || m.seat, trim_scale(m.value)::text)
      FROM mark m WHERE m.event_id = f.event_id AND m.form_id = f.id)),
    jsonb_build_object('revision', f.revision, 'source', 'tablet', 'marks', (:whole1_audit)::jsonb)
  FROM form f
)
SELECT revision FROM form;
\else
WITH target AS MATERIALIZED (
  SELECT * FROM bench_target WHERE event = :event AND n = :n
), form AS MATERIALIZED (
  UPDATE marking_form f SET revision = f.revision + 1, first_marked_at = coalesce(f.first_marked_at, now())
  FROM target t WHERE f.event_id = t.event_id AND f.id = t.form_id AND f.state = 'open'
  RETURNING f.event_id, f.id, f.skill_id, f.revision, t.account_id, t.aspects,
    bench_id(99, 1, nextval('bench_row')) AS save_id, bench_id(99, 2, nextval('bench_row')) AS audit_id
), kept AS (
  INSERT INTO mark_save (event_id, id, form_id, client_key, revision, "by", at, source, values)
  SELECT event_id, save_id, id, save_id::text, revision, account_id, now(), 'tablet', (:whole2_values)::jsonb FROM form
), written AS (
  INSERT INTO mark (event_id, form_id, aspect_id, seat, value, mark_hundredths, "by", at, save_id)
  SELECT f.event_id, f.id, c.aspect_id, c.seat, c.value, c.hundredths, f.account_id, now(), f.save_id
  FROM form f CROSS JOIN LATERAL
    unnest(f.aspects, (:whole2_seats)::smallint[], (:whole2_entered)::numeric[], (:whole2_hundredths)::int[]) AS c(aspect_id, seat, value, hundredths)
  ON CONFLICT (event_id, form_id, aspect_id, seat) DO UPDATE
  SET value = excluded.value, mark_hundredths = excluded.mark_hundredths, "by" = excluded.by, at = excluded.at, save_id = excluded.save_id
), recorded AS (
  INSERT INTO audit_entry (event_id, id, at, actor_account_id, verb, skill_id, subject_type, subject_id, before, after)
  SELECT f.event_id, f.audit_id, now(), f.account_id, 'marks.entered', f.skill_id, 'markingForm', f.id::text,
    jsonb_build_object('revision', f.revision - 1, 'marks', (
      SELECT jsonb_object_agg(m.aspect_id::text || m.seat, trim_scale(m.value)::text)
      FROM mark m WHERE m.event_id = f.event_id AND m.form_id = f.id)),
    jsonb_build_object('revision', f.revision, 'source', 'tablet', 'marks', (:whole2_audit)::jsonb)
  FROM form f
)
SELECT revision FROM form;
\endif
