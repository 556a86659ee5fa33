import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MarkingForm } from './marking-form.entity.js';
import type { SavedValue } from './saved-value.js';
import { SchemeAspect } from './aspect.entity.js';

/** The current value of an aspect on a form: seat 0 is the team's one agreed value (measurement), seats from 1 are judges' scores (judgement). No row means not yet marked. */
@Entity('mark')
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'mark_form_fk' })
@ForeignKey(() => SchemeAspect, ['eventId', 'aspectId'], ['eventId', 'id'], { name: 'mark_aspect_fk' })
@Check('mark_seat_check', `seat BETWEEN 0 AND 9`)
export class Mark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_pkey' })
  formId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_pkey' })
  aspectId: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'mark_pkey' })
  seat: number;

  /** The score 0–3, or the value measured. */
  @Column('numeric', { precision: 14, scale: 4 })
  value: string;

  /** The aspect's mark for a measurement; null for one judge's score. */
  @Column('int', { nullable: true })
  markHundredths: number | null;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid')
  saveId: string;
}

/** One save of a form: what was sent, by whom, when. Keeps every earlier value; its client key makes a repeat harmless. */
@Entity('mark_save')
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'mark_save_form_fk' })
@Unique('mark_save_form_client_key_key', ['eventId', 'formId', 'clientKey'])
@Check('mark_save_source_check', `source IN ('tablet', 'paper', 'correction')`)
export class MarkSave {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_save_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_save_pkey' })
  id: string;

  @Column('uuid')
  formId: string;

  @Column('text')
  clientKey: string;

  /** The form's revision after this save. */
  @Column('int')
  revision: number;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { default: 'tablet' })
  source: 'tablet' | 'paper' | 'correction';

  @Column('jsonb')
  values: SavedValue[];
}

/** A judge's remark 备注 on a form or an aspect. */
@Entity('mark_note')
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'mark_note_form_fk' })
@ForeignKey(() => SchemeAspect, ['eventId', 'aspectId'], ['eventId', 'id'], { name: 'mark_note_aspect_fk' })
@Index('mark_note_form_idx', ['eventId', 'formId'])
export class MarkNote {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_note_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mark_note_pkey' })
  id: string;

  @Column('uuid')
  formId: string;

  @Column('uuid', { nullable: true })
  aspectId: string | null;

  @Column('text')
  text: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;
}
