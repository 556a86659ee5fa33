import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/identity. */
export class Identity0003 implements MigrationInterface {
  name = 'Identity1795305840000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE person (
      id uuid NOT NULL,
      name text NOT NULL,
      name_latin text,
      sex text,
      birth_date date,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      CONSTRAINT person_sex_check CHECK (sex IN ('male', 'female')),
      CONSTRAINT person_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE organisation (
      id uuid NOT NULL,
      name text NOT NULL,
      short_name text,
      name_en text,
      kind text NOT NULL,
      division_code text,
      industry_code text,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT organisation_name_key UNIQUE (name),
      CONSTRAINT organisation_kind_check CHECK (kind IN ('ministry', 'bureau', 'association', 'enterprise', 'school', 'other')),
      CONSTRAINT organisation_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE account (
      id uuid NOT NULL,
      login text NOT NULL,
      display_name text NOT NULL,
      person_id uuid,
      organisation_id uuid,
      password_hash text NOT NULL,
      must_change_password boolean NOT NULL DEFAULT false,
      locale text NOT NULL DEFAULT 'zh',
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      disabled_at TIMESTAMP WITH TIME ZONE,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT account_login_key UNIQUE (login),
      CONSTRAINT account_locale_check CHECK (locale IN ('zh', 'en')),
      CONSTRAINT account_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE TABLE role_grant (
      id uuid NOT NULL,
      account_id uuid NOT NULL,
      role text NOT NULL,
      organisation_id uuid,
      event_id uuid,
      skill_id uuid,
      delegation_id uuid,
      granted_by uuid,
      granted_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      ended_at TIMESTAMP WITH TIME ZONE,
      ended_by uuid,
      CONSTRAINT role_grant_role_check CHECK (role IN ('administrator', 'official', 'host', 'organiser', 'teamLeader', 'coach', 'competitor', 'judge', 'chiefJudge', 'floorJudge', 'recorder', 'checker', 'supervisor')),
      CONSTRAINT role_grant_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX role_grant_role_idx ON role_grant  (event_id, role) `);
    await db.query(`CREATE INDEX role_grant_account_idx ON role_grant  (account_id) `);
    await db.query(
      `CREATE UNIQUE INDEX role_grant_live_key ON role_grant  (account_id, role, organisation_id, event_id, skill_id, delegation_id) NULLS NOT DISTINCT WHERE ended_at IS NULL`,
    );
    await db.query(`CREATE TABLE sign_in_session (
      id uuid NOT NULL,
      token_hash text NOT NULL,
      account_id uuid NOT NULL,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
      user_agent text,
      address text,
      CONSTRAINT sign_in_session_token_hash_key UNIQUE (token_hash),
      CONSTRAINT sign_in_session_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX sign_in_session_expires_idx ON sign_in_session  (expires_at) `);
    await db.query(`CREATE INDEX sign_in_session_account_idx ON sign_in_session  (account_id) `);
    await db.query(`CREATE TABLE api_token (
      id uuid NOT NULL,
      account_id uuid NOT NULL,
      name text NOT NULL,
      token_hash text NOT NULL,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      last_used_at TIMESTAMP WITH TIME ZONE,
      expires_at TIMESTAMP WITH TIME ZONE,
      revoked_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
      CONSTRAINT api_token_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX api_token_account_idx ON api_token  (account_id) `);
    await db.query(`CREATE TABLE sign_in_failure (
      key text NOT NULL,
      failures integer NOT NULL,
      last_at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT sign_in_failure_pkey PRIMARY KEY (key)
    )`);
    await db.query(`CREATE INDEX sign_in_failure_last_at_idx ON sign_in_failure  (last_at) `);
    await db.query(`CREATE TABLE access_change (
      account_id uuid NOT NULL,
      changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT access_change_pkey PRIMARY KEY (account_id)
    )`);
    await db.query(`CREATE INDEX access_change_changed_at_idx ON access_change  (changed_at) `);
    await db.query(
      `ALTER TABLE account ADD CONSTRAINT account_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE account ADD CONSTRAINT account_person_fk FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE role_grant ADD CONSTRAINT role_grant_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE sign_in_session ADD CONSTRAINT sign_in_session_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE api_token ADD CONSTRAINT api_token_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE api_token DROP CONSTRAINT api_token_account_fk`);
    await db.query(`ALTER TABLE sign_in_session DROP CONSTRAINT sign_in_session_account_fk`);
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_account_fk`);
    await db.query(`ALTER TABLE role_grant DROP CONSTRAINT role_grant_organisation_fk`);
    await db.query(`ALTER TABLE account DROP CONSTRAINT account_person_fk`);
    await db.query(`ALTER TABLE account DROP CONSTRAINT account_organisation_fk`);
    await db.query(`DROP TABLE access_change`);
    await db.query(`DROP TABLE sign_in_failure`);
    await db.query(`DROP INDEX api_token_account_idx`);
    await db.query(`DROP TABLE api_token`);
    await db.query(`DROP INDEX sign_in_session_account_idx`);
    await db.query(`DROP TABLE sign_in_session`);
    await db.query(`DROP INDEX role_grant_account_idx`);
    await db.query(`DROP INDEX role_grant_role_idx`);
    await db.query(`DROP TABLE role_grant`);
    await db.query(`DROP TABLE account`);
    await db.query(`DROP TABLE organisation`);
    await db.query(`DROP TABLE person`);
  }
}
