import type { IncomingHttpHeaders } from 'node:http';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may come from where it says it comes from (cross-site request forgery). Only a request that changes
 * something is asked. A browser says so itself: `Sec-Fetch-Site` on secure addresses, `Origin` everywhere, also over
 * plain HTTP on a venue's network. What sends neither is no browser and carries no stolen cookie.
 * `publicUrl` is the address people use when a proxy stands before Luban.
 */
export function isSameOrigin(method: string, headers: IncomingHttpHeaders, publicUrl?: string): boolean {
  if (safeMethods.has(method)) return true;
  const { origin, host } = headers;
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return false; // "null": a sandboxed frame, a file, a redirect across sites
    const from = new URL(origin);
    return from.host === host || (publicUrl !== undefined && from.origin === new URL(publicUrl).origin);
  }
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}
