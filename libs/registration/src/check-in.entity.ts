import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CompetitionEvent, Module } from '@luban/events';
import { Entry } from './entry.entity.js';

/**
 * Identity checked before a module 检录, or the status found instead. The latest for an entry and module counts; one that
 * undoes another restates what stood before it (`entered`: nothing did).
 */
@Entity('check_in')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'check_in_event_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'check_in_entry_fk' })
@ForeignKey(() => Module, ['eventId', 'moduleId'], ['eventId', 'id'], { name: 'check_in_module_fk' })
@ForeignKey(() => CheckIn, ['eventId', 'undoesId'], ['eventId', 'id'], { name: 'check_in_undoes_fk' })
@Index('check_in_entry_module_at_idx', ['eventId', 'entryId', 'moduleId', 'at'])
@Check(
  'check_in_status_check',
  `status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')`,
)
export class CheckIn {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'check_in_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'check_in_pkey' })
  id: string;

  @Column('uuid')
  entryId: string;

  @Column('uuid')
  moduleId: string;

  @Column('text')
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  undoesId: string | null;
}
