-- Seeds years of class-status applications and plans, set-based: the ministry and applicants, applications in all states
-- with occupations of the catalogue, parties, documents, submissions with findings, steps, class statuses, plans with
-- published versions, conditions, obligations, filings, and events with entries for the two latest years. Run by
-- `npm run bench` on a database of its own that has the catalogues and the rule packs; told by the settings bench.*:
-- year (the latest), years (how many), latest (applications of that year), each (of each earlier one), password_hash.
--
-- The same settings give the same rows: chance is the hash of a number.
CREATE OR REPLACE FUNCTION year_id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ('019b76da-' || substr(h, 1, 4) || '-7' || substr(h, 5, 3) || '-8' || substr(h, 8, 3) || '-' || lpad(to_hex(n), 12, '0'))::uuid
    FROM (SELECT md5(kind) AS h) m $$;
-- A number from 0 up to below `most`, the same for the same name and number.
CREATE OR REPLACE FUNCTION year_pick(name text, n bigint, most int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (('x' || substr(md5(name || n), 1, 7))::bit(28)::int % most) $$;
CREATE OR REPLACE FUNCTION year_setting(name text) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT current_setting('bench.' || name)::int $$;

BEGIN;
INSERT INTO organisation (id, name, kind, division_code) VALUES (year_id('ministry', 1), '人力资源和社会保障部（压测）', 'ministry', '000000');
INSERT INTO authority (id, organisation_id, level, division_code) VALUES (year_id('authority', 1), year_id('ministry', 1), 'nationalIndustry', '000000');
INSERT INTO account (id, login, display_name, organisation_id, password_hash)
  SELECT year_id('account', n), login, login, year_id('ministry', 1), current_setting('bench.password_hash')
  FROM (VALUES (1, 'bench-reviewer'), (2, 'bench-acceptor'), (3, 'bench-official')) a(n, login);
INSERT INTO role_grant (id, account_id, role, organisation_id)
  SELECT year_id('grant', n), year_id('account', n), role, CASE WHEN n < 3 THEN year_id('ministry', 1) END
  FROM (VALUES (1, 'reviewer'), (2, 'acceptor'), (3, 'official')) a(n, role);

CREATE TEMP TABLE place ON COMMIT DROP AS
  SELECT code, (row_number() OVER (ORDER BY code) - 1)::int AS n FROM division WHERE level = 'city' AND NOT pseudo;
CREATE TEMP TABLE job ON COMMIT DROP AS
  SELECT edition, code, name, (row_number() OVER (ORDER BY code) - 1)::int AS n
    FROM occupation WHERE level = 4 AND retired_in IS NULL AND edition = (SELECT max(edition) FROM occupation) AND left(code, 1) IN ('4', '5', '6');
CREATE TEMP TABLE trade ON COMMIT DROP AS
  SELECT code, name, (row_number() OVER (ORDER BY code) - 1)::int AS n FROM industry WHERE level = 2 AND retired_in IS NULL;
CREATE TEMP TABLE size ON COMMIT DROP AS
  SELECT (SELECT count(*)::int FROM place) AS places, (SELECT count(*)::int FROM job) AS jobs, (SELECT count(*)::int FROM trade) AS trades;
INSERT INTO organisation (id, name, kind, division_code, industry_code)
  SELECT year_id('lead', g), CASE WHEN g % 3 = 0 THEN '中国' || t.name || '集团 ' ELSE '中国' || t.name || '协会 ' END || g,
         CASE WHEN g % 3 = 0 THEN 'centralEnterprise' ELSE 'association' END,
         CASE WHEN g % 4 = 0 THEN p.code ELSE '110000' END, t.code
    FROM generate_series(0, 239) g CROSS JOIN size
    JOIN trade t ON t.n = year_pick('trade', g, size.trades) JOIN place p ON p.n = year_pick('seat', g, size.places);

CREATE TEMP TABLE pack ON COMMIT DROP AS
  SELECT id, content FROM rule_pack WHERE shipped ORDER BY code DESC LIMIT 1;
CREATE TEMP TABLE app ON COMMIT DROP AS
  SELECT n, year_id('application', n) AS id, year, latest, year_id('lead', year_pick('lead', n, 240)) AS lead,
         CASE WHEN n % 8 = 0 THEN 'one' ELSE 'two' END AS class, year_pick('brand', n, 900) AS brand,
         CASE WHEN latest THEN (ARRAY['submitted', 'submitted', 'accepted', 'accepted', 'underReview', 'underReview', 'underReview',
              'returned', 'granted', 'granted', 'granted', 'granted', 'granted', 'grantedWithConditions', 'declined', 'withdrawn'])[1 + year_pick('state', n, 16)]
              ELSE (ARRAY['granted', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted', 'granted',
              'granted', 'granted', 'grantedWithConditions', 'declined', 'declined', 'withdrawn'])[1 + year_pick('state', n, 16)] END AS state,
         make_date(year, 4, 1) + year_pick('day', n, 330) AS final_from,
         make_timestamptz(year, 1, 5, 9, 0, 0, 'Asia/Shanghai') + year_pick('sent', n, 2000000) * interval '1 second' AS at
    FROM (SELECT row_number() OVER () AS n, y AS year, y = year_setting('year') AS latest
            FROM generate_series(year_setting('year') - year_setting('years') + 1, year_setting('year')) y,
                 LATERAL generate_series(1, CASE WHEN y = year_setting('year') THEN year_setting('latest') ELSE year_setting('each') END)) k;
INSERT INTO class_application (id, level, division_code, plan_year, held_year, class, lead_organisation_id, name, edition, contest_key,
    industry_code, place_division_code, final_from, final_to, state, content, rule_pack_id, policy, submitted_at, created_at, decided_at)
  SELECT a.id, 'nationalIndustry', '000000', a.year, extract(year FROM a.final_from), a.class, a.lead,
         '全国' || t.name || CASE a.class WHEN 'one' THEN '职业技能大赛' ELSE '职业技能竞赛' END || a.brand, '第' || (1 + a.year - year_setting('year') + year_setting('years')) || '届',
         '全国' || t.name || a.brand, t.code, p.code, a.final_from, a.final_from + 3, a.state,
         jsonb_build_object('purpose', repeat('以赛促学、以赛促训、以赛促评，培养高素质技能人才。', 12), 'contact', jsonb_build_object('name', '联系人', 'phone', '010-00000000'),
           'groups', '[{"code":"worker","name":"职工组"},{"code":"student","name":"学生组"}]'::jsonb,
           'venue', jsonb_build_object('address', '实训基地', 'safety', '有应急预案'), 'experts', '{"count":12}'::jsonb, 'judges', '{"count":30}'::jsonb,
           'funding', '{"totalYuan":1200000,"sources":[{"name":"自筹","amountYuan":1200000}]}'::jsonb, 'scale', '{"delegations":31,"competitors":300}'::jsonb,
           'inspectionYears', jsonb_build_array(a.year - 3, a.year - 2, a.year - 1), 'business', '{"covers":true}'::jsonb,
           'earlierEditions', jsonb_build_array(jsonb_build_object('year', a.year - 2, 'name', '上届竞赛', 'occupations', '["焊工"]'::jsonb))),
         pack.id, pack.content, a.at, a.at - interval '20 days',
         CASE WHEN a.state IN ('granted', 'grantedWithConditions', 'declined') THEN a.at + interval '40 days' END
    FROM app a CROSS JOIN size JOIN place p ON p.n = year_pick('place', a.n, size.places) JOIN trade t ON t.n = year_pick('branch', a.brand, size.trades)
    LEFT JOIN pack ON TRUE;
INSERT INTO application_occupation (application_id, id, position, edition, code, name, standard_exists, standard_top_level)
  SELECT a.id, year_id('occupation', a.n * 8 + k), k, j.edition, j.code, j.name, TRUE, 1
    FROM app a CROSS JOIN size CROSS JOIN LATERAL generate_series(0, year_pick('occupations', a.n, 4)) k
    JOIN job j ON j.n = (year_pick('trade of', a.brand, size.jobs) + k * 7) % size.jobs;
INSERT INTO application_party (application_id, id, position, organisation_id, name, kind, part)
  SELECT a.id, year_id('party', a.n * 4 + k), k, CASE k WHEN 0 THEN a.lead END,
         CASE k WHEN 0 THEN o.name WHEN 1 THEN '中国就业培训技术指导中心' ELSE '承办学院 ' || year_pick('school', a.n, 400) END,
         CASE k WHEN 0 THEN o.kind WHEN 1 THEN 'other' ELSE 'school' END, (ARRAY['lead', 'coHost', 'organiser'])[k + 1]
    FROM app a JOIN organisation o ON o.id = a.lead, generate_series(0, 2) k;
INSERT INTO application_document (application_id, id, kind, file_hash, file_name, media_type, size_bytes, uploaded_at)
  SELECT a.id, year_id('document', a.n * 8 + k), (ARRAY['request', 'stampedForm', 'standard', 'implementationPlan', 'agreement'])[k + 1],
         md5(a.n || 'f' || k) || md5('f'), '材料' || k || '.pdf', 'application/pdf', 200000, a.at
    FROM app a, generate_series(0, 4) k;
CREATE TEMP TABLE found ON COMMIT DROP AS
  SELECT s.severity, jsonb_agg(jsonb_build_object('code', r ->> 'id', 'check', r ->> 'check',
           'severity', CASE WHEN k % 5 = s.n THEN s.severity ELSE 'passed' END, 'message', r -> 'title',
           'evidence', '[{"label":{"zh":"职业数","en":"Occupations"},"value":"4，上限 6"}]'::jsonb, 'citation', r -> 'citation')) AS findings
    FROM pack, jsonb_array_elements(pack.content -> 'rules') WITH ORDINALITY AS x(r, k), (VALUES (1, 'passed'), (2, 'warning'), (3, 'unknown')) s(n, severity)
   GROUP BY s.severity;
INSERT INTO application_submission (application_id, id, number, content_version, page_code, snapshot, rule_pack_id, findings, arrived_at)
  SELECT a.id, year_id('submission', a.n), 1, 1, 'B' || a.n,
         jsonb_build_object('documents', '[]'::jsonb, 'statement', jsonb_build_object(
           'level', c.level, 'divisionCode', c.division_code, 'planYear', c.plan_year, 'heldYear', c.held_year, 'class', c.class,
           'leadOrganisationId', c.lead_organisation_id, 'name', c.name, 'edition', c.edition, 'industryCode', c.industry_code,
           'placeDivisionCode', c.place_division_code, 'finalFrom', c.final_from, 'finalTo', c.final_to, 'content', c.content,
           'parties', (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'position', p.position, 'organisationId', p.organisation_id,
              'name', p.name, 'kind', p.kind, 'part', p.part) ORDER BY p.position) FROM application_party p WHERE p.application_id = a.id),
           'occupations', (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'position', o.position, 'edition', o.edition, 'code', o.code,
              'name', o.name, 'detail', o.detail, 'standardExists', o.standard_exists, 'standardTopLevel', o.standard_top_level,
              'strategicReason', o.strategic_reason, 'teamSize', o.team_size) ORDER BY o.position) FROM application_occupation o WHERE o.application_id = a.id))),
         c.rule_pack_id, coalesce(f.findings, '[]'), a.at
    FROM app a JOIN class_application c ON c.id = a.id
    LEFT JOIN found f ON f.severity = (ARRAY['passed', 'warning', 'unknown'])[1 + year_pick('finding', a.n, 3)];
