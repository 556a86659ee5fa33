import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { languageOf, problem, problemOf } from './problem.js';

/**
 * The one place where errors become answers: problem documents (RFC 9457) with a stable code and both languages. An
 * error that nobody foresaw is logged under a number, which is all that the person sees of it.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    this.answer(error, request, host.switchToHttp().getResponse<FastifyReply>());
  }

  /** Answers an error as its problem document. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const language = languageOf(request.headers['accept-language']);
    const { status, document, headers } =
      problemOf(error, language) ?? this.unexpected(error, request, language);
    void reply.status(status).headers(headers).header('Cache-Control', 'no-store');
    void reply
      .header('Content-Type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(document));
  }

  private unexpected(error: unknown, request: FastifyRequest, language: 'zh' | 'en') {
    const incident = randomBytes(4).toString('hex');
    const stack = error instanceof Error ? error.stack : String(error);
    const route = `${request.method} ${request.routeOptions?.url ?? ''}`;
    this.log.error({ incident, route, stack }, 'an unexpected error');
    return problem(500, 'platform.unexpected', language, { incident });
  }
}
