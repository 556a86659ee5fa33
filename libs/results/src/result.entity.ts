import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Delegation, Entry } from '@luban/registration';
import { Group } from '@luban/events';
import { ResultVersion } from './result-version.entity.js';

/** An entry's result in one version. */
@Entity('result')
@ForeignKey(() => ResultVersion, ['eventId', 'versionId'], ['eventId', 'id'], { name: 'result_version_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'result_entry_fk' })
@ForeignKey(() => Group, ['eventId', 'groupId'], ['eventId', 'id'], { name: 'result_group_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], {
  name: 'result_delegation_fk',
})
@Index('result_entry_idx', ['eventId', 'entryId'])
@Check(
  'result_status_check',
  `status IN ('entered', 'present', 'absent', 'withdrawn', 'retired', 'disqualified')`,
)
export class Result {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_pkey' })
  versionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_pkey' })
  entryId: string;

  @Column('uuid')
  groupId: string;

  @Column('uuid')
  delegationId: string;

  @Column('text')
  status: 'entered' | 'present' | 'absent' | 'withdrawn' | 'retired' | 'disqualified';

  /** Null where nothing is marked: never zero. */
  @Column('int', { nullable: true })
  totalHundredths: number | null;

  @Column('jsonb')
  parts: unknown;

  @Column('int', { nullable: true })
  scaledScore: number | null;

  @Column('int', { nullable: true })
  rank: number | null;

  @Column('int', { nullable: true })
  position: number | null;

  @Column('boolean', { default: false })
  undecided: boolean;

  @Column('text', { nullable: true })
  award: string | null;

  @Column('int')
  formsExpected: number;

  @Column('int')
  formsSigned: number;
}
