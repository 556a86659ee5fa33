import { IsIn, IsString, MaxLength } from 'class-validator';

export const mailRhythms = ['each', 'daily', 'never'] as const;
export type MailRhythm = (typeof mailRhythms)[number];

export class SetMailAddressDto {
  @IsString()
  @MaxLength(1000)
  address: string;

  /** `each`: one mail for each notice; `daily`: one at 8:00 in Beijing with what is unread; `never`: none. */
  @IsIn(mailRhythms)
  rhythm: MailRhythm;
}

/** The last mail to this person, and what became of it. */
export class LastMailDto {
  id: string;
  subject: string;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  /** What the mail server said when it did not take it. */
  error: string | null;
  createdAt: Date;
  sentAt: Date | null;
}

/** Where one is written to. */
export class MailAddressDto {
  /** Null while none is given. */
  address: string | null;
  rhythm: MailRhythm;
  /** Whether this Luban sends mails at all (`SMTP_URL`). */
  mailIsSent: boolean;
  /** From which address mails come; null when none are sent. */
  sender: string | null;
  lastMail: LastMailDto | null;
  /** 0 while no address is given: what `If-Match` names to give the first. */
  version: number;
}
