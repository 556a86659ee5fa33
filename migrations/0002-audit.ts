import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/audit. */
export class Audit0002 implements MigrationInterface {
  name = 'Audit1795305780000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE audit_entry (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      actor_account_id uuid,
      verb text NOT NULL,
      skill_id uuid,
      subject_type text NOT NULL,
      subject_id text NOT NULL,
      before jsonb,
      after jsonb,
      reason text,
      CONSTRAINT audit_entry_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `CREATE INDEX audit_entry_subject_type_subject_id_idx ON audit_entry  (event_id, subject_type, subject_id, id) `,
    );
    // What is written stays: not even the application's own role rewrites it. Retention drops whole tables or partitions.
    await db.query(`CREATE FUNCTION audit_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'audit_entry is append-only: % refused', TG_OP
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'audit_entry_append_only';
      END $$`);
    await db.query(`CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
      FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_append_only()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX audit_entry_subject_type_subject_id_idx`);
    await db.query(`DROP TABLE audit_entry`);
    await db.query(`DROP FUNCTION audit_entry_append_only()`);
  }
}
