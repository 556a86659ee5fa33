import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import { type INestApplication, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Clock, type Config, createLog, fileBytesMax, NestLog } from '@luban/platform';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { ApiModule } from './api.module.js';
import { BoardShelf } from './board-shelf.js';
import { takeHotRoutes } from './hot-routes.js';
import { ProblemFilter } from './problem.filter.js';
import { noteRoutes } from './routes.js';
import { validationPipe } from './validation.js';
import { serveWeb } from './web-files.js';

export interface ApiSettings {
  config: Config;
  /** Folder of the built web app (`dist/web`). */
  webFolder: string;
  /** Tests pass a clock of their own. */
  clock?: Clock;
}

/** JSON bodies up to this size; files travel as multipart, up to `fileBytesMax` each. */
const jsonBytesMax = 4 * 1024 * 1024;
/** Requests slower than this are worth a line in the log (milliseconds). */
const slowMs = 1000;

/** The whole api, not yet listening: `await app.init()` for `inject`, or `await app.listen(…)`. */
export async function createApi({ config, webFolder, clock }: ApiSettings): Promise<NestFastifyApplication> {
  const log = createLog('api', config.logLevel);
  const adapter = new FastifyAdapter({
    logger: false,
    bodyLimit: jsonBytesMax,
    trustProxy: config.trustProxy,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
    ...(config.tls && {
      https: { cert: readFileSync(config.tls.certFile), key: readFileSync(config.tls.keyFile) },
    }),
  });
  noteRoutes(adapter.getInstance() as unknown as FastifyInstance);
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.for(config, clock), adapter, {
    logger: new NestLog(log),
    abortOnError: false,
    bufferLogs: false,
  });
  await prepare(app, config, log);
  await serveWeb(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, webFolder);
  app.get(BoardShelf).answerFirst(app.getHttpServer() as Server);
  return app;
}

/** What stands around every route: the prefix, checks, problem documents, headers, cookies, uploads, the log. */
async function prepare(app: NestFastifyApplication, config: Config, log: Logger): Promise<void> {
  withPrefix(app);
  app.useGlobalPipes(validationPipe());
  const problems = new ProblemFilter(log);
  app.useGlobalFilters(problems);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart, {
    limits: { fileSize: fileBytesMax, files: 4, fields: 50, parts: 60 },
  });
  await app.register(fastifyHelmet, securityHeaders(Boolean(config.tls)));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  takeHotRoutes(fastify, app, problems);
  fastify.addHook('onResponse', async (request, reply) => {
    const line = { method: request.method, route: request.routeOptions.url, status: reply.statusCode };
    const milliseconds = Math.round(reply.elapsedTime);
    if (milliseconds > slowMs) log.warn({ ...line, milliseconds }, 'a slow request');
    else log.debug({ ...line, milliseconds }, 'request');
  });
}

/** The API stands under `/api/v1`; only the question whether it is well stays where it is. */
export function withPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: [{ path: 'api/health', method: RequestMethod.GET }] });
}

/**
 * Nothing from elsewhere runs or is shown. Styles may stand in the page (antd writes them there). Over plain HTTP on a
 * venue's network nothing may ask for HTTPS: no upgrade, no strict transport, no policies that need a secure origin.
 */
function securityHeaders(tls: boolean) {
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: tls && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginOpenerPolicy: tls && { policy: 'same-origin' as const },
    originAgentCluster: tls,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}

/** Where the built web app lies in a checkout. */
export const webFolderOf = (root: string): string => join(root, 'dist', 'web');
