import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of libs/registration. */
export class Registration0005 implements MigrationInterface {
  name = 'Registration1795305960000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE delegation (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      code text NOT NULL,
      name text NOT NULL,
      name_en text,
      organisation_id uuid,
      position integer NOT NULL DEFAULT '0',
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT delegation_name_key UNIQUE (event_id, name),
      CONSTRAINT delegation_code_key UNIQUE (event_id, code),
      CONSTRAINT delegation_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE quota (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      delegation_id uuid,
      skill_id uuid NOT NULL,
      group_id uuid,
      places integer NOT NULL,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT quota_delegation_skill_group_key UNIQUE NULLS NOT DISTINCT (event_id, delegation_id, skill_id, group_id),
      CONSTRAINT quota_places_check CHECK (places >= 0),
      CONSTRAINT quota_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE entry (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      delegation_id uuid NOT NULL,
      skill_id uuid NOT NULL,
      group_id uuid NOT NULL,
      team_name text,
      state text NOT NULL DEFAULT 'draft',
      status text NOT NULL DEFAULT 'entered',
      status_reason text,
      entry_number text,
      return_reason text,
      late_reason text,
      submitted_at TIMESTAMP WITH TIME ZONE,
      reviewed_by uuid,
      reviewed_at TIMESTAMP WITH TIME ZONE,
      created_by uuid,
      created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT entry_entry_number_key UNIQUE (event_id, entry_number),
      CONSTRAINT entry_status_check CHECK (status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')),
      CONSTRAINT entry_state_check CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
      CONSTRAINT entry_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX entry_delegation_idx ON entry  (event_id, delegation_id) `);
    await db.query(`CREATE INDEX entry_skill_group_idx ON entry  (event_id, skill_id, group_id) `);
    await db.query(`CREATE TABLE competitor (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      entry_id uuid NOT NULL,
      person_id uuid NOT NULL,
      account_id uuid,
      unit text,
      position smallint NOT NULL DEFAULT '1',
      CONSTRAINT competitor_entry_position_key UNIQUE (event_id, entry_id, position),
      CONSTRAINT competitor_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX competitor_account_idx ON competitor  (account_id) `);
    await db.query(`CREATE INDEX competitor_person_idx ON competitor  (person_id) `);
    await db.query(`CREATE TABLE check_in (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      entry_id uuid NOT NULL,
      module_id uuid NOT NULL,
      status text NOT NULL,
      reason text,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      undoes_id uuid,
      CONSTRAINT check_in_status_check CHECK (status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')),
      CONSTRAINT check_in_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(
      `CREATE INDEX check_in_entry_module_at_idx ON check_in  (event_id, entry_id, module_id, at) `,
    );
    await db.query(`CREATE TABLE draw (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      kind text NOT NULL DEFAULT 'full',
      seed text NOT NULL,
      code_seed text NOT NULL,
      inputs jsonb NOT NULL,
      inputs_hash text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      superseded_at TIMESTAMP WITH TIME ZONE,
      reason text,
      CONSTRAINT draw_kind_check CHECK (kind IN ('full', 'supplement')),
      CONSTRAINT draw_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX draw_skill_idx ON draw  (event_id, skill_id) `);
    await db.query(
      `CREATE UNIQUE INDEX draw_current_key ON draw (event_id, skill_id) WHERE superseded_at IS NULL AND kind = 'full'`,
    );
    await db.query(`CREATE TABLE placement (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      entry_id uuid NOT NULL,
      skill_id uuid NOT NULL,
      module_id uuid NOT NULL,
      session_id uuid NOT NULL,
      workstation_id uuid,
      draw_id uuid NOT NULL,
      version integer NOT NULL DEFAULT '1',
      CONSTRAINT placement_session_workstation_key UNIQUE (event_id, session_id, workstation_id),
      CONSTRAINT placement_entry_module_key UNIQUE (event_id, entry_id, module_id),
      CONSTRAINT placement_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE TABLE placement_move (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      placement_id uuid NOT NULL,
      from_session_id uuid NOT NULL,
      from_workstation_id uuid,
      to_session_id uuid NOT NULL,
      to_workstation_id uuid,
      reason text NOT NULL,
      "by" uuid,
      at TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT placement_move_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX placement_move_placement_idx ON placement_move (event_id, placement_id)`);
    await db.query(`CREATE TABLE work (
      event_id uuid NOT NULL,
      id uuid NOT NULL,
      skill_id uuid NOT NULL,
      module_id uuid NOT NULL,
      code text NOT NULL,
      superseded_at TIMESTAMP WITH TIME ZONE,
      CONSTRAINT work_code_key UNIQUE (event_id, code),
      CONSTRAINT work_pkey PRIMARY KEY (event_id, id)
    )`);
    await db.query(`CREATE INDEX work_skill_module_idx ON work  (event_id, skill_id, module_id) `);
    await db.query(`CREATE TABLE blind_code (
      event_id uuid NOT NULL,
      work_id uuid NOT NULL,
      entry_id uuid NOT NULL,
      module_id uuid NOT NULL,
      draw_id uuid NOT NULL,
      CONSTRAINT blind_code_entry_module_key UNIQUE (event_id, entry_id, module_id),
      CONSTRAINT blind_code_pkey PRIMARY KEY (event_id, work_id)
    )`);
    await db.query(
      `ALTER TABLE delegation ADD CONSTRAINT delegation_organisation_fk FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE delegation ADD CONSTRAINT delegation_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE quota ADD CONSTRAINT quota_group_fk FOREIGN KEY (event_id, group_id) REFERENCES skill_group(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE quota ADD CONSTRAINT quota_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE quota ADD CONSTRAINT quota_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE quota ADD CONSTRAINT quota_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE entry ADD CONSTRAINT entry_group_fk FOREIGN KEY (event_id, group_id) REFERENCES skill_group(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE entry ADD CONSTRAINT entry_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE entry ADD CONSTRAINT entry_delegation_fk FOREIGN KEY (event_id, delegation_id) REFERENCES delegation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE entry ADD CONSTRAINT entry_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE competitor ADD CONSTRAINT competitor_account_fk FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE competitor ADD CONSTRAINT competitor_person_fk FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE competitor ADD CONSTRAINT competitor_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE competitor ADD CONSTRAINT competitor_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE check_in ADD CONSTRAINT check_in_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE check_in ADD CONSTRAINT check_in_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE check_in ADD CONSTRAINT check_in_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE draw ADD CONSTRAINT draw_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE draw ADD CONSTRAINT draw_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_draw_fk FOREIGN KEY (event_id, draw_id) REFERENCES draw(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_workstation_fk FOREIGN KEY (event_id, workstation_id) REFERENCES workstation(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_session_fk FOREIGN KEY (event_id, session_id) REFERENCES session(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement ADD CONSTRAINT placement_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE check_in ADD CONSTRAINT check_in_undoes_fk FOREIGN KEY (event_id, undoes_id) REFERENCES check_in(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE placement_move ADD CONSTRAINT placement_move_placement_fk FOREIGN KEY (event_id, placement_id) REFERENCES placement(event_id,id) ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    for (const [column, table] of [
      ['from_session', 'session'],
      ['to_session', 'session'],
      ['from_workstation', 'workstation'],
      ['to_workstation', 'workstation'],
    ]) {
      await db.query(
        `ALTER TABLE placement_move ADD CONSTRAINT placement_move_${column}_fk FOREIGN KEY (event_id, ${column}_id) REFERENCES ${table}(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
      );
    }
    await db.query(
      `ALTER TABLE work ADD CONSTRAINT work_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE work ADD CONSTRAINT work_skill_fk FOREIGN KEY (event_id, skill_id) REFERENCES skill(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE work ADD CONSTRAINT work_event_fk FOREIGN KEY (event_id) REFERENCES competition_event(id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE blind_code ADD CONSTRAINT blind_code_draw_fk FOREIGN KEY (event_id, draw_id) REFERENCES draw(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE blind_code ADD CONSTRAINT blind_code_module_fk FOREIGN KEY (event_id, module_id) REFERENCES module(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE blind_code ADD CONSTRAINT blind_code_entry_fk FOREIGN KEY (event_id, entry_id) REFERENCES entry(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE blind_code ADD CONSTRAINT blind_code_work_fk FOREIGN KEY (event_id, work_id) REFERENCES work(event_id,id) ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE blind_code DROP CONSTRAINT blind_code_work_fk`);
    await db.query(`ALTER TABLE blind_code DROP CONSTRAINT blind_code_entry_fk`);
    await db.query(`ALTER TABLE blind_code DROP CONSTRAINT blind_code_module_fk`);
    await db.query(`ALTER TABLE blind_code DROP CONSTRAINT blind_code_draw_fk`);
    await db.query(`ALTER TABLE work DROP CONSTRAINT work_event_fk`);
    await db.query(`ALTER TABLE work DROP CONSTRAINT work_skill_fk`);
    await db.query(`ALTER TABLE work DROP CONSTRAINT work_module_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_event_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_entry_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_skill_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_module_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_session_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_workstation_fk`);
    await db.query(`ALTER TABLE placement DROP CONSTRAINT placement_draw_fk`);
    await db.query(`ALTER TABLE draw DROP CONSTRAINT draw_event_fk`);
    await db.query(`ALTER TABLE draw DROP CONSTRAINT draw_skill_fk`);
    await db.query(`ALTER TABLE check_in DROP CONSTRAINT check_in_event_fk`);
    await db.query(`ALTER TABLE check_in DROP CONSTRAINT check_in_entry_fk`);
    await db.query(`ALTER TABLE check_in DROP CONSTRAINT check_in_module_fk`);
    await db.query(`ALTER TABLE competitor DROP CONSTRAINT competitor_event_fk`);
    await db.query(`ALTER TABLE competitor DROP CONSTRAINT competitor_entry_fk`);
    await db.query(`ALTER TABLE competitor DROP CONSTRAINT competitor_person_fk`);
    await db.query(`ALTER TABLE competitor DROP CONSTRAINT competitor_account_fk`);
    await db.query(`ALTER TABLE entry DROP CONSTRAINT entry_event_fk`);
    await db.query(`ALTER TABLE entry DROP CONSTRAINT entry_delegation_fk`);
    await db.query(`ALTER TABLE entry DROP CONSTRAINT entry_skill_fk`);
    await db.query(`ALTER TABLE entry DROP CONSTRAINT entry_group_fk`);
    await db.query(`ALTER TABLE quota DROP CONSTRAINT quota_event_fk`);
    await db.query(`ALTER TABLE quota DROP CONSTRAINT quota_delegation_fk`);
    await db.query(`ALTER TABLE quota DROP CONSTRAINT quota_skill_fk`);
    await db.query(`ALTER TABLE quota DROP CONSTRAINT quota_group_fk`);
    await db.query(`ALTER TABLE delegation DROP CONSTRAINT delegation_event_fk`);
    await db.query(`ALTER TABLE delegation DROP CONSTRAINT delegation_organisation_fk`);
    await db.query(`DROP TABLE blind_code`);
    await db.query(`DROP INDEX work_skill_module_idx`);
    await db.query(`DROP TABLE work`);
    await db.query(`DROP INDEX placement_move_placement_idx`);
    await db.query(`DROP TABLE placement_move`);
    await db.query(`DROP TABLE placement`);
    await db.query(`DROP INDEX draw_current_key`);
    await db.query(`DROP INDEX draw_skill_idx`);
    await db.query(`DROP TABLE draw`);
    await db.query(`DROP INDEX check_in_entry_module_at_idx`);
    await db.query(`DROP TABLE check_in`);
    await db.query(`DROP INDEX competitor_person_idx`);
    await db.query(`DROP INDEX competitor_account_idx`);
    await db.query(`DROP TABLE competitor`);
    await db.query(`DROP INDEX entry_skill_group_idx`);
    await db.query(`DROP INDEX entry_delegation_idx`);
    await db.query(`DROP TABLE entry`);
    await db.query(`DROP TABLE quota`);
    await db.query(`DROP TABLE delegation`);
  }
}
