import type { INestApplicationContext } from '@nestjs/common';
import { Marks, readSaveMarks } from '@luban/judging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { BoardShelf } from './board-shelf.js';
import { SignInGuard } from './doors/sign-in.guard.js';
import type { SignedInRequest } from './doors/who-may.js';
import type { ProblemFilter } from './problem.filter.js';

type Handle = (request: SignedInRequest, reply: FastifyReply) => Promise<unknown>;
type Params<Name extends string> = Record<Name, string>;

/**
 * The few routes that are called thousands of times a second are answered by Fastify alone: the same door
 * (`SignInGuard.admit`), the same service, the same problem documents, without Nest's pipeline of interceptors, pipes
 * and observables between them (docs/BENCHMARKS.md has what that costs). Their controllers stay what declares them: the
 * permission, the OpenAPI document; this takes the place of the handler that Nest makes of them.
 *
 * Call it before the routes are made.
 */
export function takeHotRoutes(
  fastify: FastifyInstance,
  app: INestApplicationContext,
  problems: ProblemFilter,
): void {
  const handlers = new Map(Object.entries(hotHandlers(app)));
  fastify.addHook('onRoute', (route) => {
    const handle =
      [route.method].flat().length === 1
        ? handlers.get(`${[route.method].flat()[0]} ${route.url}`)
        : undefined;
    if (!handle) return;
    route.handler = (request: FastifyRequest, reply: FastifyReply) => {
      handle(request, reply).catch((error: unknown) => problems.answer(error, request, reply));
    };
  });
}

function hotHandlers(app: INestApplicationContext): Record<string, Handle> {
  const guard = app.get(SignInGuard, { strict: false });
  const marks = app.get(Marks, { strict: false });
  const shelf = app.get(BoardShelf, { strict: false });
  return {
    'PUT /api/v1/events/:eventId/forms/:formId/marks': async (request, reply) => {
      await guard.admit(request, 'marks.enter');
      const { eventId, formId } = request.params as Params<'eventId' | 'formId'>;
      const { actor } = request.signedIn ?? {};
      if (!actor) throw new Error('the guard let nobody in');
      const answer = await marks.save(actor, eventId, formId, readSaveMarks(request.body));
      return reply.header('Content-Type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
    },
    'GET /api/v1/public/events/:eventId/board': (request, reply) =>
      shelf.answer((request.params as Params<'eventId'>).eventId, 'board', request, reply),
    'GET /api/v1/public/events/:eventId/results': (request, reply) =>
      shelf.answer((request.params as Params<'eventId'>).eventId, 'results', request, reply),
  };
}
