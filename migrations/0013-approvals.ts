import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/approvals. */
export class Approvals0013 implements MigrationInterface {
  name = 'Approvals1795306440000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE class_application (
      id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      held_year integer NOT NULL,
      class text,
      lead_organisation_id uuid NOT NULL,
      name text NOT NULL,
      edition text,
      contest_key text NOT NULL,
      industry_code text,
      place_division_code text,
      final_from date,
      final_to date,
      state text NOT NULL DEFAULT 'draft',
      content jsonb NOT NULL,
      content_version integer NOT NULL DEFAULT '1',
      rule_pack_id uuid,
      policy jsonb,
      submitted_at TIMESTAMP WITH TIME ZONE,
      completion_due_at TIMESTAMP WITH TIME ZONE,
      historic boolean NOT NULL DEFAULT false,
      synthetic text array,
      demo boolean NOT NULL DEFAULT false,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      decided_at TIMESTAMP WITH TIME ZONE,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT class_application_class_level_check CHECK (class IS NOT NULL OR level <> 'nationalIndustry'),
      CONSTRAINT class_application_dates_check CHECK (final_to >= final_from),
      CONSTRAINT class_application_state_check CHECK (state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')),
      CONSTRAINT class_application_class_check CHECK (class IN ('one', 'two')),
      CONSTRAINT class_application_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT class_application_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE INDEX class_application_plan_year_final_from_idx ON class_application  (plan_year, final_from) `,
    );
    await db.query(
      `CREATE INDEX class_application_state_submitted_at_idx ON class_application  (state, submitted_at) `,
    );
    await db.query(
      `CREATE INDEX class_application_contest_key_plan_year_idx ON class_application  (contest_key, plan_year) `,
    );
    await db.query(
      `CREATE INDEX class_application_lead_organisation_plan_year_idx ON class_application  (lead_organisation_id, plan_year) `,
    );
    await db.query(
      `CREATE INDEX class_application_level_division_code_plan_year_state_idx ON class_application  (level, division_code, plan_year, state) `,
    );
    await db.query(`CREATE TABLE amendment (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      number integer NOT NULL,
      weight text NOT NULL,
      state text NOT NULL,
      changes jsonb NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      decided_by uuid,
      decided_at TIMESTAMP WITH TIME ZONE,
      decision_reason text,
      article text,
      CONSTRAINT amendment_application_number_key UNIQUE (application_id, number),
      CONSTRAINT amendment_state_check CHECK (state IN ('recorded', 'submitted', 'granted', 'declined', 'withdrawn')),
      CONSTRAINT amendment_weight_check CHECK (weight IN ('minor', 'substantial')),
      CONSTRAINT amendment_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE INDEX amendment_state_idx ON amendment  (state) WHERE state = 'submitted'`);
    await db.query(`CREATE TABLE annual_plan (
      id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      target_one integer,
      target_two integer,
      target_source text,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT annual_plan_level_division_code_plan_year_key UNIQUE (level, division_code, plan_year),
      CONSTRAINT annual_plan_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT annual_plan_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE plan_version (
      plan_id uuid NOT NULL,
      id uuid NOT NULL,
      number integer NOT NULL,
      kind text NOT NULL,
      title text NOT NULL,
      correction_note text,
      addressees text NOT NULL,
      document_number text,
      signer text,
      signed_on date,
      scan_hash text,
      scan_name text,
      scan_code text,
      published_by uuid,
      published_at TIMESTAMP WITH TIME ZONE,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT plan_version_plan_number_key UNIQUE (plan_id, number),
      CONSTRAINT plan_version_published_check CHECK (published_at IS NULL OR (document_number IS NOT NULL AND signer IS NOT NULL AND signed_on IS NOT NULL AND scan_hash IS NOT NULL)),
      CONSTRAINT plan_version_kind_check CHECK (kind IN ('plan', 'supplement', 'correction')),
      CONSTRAINT plan_version_pkey PRIMARY KEY (plan_id, id)
    )`);
    await db.query(`CREATE TABLE plan_item (
      plan_id uuid NOT NULL,
      version_id uuid NOT NULL,
      application_id uuid NOT NULL,
      number integer NOT NULL,
      class text,
      official_name text NOT NULL,
      hosts text NOT NULL,
      occupations text NOT NULL,
      change text NOT NULL,
      note text,
      CONSTRAINT plan_item_version_class_number_key UNIQUE (version_id, class, number),
      CONSTRAINT plan_item_change_check CHECK (change IN ('added', 'removed', 'corrected', 'kept')),
      CONSTRAINT plan_item_class_check CHECK (class IN ('one', 'two')),
      CONSTRAINT plan_item_pkey PRIMARY KEY (plan_id, version_id, application_id)
    )`);
    await db.query(`CREATE TABLE application_condition (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      step_id uuid NOT NULL,
      text text NOT NULL,
      due_on date NOT NULL,
      reported_at TIMESTAMP WITH TIME ZONE,
      reported_by uuid,
      report_note text,
      file_hash text,
      file_name text,
      returned_reason text,
      met_at TIMESTAMP WITH TIME ZONE,
      met_by uuid,
      met_note text,
      cancelled_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT application_condition_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(
      `CREATE INDEX application_condition_due_on_idx ON application_condition  (due_on) WHERE met_at IS NULL AND cancelled_at IS NULL`,
    );
    await db.query(`CREATE TABLE application_document (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      kind text NOT NULL,
      occupation_id uuid,
      file_hash text NOT NULL,
      file_name text NOT NULL,
      media_type text NOT NULL,
      size_bytes integer NOT NULL,
      page_code text,
      uploaded_by uuid,
      uploaded_at TIMESTAMP WITH TIME ZONE NOT NULL,
      removed_at TIMESTAMP WITH TIME ZONE,
      removed_by uuid,
      CONSTRAINT application_document_kind_check CHECK (kind IN ('request', 'stampedForm', 'feasibility', 'standard', 'implementationPlan', 'agreement', 'supplement', 'other')),
      CONSTRAINT application_document_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(
      `CREATE INDEX application_document_application_idx ON application_document  (application_id) WHERE removed_at IS NULL`,
    );
    await db.query(`CREATE TABLE application_occupation (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      position smallint NOT NULL,
      edition text,
      code text,
      name text NOT NULL,
      detail text,
      standard_exists boolean,
      standard_top_level smallint,
      strategic_reason text,
      team_size smallint NOT NULL DEFAULT '1',
      CONSTRAINT application_occupation_application_position_key UNIQUE (application_id, position),
      CONSTRAINT application_occupation_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE INDEX application_occupation_name_idx ON application_occupation  (name) `);
    await db.query(`CREATE INDEX application_occupation_code_idx ON application_occupation  (code) `);
    await db.query(`CREATE TABLE application_party (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      position smallint NOT NULL,
      organisation_id uuid,
      name text NOT NULL,
      kind text NOT NULL,
      part text NOT NULL,
      CONSTRAINT application_party_application_position_key UNIQUE (application_id, position),
      CONSTRAINT application_party_part_check CHECK (part IN ('lead', 'coHost', 'organiser', 'coOrganiser', 'technicalSupport')),
      CONSTRAINT application_party_kind_check CHECK (kind IN ('ministry', 'bureau', 'association', 'centralEnterprise', 'massOrganisation', 'enterprise', 'school', 'other')),
      CONSTRAINT application_party_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(
      `CREATE INDEX application_party_organisation_idx ON application_party  (organisation_id) `,
    );
    await db.query(`CREATE TABLE application_step (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      number integer NOT NULL,
      action text NOT NULL,
      from_state text NOT NULL,
      to_state text NOT NULL,
      "by" uuid,
      organisation_id uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      reason text,
      article text,
      marked_fields jsonb,
      submission_id uuid,
      findings jsonb,
      undoes_id uuid,
      undone_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT application_step_application_number_key UNIQUE (application_id, number),
      CONSTRAINT application_step_to_state_check CHECK (to_state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')),
      CONSTRAINT application_step_from_state_check CHECK (from_state IN ('draft', 'submitted', 'accepted', 'underReview', 'returned', 'granted', 'grantedWithConditions', 'declined', 'withdrawn', 'revoked')),
      CONSTRAINT application_step_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE INDEX application_step_by_at_idx ON application_step  ("by", at) `);
    await db.query(`CREATE TABLE application_submission (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      number integer NOT NULL,
      content_version integer NOT NULL,
      page_code text NOT NULL,
      snapshot jsonb NOT NULL,
      rule_pack_id uuid,
      findings jsonb NOT NULL,
      "by" uuid,
      arrived_at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT application_submission_application_number_key UNIQUE (application_id, number),
      CONSTRAINT application_submission_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE TABLE application_window (
      id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      opens_at TIMESTAMP WITH TIME ZONE NOT NULL,
      closes_at TIMESTAMP WITH TIME ZONE NOT NULL,
      notice text,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT application_window_level_division_code_plan_year_key UNIQUE (level, division_code, plan_year),
      CONSTRAINT application_window_times_check CHECK (closes_at > opens_at),
      CONSTRAINT application_window_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT application_window_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE class_status (
      id uuid NOT NULL,
      application_id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      class text,
      official_name text NOT NULL,
      name_reason text,
      position integer,
      occupations jsonb NOT NULL,
      event_id uuid,
      granted_at TIMESTAMP WITH TIME ZONE NOT NULL,
      plan_version_id uuid,
      ended_at TIMESTAMP WITH TIME ZONE,
      end_reason text,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT class_status__key UNIQUE (event_id),
      CONSTRAINT class_status_application_key UNIQUE (application_id),
      CONSTRAINT class_status_class_check CHECK (class IN ('one', 'two')),
      CONSTRAINT class_status_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT class_status_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE INDEX class_status_level_division_code_plan_year_idx ON class_status  (level, division_code, plan_year) `,
    );
    await db.query(`CREATE TABLE filing (
      id uuid NOT NULL,
      number text NOT NULL,
      organisation_id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      name text NOT NULL,
      occupations jsonb NOT NULL,
      starts_on date NOT NULL,
      ends_on date NOT NULL,
      place text,
      competitors integer,
      contact text,
      filed_by uuid,
      filed_at TIMESTAMP WITH TIME ZONE NOT NULL,
      event_id uuid,
      withdrawn_at TIMESTAMP WITH TIME ZONE,
      withdrawn_by uuid,
      withdrawal_reason text,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT filing_number_key UNIQUE (number),
      CONSTRAINT filing_dates_check CHECK (ends_on >= starts_on),
      CONSTRAINT filing_level_check CHECK (level IN ('enterprise', 'school')),
      CONSTRAINT filing_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX filing_organisation_plan_year_idx ON filing  (organisation_id, plan_year) `);
    await db.query(`CREATE INDEX filing_division_code_plan_year_idx ON filing  (division_code, plan_year) `);
    await db.query(`CREATE TABLE historic_contest (
      id uuid NOT NULL,
      plan_year integer NOT NULL,
      class text NOT NULL,
      official_name text NOT NULL,
      contest_key text NOT NULL,
      hosts text,
      occupations text array NOT NULL,
      occupations_complete boolean NOT NULL DEFAULT true,
      groups text,
      date_place text,
      scale text,
      awards text,
      source text NOT NULL,
      grade text NOT NULL,
      grade_note text NOT NULL,
      application_id uuid,
      CONSTRAINT historic_contest_plan_year_official_name_key UNIQUE (plan_year, official_name),
      CONSTRAINT historic_contest_grade_check CHECK (grade IN ('verified', 'unverified')),
      CONSTRAINT historic_contest_class_check CHECK (class IN ('one', 'two')),
      CONSTRAINT historic_contest_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE INDEX historic_contest_contest_key_plan_year_idx ON historic_contest  (contest_key, plan_year) `,
    );
    await db.query(`CREATE TABLE plan_count (
      plan_year integer NOT NULL,
      figure text NOT NULL,
      series_name text NOT NULL,
      class_one integer,
      class_two integer,
      occupations integer,
      document text,
      source text NOT NULL,
      grade text NOT NULL,
      grade_note text NOT NULL,
      CONSTRAINT plan_count_grade_check CHECK (grade IN ('verified', 'unverified')),
      CONSTRAINT plan_count_figure_check CHECK (figure IN ('target', 'published')),
      CONSTRAINT plan_count_pkey PRIMARY KEY (plan_year, figure)
    )`);
    await db.query(`CREATE TABLE obligation (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      kind text NOT NULL,
      occupation_id uuid,
      title jsonb NOT NULL,
      due_days integer,
      due_on date,
      citation jsonb,
      met_at TIMESTAMP WITH TIME ZONE,
      met_by uuid,
      file_hash text,
      file_name text,
      note text,
      checked_by uuid,
      checked_at TIMESTAMP WITH TIME ZONE,
      returned_reason text,
      CONSTRAINT obligation_kind_check CHECK (kind IN ('summary', 'technicalAnalysis', 'baseTable', 'nominations', 'otherContests')),
      CONSTRAINT obligation_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE INDEX obligation_due_on_idx ON obligation  (due_on) WHERE met_at IS NULL`);
    await db.query(`CREATE TABLE recusal (
      application_id uuid NOT NULL,
      id uuid NOT NULL,
      account_id uuid NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      ended_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT recusal_pkey PRIMARY KEY (application_id, id)
    )`);
    await db.query(`CREATE INDEX recusal_account_idx ON recusal  (account_id) `);
    await db.query(
      `ALTER TABLE class_application ADD CONSTRAINT class_application_lead_organisation_fk FOREIGN KEY (lead_organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE amendment ADD CONSTRAINT amendment_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE plan_version ADD CONSTRAINT plan_version_plan_fk FOREIGN KEY (plan_id) REFERENCES annual_plan(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE plan_item ADD CONSTRAINT plan_item_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_condition ADD CONSTRAINT application_condition_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_document ADD CONSTRAINT application_document_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_occupation ADD CONSTRAINT application_occupation_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_party ADD CONSTRAINT application_party_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_party ADD CONSTRAINT application_party_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_step ADD CONSTRAINT application_step_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE application_submission ADD CONSTRAINT application_submission_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE class_status ADD CONSTRAINT class_status_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE class_status ADD CONSTRAINT class_status_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE filing ADD CONSTRAINT filing_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE filing ADD CONSTRAINT filing_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE historic_contest ADD CONSTRAINT historic_contest_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE obligation ADD CONSTRAINT obligation_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE recusal ADD CONSTRAINT recusal_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE recusal ADD CONSTRAINT recusal_application_fk FOREIGN KEY (application_id) REFERENCES class_application(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE recusal DROP CONSTRAINT recusal_application_fk`);
    await db.query(`ALTER TABLE recusal DROP CONSTRAINT recusal_account_fk`);
    await db.query(`ALTER TABLE obligation DROP CONSTRAINT obligation_application_fk`);
    await db.query(`ALTER TABLE historic_contest DROP CONSTRAINT historic_contest_application_fk`);
    await db.query(`ALTER TABLE filing DROP CONSTRAINT filing_organisation_fk`);
    await db.query(`ALTER TABLE filing DROP CONSTRAINT filing_event_fk`);
    await db.query(`ALTER TABLE class_status DROP CONSTRAINT class_status_application_fk`);
    await db.query(`ALTER TABLE class_status DROP CONSTRAINT class_status_event_fk`);
    await db.query(
      `ALTER TABLE application_submission DROP CONSTRAINT application_submission_application_fk`,
    );
    await db.query(`ALTER TABLE application_step DROP CONSTRAINT application_step_application_fk`);
    await db.query(`ALTER TABLE application_party DROP CONSTRAINT application_party_application_fk`);
    await db.query(`ALTER TABLE application_party DROP CONSTRAINT application_party_organisation_fk`);
    await db.query(
      `ALTER TABLE application_occupation DROP CONSTRAINT application_occupation_application_fk`,
    );
    await db.query(`ALTER TABLE application_document DROP CONSTRAINT application_document_application_fk`);
    await db.query(`ALTER TABLE application_condition DROP CONSTRAINT application_condition_application_fk`);
    await db.query(`ALTER TABLE plan_item DROP CONSTRAINT plan_item_application_fk`);
    await db.query(`ALTER TABLE plan_version DROP CONSTRAINT plan_version_plan_fk`);
    await db.query(`ALTER TABLE amendment DROP CONSTRAINT amendment_application_fk`);
    await db.query(`ALTER TABLE class_application DROP CONSTRAINT class_application_lead_organisation_fk`);
    await db.query(`DROP INDEX recusal_account_idx`);
    await db.query(`DROP TABLE recusal`);
    await db.query(`DROP INDEX obligation_due_on_idx`);
    await db.query(`DROP TABLE obligation`);
    await db.query(`DROP TABLE plan_count`);
    await db.query(`DROP INDEX historic_contest_contest_key_plan_year_idx`);
    await db.query(`DROP TABLE historic_contest`);
    await db.query(`DROP INDEX filing_division_code_plan_year_idx`);
    await db.query(`DROP INDEX filing_organisation_plan_year_idx`);
    await db.query(`DROP TABLE filing`);
    await db.query(`DROP INDEX class_status_level_division_code_plan_year_idx`);
    await db.query(`DROP TABLE class_status`);
    await db.query(`DROP TABLE application_window`);
    await db.query(`DROP TABLE application_submission`);
    await db.query(`DROP INDEX application_step_by_at_idx`);
    await db.query(`DROP TABLE application_step`);
    await db.query(`DROP INDEX application_party_organisation_idx`);
    await db.query(`DROP TABLE application_party`);
    await db.query(`DROP INDEX application_occupation_code_idx`);
    await db.query(`DROP INDEX application_occupation_name_idx`);
    await db.query(`DROP TABLE application_occupation`);
    await db.query(`DROP INDEX application_document_application_idx`);
    await db.query(`DROP TABLE application_document`);
    await db.query(`DROP INDEX application_condition_due_on_idx`);
    await db.query(`DROP TABLE application_condition`);
    await db.query(`DROP TABLE plan_item`);
    await db.query(`DROP TABLE plan_version`);
    await db.query(`DROP TABLE annual_plan`);
    await db.query(`DROP INDEX amendment_state_idx`);
    await db.query(`DROP TABLE amendment`);
    await db.query(`DROP INDEX class_application_level_division_code_plan_year_state_idx`);
    await db.query(`DROP INDEX class_application_lead_organisation_plan_year_idx`);
    await db.query(`DROP INDEX class_application_contest_key_plan_year_idx`);
    await db.query(`DROP INDEX class_application_state_submitted_at_idx`);
    await db.query(`DROP INDEX class_application_plan_year_final_from_idx`);
    await db.query(`DROP TABLE class_application`);
  }
}
