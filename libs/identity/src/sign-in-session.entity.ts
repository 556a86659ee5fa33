import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from './account.entity.js';

/** A signed-in browser. Only the hash of the cookie's secret is stored; the row goes when the sign-in ends. */
@Entity('sign_in_session')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'sign_in_session_account_fk' })
@Unique('sign_in_session_token_hash_key', ['tokenHash'])
@Index('sign_in_session_account_idx', ['accountId'])
@Index('sign_in_session_expires_idx', ['expiresAt'])
export class SignInSession {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_session_pkey' })
  id: string;

  @Column('text')
  tokenHash: string;

  @Column('uuid')
  accountId: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt: Date;

  /** The end of the sign-in whatever happens; without use it ends earlier. */
  @Column('timestamptz')
  expiresAt: Date;

  @Column('text', { nullable: true })
  userAgent: string | null;

  /** Where it was made from, so that its owner recognises it. */
  @Column('text', { nullable: true })
  address: string | null;
}
