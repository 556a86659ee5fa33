import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '@luban/identity';

/** Something a person is told: a line in the inbox, and by e-mail where an address is given. */
@Entity('notice')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'notice_account_fk' })
@Unique('notice_account_dedupe_key_key', ['accountId', 'dedupeKey'])
@Index('notice_account_id_idx', ['accountId', 'id'])
@Index('notice_account_idx', ['accountId'], { where: `read_at IS NULL` })
@Check('notice_urgency_check', `urgency IN ('now', 'soon', 'later')`)
export class Notice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id: string;

  @Column('uuid')
  accountId: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  params: unknown;

  @Column('jsonb')
  message: { zh: string; en: string };

  @Column('text', { nullable: true })
  href: string | null;

  @Column('text', { nullable: true })
  subjectType: string | null;

  @Column('text', { nullable: true })
  subjectId: string | null;

  /** The same key is told to the same person once. */
  @Column('text', { nullable: true })
  dedupeKey: string | null;

  @Column('text', { default: 'later' })
  urgency: 'now' | 'soon' | 'later';

  @Column('uuid', { nullable: true })
  eventId: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
