import createClient, { type Middleware } from 'openapi-fetch';
import { currentLanguage } from '../language/language.js';
import { offlineProblem, problemFrom } from './problem.js';
import { noteReachable } from './reachable.js';
import type { paths } from './schema.js';

/** Told when the server no longer knows the session, so that one place can lead to sign-in and back. */
type SignedOutListener = () => void;
const signedOutListeners = new Set<SignedOutListener>();

/** Calls `listener` whenever a request is answered 401; returns how to stop listening. */
export function onSignedOut(listener: SignedOutListener): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

const luban: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLanguage() === 'zh' ? 'zh-CN' : 'en');
    return request;
  },
  async onResponse({ response, request }) {
    noteReachable(true);
    if (response.ok) return response;
    const problem = await problemFrom(response);
    // A wrong password is answered 401 too; that is the sign-in page's own affair.
    if (problem.isSignedOut && !new URL(request.url).pathname.endsWith('/api/v1/session')) {
      for (const listener of signedOutListeners) listener();
    }
    throw problem;
  },
  onError({ error }) {
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    noteReachable(false);
    return offlineProblem();
  },
};

/**
 * The client generated from `docs/openapi.json`. Every refusal is thrown as a `Problem`.
 * @example const event = await take(api.GET('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
 */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
});
api.use(luban);

/** The body of an answer; refusals have been thrown before. */
export async function take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