INSERT INTO application_step (application_id, id, number, action, from_state, to_state, by, organisation_id, at, reason, submission_id)
  SELECT a.id, year_id('step', a.n * 8 + s.number), s.number, s.action, s.from_state, s.to_state, CASE s.part WHEN 'applicant' THEN NULL ELSE year_id('account', s.by) END,
         CASE s.part WHEN 'applicant' THEN a.lead ELSE year_id('ministry', 1) END, a.at + s.number * interval '8 days', '同意', year_id('submission', a.n)
    FROM app a JOIN LATERAL (VALUES
      (1, 'submit', 'draft', 'submitted', 'applicant', 0), (2, 'accept', 'submitted', 'accepted', 'acceptor', 2), (3, 'beginReview', 'accepted', 'underReview', 'reviewer', 1),
      (4, CASE a.state WHEN 'granted' THEN 'grant' WHEN 'grantedWithConditions' THEN 'grantWithConditions' WHEN 'declined' THEN 'decline' WHEN 'withdrawn' THEN 'withdraw' ELSE 'return' END,
          'underReview', a.state, CASE a.state WHEN 'withdrawn' THEN 'applicant' ELSE 'reviewer' END, 1)) s(number, action, from_state, to_state, part, by)
      ON s.number <= CASE a.state WHEN 'submitted' THEN 1 WHEN 'accepted' THEN 2 WHEN 'underReview' THEN 3 ELSE 4 END;

