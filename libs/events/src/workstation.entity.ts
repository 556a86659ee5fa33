import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Skill } from './skill.entity.js';
import { Venue } from './venue.entity.js';

/** A place to work 赛位. */
@Entity('workstation')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'workstation_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'workstation_skill_fk' })
@ForeignKey(() => Venue, ['eventId', 'venueId'], ['eventId', 'id'], { name: 'workstation_venue_fk' })
@Unique('workstation_skill_code_key', ['eventId', 'skillId', 'code'])
@Check('workstation_state_check', `state IN ('usable', 'spare', 'failed')`)
export class Workstation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workstation_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'workstation_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid', { nullable: true })
  venueId: string | null;

  @Column('text')
  code: string;

  @Column('text', { default: 'usable' })
  state: 'usable' | 'spare' | 'failed';

  @Column('int', { default: 1 })
  version: number;
}
