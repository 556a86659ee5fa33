import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/notices. */
export class Notices0011 implements MigrationInterface {
  name = 'Notices1795306320000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE mail_address (
      account_id uuid NOT NULL,
      address text NOT NULL,
      rhythm text NOT NULL DEFAULT 'each',
      last_digest_on date,
      updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT mail_address_rhythm_check CHECK (rhythm IN ('each', 'daily', 'never')),
      CONSTRAINT mail_address_pkey PRIMARY KEY (account_id)
    )`);
    await db.query(`CREATE TABLE notice (
      id uuid NOT NULL,
      account_id uuid NOT NULL,
      code text NOT NULL,
      params jsonb NOT NULL,
      message jsonb NOT NULL,
      href text,
      subject_type text,
      subject_id text,
      dedupe_key text,
      urgency text NOT NULL DEFAULT 'later',
      event_id uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      read_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT notice_account_dedupe_key_key UNIQUE (account_id, dedupe_key),
      CONSTRAINT notice_urgency_check CHECK (urgency IN ('now', 'soon', 'later')),
      CONSTRAINT notice_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX notice_account_idx ON notice  (account_id) WHERE read_at IS NULL`);
    await db.query(`CREATE INDEX notice_account_id_idx ON notice  (account_id, id) `);
    await db.query(`CREATE TABLE mail (
      id uuid NOT NULL,
      account_id uuid,
      address text NOT NULL,
      message_id text NOT NULL,
      kind text NOT NULL,
      subject text NOT NULL,
      body text NOT NULL,
      state text NOT NULL DEFAULT 'waiting',
      attempts integer NOT NULL DEFAULT '0',
      last_error text,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      next_attempt_at TIMESTAMP WITH TIME ZONE,
      sent_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT mail_message_key UNIQUE (message_id),
      CONSTRAINT mail_state_check CHECK (state IN ('waiting', 'sent', 'failed')),
      CONSTRAINT mail_kind_check CHECK (kind IN ('single', 'digest', 'reminder')),
      CONSTRAINT mail_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX mail_account_id_idx ON mail  (account_id, id) `);
    await db.query(`CREATE INDEX mail_state_next_attempt_at_idx ON mail  (state, next_attempt_at) `);
    await db.query(`CREATE TABLE mail_notice (
      mail_id uuid NOT NULL,
      notice_id uuid NOT NULL,
      CONSTRAINT mail_notice_notice_mail_key UNIQUE (notice_id, mail_id),
      CONSTRAINT mail_notice_pkey PRIMARY KEY (mail_id, notice_id)
    )`);
    await db.query(
      `ALTER TABLE mail_address ADD CONSTRAINT mail_address_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE notice ADD CONSTRAINT notice_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mail ADD CONSTRAINT mail_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mail_notice ADD CONSTRAINT mail_notice_notice_fk FOREIGN KEY (notice_id) REFERENCES notice(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE mail_notice ADD CONSTRAINT mail_notice_mail_fk FOREIGN KEY (mail_id) REFERENCES mail(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE mail_notice DROP CONSTRAINT mail_notice_mail_fk`);
    await db.query(`ALTER TABLE mail_notice DROP CONSTRAINT mail_notice_notice_fk`);
    await db.query(`ALTER TABLE mail DROP CONSTRAINT mail_account_fk`);
    await db.query(`ALTER TABLE notice DROP CONSTRAINT notice_account_fk`);
    await db.query(`ALTER TABLE mail_address DROP CONSTRAINT mail_address_account_fk`);
    await db.query(`DROP TABLE mail_notice`);
    await db.query(`DROP INDEX mail_state_next_attempt_at_idx`);
    await db.query(`DROP INDEX mail_account_id_idx`);
    await db.query(`DROP TABLE mail`);
    await db.query(`DROP INDEX notice_account_id_idx`);
    await db.query(`DROP INDEX notice_account_idx`);
    await db.query(`DROP TABLE notice`);
    await db.query(`DROP TABLE mail_address`);
  }
}