CREATE TEMP TABLE granted ON COMMIT DROP AS
  SELECT a.*, row_number() OVER (PARTITION BY a.year, a.class ORDER BY a.n) AS number, a.year >= year_setting('year') - 1 AND a.n % 2 = 0 AS with_event
    FROM app a WHERE a.state IN ('granted', 'grantedWithConditions');
INSERT INTO competition_event (id, name, level, class, held_year, industry_code, division_code, starts_on, ends_on, stage)
  SELECT year_id('event', g.n), c.name, 'nationalIndustry', g.class, c.held_year, c.industry_code, c.place_division_code, c.final_from, c.final_to,
         CASE WHEN g.latest THEN 'registration' ELSE 'final' END
    FROM granted g JOIN class_application c ON c.id = g.id WHERE g.with_event;
INSERT INTO class_status (id, application_id, level, division_code, plan_year, class, official_name, occupations, event_id, granted_at)
  SELECT year_id('status', g.n), g.id, 'nationalIndustry', '000000', g.year, g.class, g.year || '年全国行业职业技能竞赛——' || c.name,
         (SELECT jsonb_agg(jsonb_build_object('code', o.code, 'name', o.name)) FROM application_occupation o WHERE o.application_id = g.id),
         CASE WHEN g.with_event THEN year_id('event', g.n) END, c.decided_at
    FROM granted g JOIN class_application c ON c.id = g.id;
