import { Injectable, Logger } from '@nestjs/common';
import { Clock, Config, declareJobs, Jobs, newId } from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { dueReminders } from './due-reminders.js';
import { MailSender } from './mail-sender.service.js';
import { digestLetter, type NoticeLine, type Reader } from './mail-text.js';
import { addMails } from './mail-writing.js';
import { Notices } from './notices.service.js';

declareJobs('dailyRound');

/** Beijing time: the day changes and begins for everybody by it. China knows no summer time. */
const beijingOffsetMs = 8 * 3_600_000;
/** Reminders and digests go out from this hour on. */
const startsAtHour = 8;
/** People whose digests are written in one transaction. */
const digestBatch = 200;
/** A notice older than this, in days, is not put into a digest any more; it stays in the inbox. */
const digestDaysMax = 7;
/** Mails are forgotten so many days after they were sent; the notices stay. */
const mailDaysKept = 90;
/** A round that failed is asked for again after this time, in minutes. */
const againAfterMinutes = 60;

interface DigestRow extends Reader {
  accountId: string;
  address: string;
  notices: (NoticeLine & { id: string })[];
}

/** What happens once on each day: reminders of what is due, and the digests of those who want one mail a day. */
@Injectable()
export class DailyRound {
  private readonly logger = new Logger('daily round');

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
    private readonly notices: Notices,
    private readonly sender: MailSender,
  ) {}

  /**
   * Asks for the jobs that it is time for: today's round once it is 8:00 in Beijing, and the mails that are due. Called
   * by every worker every few seconds; the requests collapse, and doing a round twice is harmless.
   */
  async askWhatIsDue(): Promise<void> {
    const { day, hour } = beijing(this.clock.now());
    if (hour >= startsAtHour && !(await this.isAsked(day)))
      await this.db.transaction((tx) => this.jobs.request(tx, 'dailyRound', day));
    if (await this.sender.isDue())
      await this.db.transaction((tx) => this.jobs.request(tx, 'sendMails', 'due'));
  }

  /** Does the round of a day (`YYYY-MM-DD`). What was done already is not done again. */
  async run(day: string): Promise<{ reminded: number; digests: number }> {
    let reminded = 0;
    const failures: unknown[] = [];
    for (const due of dueReminders) {
      try {
        reminded += await this.db.transaction(async (tx) =>
          this.notices.tell(tx, await due(tx, day), 'reminder'),
        );
      } catch (error) {
        // The reminders of one room do not keep the others from theirs; the job fails at the end and is tried again.
        this.logger.error(
          `${due.name || 'a reminder'}: ${error instanceof Error ? error.stack : String(error)}`,
        );
        failures.push(error);
      }
    }
    let digests = 0;
    for (let people = digestBatch; this.config.mail && people === digestBatch;) {
      const batch = await this.db.transaction((tx) => this.writeDigests(tx, day));
      people = batch.people;
      digests += batch.digests;
    }
    await this.db.transaction((tx) => this.forgetSent(tx));
    if (failures.length > 0) throw failures[0];
    return { reminded, digests };
  }

  /** What was said to whom is not kept longer than it is of use. */
  private async forgetSent(tx: EntityManager): Promise<void> {
    const old = `SELECT id FROM mail WHERE state = 'sent' AND sent_at < $1::timestamptz - make_interval(days => $2)`;
    const before = [this.clock.now(), mailDaysKept];
    await tx.query(`DELETE FROM mail_notice WHERE mail_id IN (${old})`, before);
    await tx.query(`DELETE FROM mail WHERE id IN (${old})`, before);
  }

  private async isAsked(day: string): Promise<boolean> {
    const [row]: { asked: boolean }[] = await this.db.query(
      `SELECT EXISTS (
         SELECT FROM job_request WHERE name = 'dailyRound' AND subject = $1
            AND (state <> 'failed' OR finished_at > now() - make_interval(mins => $2))
       ) AS asked`,
      [day, againAfterMinutes],
    );
    return row?.asked ?? false;
  }

  /** The digests of some of those who have not had today's; a person with nothing to read gets none. */
  private async writeDigests(tx: EntityManager, day: string): Promise<{ people: number; digests: number }> {
    const rows: DigestRow[] = await tx.query(
      `WITH people AS (
         SELECT m.account_id, m.address FROM mail_address m
          WHERE m.rhythm = 'daily' AND (m.last_digest_on IS NULL OR m.last_digest_on < $1::date)
          ORDER BY m.account_id LIMIT $2 FOR UPDATE SKIP LOCKED
       ), told AS (
         UPDATE mail_address m SET last_digest_on = $1::date FROM people p WHERE m.account_id = p.account_id
       )
       SELECT p.account_id AS "accountId", p.address, a.display_name AS "displayName", a.locale, n.notices
         FROM people p
         JOIN account a ON a.id = p.account_id
         CROSS JOIN LATERAL (
           SELECT coalesce(json_agg(json_build_object('id', n.id, 'message', n.message, 'href', n.href)
                                    ORDER BY n.id DESC), '[]') AS notices
             FROM notice n
            WHERE n.account_id = p.account_id AND n.read_at IS NULL AND a.disabled_at IS NULL
              AND n.created_at > $3::timestamptz - make_interval(days => $4)
              AND NOT EXISTS (SELECT FROM mail_notice c WHERE c.notice_id = n.id)
         ) n`,
      [day, digestBatch, this.clock.now(), digestDaysMax],
    );
    const mails = rows
      .filter(({ notices }) => notices.length > 0)
      .map((row) => ({
        accountId: row.accountId,
        address: row.address,
        kind: 'digest' as const,
        ...digestLetter(row.notices, day, row, this.config),
        noticeIds: row.notices.map(({ id }) => id),
      }));
    await addMails(tx, this.config, mails, this.clock.now());
    if (mails.length > 0) await this.jobs.request(tx, 'sendMails', newId());
    return { people: rows.length, digests: mails.length };
  }
}

/** Day and hour in Beijing. */
export function beijing(at: Date): { day: string; hour: number } {
  const there = new Date(at.getTime() + beijingOffsetMs);
  return { day: there.toISOString().slice(0, 10), hour: there.getUTCHours() };
}
