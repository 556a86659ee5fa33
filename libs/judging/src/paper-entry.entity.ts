import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { MarkingForm } from './marking-form.entity.js';
import type { SavedValue } from './saved-value.js';

/** A form entered from signed paper by a recorder, and checked by a second person. */
@Entity('paper_entry')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'paper_entry_event_fk' })
@ForeignKey(() => MarkingForm, ['eventId', 'formId'], ['eventId', 'id'], { name: 'paper_entry_form_fk' })
@Index('paper_entry_form_idx', ['eventId', 'formId'])
@Check('paper_entry_state_check', `state IN ('entered', 'checked', 'refused')`)
@Check('paper_entry_checker_check', `checked_by IS NULL OR checked_by <> entered_by`)
export class PaperEntry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paper_entry_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paper_entry_pkey' })
  id: string;

  @Column('uuid')
  formId: string;

  /** The form's revision that the paper was entered on. */
  @Column('int')
  revision: number;

  @Column('jsonb')
  values: SavedValue[];

  @Column('text', { default: 'entered' })
  state: 'entered' | 'checked' | 'refused';

  @Column('uuid')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Date;

  @Column('uuid', { nullable: true })
  checkedBy: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  @Column('jsonb', { nullable: true })
  differences: unknown | null;

  @Column('text', { nullable: true })
  scanHash: string | null;
}
