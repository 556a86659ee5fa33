import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Group, Skill } from '@luban/events';
import { Delegation } from './delegation.entity.js';

/** A delegation's place in a skill 报名: an individual, a pair or a trio. */
@Entity('entry')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'entry_event_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], { name: 'entry_delegation_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'entry_skill_fk' })
@ForeignKey(() => Group, ['eventId', 'groupId'], ['eventId', 'id'], { name: 'entry_group_fk' })
@Unique('entry_entry_number_key', ['eventId', 'entryNumber'])
@Index('entry_skill_group_idx', ['eventId', 'skillId', 'groupId'])
@Index('entry_delegation_idx', ['eventId', 'delegationId'])
@Check('entry_state_check', `state IN ('draft', 'submitted', 'returned', 'accepted')`)
@Check(
  'entry_status_check',
  `status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')`,
)
export class Entry {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entry_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'entry_pkey' })
  id: string;

  @Column('uuid')
  delegationId: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  groupId: string;

  @Column('text', { nullable: true })
  teamName: string | null;

  @Column('text', { default: 'draft' })
  state: 'draft' | 'submitted' | 'returned' | 'accepted';

  /** None of them is zero. */
  @Column('text', { default: 'entered' })
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  @Column('text', { nullable: true })
  statusReason: string | null;

  /** 参赛编号. */
  @Column('text', { nullable: true })
  entryNumber: string | null;

  @Column('text', { nullable: true })
  returnReason: string | null;

  /** Why the organiser entered it after registration had closed. */
  @Column('text', { nullable: true })
  lateReason: string | null;

  @Column('timestamptz', { nullable: true })
  submittedAt: Date | null;

  @Column('uuid', { nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null;

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