INSERT INTO skill (event_id, id, code, name, policy_name, policy)
  SELECT year_id('event', n), year_id('skill', n), 'S1', '赛项', 'national-2020', '{}' FROM granted WHERE with_event;
INSERT INTO skill_group (event_id, id, skill_id, code, name)
  SELECT year_id('event', n), year_id('group', n), year_id('skill', n), 'worker', '职工组' FROM granted WHERE with_event;
INSERT INTO delegation (event_id, id, code, name, position)
  SELECT year_id('event', n), year_id('delegation', n * 16 + d), 'D' || d, '代表队 ' || d, d FROM granted, generate_series(1, 12) d WHERE with_event;
CREATE TEMP TABLE place_in ON COMMIT DROP AS
  SELECT g.n, g.latest, e, g.n * 64 + e AS m FROM granted g, generate_series(1, 36) e WHERE g.with_event;
INSERT INTO entry (event_id, id, delegation_id, skill_id, group_id, state, status, entry_number)
  SELECT year_id('event', n), year_id('entry', m), year_id('delegation', n * 16 + 1 + e % 12), year_id('skill', n), year_id('group', n), 'accepted',
         CASE WHEN latest THEN 'entered' WHEN e % 17 = 0 THEN 'absent' ELSE 'present' END, 'E' || e FROM place_in;
INSERT INTO person (id, name) SELECT year_id('person', m), '选手 ' || m FROM place_in;
INSERT INTO competitor (event_id, id, entry_id, person_id)
  SELECT year_id('event', n), year_id('competitor', m), year_id('entry', m), year_id('person', m) FROM place_in;

