import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity.js';

/** A signed-in browser. Only the hash of the cookie's secret is stored. */
@Entity('sign_in_session')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'sign_in_session_account_fk' })
@Index('sign_in_session_account_idx', ['accountId'])
export class SignInSession {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_session_pkey' })
  tokenHash: string;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('text', { nullable: true })
  userAgent: string | null;
}
