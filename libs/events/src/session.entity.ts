import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Skill } from './skill.entity.js';
import { Module } from './module.entity.js';

/** A sitting 场次 of a module. */
@Entity('session')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'session_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'session_skill_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'session_module_fk' })
@Index('session_module_idx', ['eventId', 'moduleId'])
@Check('session_times_check', `ends_at > starts_at`)
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  moduleId: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  startsAt: Date;

  @Column('timestamptz')
  endsAt: Date;

  @Column('int', { default: 0 })
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
