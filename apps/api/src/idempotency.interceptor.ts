import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { defineMessages, IdempotencyKey, Invalid, Refused } from '@luban/platform';
import type { FastifyReply } from 'fastify';
import { lastValueFrom, type Observable } from 'rxjs';
import { from } from 'rxjs';
import { DataSource } from 'typeorm';
import type { SignedInRequest } from './doors/who-may.js';

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

const answersSecretKey = 'luban:answersSecret';

/** Marks a creating route whose answer holds a secret (a token, an initial password): it is not kept for repetition. */
export const AnswersSecret = (): MethodDecorator => SetMetadata(answersSecretKey, true);

/** How long a repetition waits for the first request, in milliseconds. */
const patienceMs = 5000;
/** A request that has not ended after this time has died with its process. */
const abandonedAfter = '60 seconds';
const keptFor = '7 days';

/**
 * `Idempotency-Key` on POST: the same key from the same account does the thing once. A repetition gets the first answer
 * again (`Idempotency-Replayed: true`); while the first is at work it waits, then gets 409; with another body it is
 * refused. Only a success is kept: a refused request may be sent again with the same key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly source: DataSource,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    const accountId = request.signedIn?.actor.accountId;
    if (request.method !== 'POST' || key === undefined || !accountId) return next.handle();
    if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
      throw new Invalid('platform.key-unreadable');
    const secret = this.reflector.get<boolean | undefined>(answersSecretKey, context.getHandler()) ?? false;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return from(this.once(request, reply, { accountId, key }, secret, () => lastValueFrom(next.handle())));
  }

  private async once(
    request: SignedInRequest,
    reply: FastifyReply,
    id: { accountId: string; key: string },
    secret: boolean,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const route = `${request.method} ${request.url.split('?')[0]}`;
    const requestHash = createHash('sha256')
      .update(`${route}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const kept = await this.claim(id, route, requestHash);
    if (kept) {
      if (kept.response === null) throw new Refused('platform.key-answered-once');
      void reply.status(kept.status).header('Idempotency-Replayed', 'true');
      return kept.response.body;
    }
    const keys = this.source.getRepository(IdempotencyKey);
    try {
      const body = await work();
      const response = secret ? null : { body: (body ?? null) as object | null };
      await keys.update(id, { status: reply.statusCode, response });
      return body;
    } catch (error) {
      await keys.delete(id);
      throw error;
    }
  }

  /** Takes the key, or answers what was kept under it. */
  private async claim(
    { accountId, key }: { accountId: string; key: string },
    route: string,
    requestHash: string,
  ): Promise<{ status: number; response: IdempotencyKey['response'] } | undefined> {
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
      if (row.status !== null) {
        return { status: row.status, response: row.response };
      }
    }
    throw new Refused('platform.key-at-work');
  }
}
