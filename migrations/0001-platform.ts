import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/platform. */
export class Platform0001 implements MigrationInterface {
  name = 'Platform1795305720000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE job_request (
      id uuid NOT NULL,
      name text NOT NULL,
      subject text NOT NULL,
      event_id uuid,
      state text NOT NULL DEFAULT 'waiting',
      progress_done integer NOT NULL DEFAULT '0',
      progress_total integer,
      error_code text,
      result jsonb,
      requested_by uuid,
      requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
      queued_at TIMESTAMP WITH TIME ZONE,
      started_at TIMESTAMP WITH TIME ZONE,
      finished_at TIMESTAMP WITH TIME ZONE,
      attempts integer NOT NULL DEFAULT '0',
      CONSTRAINT job_request_state_check CHECK (state IN ('waiting', 'queued', 'running', 'done', 'failed')),
      CONSTRAINT job_request_pkey PRIMARY KEY (id)
    )`);
    await db.query(
      `CREATE UNIQUE INDEX job_request_waiting_idx ON job_request (name, subject) WHERE state = 'waiting'`,
    );
    await db.query(
      `CREATE INDEX job_request_active_idx ON job_request (name, subject) WHERE state IN ('queued', 'running')`,
    );
    await db.query(`CREATE INDEX job_request_event_idx ON job_request (event_id, id)`);
    await db.query(`CREATE TABLE stored_file (
      hash text NOT NULL,
      size_bytes bigint NOT NULL,
      media_type text NOT NULL,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT stored_file_pkey PRIMARY KEY (hash)
    )`);
    await db.query(`CREATE TABLE idempotency_key (
      account_id uuid NOT NULL,
      key text NOT NULL,
      route text NOT NULL,
      request_hash text NOT NULL,
      status integer,
      response jsonb,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT idempotency_key_pkey PRIMARY KEY (account_id, key)
    )`);
    await db.query(`CREATE INDEX idempotency_key_created_at_idx ON idempotency_key (created_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE idempotency_key`);
    await db.query(`DROP TABLE stored_file`);
    await db.query(`DROP TABLE job_request`);
  }
}
