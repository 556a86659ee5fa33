import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Skill } from '@luban/events';
import { Account } from '@luban/identity';
import { Delegation } from '@luban/registration';

/** An account's part in judging a skill: chief judge, judge, floor judge, recorder or checker. */
@Entity('judge')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'judge_event_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'judge_skill_fk' })
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'judge_account_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], { name: 'judge_delegation_fk' })
@Unique('judge_skill_account_part_key', ['eventId', 'skillId', 'accountId', 'part'])
@Index('judge_account_idx', ['accountId'])
@Check('judge_part_check', `part IN ('chiefJudge', 'judge', 'floorJudge', 'recorder', 'checker')`)
export class Judge {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'judge_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'judge_pkey' })
  id: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  accountId: string;

  /** The delegation the judge comes from, null for none. */
  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('text')
  part: 'chiefJudge' | 'judge' | 'floorJudge' | 'recorder' | 'checker';

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}
