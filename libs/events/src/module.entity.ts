import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from './competition-event.entity.js';
import { Skill } from './skill.entity.js';

/** A part of the test 模块 with its day, duration and weight. */
@Entity('module')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'module_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'module_skill_fk' })
@Unique('module_skill_code_key', ['eventId', 'skillId', 'code'])
@Check('module_part_check', `part IN ('theory', 'practice')`)
@Check('module_marked_by_check', `marked_by IN ('scheme', 'list')`)
@Check('module_duration_minutes_check', `duration_minutes > 0`)
export class Module {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'module_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'module_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('int', { default: 1 })
  day: number;

  @Column('int')
  durationMinutes: number;

  /** Percent in hundredths (20 % = 2000); null: the module's marks are summed as they are. */
  @Column('int', { nullable: true })
  weightHundredths: number | null;

  @Column('text', { default: 'practice' })
  part: 'theory' | 'practice';

  /** `list`: marks come in from a list by entry number (theory papers). */
  @Column('text', { default: 'scheme' })
  markedBy: 'scheme' | 'list';

  @Column('int', { default: 0 })
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
