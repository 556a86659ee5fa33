import { Injectable } from '@nestjs/common';
import { Clock, Config, declareJobs, Jobs, type MessageParams, newId, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { addMails, type MailWish } from './mail-writing.js';
import { type Letter, noticeLetter } from './mail-text.js';
import type { Notice } from './notice.entity.js';

declareJobs('sendMails');

/** What people are to be told. Its text is the message of `code`, filled in now and kept in both languages. */
export interface NoticeWish {
  /** Account ids; doubles and disabled accounts are left out. */
  to: readonly string[];
  /** Made known by `defineMessages`. */
  code: string;
  params?: MessageParams;
  /** Where in the web app it is: `/applications/…`. */
  href?: string | null;
  subjectType?: string | null;
  subjectId?: string | null;
  urgency?: Notice['urgency'];
  /** The same key is told to the same person once, for ever: `obligation-due:<id>:7`. */
  dedupeKey?: string | null;
  eventId?: string | null;
}

interface ToldRow {
  id: string;
  accountId: string;
  wish: number;
}

interface ReaderRow {
  accountId: string;
  displayName: string;
  locale: 'zh' | 'en';
  address: string;
}

/** Tells people something: a line in the inbox, and an e-mail to those who want one at once. */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  /**
   * Writes notices, their mails and the job that sends them, all in the caller's transaction: told with the commit,
   * never without it. Call it late in a verb, before its own jobs. Answers how many notices are new (those with a
   * `dedupeKey` that was told before are not).
   */
  async tell(
    tx: EntityManager,
    wishes: readonly NoticeWish[],
    kind: MailWish['kind'] = 'single',
  ): Promise<number> {
    const told = await this.addNotices(tx, wishes);
    if (!this.config.mail || told.length === 0) return told.length;
    const readers: ReaderRow[] = await tx.query(
      `SELECT a.id AS "accountId", a.display_name AS "displayName", a.locale, m.address
         FROM mail_address m JOIN account a ON a.id = m.account_id
        WHERE m.account_id = ANY($1::uuid[]) AND m.rhythm = 'each'`,
      [told.map(({ accountId }) => accountId)],
    );
    const byAccount = new Map(readers.map((reader) => [reader.accountId, reader]));
    const mails = told.flatMap(({ id, accountId, wish }): MailWish[] => {
      const reader = byAccount.get(accountId);
      const given = wishes[wish];
      if (!reader || !given) return [];
      const letter: Letter = noticeLetter(
        { message: say(given.code, given.params), href: given.href ?? null },
        reader,
        this.config,
      );
      return [{ accountId, address: reader.address, kind, ...letter, noticeIds: [id] }];
    });
    await addMails(tx, this.config, mails, this.clock.now());
    // Its own subject each time: verbs that tell something at the same moment do not wait for each other.
    if (mails.length > 0) await this.jobs.request(tx, 'sendMails', newId());
    return told.length;
  }

  /** The new notices: one row for each wish and person. */
  private addNotices(tx: EntityManager, wishes: readonly NoticeWish[]): Promise<ToldRow[]> {
    const rows = wishes.flatMap((wish, index) =>
      [...new Set(wish.to)].map((accountId) => ({ id: newId(), accountId, index })),
    );
    if (rows.length === 0) return Promise.resolve([]);
    const messages = wishes.map(({ code, params }) => ({
      code,
      params: JSON.stringify(params ?? {}),
      message: JSON.stringify(say(code, params)),
    }));
    return tx.query(
      `WITH told AS (
         INSERT INTO notice (id, account_id, code, params, message, href, subject_type, subject_id, dedupe_key, urgency,
                             event_id, created_at)
         SELECT r.id, r.account_id, w.code, w.params, w.message, w.href, w.subject_type, w.subject_id, w.dedupe_key,
                w.urgency, w.event_id, $4
           FROM unnest($1::uuid[], $2::uuid[], $3::int[]) AS r (id, account_id, wish)
           JOIN unnest($5::text[], $6::jsonb[], $7::jsonb[], $8::text[], $9::text[], $10::text[], $11::text[],
                       $12::text[], $13::uuid[]) WITH ORDINALITY
             AS w (code, params, message, href, subject_type, subject_id, dedupe_key, urgency, event_id, number)
             ON w.number = r.wish + 1
           JOIN account a ON a.id = r.account_id AND a.disabled_at IS NULL
          ORDER BY r.account_id, w.dedupe_key, r.id
         ON CONFLICT (account_id, dedupe_key) DO NOTHING
         RETURNING id, account_id
       )
       SELECT told.id, told.account_id AS "accountId", r.wish
         FROM told JOIN unnest($1::uuid[], $3::int[]) AS r (id, wish) ON r.id = told.id ORDER BY told.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ accountId }) => accountId),
        rows.map(({ index }) => index),
        this.clock.now(),
        messages.map(({ code }) => code),
        messages.map(({ params }) => params),
        messages.map(({ message }) => message),
        wishes.map(({ href }) => href ?? null),
        wishes.map(({ subjectType }) => subjectType ?? null),
        wishes.map(({ subjectId }) => subjectId ?? null),
        wishes.map(({ dedupeKey }) => dedupeKey ?? null),
        wishes.map(({ urgency }) => urgency ?? 'later'),
        wishes.map(({ eventId }) => eventId ?? null),
      ],
    );
  }
}
