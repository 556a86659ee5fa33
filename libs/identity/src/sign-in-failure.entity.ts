import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Repeated failures of one login from one place: they slow that place down, never the account's owner elsewhere. */
@Entity('sign_in_failure')
@Index('sign_in_failure_last_at_idx', ['lastAt'])
export class SignInFailure {
  /** Hash of login and remote address. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_failure_pkey' })
  key: string;

  @Column('int')
  failures: number;

  @Column('timestamptz')
  lastAt: Date;
}
