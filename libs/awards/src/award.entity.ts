import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Group, Skill } from '@luban/events';
import { ResultVersion } from '@luban/results';
import { Delegation, Entry } from '@luban/registration';

/** What a result earns under its policy. */
@Entity('award')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'award_event_fk' })
@ForeignKey(() => ResultVersion, ['eventId', 'resultVersionId'], ['eventId', 'id'], {
  name: 'award_result_version_fk',
})
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'award_skill_fk' })
@ForeignKey(() => Group, ['eventId', 'groupId'], ['eventId', 'id'], { name: 'award_group_fk' })
@ForeignKey(() => Entry, ['eventId', 'entryId'], ['eventId', 'id'], { name: 'award_entry_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], { name: 'award_delegation_fk' })
@Unique('award_result_version_entry_code_key', ['eventId', 'resultVersionId', 'entryId', 'code'])
export class Award {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'award_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'award_pkey' })
  id: string;

  @Column('uuid')
  resultVersionId: string;

  @Column('uuid')
  skillId: string;

  @Column('uuid')
  groupId: string;

  @Column('uuid')
  entryId: string;

  @Column('uuid')
  delegationId: string;

  /** gold, silver, bronze, excellence, firstPrize, secondPrize, thirdPrize, bestOfDelegation, albertVidal. */
  @Column('text')
  code: string;

  @Column('jsonb')
  clause: unknown;
}
