import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/events. */
export class Events0004 implements MigrationInterface {
  name = 'Events1795305900000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE competition_event (
      id uuid NOT NULL,
      name text NOT NULL,
      name_en text,
      level text NOT NULL,
      class text,
      special_kind text,
      edition text,
      held_year integer NOT NULL,
      division_code text,
      industry_code text,
      time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
      starts_on date NOT NULL,
      ends_on date NOT NULL,
      registration_opens_at TIMESTAMP WITH TIME ZONE,
      registration_closes_at TIMESTAMP WITH TIME ZONE,
      stage text NOT NULL DEFAULT 'draft',
      cloned_from_id uuid,
      demo boolean NOT NULL DEFAULT false,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT competition_event_dates_check CHECK (ends_on >= starts_on),
      CONSTRAINT competition_event_stage_check CHECK (stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')),
      CONSTRAINT competition_event_special_kind_check CHECK (special_kind IN ('newOccupation', 'ruralRevitalisation', 'innovation')),
      CONSTRAINT competition_event_class_check CHECK (class IN ('one', 'two')),
      CONSTRAINT competition_event_level_check CHECK (level IN ('world', 'nationalComprehensive', 'nationalIndustry', 'provincial', 'municipal', 'county', 'enterprise', 'school')),
      CONSTRAINT competition_event_pkey PRIMARY KEY (id)
    )`);
    await db.query(`CREATE INDEX competition_event_stage_idx ON competition_event  (stage) `);
    await db.query(`CREATE TABLE event_party (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      organisation_id uuid NOT NULL,
      part text NOT NULL,
      CONSTRAINT event_party_organisation_part_key UNIQUE (event_id, organisation_id, part),
      CONSTRAINT event_party_part_check CHECK (part IN ('host', 'organiser', 'coOrganiser')),
      CONSTRAINT event_party_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE venue (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      name text NOT NULL,
      address text,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT venue_name_key UNIQUE (event_id, name),
      CONSTRAINT venue_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE skill (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      name_en text,
      world_skill_number integer,
      occupation_code text,
      team_size smallint NOT NULL DEFAULT '1',
      age_years_max integer,
      venue_id uuid,
      policy_name text NOT NULL,
      policy jsonb NOT NULL,
      require_signed_scan boolean NOT NULL DEFAULT false,
      position integer NOT NULL DEFAULT '0',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT skill_code_key UNIQUE (event_id, code),
      CONSTRAINT skill_team_size_check CHECK (team_size BETWEEN 1 AND 3),
      CONSTRAINT skill_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE skill_group (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      position integer NOT NULL DEFAULT '0',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT skill_group_skill_code_key UNIQUE (event_id, skill_id, code),
      CONSTRAINT skill_group_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE module (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      day integer NOT NULL DEFAULT '1',
      duration_minutes integer NOT NULL,
      weight_hundredths integer,
      part text NOT NULL DEFAULT 'practice',
      marked_by text NOT NULL DEFAULT 'scheme',
      position integer NOT NULL DEFAULT '0',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT module_skill_code_key UNIQUE (event_id, skill_id, code),
      CONSTRAINT module_duration_minutes_check CHECK (duration_minutes > 0),
      CONSTRAINT module_marked_by_check CHECK (marked_by IN ('scheme', 'list')),
      CONSTRAINT module_part_check CHECK (part IN ('theory', 'practice')),
      CONSTRAINT module_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE session (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      module_id uuid NOT NULL,
      name text NOT NULL,
      starts_at TIMESTAMP WITH TIME ZONE NOT NULL,
      ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
      position integer NOT NULL DEFAULT '0',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT session_times_check CHECK (ends_at > starts_at),
      CONSTRAINT session_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX session_module_idx ON session  (event_id, module_id) `);
    await db.query(`CREATE TABLE workstation (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      venue_id uuid,
      code text NOT NULL,
      state text NOT NULL DEFAULT 'usable',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT workstation_skill_code_key UNIQUE (event_id, skill_id, code),
      CONSTRAINT workstation_state_check CHECK (state IN ('usable', 'spare', 'failed')),
      CONSTRAINT workstation_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE stage_entry (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      from_stage text NOT NULL,
      to_stage text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      reason text,
      findings jsonb NOT NULL,
      CONSTRAINT stage_entry_to_stage_check CHECK (to_stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')),
      CONSTRAINT stage_entry_from_stage_check CHECK (from_stage IN ('draft', 'registration', 'preparation', 'competition', 'results', 'provisional', 'final')),
      CONSTRAINT stage_entry_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `ALTER TABLE competition_event ADD CONSTRAINT competition_event_cloned_from_fk FOREIGN KEY (cloned_from_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE event_party ADD CONSTRAINT event_party_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE event_party ADD CONSTRAINT event_party_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE venue ADD CONSTRAINT venue_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE skill ADD CONSTRAINT skill_venue_fk FOREIGN KEY (event_id, venue_id) REFERENCES venue(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE skill ADD CONSTRAINT skill_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE skill_group ADD CONSTRAINT skill_group_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE skill_group ADD CONSTRAINT skill_group_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE module ADD CONSTRAINT module_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE module ADD CONSTRAINT module_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE session ADD CONSTRAINT session_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE session ADD CONSTRAINT session_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE session ADD CONSTRAINT session_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE workstation ADD CONSTRAINT workstation_venue_fk FOREIGN KEY (event_id, venue_id) REFERENCES venue(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE workstation ADD CONSTRAINT workstation_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE workstation ADD CONSTRAINT workstation_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE stage_entry ADD CONSTRAINT stage_entry_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE stage_entry DROP CONSTRAINT stage_entry_event_fk`);
    await db.query(`ALTER TABLE workstation DROP CONSTRAINT workstation_event_fk`);
    await db.query(`ALTER TABLE workstation DROP CONSTRAINT workstation_skill_fk`);
    await db.query(`ALTER TABLE workstation DROP CONSTRAINT workstation_venue_fk`);
    await db.query(`ALTER TABLE session DROP CONSTRAINT session_event_fk`);
    await db.query(`ALTER TABLE session DROP CONSTRAINT session_skill_fk`);
    await db.query(`ALTER TABLE session DROP CONSTRAINT session_module_fk`);
    await db.query(`ALTER TABLE module DROP CONSTRAINT module_event_fk`);
    await db.query(`ALTER TABLE module DROP CONSTRAINT module_skill_fk`);
    await db.query(`ALTER TABLE skill_group DROP CONSTRAINT skill_group_event_fk`);
    await db.query(`ALTER TABLE skill_group DROP CONSTRAINT skill_group_skill_fk`);
    await db.query(`ALTER TABLE skill DROP CONSTRAINT skill_event_fk`);
    await db.query(`ALTER TABLE skill DROP CONSTRAINT skill_venue_fk`);
    await db.query(`ALTER TABLE venue DROP CONSTRAINT venue_event_fk`);
    await db.query(`ALTER TABLE event_party DROP CONSTRAINT event_party_event_fk`);
    await db.query(`ALTER TABLE event_party DROP CONSTRAINT event_party_organisation_fk`);
    await db.query(`ALTER TABLE competition_event DROP CONSTRAINT competition_event_cloned_from_fk`);
    await db.query(`DROP TABLE stage_entry`);
    await db.query(`DROP TABLE workstation`);
    await db.query(`DROP INDEX session_module_idx`);
    await db.query(`DROP TABLE session`);
    await db.query(`DROP TABLE module`);
    await db.query(`DROP TABLE skill_group`);
    await db.query(`DROP TABLE skill`);
    await db.query(`DROP TABLE venue`);
    await db.query(`DROP TABLE event_party`);
    await db.query(`DROP INDEX competition_event_stage_idx`);
    await db.query(`DROP TABLE competition_event`);
  }
}
