import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { MarkingScheme } from './marking-scheme.entity.js';
import { SubCriterion } from './sub-criterion.entity.js';
import type { Calculation } from '@luban/scoring';

/** An aspect of a scheme in force. Only aspects carry marks. */
@Entity('aspect')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'aspect_event_fk' })
@ForeignKey(() => MarkingScheme, ['eventId', 'schemeId'], ['eventId', 'id'], { name: 'aspect_scheme_fk' })
@ForeignKey(() => SubCriterion, ['eventId', 'subCriterionId'], ['eventId', 'id'], {
  name: 'aspect_sub_criterion_fk',
})
@Unique('aspect_scheme_code_key', ['eventId', 'schemeId', 'code'])
@Index('aspect_sub_criterion_idx', ['eventId', 'subCriterionId'])
@Check('aspect_kind_check', `kind IN ('measurement', 'judgement')`)
@Check('aspect_max_hundredths_check', `max_hundredths >= 0`)
export class SchemeAspect {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aspect_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'aspect_pkey' })
  id: string;

  @Column('uuid')
  schemeId: string;

  @Column('uuid')
  subCriterionId: string;

  @Column('text')
  code: string;

  @Column('text')
  kind: 'measurement' | 'judgement';

  @Column('int')
  maxHundredths: number;

  @Column('jsonb', { nullable: true })
  calculation: Calculation | null;

  @Column('text', { nullable: true })
  section: string | null;

  @Column('text')
  description: string;

  @Column('text', { default: '' })
  extra: string;

  @Column('text', { default: '' })
  requirement: string;

  @Column('jsonb')
  descriptors: string[];

  @Column('int')
  position: number;
}