INSERT INTO annual_plan (id, level, division_code, plan_year, target_one, target_two, target_source)
  SELECT year_id('plan', y), 'nationalIndustry', '000000', y, 10, 70, '年度工作要点'
    FROM generate_series(year_setting('year') - year_setting('years') + 1, year_setting('year')) y;
-- The plan, and in every second year a supplement with everything again and five more.
CREATE TEMP TABLE edition ON COMMIT DROP AS
  SELECT y AS year, v AS number, y < year_setting('year') AS published
    FROM generate_series(year_setting('year') - year_setting('years') + 1, year_setting('year')) y, generate_series(1, 2) v
   WHERE v = 1 OR (y % 2 = 0 AND y < year_setting('year'));
INSERT INTO plan_version (plan_id, id, number, kind, title, addressees, document_number, signer, signed_on, scan_hash, published_at)
  SELECT year_id('plan', year), year_id('version', year * 4 + number), number, CASE number WHEN 1 THEN 'plan' ELSE 'supplement' END, year || '年度竞赛计划', '各有关单位',
         CASE WHEN published THEN '人社部函〔' || year || '〕' || 40 + number || '号' END, CASE WHEN published THEN '签发人' END,
         CASE WHEN published THEN make_date(year, 4, 7 + number) END, CASE WHEN published THEN md5(year::text) || md5('scan') END,
         CASE WHEN published THEN make_timestamptz(year, 4, 8 + number, 9, 0, 0, 'Asia/Shanghai') END FROM edition;
INSERT INTO plan_item (plan_id, version_id, application_id, number, class, official_name, hosts, occupations, change)
  SELECT year_id('plan', e.year), year_id('version', e.year * 4 + e.number), g.id, g.number, g.class, s.official_name, '牵头单位', '职业',
         CASE WHEN e.number = 2 AND g.number > 5 THEN 'kept' ELSE 'added' END
    FROM edition e JOIN granted g ON g.year = e.year JOIN class_status s ON s.application_id = g.id WHERE e.number = 2 OR e.year % 2 = 1 OR g.number > 5;
UPDATE class_status s SET plan_version_id = i.version_id FROM plan_item i JOIN edition e ON i.version_id = year_id('version', e.year * 4 + e.number) AND e.published
 WHERE i.application_id = s.application_id;
INSERT INTO application_condition (application_id, id, step_id, text, due_on, met_at)
  SELECT a.id, year_id('condition', a.n * 2 + k), year_id('step', a.n * 8 + 4), '补充协议与安全预案', (a.at + interval '90 days')::date,
         CASE WHEN NOT a.latest AND k = 0 THEN a.at + interval '60 days' END
    FROM app a, generate_series(0, 1) k WHERE a.state = 'grantedWithConditions';
INSERT INTO obligation (application_id, id, kind, title, due_on, met_at)
  SELECT g.id, year_id('obligation', g.n * 4 + k), (ARRAY['summary', 'technicalAnalysis', 'baseTable', 'nominations'])[k + 1],
         '{"zh":"赛后材料","en":"After the contest"}', g.final_from + 60, CASE WHEN NOT g.latest AND year_pick('met', g.n * 4 + k, 10) > 0 THEN g.at + interval '300 days' END
    FROM granted g, generate_series(0, 3) k WHERE NOT g.latest OR k < 2;
INSERT INTO filing (id, number, organisation_id, level, division_code, plan_year, name, occupations, starts_on, ends_on, competitors, filed_at)
  SELECT year_id('filing', y * 1000 + k), '备案' || y || '-' || k, year_id('lead', k % 240), CASE k % 2 WHEN 0 THEN 'enterprise' ELSE 'school' END,
         p.code, y, '岗位练兵 ' || k, '[]', make_date(y, 5, 1), make_date(y, 5, 2), 30 + k % 50, make_timestamptz(y, 4, 1, 9, 0, 0, 'Asia/Shanghai')
    FROM generate_series(year_setting('year') - year_setting('years') + 1, year_setting('year')) y CROSS JOIN generate_series(1, 200) k CROSS JOIN size
    JOIN place p ON p.n = year_pick('filed', k, size.places);
COMMIT;
ANALYZE;
