import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { ClassApplication } from './class-application.entity.js';

/** Class status as granted, for one plan year and edition; its event is held within it. */
@Entity('class_status')
@ForeignKey(() => ClassApplication, ['applicationId'], ['id'], { name: 'class_status_application_fk' })
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'class_status_event_fk' })
@Unique('class_status_application_key', ['applicationId'])
@Unique('class_status__key', ['eventId'])
@Index('class_status_level_division_code_plan_year_idx', ['level', 'divisionCode', 'planYear'])
@Check('class_status_level_check', `level IN ('nationalIndustry', 'provincial', 'municipal', 'county')`)
@Check('class_status_class_check', `class IN ('one', 'two')`)
export class ClassStatus {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'class_status_pkey' })
  id: string;

  @Column('uuid')
  applicationId: string;

  @Column('text')
  level: 'nationalIndustry' | 'provincial' | 'municipal' | 'county';

  /** GB/T 2260, six digits; `000000` is the whole country. */
  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  @Column('text', { nullable: true })
  class: 'one' | 'two' | null;

  /** By the naming rule of the policy, unless a reason is given below. */
  @Column('text')
  officialName: string;

  /** Why the official name is another than the rule makes it. */
  @Column('text', { nullable: true })
  nameReason: string | null;

  /** Its place in the list of its class, where one was chosen; null: by the time of the grant, after those placed. */
  @Column('int', { nullable: true })
  position: number | null;

  /** Code, name and detail of each, as granted. */
  @Column('jsonb')
  occupations: unknown;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('timestamptz')
  grantedAt: Date;

  /** The published list it stands in. */
  @Column('uuid', { nullable: true })
  planVersionId: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  /** Revoked or withdrawn. */
  @Column('text', { nullable: true })
  endReason: string | null;

  @Column('int', { default: 1 })
  version: number;
}
