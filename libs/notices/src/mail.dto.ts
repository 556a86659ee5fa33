import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '@luban/platform';

export const mailStates = ['waiting', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

export class MailQuery extends PageQuery {
  @IsOptional()
  @IsIn(mailStates)
  state?: MailState;
}

/** An e-mail as the administrator sees it: without what it says, and with its address masked. */
export class MailDto {
  id: string;
  /** `<…@luban.example.org>`: the same at every attempt. */
  messageId: string;
  kind: 'single' | 'digest' | 'reminder';
  accountId: string | null;
  displayName: string | null;
  /** `w***@example.org`. */
  address: string;
  subject: string;
  state: MailState;
  attempts: number;
  /** What the mail server said, or why it could not be asked. */
  error: string | null;
  createdAt: Date;
  /** Null when it is not tried any more. */
  nextAttemptAt: Date | null;
  sentAt: Date | null;
}

export class MailCountsDto {
  waiting: number;
  failed: number;
}

export class MailListDto {
  items: MailDto[];
  next: string | null;
  counts: MailCountsDto;
  /** Whether this Luban sends mails at all (`SMTP_URL`). */
  mailIsSent: boolean;
}
