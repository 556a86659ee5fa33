import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';
import { Organisation } from './organisation.entity.js';

/** A role with its reach. Null reach columns mean: not narrowed by that. `eventId`, `skillId`, `delegationId` name rows of later rooms, so they carry no foreign key. */
@Entity('role_grant')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'role_grant_account_fk' })
@ForeignKey(() => Organisation, ['organisationId'], ['id'], { name: 'role_grant_organisation_fk' })
@Index('role_grant_account_idx', ['accountId'])
@Index('role_grant_role_idx', ['eventId', 'role'])
@Index('role_grant_live_key', { synchronize: false })
@Check(
  'role_grant_role_check',
  `role IN ('administrator', 'official', 'acceptor', 'reviewer', 'host', 'organiser', 'teamLeader', 'coach', 'competitor', 'judge', 'chiefJudge', 'floorJudge', 'recorder', 'checker', 'supervisor')`,
)
export class RoleGrant {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'role_grant_pkey' })
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  role:
    | 'administrator'
    | 'official'
    | 'acceptor'
    | 'reviewer'
    | 'host'
    | 'organiser'
    | 'teamLeader'
    | 'coach'
    | 'competitor'
    | 'judge'
    | 'chiefJudge'
    | 'floorJudge'
    | 'recorder'
    | 'checker'
    | 'supervisor';

  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('uuid', { nullable: true })
  skillId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;

  @Column('uuid', { nullable: true })
  endedBy: string | null;
}
