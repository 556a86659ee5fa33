import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/catalogue. */
export class Catalogue0010 implements MigrationInterface {
  name = 'Catalogue1795306260000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE catalogue_import (
      id uuid NOT NULL,
      kind text NOT NULL,
      edition text NOT NULL,
      number integer,
      source text NOT NULL,
      file_hash text,
      file_name text,
      state text NOT NULL DEFAULT 'previewed',
      added integer NOT NULL DEFAULT '0',
      changed integer NOT NULL DEFAULT '0',
      removed integer NOT NULL DEFAULT '0',
      unchanged integer NOT NULL DEFAULT '0',
      findings jsonb NOT NULL,
      base_number integer NOT NULL DEFAULT '0',
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      applied_by uuid,
      applied_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT catalogue_import_kind_edition_number_key UNIQUE (kind, edition, number),
      CONSTRAINT catalogue_import_state_check CHECK (state IN ('previewed', 'applied', 'discarded')),
      CONSTRAINT catalogue_import_kind_check CHECK (kind IN ('occupations', 'industries', 'divisions', 'organisations')),
      CONSTRAINT catalogue_import_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE INDEX catalogue_import_kind_edition_created_at_idx ON catalogue_import  (kind, edition, created_at) `,
    );
    await db.query(`CREATE TABLE catalogue_change (
      import_id uuid NOT NULL,
      code text NOT NULL,
      change text NOT NULL,
      before jsonb,
      after jsonb,
      CONSTRAINT catalogue_change_change_check CHECK (change IN ('added', 'changed', 'removed')),
      CONSTRAINT catalogue_change_pkey PRIMARY KEY (import_id, code)
    )`);
    await db.query(`CREATE TABLE division (
      edition text NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      short_name text,
      level text NOT NULL,
      parent_code text,
      pseudo boolean NOT NULL DEFAULT false,
      initials text NOT NULL,
      pinyin text NOT NULL,
      retired_in uuid,
      CONSTRAINT division_level_check CHECK (level IN ('province', 'city', 'county')),
      CONSTRAINT division_pkey PRIMARY KEY (edition, code)
    )`);
    await db.query(`CREATE INDEX division_edition_parent_code_idx ON division  (edition, parent_code) `);
    await db.query(`CREATE TABLE industry (
      edition text NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      level smallint NOT NULL,
      parent_code text,
      initials text NOT NULL,
      pinyin text NOT NULL,
      retired_in uuid,
      CONSTRAINT industry_pkey PRIMARY KEY (edition, code)
    )`);
    await db.query(`CREATE INDEX industry_edition_parent_code_idx ON industry  (edition, parent_code) `);
    await db.query(`CREATE TABLE occupation (
      edition text NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      level smallint NOT NULL,
      parent_code text,
      gbm_code text,
      mark text,
      initials text NOT NULL,
      pinyin text NOT NULL,
      standard_top_level smallint,
      standard_exists boolean,
      strategic boolean NOT NULL DEFAULT false,
      is_new boolean NOT NULL DEFAULT false,
      retired_in uuid,
      CONSTRAINT occupation_standard_top_level_check CHECK (standard_top_level BETWEEN 1 AND 5),
      CONSTRAINT occupation_level_check CHECK (level BETWEEN 1 AND 4),
      CONSTRAINT occupation_pkey PRIMARY KEY (edition, code)
    )`);
    await db.query(`CREATE INDEX occupation_edition_parent_code_idx ON occupation  (edition, parent_code) `);
    await db.query(`CREATE INDEX occupation_edition_name_idx ON occupation  (edition, name) `);
    await db.query(`CREATE TABLE organisation_sound (
      organisation_id uuid NOT NULL,
      names text NOT NULL,
      initials text NOT NULL,
      pinyin text NOT NULL,
      CONSTRAINT organisation_sound_pkey PRIMARY KEY (organisation_id)
    )`);
    await db.query(
      `ALTER TABLE catalogue_change ADD CONSTRAINT catalogue_change_import_fk FOREIGN KEY (import_id) REFERENCES catalogue_import(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE organisation_sound ADD CONSTRAINT organisation_sound_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE organisation_sound DROP CONSTRAINT organisation_sound_organisation_fk`);
    await db.query(`ALTER TABLE catalogue_change DROP CONSTRAINT catalogue_change_import_fk`);
    await db.query(`DROP TABLE organisation_sound`);
    await db.query(`DROP INDEX occupation_edition_name_idx`);
    await db.query(`DROP INDEX occupation_edition_parent_code_idx`);
    await db.query(`DROP TABLE occupation`);
    await db.query(`DROP INDEX industry_edition_parent_code_idx`);
    await db.query(`DROP TABLE industry`);
    await db.query(`DROP INDEX division_edition_parent_code_idx`);
    await db.query(`DROP TABLE division`);
    await db.query(`DROP TABLE catalogue_change`);
    await db.query(`DROP INDEX catalogue_import_kind_edition_created_at_idx`);
    await db.query(`DROP TABLE catalogue_import`);
  }
}
