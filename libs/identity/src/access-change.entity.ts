import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * When an account's access last changed (a role, a password, a sign-out): every process that holds sign-ins in memory
 * looks here every few seconds. One row per account, so it stays small.
 */
@Entity('access_change')
@Index('access_change_changed_at_idx', ['changedAt'])
export class AccessChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'access_change_pkey' })
  accountId: string;

  @Column('timestamptz')
  changedAt: Date;
}
