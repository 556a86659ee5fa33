import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/results. */
export class Results0007 implements MigrationInterface {
  name = 'Results1795306080000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE score_run (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      state text NOT NULL,
      inputs_hash text,
      result_version_id uuid,
      started_at TIMESTAMP WITH TIME ZONE NOT NULL,
      finished_at TIMESTAMP WITH TIME ZONE,
      error_code text,
      CONSTRAINT score_run_state_check CHECK (state IN ('running', 'done', 'failed')),
      CONSTRAINT score_run_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX score_run_skill_id_idx ON score_run  (event_id, skill_id, id) `);
    await db.query(`CREATE TABLE result_version (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      number integer NOT NULL,
      inputs_hash text NOT NULL,
      policy_name text NOT NULL,
      policy jsonb NOT NULL,
      complete boolean NOT NULL,
      forms_expected integer NOT NULL,
      forms_signed integer NOT NULL,
      warnings jsonb NOT NULL,
      bundle jsonb,
      proven_at TIMESTAMP WITH TIME ZONE,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT result_version_skill_number_key UNIQUE (event_id, skill_id, number),
      CONSTRAINT result_version_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE result (
      event_id uuid NOT NULL,
      version_id uuid NOT NULL,
      entry_id uuid NOT NULL,
      group_id uuid NOT NULL,
      delegation_id uuid NOT NULL,
      status text NOT NULL,
      total_hundredths integer,
      parts jsonb NOT NULL,
      scaled_score integer,
      rank integer,
      position integer,
      undecided boolean NOT NULL DEFAULT false,
      award text,
      forms_expected integer NOT NULL,
      forms_signed integer NOT NULL,
      CONSTRAINT result_status_check CHECK (status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')),
      CONSTRAINT result_pkey PRIMARY KEY (event_id, version_id, entry_id)
    )`);
    await db.query(`CREATE INDEX result_entry_idx ON result  (event_id, entry_id) `);
    await db.query(`CREATE TABLE tie_ruling (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      group_id uuid NOT NULL,
      entry_order jsonb NOT NULL,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      ended_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT tie_ruling_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX tie_ruling_skill_idx ON tie_ruling  (event_id, skill_id) `);
    await db.query(`CREATE TABLE decoding (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      opened_by uuid NOT NULL,
      opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
      witnessed_by uuid,
      witnessed_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT decoding_skill_key UNIQUE (event_id, skill_id),
      CONSTRAINT decoding_two_persons_check CHECK (witnessed_by IS NULL OR witnessed_by <> opened_by),
      CONSTRAINT decoding_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE publication (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      result_version_id uuid NOT NULL,
      kind text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      note text,
      names text NOT NULL DEFAULT 'masked',
      names_basis text,
      superseded_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT publication_kind_check CHECK (kind IN ('provisional', 'final')),
      CONSTRAINT publication_names_check CHECK (names IN ('full', 'masked')),
      CONSTRAINT publication_names_basis_check CHECK (names = 'masked' OR names_basis IS NOT NULL),
      CONSTRAINT publication_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX publication_skill_idx ON publication  (event_id, skill_id) `);
    await db.query(`CREATE TABLE published_snapshot (
      event_id uuid NOT NULL,
      kind text NOT NULL,
      etag text NOT NULL,
      body jsonb NOT NULL,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT published_snapshot_kind_check CHECK (kind IN ('board', 'results')),
      CONSTRAINT published_snapshot_pkey PRIMARY KEY (event_id, kind)
    )`);
    await db.query(
      `ALTER TABLE score_run ADD CONSTRAINT score_run_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE score_run ADD CONSTRAINT score_run_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result_version ADD CONSTRAINT result_version_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result_version ADD CONSTRAINT result_version_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result ADD CONSTRAINT result_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result ADD CONSTRAINT result_group_fk FOREIGN KEY (event_id, group_id) REFERENCES skill_group(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result ADD CONSTRAINT result_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE result ADD CONSTRAINT result_version_fk FOREIGN KEY (event_id, version_id) REFERENCES result_version(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE tie_ruling ADD CONSTRAINT tie_ruling_group_fk FOREIGN KEY (event_id, group_id) REFERENCES skill_group(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE tie_ruling ADD CONSTRAINT tie_ruling_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE tie_ruling ADD CONSTRAINT tie_ruling_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE decoding ADD CONSTRAINT decoding_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE decoding ADD CONSTRAINT decoding_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE publication ADD CONSTRAINT publication_result_version_fk FOREIGN KEY (event_id, result_version_id) REFERENCES result_version(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE publication ADD CONSTRAINT publication_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE publication ADD CONSTRAINT publication_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE published_snapshot ADD CONSTRAINT published_snapshot_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE published_snapshot DROP CONSTRAINT published_snapshot_event_fk`);
    await db.query(`ALTER TABLE publication DROP CONSTRAINT publication_event_fk`);
    await db.query(`ALTER TABLE publication DROP CONSTRAINT publication_skill_fk`);
    await db.query(`ALTER TABLE publication DROP CONSTRAINT publication_result_version_fk`);
    await db.query(`ALTER TABLE decoding DROP CONSTRAINT decoding_event_fk`);
    await db.query(`ALTER TABLE decoding DROP CONSTRAINT decoding_skill_fk`);
    await db.query(`ALTER TABLE tie_ruling DROP CONSTRAINT tie_ruling_event_fk`);
    await db.query(`ALTER TABLE tie_ruling DROP CONSTRAINT tie_ruling_skill_fk`);
    await db.query(`ALTER TABLE tie_ruling DROP CONSTRAINT tie_ruling_group_fk`);
    await db.query(`ALTER TABLE result DROP CONSTRAINT result_version_fk`);
    await db.query(`ALTER TABLE result DROP CONSTRAINT result_entry_fk`);
    await db.query(`ALTER TABLE result DROP CONSTRAINT result_group_fk`);
    await db.query(`ALTER TABLE result DROP CONSTRAINT result_delegation_fk`);
    await db.query(`ALTER TABLE result_version DROP CONSTRAINT result_version_event_fk`);
    await db.query(`ALTER TABLE result_version DROP CONSTRAINT result_version_skill_fk`);
    await db.query(`ALTER TABLE score_run DROP CONSTRAINT score_run_event_fk`);
    await db.query(`ALTER TABLE score_run DROP CONSTRAINT score_run_skill_fk`);
    await db.query(`DROP TABLE published_snapshot`);
    await db.query(`DROP INDEX publication_skill_idx`);
    await db.query(`DROP TABLE publication`);
    await db.query(`DROP TABLE decoding`);
    await db.query(`DROP INDEX tie_ruling_skill_idx`);
    await db.query(`DROP TABLE tie_ruling`);
    await db.query(`DROP INDEX result_entry_idx`);
    await db.query(`DROP TABLE result`);
    await db.query(`DROP TABLE result_version`);
    await db.query(`DROP INDEX score_run_skill_id_idx`);
    await db.query(`DROP TABLE score_run`);
  }
}
