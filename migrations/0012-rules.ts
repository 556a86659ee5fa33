import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/rules. */
export class Rules0012 implements MigrationInterface {
  name = 'Rules1795306380000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE rule_pack (
      id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      code text NOT NULL,
      title jsonb NOT NULL,
      content jsonb NOT NULL,
      based_on_id uuid,
      shipped boolean NOT NULL DEFAULT false,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT rule_pack_level_division_code_code_key UNIQUE (level, division_code, code),
      CONSTRAINT rule_pack_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT rule_pack_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE rule_pack_force (
      id uuid NOT NULL,
      pack_id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      in_force_from date NOT NULL,
      reason text,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      ended_at TIMESTAMP WITH TIME ZONE,
      ended_by uuid,
      CONSTRAINT rule_pack_force_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT rule_pack_force_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX rule_pack_force_pack_idx ON rule_pack_force  (pack_id) `);
    await db.query(
      `CREATE UNIQUE INDEX rule_pack_force_level_division_code_in_force_from_idx ON rule_pack_force  (level, division_code, in_force_from) WHERE ended_at IS NULL`,
    );
    await db.query(
      `ALTER TABLE rule_pack ADD CONSTRAINT rule_pack_based_on_fk FOREIGN KEY (based_on_id) REFERENCES rule_pack(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE rule_pack_force ADD CONSTRAINT rule_pack_force_pack_fk FOREIGN KEY (pack_id) REFERENCES rule_pack(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE rule_pack_force DROP CONSTRAINT rule_pack_force_pack_fk`);
    await db.query(`ALTER TABLE rule_pack DROP CONSTRAINT rule_pack_based_on_fk`);
    await db.query(`DROP INDEX rule_pack_force_level_division_code_in_force_from_idx`);
    await db.query(`DROP INDEX rule_pack_force_pack_idx`);
    await db.query(`DROP TABLE rule_pack_force`);
    await db.query(`DROP TABLE rule_pack`);
  }
}
