import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/insight. */
export class Insight0014 implements MigrationInterface {
  name = 'Insight1795306500000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE yearly_report (
      id uuid NOT NULL,
      level text NOT NULL,
      division_code text NOT NULL,
      plan_year integer NOT NULL,
      requested_by uuid,
      requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
      made_at TIMESTAMP WITH TIME ZONE,
      version_code text,
      file_hash text,
      file_name text,
      size_bytes integer,
      CONSTRAINT yearly_report_level_check CHECK (level IN ('nationalIndustry', 'provincial', 'municipal', 'county')),
      CONSTRAINT yearly_report_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE INDEX yearly_report_level_division_code_plan_year_idx ON yearly_report  (level, division_code, plan_year, id) `,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX yearly_report_level_division_code_plan_year_idx`);
    await db.query(`DROP TABLE yearly_report`);
  }
}
