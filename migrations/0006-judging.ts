import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/judging. */
export class Judging0006 implements MigrationInterface {
  name = 'Judging1795306020000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE marking_scheme (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      number integer NOT NULL,
      source text NOT NULL,
      file_hash text,
      tree jsonb NOT NULL,
      findings jsonb NOT NULL,
      total_hundredths integer NOT NULL,
      state text NOT NULL DEFAULT 'draft',
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT marking_scheme_skill_number_key UNIQUE (event_id, skill_id, number),
      CONSTRAINT marking_scheme_state_check CHECK (state IN ('draft', 'inForce', 'superseded')),
      CONSTRAINT marking_scheme_source_check CHECK (source IN ('cis', 'sheet', 'built')),
      CONSTRAINT marking_scheme_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `CREATE UNIQUE INDEX marking_scheme_skill_idx ON marking_scheme  (event_id, skill_id) WHERE state = 'inForce'`,
    );
    await db.query(`CREATE TABLE judge (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      account_id uuid NOT NULL,
      delegation_id uuid,
      part text NOT NULL,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL,
      ended_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT judge_skill_account_part_key UNIQUE (event_id, skill_id, account_id, part),
      CONSTRAINT judge_part_check CHECK (part IN ('chiefJudge', 'judge', 'floorJudge', 'recorder', 'checker')),
      CONSTRAINT judge_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX judge_account_idx ON judge  (account_id) `);
    await db.query(`CREATE TABLE marking_team (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      name text NOT NULL,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT marking_team_skill_name_key UNIQUE (event_id, skill_id, name),
      CONSTRAINT marking_team_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE marking_team_member (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      team_id uuid NOT NULL,
      judge_id uuid NOT NULL,
      seat smallint,
      part text NOT NULL DEFAULT 'member',
      CONSTRAINT marking_team_member_team_seat_key UNIQUE (event_id, team_id, seat),
      CONSTRAINT marking_team_member_team_judge_key UNIQUE (event_id, team_id, judge_id),
      CONSTRAINT marking_team_member_part_check CHECK (part IN ('member', 'standIn')),
      CONSTRAINT marking_team_member_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE sub_criterion (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      scheme_id uuid NOT NULL,
      skill_id uuid NOT NULL,
      module_id uuid NOT NULL,
      criterion_code text NOT NULL,
      criterion_name text NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      day_of_marking integer,
      compatriot_mode text NOT NULL DEFAULT 'coded',
      team_id uuid,
      aspect_count integer NOT NULL,
      max_hundredths integer NOT NULL,
      position integer NOT NULL,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT sub_criterion_scheme_code_key UNIQUE (event_id, scheme_id, code),
      CONSTRAINT sub_criterion_compatriot_mode_check CHECK (compatriot_mode IN ('open', 'coded')),
      CONSTRAINT sub_criterion_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX sub_criterion_skill_idx ON sub_criterion  (event_id, skill_id) `);
    await db.query(`CREATE TABLE aspect (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      scheme_id uuid NOT NULL,
      sub_criterion_id uuid NOT NULL,
      code text NOT NULL,
      kind text NOT NULL,
      max_hundredths integer NOT NULL,
      calculation jsonb,
      section text,
      description text NOT NULL,
      extra text NOT NULL DEFAULT '',
      requirement text NOT NULL DEFAULT '',
      descriptors jsonb NOT NULL,
      position integer NOT NULL,
      CONSTRAINT aspect_scheme_code_key UNIQUE (event_id, scheme_id, code),
      CONSTRAINT aspect_max_hundredths_check CHECK (max_hundredths >= 0),
      CONSTRAINT aspect_kind_check CHECK (kind IN ('measurement', 'judgement')),
      CONSTRAINT aspect_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX aspect_sub_criterion_idx ON aspect  (event_id, sub_criterion_id) `);
    await db.query(`CREATE TABLE conflict (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      judge_id uuid NOT NULL,
      delegation_id uuid NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      ended_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT conflict_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE marking_form (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      scheme_id uuid NOT NULL,
      sub_criterion_id uuid NOT NULL,
      work_id uuid NOT NULL,
      team_id uuid NOT NULL,
      state text NOT NULL DEFAULT 'open',
      revision integer NOT NULL DEFAULT '0',
      submitted_by uuid,
      submitted_at TIMESTAMP WITH TIME ZONE,
      first_marked_at TIMESTAMP WITH TIME ZONE,
      scan_hash text,
      CONSTRAINT marking_form_sub_criterion_work_key UNIQUE (event_id, sub_criterion_id, work_id),
      CONSTRAINT marking_form_state_check CHECK (state IN ('open', 'submitted', 'signed')),
      CONSTRAINT marking_form_pkey PRIMARY KEY (event_id, id)
    ) WITH (fillfactor = 80)`);
    await db.query(`CREATE INDEX marking_form_work_idx ON marking_form  (event_id, work_id) `);
    await db.query(`CREATE INDEX marking_form_team_idx ON marking_form  (event_id, team_id) `);
    await db.query(`CREATE INDEX marking_form_skill_state_idx ON marking_form  (event_id, skill_id, state) `);
    await db.query(`CREATE TABLE marking_form_seat (
      event_id uuid NOT NULL,
      form_id uuid NOT NULL,
      seat smallint NOT NULL,
      judge_id uuid NOT NULL,
      CONSTRAINT marking_form_seat_pkey PRIMARY KEY (event_id, form_id, seat)
    )`);
    await db.query(`CREATE INDEX marking_form_seat_judge_idx ON marking_form_seat  (event_id, judge_id) `);
    await db.query(`CREATE TABLE mark (
      event_id uuid NOT NULL,
      form_id uuid NOT NULL,
      aspect_id uuid NOT NULL,
      seat smallint NOT NULL,
      value numeric(14,4) NOT NULL,
      mark_hundredths integer,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      save_id uuid NOT NULL,
      CONSTRAINT mark_seat_check CHECK (seat BETWEEN 0 AND 9),
      CONSTRAINT mark_pkey PRIMARY KEY (event_id, form_id, aspect_id, seat)
    )`);
    await db.query(`CREATE TABLE mark_save (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      form_id uuid NOT NULL,
      client_key text NOT NULL,
      revision integer NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      source text NOT NULL DEFAULT 'tablet',
      values jsonb NOT NULL,
      CONSTRAINT mark_save_form_client_key_key UNIQUE (event_id, form_id, client_key),
      CONSTRAINT mark_save_source_check CHECK (source IN ('tablet', 'paper', 'correction')),
      CONSTRAINT mark_save_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE mark_note (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      form_id uuid NOT NULL,
      aspect_id uuid,
      text text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT mark_note_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX mark_note_form_idx ON mark_note  (event_id, form_id) `);
    await db.query(`CREATE TABLE sign_off (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      form_id uuid NOT NULL,
      revision integer NOT NULL,
      version_code text NOT NULL,
      marks_hash text NOT NULL,
      total_hundredths integer NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      scan_hash text,
      ended_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT sign_off_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `CREATE UNIQUE INDEX sign_off_form_idx ON sign_off  (event_id, form_id) WHERE ended_at IS NULL`,
    );
    await db.query(`CREATE TABLE reopening (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      form_id uuid NOT NULL,
      sign_off_id uuid NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT reopening_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX reopening_form_idx ON reopening  (event_id, form_id) `);
    await db.query(`CREATE TABLE paper_entry (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      form_id uuid NOT NULL,
      revision integer NOT NULL,
      values jsonb NOT NULL,
      state text NOT NULL DEFAULT 'entered',
      entered_by uuid NOT NULL,
      entered_at TIMESTAMP WITH TIME ZONE NOT NULL,
      checked_by uuid,
      checked_at TIMESTAMP WITH TIME ZONE,
      differences jsonb,
      scan_hash text,
      CONSTRAINT paper_entry_checker_check CHECK (checked_by IS NULL OR checked_by <> entered_by),
      CONSTRAINT paper_entry_state_check CHECK (state IN ('entered', 'checked', 'refused')),
      CONSTRAINT paper_entry_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX paper_entry_form_idx ON paper_entry  (event_id, form_id) `);
    await db.query(`CREATE TABLE time_record (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      placement_id uuid NOT NULL,
      kind text NOT NULL,
      minutes integer,
      from_session_id uuid,
      to_session_id uuid,
      to_workstation_id uuid,
      reason text,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      "by" uuid,
      recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
      voided_by uuid,
      voided_at TIMESTAMP WITH TIME ZONE,
      void_reason text,
      CONSTRAINT time_record_kind_check CHECK (kind IN ('start', 'stop', 'pause', 'resume', 'extraTime', 'move')),
      CONSTRAINT time_record_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX time_record_placement_at_idx ON time_record  (event_id, placement_id, at) `);
    await db.query(`CREATE TABLE time_confirmation (
      event_id uuid NOT NULL,
      time_record_id uuid NOT NULL,
      part text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT time_confirmation_part_check CHECK (part IN ('competitor', 'floorJudge', 'chiefJudge')),
      CONSTRAINT time_confirmation_pkey PRIMARY KEY (event_id, time_record_id, part)
    )`);
    await db.query(`CREATE TABLE part_mark (
      event_id uuid NOT NULL,
      module_id uuid NOT NULL,
      entry_id uuid NOT NULL,
      mark_hundredths integer NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT part_mark_mark_hundredths_check CHECK (mark_hundredths BETWEEN 0 AND 10000),
      CONSTRAINT part_mark_pkey PRIMARY KEY (event_id, module_id, entry_id)
    )`);
    await db.query(`CREATE TABLE deduction (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      placement_id uuid NOT NULL,
      hundredths integer NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      approved_by uuid,
      approved_at TIMESTAMP WITH TIME ZONE,
      refused_by uuid,
      refused_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT deduction_hundredths_check CHECK (hundredths > 0),
      CONSTRAINT deduction_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `ALTER TABLE marking_scheme ADD CONSTRAINT marking_scheme_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_scheme ADD CONSTRAINT marking_scheme_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE judge ADD CONSTRAINT judge_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE judge ADD CONSTRAINT judge_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE judge ADD CONSTRAINT judge_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE judge ADD CONSTRAINT judge_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_team ADD CONSTRAINT marking_team_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_team ADD CONSTRAINT marking_team_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_team_member ADD CONSTRAINT marking_team_member_judge_fk FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_team_member ADD CONSTRAINT marking_team_member_team_fk FOREIGN KEY (event_id, team_id) REFERENCES marking_team(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_team_member ADD CONSTRAINT marking_team_member_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sub_criterion ADD CONSTRAINT sub_criterion_team_fk FOREIGN KEY (event_id, team_id) REFERENCES marking_team(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sub_criterion ADD CONSTRAINT sub_criterion_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sub_criterion ADD CONSTRAINT sub_criterion_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sub_criterion ADD CONSTRAINT sub_criterion_scheme_fk FOREIGN KEY (event_id, scheme_id) REFERENCES marking_scheme(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sub_criterion ADD CONSTRAINT sub_criterion_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE aspect ADD CONSTRAINT aspect_sub_criterion_fk FOREIGN KEY (event_id, sub_criterion_id) REFERENCES sub_criterion(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE aspect ADD CONSTRAINT aspect_scheme_fk FOREIGN KEY (event_id, scheme_id) REFERENCES marking_scheme(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE aspect ADD CONSTRAINT aspect_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE conflict ADD CONSTRAINT conflict_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE conflict ADD CONSTRAINT conflict_judge_fk FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE conflict ADD CONSTRAINT conflict_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_team_fk FOREIGN KEY (event_id, team_id) REFERENCES marking_team(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_work_fk FOREIGN KEY (event_id, work_id) REFERENCES work(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_sub_criterion_fk FOREIGN KEY (event_id, sub_criterion_id) REFERENCES sub_criterion(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_scheme_fk FOREIGN KEY (event_id, scheme_id) REFERENCES marking_scheme(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form ADD CONSTRAINT marking_form_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form_seat ADD CONSTRAINT marking_form_seat_judge_fk FOREIGN KEY (event_id, judge_id) REFERENCES judge(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE marking_form_seat ADD CONSTRAINT marking_form_seat_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mark ADD CONSTRAINT mark_aspect_fk FOREIGN KEY (event_id, aspect_id) REFERENCES aspect(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mark ADD CONSTRAINT mark_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mark_save ADD CONSTRAINT mark_save_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mark_note ADD CONSTRAINT mark_note_aspect_fk FOREIGN KEY (event_id, aspect_id) REFERENCES aspect(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mark_note ADD CONSTRAINT mark_note_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sign_off ADD CONSTRAINT sign_off_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sign_off ADD CONSTRAINT sign_off_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE reopening ADD CONSTRAINT reopening_sign_off_fk FOREIGN KEY (event_id, sign_off_id) REFERENCES sign_off(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE reopening ADD CONSTRAINT reopening_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE reopening ADD CONSTRAINT reopening_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE paper_entry ADD CONSTRAINT paper_entry_form_fk FOREIGN KEY (event_id, form_id) REFERENCES marking_form(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE paper_entry ADD CONSTRAINT paper_entry_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE time_record ADD CONSTRAINT time_record_to_workstation_fk FOREIGN KEY (event_id, to_workstation_id) REFERENCES workstation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE time_record ADD CONSTRAINT time_record_to_session_fk FOREIGN KEY (event_id, to_session_id) REFERENCES session(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE time_record ADD CONSTRAINT time_record_placement_fk FOREIGN KEY (event_id, placement_id) REFERENCES placement(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE time_record ADD CONSTRAINT time_record_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE time_confirmation ADD CONSTRAINT time_confirmation_time_record_fk FOREIGN KEY (event_id, time_record_id) REFERENCES time_record(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE part_mark ADD CONSTRAINT part_mark_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE part_mark ADD CONSTRAINT part_mark_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE deduction ADD CONSTRAINT deduction_placement_fk FOREIGN KEY (event_id, placement_id) REFERENCES placement(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE deduction ADD CONSTRAINT deduction_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE deduction DROP CONSTRAINT deduction_event_fk`);
    await db.query(`ALTER TABLE deduction DROP CONSTRAINT deduction_placement_fk`);
    await db.query(`ALTER TABLE part_mark DROP CONSTRAINT part_mark_module_fk`);
    await db.query(`ALTER TABLE part_mark DROP CONSTRAINT part_mark_entry_fk`);
    await db.query(`ALTER TABLE time_confirmation DROP CONSTRAINT time_confirmation_time_record_fk`);
    await db.query(`ALTER TABLE time_record DROP CONSTRAINT time_record_event_fk`);
    await db.query(`ALTER TABLE time_record DROP CONSTRAINT time_record_placement_fk`);
    await db.query(`ALTER TABLE time_record DROP CONSTRAINT time_record_to_session_fk`);
    await db.query(`ALTER TABLE time_record DROP CONSTRAINT time_record_to_workstation_fk`);
    await db.query(`ALTER TABLE paper_entry DROP CONSTRAINT paper_entry_event_fk`);
    await db.query(`ALTER TABLE paper_entry DROP CONSTRAINT paper_entry_form_fk`);
    await db.query(`ALTER TABLE reopening DROP CONSTRAINT reopening_event_fk`);
    await db.query(`ALTER TABLE reopening DROP CONSTRAINT reopening_form_fk`);
    await db.query(`ALTER TABLE reopening DROP CONSTRAINT reopening_sign_off_fk`);
    await db.query(`ALTER TABLE sign_off DROP CONSTRAINT sign_off_event_fk`);
    await db.query(`ALTER TABLE sign_off DROP CONSTRAINT sign_off_form_fk`);
    await db.query(`ALTER TABLE mark_note DROP CONSTRAINT mark_note_form_fk`);
    await db.query(`ALTER TABLE mark_note DROP CONSTRAINT mark_note_aspect_fk`);
    await db.query(`ALTER TABLE mark_save DROP CONSTRAINT mark_save_form_fk`);
    await db.query(`ALTER TABLE mark DROP CONSTRAINT mark_form_fk`);
    await db.query(`ALTER TABLE mark DROP CONSTRAINT mark_aspect_fk`);
    await db.query(`ALTER TABLE marking_form_seat DROP CONSTRAINT marking_form_seat_form_fk`);
    await db.query(`ALTER TABLE marking_form_seat DROP CONSTRAINT marking_form_seat_judge_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_event_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_skill_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_scheme_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_sub_criterion_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_work_fk`);
    await db.query(`ALTER TABLE marking_form DROP CONSTRAINT marking_form_team_fk`);
    await db.query(`ALTER TABLE conflict DROP CONSTRAINT conflict_event_fk`);
    await db.query(`ALTER TABLE conflict DROP CONSTRAINT conflict_judge_fk`);
    await db.query(`ALTER TABLE conflict DROP CONSTRAINT conflict_delegation_fk`);
    await db.query(`ALTER TABLE aspect DROP CONSTRAINT aspect_event_fk`);
    await db.query(`ALTER TABLE aspect DROP CONSTRAINT aspect_scheme_fk`);
    await db.query(`ALTER TABLE aspect DROP CONSTRAINT aspect_sub_criterion_fk`);
    await db.query(`ALTER TABLE sub_criterion DROP CONSTRAINT sub_criterion_event_fk`);
    await db.query(`ALTER TABLE sub_criterion DROP CONSTRAINT sub_criterion_scheme_fk`);
    await db.query(`ALTER TABLE sub_criterion DROP CONSTRAINT sub_criterion_skill_fk`);
    await db.query(`ALTER TABLE sub_criterion DROP CONSTRAINT sub_criterion_module_fk`);
    await db.query(`ALTER TABLE sub_criterion DROP CONSTRAINT sub_criterion_team_fk`);
    await db.query(`ALTER TABLE marking_team_member DROP CONSTRAINT marking_team_member_event_fk`);
    await db.query(`ALTER TABLE marking_team_member DROP CONSTRAINT marking_team_member_team_fk`);
    await db.query(`ALTER TABLE marking_team_member DROP CONSTRAINT marking_team_member_judge_fk`);
    await db.query(`ALTER TABLE marking_team DROP CONSTRAINT marking_team_event_fk`);
    await db.query(`ALTER TABLE marking_team DROP CONSTRAINT marking_team_skill_fk`);
    await db.query(`ALTER TABLE judge DROP CONSTRAINT judge_event_fk`);
    await db.query(`ALTER TABLE judge DROP CONSTRAINT judge_skill_fk`);
    await db.query(`ALTER TABLE judge DROP CONSTRAINT judge_account_fk`);
    await db.query(`ALTER TABLE judge DROP CONSTRAINT judge_delegation_fk`);
    await db.query(`ALTER TABLE marking_scheme DROP CONSTRAINT marking_scheme_event_fk`);
    await db.query(`ALTER TABLE marking_scheme DROP CONSTRAINT marking_scheme_skill_fk`);
    await db.query(`DROP TABLE deduction`);
    await db.query(`DROP TABLE part_mark`);
    await db.query(`DROP TABLE time_confirmation`);
    await db.query(`DROP INDEX time_record_placement_at_idx`);
    await db.query(`DROP TABLE time_record`);
    await db.query(`DROP INDEX paper_entry_form_idx`);
    await db.query(`DROP TABLE paper_entry`);
    await db.query(`DROP INDEX reopening_form_idx`);
    await db.query(`DROP TABLE reopening`);
    await db.query(`DROP INDEX sign_off_form_idx`);
    await db.query(`DROP TABLE sign_off`);
    await db.query(`DROP INDEX mark_note_form_idx`);
    await db.query(`DROP TABLE mark_note`);
    await db.query(`DROP TABLE mark_save`);
    await db.query(`DROP TABLE mark`);
    await db.query(`DROP INDEX marking_form_seat_judge_idx`);
    await db.query(`DROP TABLE marking_form_seat`);
    await db.query(`DROP INDEX marking_form_skill_state_idx`);
    await db.query(`DROP INDEX marking_form_team_idx`);
    await db.query(`DROP INDEX marking_form_work_idx`);
    await db.query(`DROP TABLE marking_form`);
    await db.query(`DROP TABLE conflict`);
    await db.query(`DROP INDEX aspect_sub_criterion_idx`);
    await db.query(`DROP TABLE aspect`);
    await db.query(`DROP INDEX sub_criterion_skill_idx`);
    await db.query(`DROP TABLE sub_criterion`);
    await db.query(`DROP TABLE marking_team_member`);
    await db.query(`DROP TABLE marking_team`);
    await db.query(`DROP INDEX judge_account_idx`);
    await db.query(`DROP TABLE judge`);
    await db.query(`DROP INDEX marking_scheme_skill_idx`);
    await db.query(`DROP TABLE marking_scheme`);
  }
}
