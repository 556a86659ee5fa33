import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@luban/audit';
import {
  assertCurrent,
  Clock,
  Config,
  Invalid,
  Jobs,
  newId,
  NotFound,
  Outdated,
  Refused,
  say,
  TooBusy,
} from '@luban/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { isMailAddress } from './address-rules.js';
import type { LastMailDto, MailAddressDto, SetMailAddressDto } from './mail-address.dto.js';
import { MailAddress } from './mail-address.entity.js';
import { type Reader, testLetter } from './mail-text.js';
import { addMails } from './mail-writing.js';

/** A person may try an address this often. */
const testEverySeconds = 60;

/** Where a person is written to: each sets his own. The address itself is not written into the audit. */
@Injectable()
export class MailAddresses {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  read(actor: Actor): Promise<MailAddressDto> {
    return this.readOwn(this.db.manager, actor);
  }

  /** Throws `Invalid` `notices.address-unusable`, `Outdated`. Mails that wait go to the new address. */
  set(actor: Actor, version: number, wish: SetMailAddressDto): Promise<MailAddressDto> {
    const address = wish.address.replace(/^ +| +$/g, '');
    assertAddress(address);
    return this.db.transaction(async (tx) => {
      const accountId = accountOf(actor);
      const own = await lockOwn(tx, accountId);
      assertCurrent(own?.version ?? 0, version);
      const now = this.clock.now();
      const rows: unknown[] = await tx.query(
        `INSERT INTO mail_address AS m (account_id, address, rhythm, updated_at, version) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (account_id) DO UPDATE SET address = $2, rhythm = $3, updated_at = $4, version = $5
           WHERE m.version = $5 - 1
         RETURNING account_id`,
        [accountId, address, wish.rhythm, now, version + 1],
      );
      if (rows.length === 0) throw new Outdated('platform.outdated', { current: version + 1 });
      if (own && own.address !== address) await moveWaiting(tx, accountId, address);
      await this.audit.record(tx, actor, 'mailAddress.set', {
        subjectType: 'account',
        subjectId: accountId,
        before: own && { rhythm: own.rhythm },
        after: { rhythm: wish.rhythm, addressChanged: own?.address !== address },
      });
      return this.readOwn(tx, actor);
    });
  }

  /** Forgets the address; mails that wait are not sent any more. Throws `NotFound`, `Outdated`. */
  remove(actor: Actor, version: number): Promise<MailAddressDto> {
    return this.db.transaction(async (tx) => {
      const accountId = accountOf(actor);
      const own = await lockOwn(tx, accountId);
      if (!own) throw new NotFound('notices.no-address');
      assertCurrent(own.version, version);
      await tx.delete(MailAddress, { accountId });
      await tx.query(
        `UPDATE mail SET state = 'failed', next_attempt_at = NULL, last_error = $2
          WHERE id IN (SELECT id FROM mail WHERE account_id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED)`,
        [accountId, inBoth('notices.address-removed')],
      );
      await this.audit.record(tx, actor, 'mailAddress.removed', {
        subjectType: 'account',
        subjectId: accountId,
        before: { rhythm: own.rhythm },
      });
      return this.readOwn(tx, actor);
    });
  }

  /**
   * Writes a test mail to one's own address. Throws `NotFound` `notices.no-address`, `Refused` `notices.no-mail-server`,
   * `TooBusy` `notices.test-too-soon`.
   */
  test(actor: Actor): Promise<MailAddressDto> {
    return this.db.transaction(async (tx) => {
      const accountId = accountOf(actor);
      const own = await lockOwn(tx, accountId);
      if (!own) throw new NotFound('notices.no-address');
      if (!this.config.mail) throw new Refused('notices.no-mail-server');
      const now = this.clock.now();
      await assertNotTooSoon(tx, accountId, now);
      const [reader]: Reader[] = await tx.query(
        `SELECT display_name AS "displayName", locale FROM account WHERE id = $1`,
        [accountId],
      );
      if (!reader) throw new NotFound('notices.no-address');
      const letter = testLetter(reader, this.config);
      const mail = { accountId, address: own.address, kind: 'single' as const, ...letter, noticeIds: [] };
      await addMails(tx, this.config, [mail], now);
      const answer = await this.readOwn(tx, actor);
      await this.jobs.request(tx, 'sendMails', newId(), { by: accountId });
      return answer;
    });
  }

  private async readOwn(tx: EntityManager, actor: Actor): Promise<MailAddressDto> {
    const accountId = accountOf(actor);
    const own = await tx.findOneBy(MailAddress, { accountId });
    const [lastMail]: LastMailDto[] = await tx.query(
      `SELECT id, subject, state, attempts, last_error AS error, created_at AS "createdAt", sent_at AS "sentAt"
         FROM mail WHERE account_id = $1 ORDER BY id DESC LIMIT 1`,
      [accountId],
    );
    return {
      address: own?.address ?? null,
      rhythm: own?.rhythm ?? 'each',
      mailIsSent: this.config.mail !== undefined,
      sender: this.config.mail?.from.address ?? null,
      lastMail: lastMail ?? null,
      version: own?.version ?? 0,
    };
  }
}

/** A reason that is kept as a text, as what servers say is. */
function inBoth(code: string): string {
  const { zh, en } = say(code);
  return `${zh} · ${en}`;
}

/** The system itself has no address. */
function accountOf(actor: Actor): string {
  if (actor.accountId === null) throw new NotFound('notices.no-address');
  return actor.accountId;
}

const lockOwn = (tx: EntityManager, accountId: string): Promise<MailAddress | null> =>
  tx.findOne(MailAddress, { where: { accountId }, lock: { mode: 'pessimistic_write' } });

function assertAddress(address: string): void {
  if (isMailAddress(address)) return;
  const code = 'notices.address-unusable';
  throw new Invalid(code, {}, { errors: [{ path: 'address', code, message: say(code) }] });
}

/** A mail that is being sent at this moment (locked) goes where it goes. */
const moveWaiting = (tx: EntityManager, accountId: string, address: string): Promise<unknown> =>
  tx.query(
    `UPDATE mail SET address = $2
      WHERE id IN (SELECT id FROM mail WHERE account_id = $1 AND state = 'waiting' FOR UPDATE SKIP LOCKED)`,
    [accountId, address],
  );

/** A test mail is one that carries no notice. */
async function assertNotTooSoon(tx: EntityManager, accountId: string, now: Date): Promise<void> {
  const [last]: { at: Date }[] = await tx.query(
    `SELECT m.created_at AS at FROM mail m
      WHERE m.account_id = $1 AND NOT EXISTS (SELECT FROM mail_notice c WHERE c.mail_id = m.id)
      ORDER BY m.id DESC LIMIT 1`,
    [accountId],
  );
  const wait = last ? Math.ceil(testEverySeconds - (now.getTime() - last.at.getTime()) / 1000) : 0;
  if (wait > 0) throw new TooBusy('notices.test-too-soon', { retryAfterSeconds: wait });
}
