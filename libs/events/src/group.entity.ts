import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Skill } from './skill.entity.js';

/** A group 组别 of a skill: ranked and awarded separately. */
@Entity('skill_group')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'skill_group_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'skill_group_skill_fk' })
@Unique('skill_group_skill_code_key', ['eventId', 'skillId', 'code'])
export class Group {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_group_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_group_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  /** `worker` 职工, `student` 学生, or the organiser's own. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('int', { default: 0 })
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
