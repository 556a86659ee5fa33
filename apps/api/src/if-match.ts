import { type CallHandler, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { NestInterceptor } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { Invalid } from '@luban/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { VersionNotNamed } from './problem.js';

/**
 * The version an edit is based on, from `If-Match: "3"`: `@IfMatch() version: number`. Without the header 428, with an
 * unreadable one 400. The service compares it (`assertCurrent`), in the transaction of the edit.
 */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number =>
    versionIn(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [describeHeader],
);

/** The API's description names the header at every edit that wants it. */
function describeHeader(controller: object, method: string | symbol | undefined): void {
  const descriptor = method && Object.getOwnPropertyDescriptor(controller, method);
  if (!descriptor) return;
  const description = 'The version the edit is based on, as `"3"`. Without it 428; when it is outdated 412.';
  // Not `required`: the type of the generated client gets it from its own helper.
  ApiHeader({ name: 'If-Match', description, required: false, schema: { type: 'string' } })(
    controller,
    method,
    descriptor,
  );
}

/** Reads `"3"`, `W/"3"` or `3`. */
export function versionIn(ifMatch: string | undefined): number {
  if (ifMatch === undefined) throw new VersionNotNamed();
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  if (version === undefined) throw new Invalid('platform.not-readable');
  return Number(version);
}

/** A reply that is one versioned thing (`{ …, version: 3 }`) carries its version as `ETag: "3"` too. */
@Injectable()
export class VersionTag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((body: unknown) => {
        const version = (body as { version?: unknown } | null | undefined)?.version;
        if (Number.isInteger(version)) {
          void context
            .switchToHttp()
            .getResponse<FastifyReply>()
            .header('ETag', `"${String(version)}"`);
        }
        return body;
      }),
    );
  }
}
