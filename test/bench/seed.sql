-- Seeds one event in the middle of marking, set-based: skills with a scheme in force, entries with coded works, judges
-- who can sign in, and a marked form for every sub-criterion of every work. Run by `npm run bench` on a
-- database of its own; told by the settings bench.*: event (1 …), skills, entries, sub_criteria (each skill's forms per
-- work), measurements and judgements (aspects of a form), measured and judged (their marks in hundredths), state (of the
-- forms), policy, tree, password_hash.
--
-- Ids are readable: kind and number within a UUIDv7 of a fixed time, so that scripts can name them.
CREATE OR REPLACE FUNCTION bench_id(event int, kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('019b76da-a8' || lpad(to_hex(event), 2, '0') || '-7' || lpad(to_hex(kind), 3, '0') || '-8000-'
    || lpad(to_hex(n), 12, '0'))::uuid $$;
CREATE OR REPLACE FUNCTION bench_setting(name text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT current_setting('bench.' || name)::int $$;
CREATE OR REPLACE FUNCTION bench_aspects() RETURNS int LANGUAGE sql STABLE AS $$
  SELECT bench_setting('measurements') + bench_setting('judgements') $$;

BEGIN;
CREATE TEMP TABLE at ON COMMIT DROP AS
  SELECT bench_setting('event') AS e, bench_id(bench_setting('event'), 1, 0) AS event_id, now() AS at,
    bench_setting('skills') AS skills, bench_setting('entries') AS entries, bench_setting('sub_criteria') AS subs;
-- The cells of a form: one for each measured aspect, three (seats 1 to 3) for each judged one.
CREATE TEMP TABLE cell ON COMMIT DROP AS
  SELECT a, seat, CASE WHEN seat = 0 THEN 'measurement' ELSE 'judgement' END AS kind
  FROM generate_series(1, bench_aspects()) a, generate_series(0, 3) seat WHERE (a <= bench_setting('measurements')) = (seat = 0);

INSERT INTO competition_event (id, name, level, held_year, starts_on, ends_on, stage)
  SELECT event_id, '压测赛事 ' || e, 'provincial', 2027, '2027-05-11', '2027-05-13', 'competition' FROM at;
INSERT INTO delegation (event_id, id, code, name, position)
  SELECT event_id, bench_id(e, 2, n), 'D' || n, '代表队 ' || n, n FROM at, generate_series(1, entries) n;
INSERT INTO skill (event_id, id, code, name, policy_name, policy, position)
  SELECT event_id, bench_id(e, 3, k), 'S' || k, '赛项 ' || k, current_setting('bench.policy')::jsonb ->> 'name',
    current_setting('bench.policy')::jsonb, k FROM at, generate_series(1, skills) k;
INSERT INTO skill_group (event_id, id, skill_id, code, name)
  SELECT event_id, bench_id(e, 4, k), bench_id(e, 3, k), 'worker', '职工组' FROM at, generate_series(1, skills) k;
INSERT INTO module (event_id, id, skill_id, code, name, duration_minutes)
  SELECT event_id, bench_id(e, 5, k), bench_id(e, 3, k), 'A', '模块 A', 120 FROM at, generate_series(1, skills) k;
INSERT INTO session (event_id, id, skill_id, module_id, name, starts_at, ends_at)
  SELECT event_id, bench_id(e, 6, k), bench_id(e, 3, k), bench_id(e, 5, k), 'A-1', at, at + interval '2 hours'
  FROM at, generate_series(1, skills) k;
INSERT INTO draw (event_id, id, skill_id, seed, code_seed, inputs, inputs_hash, at)
  SELECT event_id, bench_id(e, 7, k), bench_id(e, 3, k), 'bench', 'bench', '{}', 'bench', at FROM at, generate_series(1, skills) k;

-- Entries: number within the event n = (k - 1) * entries + i.
CREATE TEMP TABLE maker ON COMMIT DROP AS
  SELECT event_id, e, at, k, i, (k - 1) * entries + i AS n FROM at, generate_series(1, skills) k, generate_series(1, entries) i;
INSERT INTO person (id, name) SELECT bench_id(e, 8, n), '选手 ' || n FROM maker;
INSERT INTO entry (event_id, id, delegation_id, skill_id, group_id, state, status, entry_number)
  SELECT event_id, bench_id(e, 9, n), bench_id(e, 2, i), bench_id(e, 3, k), bench_id(e, 4, k), 'accepted', 'present', 'E' || n FROM maker;
INSERT INTO competitor (event_id, id, entry_id, person_id)
  SELECT event_id, bench_id(e, 10, n), bench_id(e, 9, n), bench_id(e, 8, n) FROM maker;
INSERT INTO check_in (event_id, id, entry_id, module_id, status, at)
  SELECT event_id, bench_id(e, 11, n), bench_id(e, 9, n), bench_id(e, 5, k), 'present', at FROM maker;
INSERT INTO placement (event_id, id, entry_id, skill_id, module_id, session_id, draw_id)
  SELECT event_id, bench_id(e, 12, n), bench_id(e, 9, n), bench_id(e, 3, k), bench_id(e, 5, k), bench_id(e, 6, k), bench_id(e, 7, k) FROM maker;
INSERT INTO work (event_id, id, skill_id, module_id, code)
  SELECT event_id, bench_id(e, 13, n), bench_id(e, 3, k), bench_id(e, 5, k), 'W' || n FROM maker;
INSERT INTO blind_code (event_id, work_id, entry_id, module_id, draw_id)
  SELECT event_id, bench_id(e, 13, n), bench_id(e, 9, n), bench_id(e, 5, k), bench_id(e, 7, k) FROM maker;

-- People: three judges and a chief judge (the fourth) in each skill.
CREATE TEMP TABLE person_of ON COMMIT DROP AS
  SELECT event_id, e, at, k, j, (k - 1) * 4 + j AS n FROM at, generate_series(1, skills) k, generate_series(1, 4) j;
INSERT INTO account (id, login, display_name, password_hash)
  SELECT bench_id(e, 14, n), 'bench-' || e || '-' || k || '-' || j, '裁判 ' || n, current_setting('bench.password_hash') FROM person_of;
INSERT INTO role_grant (id, account_id, role, event_id, skill_id)
  SELECT bench_id(e, 15, n), bench_id(e, 14, n), CASE WHEN j < 4 THEN 'judge' ELSE 'chiefJudge' END, event_id, bench_id(e, 3, k) FROM person_of;
INSERT INTO judge (event_id, id, skill_id, account_id, part, created_at)
  SELECT event_id, bench_id(e, 16, n), bench_id(e, 3, k), bench_id(e, 14, n), CASE WHEN j < 4 THEN 'judge' ELSE 'chiefJudge' END, at FROM person_of;
INSERT INTO marking_team (event_id, id, skill_id, name)
  SELECT event_id, bench_id(e, 17, k), bench_id(e, 3, k), '一组' FROM at, generate_series(1, skills) k;
INSERT INTO marking_team_member (event_id, id, team_id, judge_id, seat)
  SELECT event_id, bench_id(e, 18, n), bench_id(e, 17, k), bench_id(e, 16, n), j FROM person_of WHERE j < 4;

-- The scheme: sub-criterion number s of skill k is (k - 1) * subs + s, ten to a criterion; its aspects follow each other.
INSERT INTO marking_scheme (event_id, id, skill_id, number, source, tree, findings, total_hundredths, state, created_at)
  SELECT event_id, bench_id(e, 19, k), bench_id(e, 3, k), 1, 'built', current_setting('bench.tree')::jsonb, '[]', 10000, 'inForce', at
  FROM at, generate_series(1, skills) k;
CREATE TEMP TABLE sub ON COMMIT DROP AS
  SELECT event_id, e, k, s, (k - 1) * subs + s AS n, chr(65 + (s - 1) / 10) AS criterion,
    chr(65 + (s - 1) / 10) || ((s - 1) % 10 + 1) AS code, bench_setting('measured') AS measured, bench_setting('judged') AS judged
  FROM at, generate_series(1, skills) k, generate_series(1, subs) s;
INSERT INTO sub_criterion (event_id, id, scheme_id, skill_id, module_id, criterion_code, criterion_name, code, name, team_id,
    aspect_count, max_hundredths, position)
  SELECT event_id, bench_id(e, 20, n), bench_id(e, 19, k), bench_id(e, 3, k), bench_id(e, 5, k), criterion, '标准 ' || criterion,
    code, '评分项 ' || code, bench_id(e, 17, k), bench_aspects(), bench_setting('measurements') * measured + bench_setting('judgements') * judged, s FROM sub;
INSERT INTO aspect (event_id, id, scheme_id, sub_criterion_id, code, kind, max_hundredths, description, descriptors, position)
  SELECT event_id, bench_id(e, 21, (n - 1) * bench_aspects() + a), bench_id(e, 19, k), bench_id(e, 20, n), code || '.' || a,
    CASE WHEN a <= bench_setting('measurements') THEN 'measurement' ELSE 'judgement' END, CASE WHEN a <= bench_setting('measurements') THEN measured ELSE judged END, '评分点 ' || code || '.' || a,
    CASE WHEN a <= bench_setting('measurements') THEN '[]' ELSE '["不符合", "符合", "部分超出", "优秀"]' END::jsonb, (s - 1) * bench_aspects() + a
  FROM sub, generate_series(1, bench_aspects()) a;

-- Forms: of work n and sub-criterion s, number (n - 1) * subs + s.
CREATE TEMP TABLE form ON COMMIT DROP AS
  SELECT m.event_id, m.e, m.at, m.k, m.n AS work, s.n AS sub, (m.n - 1) * bench_setting('sub_criteria') + s.s AS n
  FROM maker m JOIN sub s ON s.k = m.k ORDER BY n;
INSERT INTO marking_form (event_id, id, skill_id, scheme_id, sub_criterion_id, work_id, team_id, state, revision, first_marked_at, submitted_at)
  SELECT event_id, bench_id(e, 22, n), bench_id(e, 3, k), bench_id(e, 19, k), bench_id(e, 20, sub), bench_id(e, 13, work), bench_id(e, 17, k),
    current_setting('bench.state'), 1, at, CASE current_setting('bench.state') WHEN 'open' THEN NULL ELSE at END FROM form ORDER BY n;
INSERT INTO marking_form_seat (event_id, form_id, seat, judge_id)
  SELECT event_id, bench_id(e, 22, n), j, bench_id(e, 16, (k - 1) * 4 + j) FROM form, generate_series(1, 3) j ORDER BY n;
CREATE TEMP TABLE entered ON COMMIT DROP AS
  SELECT f.event_id, f.e, f.at, f.k, f.n, f.sub, c.a, c.seat, c.kind, CASE c.kind
      WHEN 'measurement' THEN CASE WHEN (f.n * 7 + c.a * 13 + f.work * 3) % 10 < 7 THEN 1 ELSE 0 END
      ELSE (f.n * 5 + c.a * 3 + f.work) % 3 + CASE WHEN c.seat = (f.n + f.work) % 3 + 1 THEN 1 ELSE 0 END END AS value
  FROM form f CROSS JOIN cell c;
INSERT INTO mark (event_id, form_id, aspect_id, seat, value, mark_hundredths, "by", at, save_id)
  SELECT event_id, bench_id(e, 22, n), bench_id(e, 21, (sub - 1) * bench_aspects() + a), seat, value,
    CASE WHEN kind = 'measurement' THEN value * bench_setting('measured') END, bench_id(e, 14, (k - 1) * 4 + 1), at, bench_id(e, 23, n)
  FROM entered ORDER BY n, a, seat;
INSERT INTO mark_save (event_id, id, form_id, client_key, revision, "by", at, values)
  SELECT event_id, bench_id(e, 23, n), bench_id(e, 22, n), 'bench-' || n, 1, bench_id(e, 14, (k - 1) * 4 + 1), at,
    jsonb_agg(jsonb_build_object('aspectId', bench_id(e, 21, (sub - 1) * bench_aspects() + a), 'seat', seat, 'value', value::text) ORDER BY a, seat)
  FROM entered GROUP BY event_id, e, at, k, n ORDER BY n;

-- What the pgbench script finds a form's parts by, as a client would know them.
CREATE TABLE IF NOT EXISTS bench_target (event int, n int, event_id uuid, form_id uuid, account_id uuid, aspects uuid[],
  PRIMARY KEY (event, n));
INSERT INTO bench_target
  SELECT e, n, event_id, bench_id(e, 22, n), bench_id(e, 14, (k - 1) * 4 + 1),
    array_agg(bench_id(e, 21, (sub - 1) * bench_aspects() + a) ORDER BY a, seat)
  FROM form CROSS JOIN cell GROUP BY e, n, event_id, k;
CREATE SEQUENCE IF NOT EXISTS bench_row CACHE 100;
COMMIT;
ANALYZE;
