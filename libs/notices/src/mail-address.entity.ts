import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '@luban/identity';

/** Where a person wants to be written to, and how often. */
@Entity('mail_address')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'mail_address_account_fk' })
@Check('mail_address_rhythm_check', `rhythm IN ('each', 'daily', 'never')`)
export class MailAddress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_address_pkey' })
  accountId: string;

  @Column('text')
  address: string;

  @Column('text', { default: 'each' })
  rhythm: 'each' | 'daily' | 'never';

  @Column('date', { nullable: true })
  lastDigestOn: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt: Date;

  @Column('int', { default: 1 })
  version: number;
}
