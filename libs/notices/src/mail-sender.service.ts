import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Config } from '@luban/platform';
import type { Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';
import { type MailOutcome, mailTransport, type MailToSend, sendMail } from './mail-transport.js';

/** Mails that one worker sends at the same time: each holds a connection to the database while it is sent. */
const lanes = 2;
/** After so many troubles with the server a run ends; the rest waits for the next. */
const troublesMax = 3;
/** The first wait after an attempt that failed, and the longest, in seconds; each is three times the one before. */
const firstWaitSeconds = 10;
const longestWaitSeconds = 3600;
/** A mail that the server keeps putting off is given up after this time: RFC 5321, 4.5.4.1 asks for 4 to 5 days. */
const giveUpAfterMs = 5 * 24 * 3_600_000;

interface DueMail extends MailToSend {
  id: string;
  attempts: number;
}

export interface SentCounts {
  sent: number;
  failed: number;
  /** Attempts that will be made again. */
  putOff: number;
}

/** Sends the mails that are due. */
@Injectable()
export class MailSender implements OnModuleDestroy {
  private readonly logger = new Logger('mail');
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {
    this.transport = config.mail && mailTransport(config.mail);
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** Sends what is due now, until nothing is left or the server is in trouble. */
  async sendDue(): Promise<SentCounts> {
    const counts: SentCounts = { sent: 0, failed: 0, putOff: 0 };
    let troubles = 0;
    const lane = async () => {
      while (troubles < troublesMax) {
        const kind = await this.sendOne();
        if (kind === undefined) return;
        if (kind === 'trouble') troubles += 1;
        counts[kind === 'accepted' ? 'sent' : kind === 'refused' ? 'failed' : 'putOff'] += 1;
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return counts;
  }

  /** Whether a mail is due. */
  async isDue(): Promise<boolean> {
    if (!this.config.mail) return false;
    const [row]: { due: boolean }[] = await this.db.query(
      `SELECT EXISTS (SELECT FROM mail WHERE state = 'waiting' AND next_attempt_at <= $1) AS due`,
      [this.clock.now()],
    );
    return row?.due ?? false;
  }

  /**
   * One mail, under a lock on its row from before the attempt until its outcome is written: no other worker sends it
   * meanwhile, and when this one dies, the database lets it go unsent. Only between the server's 250 and the commit
   * can a mail be sent that is not known to be: it goes again, with the same Message-ID.
   */
  private sendOne(): Promise<MailOutcome['kind'] | undefined> {
    const { mail: settings } = this.config;
    const { transport } = this;
    if (!settings || !transport) return Promise.resolve(undefined);
    return this.db.transaction(async (tx) => {
      const [mail]: DueMail[] = await tx.query(
        `SELECT m.id, m.attempts, m.message_id AS "messageId", m.address, m.subject, m.body,
                m.created_at AS "createdAt", a.display_name AS "displayName"
           FROM mail m LEFT JOIN account a ON a.id = m.account_id
          WHERE m.state = 'waiting' AND m.next_attempt_at <= $1
          ORDER BY m.next_attempt_at, m.id LIMIT 1
            FOR UPDATE OF m SKIP LOCKED`,
        [this.clock.now()],
      );
      if (!mail) return undefined;
      const outcome = await sendMail(transport, settings, mail);
      return this.keep(tx, mail, outcome);
    });
  }

  private async keep(tx: EntityManager, mail: DueMail, outcome: MailOutcome): Promise<MailOutcome['kind']> {
    const now = this.clock.now();
    if (outcome.kind === 'accepted') {
      await tx.query(
        `UPDATE mail SET state = 'sent', sent_at = $2, attempts = attempts + 1, next_attempt_at = NULL,
                         last_error = NULL WHERE id = $1`,
        [mail.id, now],
      );
      return 'accepted';
    }
    const isOld = now.getTime() - mail.createdAt.getTime() > giveUpAfterMs;
    const kind = outcome.kind === 'deferred' && isOld ? 'refused' : outcome.kind;
    this.logger.warn(`mail ${mail.id}, try ${mail.attempts + 1}, ${kind}: ${outcome.reason}`);
    await tx.query(
      `UPDATE mail SET state = $2, attempts = attempts + 1, last_error = $3, next_attempt_at = $4 WHERE id = $1`,
      kind === 'refused'
        ? [mail.id, 'failed', outcome.reason, null]
        : [mail.id, 'waiting', outcome.reason, new Date(now.getTime() + waitSeconds(mail.attempts) * 1000)],
    );
    return kind;
  }
}

/** How long to wait after the attempt that follows `attempts` earlier ones. */
export const waitSeconds = (attempts: number): number =>
  Math.min(firstWaitSeconds * 3 ** Math.min(attempts, 10), longestWaitSeconds);
