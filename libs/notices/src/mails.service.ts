import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import { Clock, Config, isId, Jobs, newId, NotFound, pageOf, Refused } from '@luban/platform';
import { DataSource } from 'typeorm';
import { maskedAddress } from './address-rules.js';
import { Mail } from './mail.entity.js';
import type { MailCountsDto, MailDto, MailListDto, MailQuery } from './mail.dto.js';

/** The mails of the whole installation, for its administrator: what waits, what went wrong and why. */
@Injectable()
export class Mails {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** Newest first. */
  async list({ after, limit, state }: MailQuery): Promise<MailListDto> {
    const rows: MailDto[] = await this.db.query(
      `SELECT m.id, m.message_id AS "messageId", m.kind, m.account_id AS "accountId",
              a.display_name AS "displayName", m.address, m.subject, m.state, m.attempts, m.last_error AS error,
              m.created_at AS "createdAt", m.next_attempt_at AS "nextAttemptAt", m.sent_at AS "sentAt"
         FROM mail m LEFT JOIN account a ON a.id = m.account_id
        WHERE ($1::uuid IS NULL OR m.id < $1) AND ($2::text IS NULL OR m.state = $2)
        ORDER BY m.id DESC LIMIT $3`,
      [after ?? null, state ?? null, limit + 1],
    );
    const [counts]: MailCountsDto[] = await this.db.query(
      `SELECT count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
         FROM mail WHERE state IN ('waiting', 'failed')`,
    );
    const page = pageOf(rows, limit, ({ id }) => id);
    return {
      items: page.items.map((mail) => ({ ...mail, address: maskedAddress(mail.address) })),
      next: page.next,
      counts: counts ?? { waiting: 0, failed: 0 },
      mailIsSent: this.config.mail !== undefined,
    };
  }

  /**
   * Lets a mail that failed, or one that waits for its next attempt, be tried at once, with the same Message-ID.
   * Throws `NotFound` `notices.mail-not-found`, `Refused` `notices.mail-sent`, `notices.no-address` (the person has
   * none any more).
   */
  async tryAgain(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const mail = isId(id)
        ? await tx.findOne(Mail, { where: { id }, lock: { mode: 'pessimistic_write' } })
        : null;
      if (!mail) throw new NotFound('notices.mail-not-found');
      if (mail.state === 'sent') throw new Refused('notices.mail-sent');
      const [own]: { address: string }[] = await tx.query(
        `SELECT address FROM mail_address WHERE account_id = $1`,
        [mail.accountId],
      );
      if (!own) throw new Refused('notices.no-address');
      const now = this.clock.now();
      await tx.update(Mail, { id }, { state: 'waiting', nextAttemptAt: now, address: own.address });
      await this.audit.record(tx, actor, 'mail.triedAgain', {
        subjectType: 'mail',
        subjectId: id,
        before: { state: mail.state, attempts: mail.attempts },
      });
      await this.jobs.request(tx, 'sendMails', newId(), { by: actor.accountId });
    });
  }
}
