import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CompetitionEvent } from '@luban/events';
import { Delegation } from '@luban/registration';
import { Judge } from './judge.entity.js';

/** A reason 回避 why a judge does not mark a delegation's work. */
@Entity('conflict')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'conflict_event_fk' })
@ForeignKey(() => Judge, ['eventId', 'judgeId'], ['eventId', 'id'], { name: 'conflict_judge_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], {
  name: 'conflict_delegation_fk',
})
export class Conflict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conflict_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conflict_pkey' })
  id: string;

  @Column('uuid')
  judgeId: string;

  @Column('uuid')
  delegationId: string;

  @Column('text')
  reason: string;

  @Column('uuid', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
