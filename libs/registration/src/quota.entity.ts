import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { CompetitionEvent, Group, Skill } from '@luban/events';
import { Delegation } from './delegation.entity.js';

/**
 * Places of a delegation (null: of each delegation) in a skill and group (null: in the skill as a whole). The unique key
 * treats nulls as equal (NULLS NOT DISTINCT in the migration).
 */
@Entity('quota')
@ForeignKey(() => CompetitionEvent, ['eventId'], ['id'], { name: 'quota_event_fk' })
@ForeignKey(() => Delegation, ['eventId', 'delegationId'], ['eventId', 'id'], { name: 'quota_delegation_fk' })
@ForeignKey(() => Skill, ['eventId', 'skillId'], ['eventId', 'id'], { name: 'quota_skill_fk' })
@ForeignKey(() => Group, ['eventId', 'groupId'], ['eventId', 'id'], { name: 'quota_group_fk' })
@Unique('quota_delegation_skill_group_key', ['eventId', 'delegationId', 'skillId', 'groupId'])
@Check('quota_places_check', `places >= 0`)
export class Quota {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quota_pkey' })
  eventId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'quota_pkey' })
  id: string;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('uuid')
  skillId: string;

  @Column('uuid', { nullable: true })
  groupId: string | null;

  @Column('int')
  places: number;

  @Column('int', { default: 1 })
  version: number;
}
