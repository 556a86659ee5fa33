import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import type { SchemeTree } from '@luban/scoring';

/** A skill's marking scheme 评分方案, one version of it. One is in force. */
@Entity('marking_scheme')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'marking_scheme_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'marking_scheme_skill_fk' })
@Unique('marking_scheme_skill_number_key', ['eventId', 'skillId', 'number'])
@Index('marking_scheme_skill_idx', ['eventId', 'skillId'], { unique: true, where: `state = 'inForce'` })
@Check('marking_scheme_source_check', `source IN ('cis', 'sheet', 'built')`)
@Check('marking_scheme_state_check', `state IN ('draft', 'inForce', 'superseded')`)
export class MarkingScheme {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_scheme_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'marking_scheme_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('int')
  number: number;

  @Column('text')
  source: 'cis' | 'sheet' | 'built';

  @Column('text', { nullable: true })
  fileHash: string | null;

  @Column('jsonb')
  tree: SchemeTree;

  @Column('jsonb')
  findings: unknown;

  @Column('int')
  totalHundredths: number;

  @Column('text', { default: 'draft' })
  state: 'draft' | 'inForce' | 'superseded';

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
