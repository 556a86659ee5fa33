import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/awards. */
export class Awards0008 implements MigrationInterface {
  name = 'Awards1795306140000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE award (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      result_version_id uuid NOT NULL,
      skill_id uuid NOT NULL,
      group_id uuid NOT NULL,
      entry_id uuid NOT NULL,
      delegation_id uuid NOT NULL,
      code text NOT NULL,
      clause jsonb NOT NULL,
      CONSTRAINT award_result_version_entry_code_key UNIQUE (event_id, result_version_id, entry_id, code),
      CONSTRAINT award_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_group_fk FOREIGN KEY (event_id, group_id) REFERENCES skill_group(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_result_version_fk FOREIGN KEY (event_id, result_version_id) REFERENCES result_version(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE award ADD CONSTRAINT award_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_event_fk`);
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_result_version_fk`);
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_skill_fk`);
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_group_fk`);
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_entry_fk`);
    await db.query(`ALTER TABLE award DROP CONSTRAINT award_delegation_fk`);
    await db.query(`DROP TABLE award`);
  }
}
