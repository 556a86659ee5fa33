import type { MigrationInterface, QueryRunner } from 'typeorm';

const rolesBefore = `'administrator', 'official', 'host', 'organiser', 'teamLeader', 'coach', 'competitor', 'judge', 'chiefJudge', 'floorJudge', 'recorder', 'checker', 'supervisor'`;
const roles = `'administrator', 'official', 'acceptor', 'reviewer', 'host', 'organiser', 'teamLeader', 'coach', 'competitor', 'judge', 'chiefJudge', 'floorJudge', 'recorder', 'checker', 'supervisor'`;
const kindsBefore = `'ministry', 'bureau', 'association', 'enterprise', 'school', 'other'`;
const kinds = `'ministry', 'bureau', 'association', 'centralEnterprise', 'massOrganisation', 'enterprise', 'school', 'other'`;

/** Authorities 人社部门 with their acceptors and reviewers, and the kinds of organisations that apply to them. */
export class Authorities0009 implements MigrationInterface {
  name = 'Authorities1795306200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_check`);
    await db.query(`ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_check CHECK (role IN (${roles}))`);
    await db.query(`ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check`);
    await db.query(
      `ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK (kind IN (${kinds}))`,
    );
    await db.query(`CREATE TABLE authority (
      id uuid NOT NULL,
      organisation_id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      ended_at TIMESTAMP WITH TIME ZONE,
      ended_by uuid,
      CONSTRAINT authority_area_check CHECK ((level = 'nationalIndustry') = (division_code = '000000')),
      CONSTRAINT authority_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT authority_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX authority_level_division_code_idx ON authority  (level, division_code) `);
    await db.query(
      `CREATE UNIQUE INDEX authority_organisation_level_division_code_idx ON authority  (organisation_id, level, division_code) WHERE ended_at IS NULL`,
    );
    await db.query(
      `ALTER TABLE authority ADD CONSTRAINT authority_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE authority DROP CONSTRAINT authority_organisation_fk`);
    await db.query(`DROP INDEX authority_organisation_level_division_code_idx`);
    await db.query(`DROP INDEX authority_level_division_code_idx`);
    await db.query(`DROP TABLE authority`);
    await db.query(`ALTER TABLE organisation DROP CONSTRAINT organisation_kind_check`);
    await db.query(
      `ALTER TABLE organisation ADD CONSTRAINT organisation_kind_check CHECK (kind IN (${kindsBefore}))`,
    );
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_role_check`);
    await db.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_role_check CHECK (role IN (${rolesBefore}))`,
    );
  }
}
