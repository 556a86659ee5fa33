import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '@luban/identity';
import { Notice } from './notice.entity.js';

/** One e-mail. Its Message-ID is fixed before the first attempt, so that a repeated one is known to be the same. */
@Entity('mail')
@ForeignKey(() => Account, ['accountId'], ['id'], { name: 'mail_account_fk' })
@Unique('mail_message_key', ['messageId'])
@Index('mail_account_id_idx', ['accountId', 'id'])
@Index('mail_state_next_attempt_at_idx', ['state', 'nextAttemptAt'])
@Check('mail_kind_check', `kind IN ('single', 'digest', 'reminder')`)
@Check('mail_state_check', `state IN ('waiting', 'sent', 'failed')`)
export class Mail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_pkey' })
  id: string;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text')
  address: string;

  @Column('text')
  messageId: string;

  @Column('text')
  kind: 'single' | 'digest' | 'reminder';

  @Column('text')
  subject: string;

  @Column('text')
  body: string;

  @Column('text', { default: 'waiting' })
  state: 'waiting' | 'sent' | 'failed';

  @Column('int', { default: 0 })
  attempts: number;

  @Column('text', { nullable: true })
  lastError: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  nextAttemptAt: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}

/** Which notices an e-mail carries. */
@Entity('mail_notice')
@ForeignKey(() => Mail, ['mailId'], ['id'], { name: 'mail_notice_mail_fk' })
@ForeignKey(() => Notice, ['noticeId'], ['id'], { name: 'mail_notice_notice_fk' })
@Unique('mail_notice_notice_mail_key', ['noticeId', 'mailId'])
export class MailNotice {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_notice_pkey' })
  mailId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_notice_pkey' })
  noticeId: string;
}
