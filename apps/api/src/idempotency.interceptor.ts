import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { IdempotencyKeys, type KeyedRequest } from '@luban/platform';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import type { SignedInRequest } from './doors/who-may.js';

const answersSecretKey = 'luban:answersSecret';

/** Marks a creating route whose answer holds a secret (a token, an initial password): it is not kept for repetition. */
export const AnswersSecret = (): MethodDecorator => SetMetadata(answersSecretKey, true);

/**
 * `Idempotency-Key` on POST: the same key from the same account does the thing once. A repetition gets the first answer
 * again (`Idempotency-Replayed: true`); while the first is at work it waits, then gets 409; with another body it is
 * refused. Only a success is kept: a refused request may be sent again with the same key.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly keys: IdempotencyKeys,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    const accountId = request.signedIn?.actor.accountId;
    if (request.method !== 'POST' || key === undefined || !accountId) return next.handle();
    const route = `${request.method} ${request.url.split('?')[0]}`;
    const requestHash = createHash('sha256')
      .update(`${route}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const secret = this.reflector.get<boolean | undefined>(answersSecretKey, context.getHandler()) ?? false;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const work = () => lastValueFrom(next.handle(), { defaultValue: undefined });
    return from(this.once({ accountId, key: String(key), route, requestHash }, reply, secret, work));
  }

  private async once(
    request: KeyedRequest,
    reply: FastifyReply,
    secret: boolean,
    work: () => Promise<unknown>,
  ): Promise<unknown> {
    const kept = await this.keys.claim(request);
    if (kept) {
      void reply.status(kept.status).header('Idempotency-Replayed', 'true');
      return kept.body;
    }
    let body: unknown;
    try {
      body = await work();
    } catch (error) {
      await this.keys.giveBack(request);
      throw error;
    }
    await this.keys.keep(request, { status: reply.statusCode, body }, secret);
    return body;
  }
}
