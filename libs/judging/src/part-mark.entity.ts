import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Module } from '@luban/events';
import { Entry } from '@luban/registration';

/** A mark that comes in from a list (theory paper), by entry number. */
@Entity('part_mark')
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'part_mark_module_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'part_mark_entry_fk' })
@Check('part_mark_mark_hundredths_check', `mark_hundredths BETWEEN 0 AND 10000`)
export class PartMark {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'part_mark_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'part_mark_pkey' })
  moduleId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'part_mark_pkey' })
  entryId: string;

  @Column('int')
  markHundredths: number;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;
}
