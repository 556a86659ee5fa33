import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Module, Skill } from '@luban/events';
import { MarkingScheme } from './marking-scheme.entity.js';
import { MarkingTeam } from './marking-team.entity.js';

/** A sub-criterion of a scheme in force: one marking form for each work of its module, marked by one team. */
@Entity('sub_criterion')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'sub_criterion_event_fk' })
@ForeignKey(() => MarkingScheme, ['eventId', 'schemeId'], ['eventId', 'id'], {
  name: 'sub_criterion_scheme_fk',
})
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'sub_criterion_skill_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'sub_criterion_module_fk' })
@ForeignKey(() => MarkingTeam, ['eventId', 'teamId'], ['eventId', 'id'], { name: 'sub_criterion_team_fk' })
@Unique('sub_criterion_scheme_code_key', ['eventId', 'schemeId', 'code'])
@Index('sub_criterion_skill_idx', ['eventId', 'skillId'])
@Check('sub_criterion_compatriot_mode_check', `compatriot_mode IN ('open', 'coded')`)
export class SubCriterion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sub_criterion_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sub_criterion_pkey' })
  id: string;

  @Column('uuid')
  schemeId: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  moduleId: string;

  @Column('text')
  criterionCode: string;

  @Column('text')
  criterionName: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('int', { nullable: true })
  dayOfMarking: number | null;

  /** `open`: seen with its maker, a compatriot is replaced by the stand-in; `coded`: every member marks every code. */
  @Column('text', { default: 'coded' })
  compatriotMode: 'open' | 'coded';

  @Column('uuid', { nullable: true })
  teamId: string | null;

  @Column('int')
  aspectCount: number;

  @Column('int')
  maxHundredths: number;

  @Column('int')
  position: number;

  @Column('int', { default: 1 })
  version: number;
}
