import { type Config, newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { Mail } from './mail.entity.js';
import { homeUrl, type Letter } from './mail-text.js';

/** A mail that is to be sent, and the notices it carries. */
export interface MailWish extends Letter {
  accountId: string;
  address: string;
  kind: Mail['kind'];
  noticeIds: readonly string[];
}

/** Writes mails in the caller's transaction, each with the Message-ID it keeps at every attempt. Answers their ids. */
export async function addMails(
  tx: EntityManager,
  config: Pick<Config, 'publicUrl' | 'tls' | 'host' | 'port'>,
  wishes: readonly MailWish[],
  at: Date,
): Promise<string[]> {
  if (wishes.length === 0) return [];
  const { hostname } = new URL(homeUrl(config));
  const ids = wishes.map(() => newId());
  await tx.query(
    `INSERT INTO mail (id, account_id, address, message_id, kind, subject, body, state, created_at, next_attempt_at)
     SELECT id, account_id, address, '<' || id || '@' || $7 || '>', kind, subject, body, 'waiting', $8, $8
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
         AS row (id, account_id, address, kind, subject, body)`,
    [
      ids,
      wishes.map(({ accountId }) => accountId),
      wishes.map(({ address }) => address),
      wishes.map(({ kind }) => kind),
      wishes.map(({ subject }) => subject),
      wishes.map(({ body }) => body),
      hostname.replace(/[^a-z0-9.-]/gi, '') || 'luban',
      at,
    ],
  );
  const carried = wishes.flatMap(({ noticeIds }, index) =>
    noticeIds.map((noticeId) => ({ noticeId, mailId: ids[index] })),
  );
  if (carried.length > 0)
    await tx.query(
      `INSERT INTO mail_notice (mail_id, notice_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])`,
      [carried.map(({ mailId }) => mailId), carried.map(({ noticeId }) => noticeId)],
    );
  return ids;
}
