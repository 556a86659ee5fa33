import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { type WhoMay, whoMayKey } from './doors/who-may.js';

/** An address of the api and who may call it; `undefined` when nobody said so. */
export interface Route {
  method: string;
  path: string;
  /** A permission of libs/identity, `public` (a controller's), `open` (a plain route of Fastify). */
  whoMay: WhoMay | 'open' | undefined;
  /** `MarkingFormsController.enterMarks`, or `Fastify`. */
  handler: string;
}

/** A plain route of Fastify that is open to everybody says so: `config: { open: true }`. */
declare module 'fastify' {
  interface FastifyContextConfig {
    open?: boolean;
  }
}

const plainRoutes = new WeakMap<object, Route[]>();

/** Has to be called before any route is made: from then on Fastify's routes are noted. */
export function noteRoutes(fastify: FastifyInstance): void {
  const noted: Route[] = [];
  plainRoutes.set(fastify, noted);
  fastify.addHook('onRoute', ({ method, url, config }) => {
    for (const one of [method].flat()) {
      noted.push({ method: one, path: url, whoMay: config?.open ? 'open' : undefined, handler: 'Fastify' });
    }
  });
}

/** Every route of a running api: the controllers' and Fastify's own. */
export function routesOf(app: INestApplicationContext, fastify: FastifyInstance): Route[] {
  const ours = [...app.get(ModulesContainer).values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) => controllerRoutes(metatype as ControllerClass)),
  );
  const known = new Set(ours.map(({ method, path }) => `${method} ${path}`));
  // Fastify makes a HEAD for each GET of its own accord: it answers what the GET would.
  const others = (plainRoutes.get(fastify) ?? []).filter(
    ({ method, path }) => !known.has(`${method} ${path}`) && !(method === 'HEAD' && known.has(`GET ${path}`)),
  );
  return [...ours, ...others].sort(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  );
}

type ControllerClass = (new () => object) & { prototype: Record<string, object> };

function controllerRoutes(controller: ControllerClass): Route[] {
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const names = new MetadataScanner().getAllMethodNames(controller.prototype);
  return names.flatMap((name) => {
    const handler = controller.prototype[name];
    if (!handler || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod] ?? '';
    const ends = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    const whoMay = (Reflect.getMetadata(whoMayKey, handler) ?? Reflect.getMetadata(whoMayKey, controller)) as
      WhoMay | undefined;
    return bases.flatMap((base) =>
      ends.map((end): Route => ({
        method,
        path: fullPath(base, end),
        whoMay,
        handler: `${controller.name}.${name}`,
      })),
    );
  });
}

function fullPath(base: string, end: string): string {
  const inside = [base, end]
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
  return inside.startsWith('api/') ? `/${inside}` : `/api/v1/${inside}`;
}
