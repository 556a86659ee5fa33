import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Organisation } from '@luban/identity';
import { CompetitionEvent } from '@luban/events';

/** An enterprise's or school's contest, filed 备案 with the authority of its area without review. */
@Entity('filing')
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'filing_organisation_fk' })
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], {
  name: 'filing_event_fk',
  onDelete: 'SET NULL',
})
@Unique('filing_number_key', ['number'])
@Index('filing_division_code_plan_year_idx', ['divisionCode', 'planYear'])
@Index('filing_organisation_plan_year_idx', ['organisationId', 'planYear'])
@Check('filing_level_check', `level IN ('enterprise', 'school')`)
@Check('filing_dates_check', `ends_on >= starts_on`)
export class Filing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'filing_pkey' })
  id: string;

  /** 备案号. */
  @Column('text')
  number: string;

  @Column('uuid')
  organisationId: string;

  @Column('text')
  level: 'enterprise' | 'school';

  @Column('text')
  divisionCode: string;

  @Column('int')
  planYear: number;

  @Column('text')
  name: string;

  @Column('jsonb')
  occupations: unknown;

  @Column('date')
  startsOn: string;

  @Column('date')
  endsOn: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('int', { nullable: true })
  competitors: number | null;

  @Column('text', { nullable: true })
  contact: string | null;

  @Column('uuid', { nullable: true })
  filedBy: string | null;

  @Column('timestamptz')
  filedAt: Date;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Column('text', { nullable: true })
  withdrawalReason: string | null;

  @Column('int', { default: 1 })
  version: number;
}
