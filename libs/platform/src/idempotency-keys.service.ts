import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defineMessages } from './errors/messages.js';
import { Invalid, Refused } from './errors/refusals.js';
import { IdempotencyKey } from './idempotency-key.entity.js';

defineMessages({
  'platform.key-unreadable': {
    zh: 'Idempotency-Key 应为 1 至 200 个可见字符。',
    en: 'An Idempotency-Key has 1 to 200 visible characters.',
  },
  'platform.key-used-otherwise': {
    zh: '这个 Idempotency-Key 已用于内容不同的请求。',
    en: 'This Idempotency-Key was used for a different request.',
  },
  'platform.key-at-work': {
    zh: '相同的请求正在处理，请稍候再试。',
    en: 'The same request is still being worked on. Please try again in a moment.',
  },
  'platform.key-answered-once': {
    zh: '这个请求已经完成，其结果含有机密内容，只显示一次。',
    en: 'This request was completed. Its answer holds a secret and was shown once.',
  },
});

/** What was asked: by whom, under which key, where, with what (a digest). */
export interface KeyedRequest {
  accountId: string;
  key: string;
  route: string;
  requestHash: string;
}

/** What was answered the first time. */
export interface KeptAnswer {
  status: number;
  body: unknown;
}

/** How long a repetition waits for the first request, in milliseconds. */
const patienceMs = 5000;
/** A request that has not ended after this time has died with its process. */
const abandonedAfter = '60 seconds';
const keptFor = '7 days';

/** Remembers what creating requests were answered, so that a repetition with the same key does nothing twice. */
@Injectable()
export class IdempotencyKeys {
  constructor(private readonly source: DataSource) {}

  /**
   * Takes the key for this request, or answers what was kept under it. While the first request is at work it waits,
   * then throws `Refused` `platform.key-at-work`. Throws `Invalid` `platform.key-used-otherwise` for another request,
   * and `Refused` `platform.key-answered-once` where the answer was a secret.
   */
  async claim({ accountId, key, route, requestHash }: KeyedRequest): Promise<KeptAnswer | undefined> {
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Invalid('platform.key-unreadable');
    for (const givenUpAt = Date.now() + patienceMs; Date.now() < givenUpAt; await sleep(50)) {
      const taken: unknown[] = await this.source.query(
        `INSERT INTO idempotency_key AS k (account_id, key, route, request_hash) VALUES ($1, $2, $3, $4)
         ON CONFLICT (account_id, key) DO UPDATE
           SET route = EXCLUDED.route, request_hash = EXCLUDED.request_hash,
               status = NULL, response = NULL, created_at = now()
           WHERE k.created_at < now() - interval '${keptFor}'
              OR k.status IS NULL AND k.created_at < now() - interval '${abandonedAfter}'
         RETURNING key`,
        [accountId, key, route, requestHash],
      );
      if (taken.length) return undefined;
      const row = await this.source.getRepository(IdempotencyKey).findOneBy({ accountId, key });
      if (!row) continue; // the first one failed just now: take it
      if (row.requestHash !== requestHash) throw new Invalid('platform.key-used-otherwise');
      if (row.status === null) continue;
      if (row.response === null) throw new Refused('platform.key-answered-once');
      return { status: row.status, body: row.response.body };
    }
    throw new Refused('platform.key-at-work');
  }

  /** Keeps the answer of a request that succeeded; a secret one only as having been given. */
  async keep({ accountId, key }: KeyedRequest, { status, body }: KeptAnswer, secret: boolean): Promise<void> {
    const response = secret ? null : { body: (body ?? null) as object | null };
    await this.source.getRepository(IdempotencyKey).update({ accountId, key }, { status, response });
  }

  /** Gives the key back: the request was refused, and may be sent again. */
  async giveBack({ accountId, key }: KeyedRequest): Promise<void> {
    await this.source.getRepository(IdempotencyKey).delete({ accountId, key });
  }
}
