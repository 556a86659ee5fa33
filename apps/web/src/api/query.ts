import { QueryClient, queryOptions, type QueryKey } from '@tanstack/react-query';
import type { FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import { api } from './client.js';
import { Problem } from './problem.js';
import type { paths } from './schema.js';

/** One retry for a lost network, none for a refusal: refusals do not change by asking again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      // A venue's network may claim to be "off-line" while the LAN server is reachable: always try.
      networkMode: 'always',
      retry: (failures, error) =>
        failures < 2 && error instanceof Problem && (error.isOffline || error.status >= 502),
      retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export type GetPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type Init<P extends GetPath> = MaybeOptionalInit<paths[P], 'get'>;
type Answer<P extends GetPath> = NonNullable<
  FetchResponse<
    NonNullable<paths[P]['get']> & Record<string | number, unknown>,
    Init<P>,
    `${string}/${string}`
  >['data']
>;

/**
 * A GET as a query: the key is the path and its parameters, so that the same thing is fetched once.
 * @example const event = useQuery(got('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
 */
export function got<P extends GetPath>(path: P, ...[init]: object extends Init<P> ? [Init<P>?] : [Init<P>]) {
  return queryOptions({
    queryKey: keyOf(path, init),
    queryFn: async ({ signal }): Promise<Answer<P>> => {
      const call = api.GET as unknown as (url: P, init: object) => Promise<{ data: Answer<P> }>;
      return (await call(path, { ...init, signal })).data;
    },
  });
}

/** The key under which `got(path, init)` is kept. Without `init` it is the beginning of all keys of the path. */
export function keyOf(path: GetPath, init?: { params?: unknown }): QueryKey {
  return init?.params === undefined ? [path] : [path, init.params];
}

/** Marks all answers of these paths as out of date, so that what is on screen is read again. */
export async function outdate(...stale: readonly GetPath[]): Promise<void> {
  await Promise.all(stale.map((path) => queryClient.invalidateQueries({ queryKey: [path] })));
}
