import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { MarkingForm } from './marking-form.entity.js';

/** A form's marks confirmed and locked 签字确认. */
@Entity('sign_off')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'sign_off_event_fk' })
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'sign_off_form_fk' })
@Index('sign_off_form_idx', ['eventId', 'formId'], { unique: true, where: `ended_at IS NULL` })
export class SignOff {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_off_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_off_pkey' })
  id: string;

  @Column('uuid')
  formId: string;

  @Column('int')
  revision: number;

  /** Printed on the sheet; must match the data. */
  @Column('text')
  versionCode: string;

  @Column('text')
  marksHash: string;

  @Column('int')
  totalHundredths: number;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  scanHash: string | null;

  /** Set by a reopening. */
  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** A signed form opened again, with its reason; it wants signing anew. */
@Entity('reopening')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'reopening_event_fk' })
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'reopening_form_fk' })
@ForeignKey(() => SignOff, ['eventId', 'signOffId'], ['eventId', 'id'], { name: 'reopening_sign_off_fk' })
@Index('reopening_form_idx', ['eventId', 'formId'])
export class Reopening {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reopening_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reopening_pkey' })
  id: string;

  @Column('uuid')
  formId: string;

  @Column('uuid')
  signOffId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;
}
