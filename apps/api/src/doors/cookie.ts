import type { CookieSerializeOptions } from '@fastify/cookie';
import { sessionHours } from '@luban/identity';

/** The cookie that carries a sign-in's secret. */
export const sessionCookie = 'luban_session';

/**
 * Not readable by scripts, not sent along from other sites (Lax), and over TLS never in the clear. `secure` is whether
 * this very request came by TLS: over plain HTTP on a venue's network the cookie must still be kept.
 */
export const sessionCookieOptions = (secure: boolean): CookieSerializeOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure,
  path: '/',
  maxAge: sessionHours.absolute * 3600,
});
