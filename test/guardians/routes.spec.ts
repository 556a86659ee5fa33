import type { FastifyInstance } from 'fastify';
import { permissions } from '@luban/identity';
import { type Route, routesOf } from '../../apps/api/src/routes.js';
import { testApp } from '../support/test-app.js';
import type { Breach } from './source-tree.js';

/** Plain routes of Fastify that may be open to everybody: the web app, and what the whole public reads. */
const openToAll = [/^\/\*$/, /^\/api\/v1\/public\//];

/** Every route says who may call it, by a permission that exists; what is open lies where open things lie. */
export function routeBreaches(routes: readonly Route[]): Breach[] {
  return routes.flatMap(({ method, path, whoMay, handler }): Breach[] => {
    const route: Breach = `${method} ${path}: ${handler}`;
    if (whoMay === undefined) return [`${route} does not say who may call it`];
    if (whoMay === 'open')
      return openToAll.some((place) => place.test(path)) ? [] : [`${route} is open to everybody`];
    return whoMay === 'public' || whoMay in permissions
      ? []
      : [`${route} names no known permission (${whoMay})`];
  });
}

const app = testApp({ worker: false });
const routes = () => routesOf(app.api, app.api.getHttpAdapter().getInstance() as unknown as FastifyInstance);

it('finds the routes of the running api, the plain ones too', () => {
  const found = routes().map(({ method, path }) => `${method} ${path}`);
  expect(found).toEqual(
    expect.arrayContaining(['GET /api/health', 'POST /api/v1/session', 'GET /api/v1/jobs/:jobId', 'GET /*']),
  );
});

it('has a permission for each of them', () => {
  expect(routeBreaches(routes())).toEqual([]);
});

it('shows the list when the house is checked', () => {
  const list = routes().map(({ method, path, whoMay }) => `${method.padEnd(6)} ${path}  ${whoMay}`);
  expect(list.length).toBeGreaterThan(3);
  if (process.env.LUBAN_SHOW_ROUTES) process.stdout.write(`\n${list.join('\n')}\n`);
});

it.each<[string, Route]>([
  ['says nothing', { method: 'GET', path: '/api/v1/x', whoMay: undefined, handler: 'X.list' }],
  [
    'is a plain route outside the public places',
    { method: 'GET', path: '/api/v1/x', whoMay: 'open', handler: 'Fastify' },
  ],
  [
    'names a permission that is not there',
    { method: 'GET', path: '/api/v1/x', whoMay: 'x.y' as 'audit.read', handler: 'X.list' },
  ],
])('sees a route that %s', (_, route) => {
  expect(routeBreaches([route])).toHaveLength(1);
});
