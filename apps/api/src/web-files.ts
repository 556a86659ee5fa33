import { existsSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, problem } from './problem.js';

/**
 * Serves the built web app: files as they are (hashed ones for ever, others asked for again), every other address of a
 * person (`/events/…`) by `index.html`, which knows what to show. Unknown addresses under `/api` are problem documents.
 * Open to everybody: there is nothing in it that is not for everybody.
 */
export async function serveWeb(fastify: FastifyInstance, folder: string): Promise<void> {
  await fastify.register(fastifyStatic, { root: folder, serve: false });
  fastify.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    config: { open: true },
    handler: (request, reply) => answer(request, reply, folder),
  });
}

function answer(request: FastifyRequest, reply: FastifyReply, folder: string): FastifyReply {
  const path = pathOf(request.url);
  if (path === undefined || path === '/api' || path.startsWith('/api/')) return notFound(request, reply);
  if (path !== '/' && isFile(folder, path)) {
    const forEver = path.startsWith('/assets/');
    return reply
      .header('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
      .sendFile(path.slice(1), { cacheControl: false });
  }
  if (/\.[a-z0-9]+$/i.test(path)) return notFound(request, reply); // a file that is not there is not a page
  if (!existsSync(join(folder, 'index.html'))) return notFound(request, reply);
  return reply.header('Cache-Control', 'no-cache').sendFile('index.html', { cacheControl: false });
}

function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '/');
  } catch {
    return undefined;
  }
}

function isFile(folder: string, path: string): boolean {
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) && (statSync(file, { throwIfNoEntry: false })?.isFile() ?? false);
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const { status, document } = problem(404, 'platform.no-such-route', language);
  return reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}
