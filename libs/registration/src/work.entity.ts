import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Module, Skill } from '@luban/events';

/** What an entry made in a module, known to judges by its work code 成果号 only. Holds no way back to its maker. */
@Entity('work')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'work_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'work_skill_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'work_module_fk' })
@Unique('work_code_key', ['eventId', 'code'])
@Index('work_skill_module_idx', ['eventId', 'skillId', 'moduleId'])
export class Work {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  moduleId: string;

  @Column('text')
  code: string;

  /** The draw that gave this code was superseded by a new one: nobody made this work. */
  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;
}
