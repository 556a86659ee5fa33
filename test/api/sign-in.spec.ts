import { StandingClock } from '@luban/platform';
import { DataSource } from 'typeorm';
import { testApp } from '../support/test-app.js';
import { givenAccount, givenActor, givenSignIn } from '../support/world.js';

const clock = new StandingClock(new Date('2026-09-22T00:00:00Z'));
const app = testApp({ worker: false, clock });

const password = 'seven green apples';

type Headers = Record<string, string>;
const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  headers: Headers = {},
  payload?: object,
) => app.api.inject({ method, url: `/api/v1${url}`, headers, payload });

const signIn = (login: string, given = password, headers: Headers = {}, remoteAddress = '10.0.0.5') =>
  app.api.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { login, password: given },
    headers,
    remoteAddress,
  });

/** The cookie that an answer sets, as a request sends it. */
function cookieOf(answer: { headers: { [name: string]: unknown } }): { cookie: string } {
  return { cookie: String(answer.headers['set-cookie']).split(';')[0] ?? '' };
}

describe('signing in', () => {
  beforeAll(async () => {
    await givenAccount(app.source.manager, { login: 'zhang.wei', name: '张伟', password });
  });

  it('answers who it is, and sets a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await signIn('zhang.wei');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      account: { login: 'zhang.wei', displayName: '张伟', locale: 'zh', organisation: null },
      roles: [],
      mustChangePassword: false,
      by: 'session',
    });
    expect(answer.headers['set-cookie']).toMatch(/^luban_session=[\w-]{43};/);
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax/);
    expect(answer.headers['set-cookie']).not.toMatch(/Secure/);
    expect(answer.body).not.toMatch(/argon2|passwordHash/);
  });

  it('knows a login however it was typed', async () => {
    expect((await signIn(' ＺHANG.Wei ')).statusCode).toBe(200);
  });

  it('refuses a wrong password and an unknown login in the same words', async () => {
    const wrong = await signIn('zhang.wei', 'seven green pears');
    const unknown = await signIn('nobody.here');
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(wrong.json()).toEqual(unknown.json());
    expect(wrong.json()).toMatchObject({ code: 'identity.sign-in-failed' });
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('stores the secret of the cookie as a hash only', async () => {
    const { cookie } = cookieOf(await signIn('zhang.wei'));
    const rows = await app.source.query(`SELECT token_hash FROM sign_in_session`);
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1]);
  });

  it('refuses a sign-in sent from another site', async () => {
    const answer = await signIn('zhang.wei', password, {
      origin: 'http://evil.example',
      host: '192.168.1.20:3000',
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'identity.cross-site' });
  });

  it('does not sign in a disabled account', async () => {
    const left = await givenAccount(app.source.manager, { login: 'has.left', password });
    await app.source.query(`UPDATE account SET disabled_at = now() WHERE id = $1`, [left.id]);
    expect((await signIn('has.left')).json()).toMatchObject({ status: 401, code: 'identity.sign-in-failed' });
  });
});

describe('slowing down', () => {
  beforeAll(async () => {
    await givenAccount(app.source.manager, { login: 'slow.one', password });
  });

  it('makes the place of repeated failures wait, longer each time, and nobody else', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn('slow.one', 'wrong wrong wrong')).statusCode).toBe(401);
    const refused = await signIn('slow.one');
    expect(refused.statusCode).toBe(429);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ code: 'identity.slow-down', params: { retryAfterSeconds: 1 } });

    expect((await signIn('slow.one', password, {}, '10.0.0.6')).statusCode).toBe(200);
    expect((await signIn('zhang.wei')).statusCode).toBe(200);

    clock.pass(1000);
    expect((await signIn('slow.one', 'wrong wrong wrong')).statusCode).toBe(401);
    expect((await signIn('slow.one')).headers['retry-after']).toBe('2');
    clock.pass(2000);
    expect((await signIn('slow.one', 'wrong wrong wrong')).statusCode).toBe(401);
    expect((await signIn('slow.one')).headers['retry-after']).toBe('4');
  });

  it('never waits longer than a minute, and forgets after an hour', async () => {
    for (let i = 0; i < 12; i++) {
      clock.pass(61_000);
      expect((await signIn('slow.one', 'wrong wrong wrong')).statusCode).toBe(401);
    }
    expect((await signIn('slow.one')).headers['retry-after']).toBe('60');
    clock.pass(3_600_001);
    expect((await signIn('slow.one', 'wrong wrong wrong')).statusCode).toBe(401);
    expect((await signIn('slow.one')).statusCode).toBe(200);
    const kept = await app.source.query(`SELECT 1 FROM sign_in_failure WHERE last_at < $1`, [clock.now()]);
    expect(kept).toHaveLength(0);
  });

  it('counts guesses sent all at once', async () => {
    await givenAccount(app.source.manager, { login: 'many.guesses', password });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn('many.guesses', `guess number ${i}`, {}, '10.0.0.9')),
    );
    const codes = answers.map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(5);
    expect(codes.filter((code) => code === 429)).toHaveLength(15);
  });
});

describe('a session', () => {
  const account = () => givenAccount(app.source.manager, { password, mustChangePassword: false });

  it('is needed everywhere but on public routes', async () => {
    expect((await send('GET', '/session')).json()).toMatchObject({
      status: 401,
      code: 'identity.not-signed-in',
    });
    expect((await send('GET', '/home', { cookie: 'luban_session=forged' })).statusCode).toBe(401);
  });

  it('ends at sign-out, at once', async () => {
    const { login } = await account();
    const headers = cookieOf(await signIn(login));
    expect((await send('GET', '/session', headers)).statusCode).toBe(200);
    const out = await send('DELETE', '/session', headers);
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^luban_session=;/);
    expect((await send('GET', '/session', headers)).statusCode).toBe(401);
  });

  it('is listed, ended one by one, and ended everywhere', async () => {
    const { login } = await account();
    const tablet = cookieOf(await signIn(login, password, { 'user-agent': 'Tablet' }));
    const phone = cookieOf(await signIn(login, password, { 'user-agent': 'Phone' }));
    const desk = cookieOf(await signIn(login, password, { 'user-agent': 'Desk' }));
    const { items } = (await send('GET', '/sessions', desk)).json<{
      items: { id: string; userAgent: string; current: boolean }[];
    }>();
    expect(items.filter((item) => item.current).map((item) => item.userAgent)).toEqual(['Desk']);
    expect(items.map((item) => item.userAgent).sort()).toEqual(['Desk', 'Phone', 'Tablet']);

    const tabletId = items.find((item) => item.userAgent === 'Tablet')?.id;
    expect((await send('DELETE', `/sessions/${tabletId}`, desk)).statusCode).toBe(204);
    expect((await send('GET', '/session', tablet)).statusCode).toBe(401);
    expect((await send('GET', '/session', phone)).statusCode).toBe(200);

    expect((await send('DELETE', '/sessions', desk)).statusCode).toBe(204);
    expect((await send('GET', '/session', phone)).statusCode).toBe(401);
    expect((await send('GET', '/session', desk)).statusCode).toBe(401);
  });

  it('cannot end somebody else’s', async () => {
    const mine = cookieOf(await signIn((await account()).login));
    const theirs = cookieOf(await signIn((await account()).login));
    const { items } = (await send('GET', '/sessions', theirs)).json<{ items: { id: string }[] }>();
    expect((await send('DELETE', `/sessions/${items[0]?.id}`, mine)).statusCode).toBe(404);
    expect((await send('GET', '/session', theirs)).statusCode).toBe(200);
  });

  it('ends after twelve hours without use, and after seven days of use', async () => {
    const headers = cookieOf(await signIn((await account()).login));
    clock.pass(11 * 3_600_000);
    expect((await send('GET', '/session', headers)).statusCode).toBe(200);
    clock.pass(11 * 3_600_000);
    expect((await send('GET', '/session', headers)).statusCode).toBe(200);
    clock.pass(12 * 3_600_000);
    expect((await send('GET', '/session', headers)).statusCode).toBe(401);

    const busy = cookieOf(await signIn((await account()).login));
    for (let hours = 0; hours < 7 * 24 - 10; hours += 10) {
      clock.pass(10 * 3_600_000);
      expect((await send('GET', '/session', busy)).statusCode).toBe(200);
    }
    clock.pass(10 * 3_600_000);
    expect((await send('GET', '/session', busy)).statusCode).toBe(401);
  });

  it('asks the database nothing on a request like the one before', async () => {
    const official = await givenActor(app.source.manager, { role: 'official' });
    const headers = await givenSignIn(app.source.manager, official);
    const query = jest.spyOn(app.api.get(DataSource), 'query');
    const asked = async () => {
      query.mockClear();
      // A route that needs nothing else: the id is none.
      expect((await send('DELETE', '/sessions/none', headers)).statusCode).toBe(404);
      return query.mock.calls.length;
    };
    expect(await asked()).toBeGreaterThan(0);
    expect(await asked()).toBe(0);
    query.mockRestore();
  });

  it('is not to be used from another site, over whatever network', async () => {
    const headers = { ...cookieOf(await signIn((await account()).login)), host: '192.168.1.20:3000' };
    const from = (more: Headers) => send('DELETE', '/sessions/not-there', { ...headers, ...more });
    expect((await from({ origin: 'http://192.168.1.20:3000' })).statusCode).toBe(404);
    expect((await from({})).statusCode).toBe(404);
    const elsewhere: Headers[] = [
      { origin: 'http://192.168.1.21:3000' },
      { origin: 'http://192.168.1.20:4000' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const refused of elsewhere) {
      expect((await from(refused)).json()).toMatchObject({ status: 403, code: 'identity.cross-site' });
    }
    expect((await send('GET', '/session', { ...headers, origin: 'http://evil.example' })).statusCode).toBe(
      200,
    );
  });
});

describe('a change of access', () => {
  it('takes effect in another process within five seconds', async () => {
    const judge = await givenActor(app.source.manager, { role: 'official' });
    const headers = await givenSignIn(app.source.manager, judge);
    const roles = async () =>
      (await send('GET', '/session', headers)).json<{ roles: unknown[] }>().roles.length;
    expect(await roles()).toBe(1);
    // Another process ends the role: its rows are there, this process was told nothing.
    await app.source.query(`UPDATE role_grant SET ended_at = now() WHERE account_id = $1`, [judge.accountId]);
    await app.source.query(`INSERT INTO access_change VALUES ($1, clock_timestamp())`, [judge.accountId]);
    const startedAt = performance.now();
    while ((await roles()) > 0) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(performance.now() - startedAt).toBeLessThan(5000);
  });
});

describe('the initial password', () => {
  it('shuts every other route until it is changed', async () => {
    const { login } = await givenAccount(app.source.manager, { password, mustChangePassword: true });
    const answer = await signIn(login);
    expect(answer.json()).toMatchObject({ mustChangePassword: true });
    const headers = cookieOf(answer);
    for (const url of ['/home', '/accounts', '/sessions', '/organisations', '/account/tokens']) {
      expect((await send('GET', url, headers)).json()).toMatchObject({
        status: 403,
        code: 'identity.password-change-required',
      });
    }
    expect((await send('GET', '/session', headers)).statusCode).toBe(200);
    const next = { current: password, next: 'nine yellow lemons' };
    expect((await send('PUT', '/account/password', headers, next)).statusCode).toBe(204);
    expect((await send('GET', '/home', headers)).statusCode).toBe(200);
  });
});

describe('changing the password', () => {
  it('says every rule that the new one breaks', async () => {
    const { login } = await givenAccount(app.source.manager, { login: 'li.na', password });
    const headers = cookieOf(await signIn(login));
    const codes = async (next: string, current = password) => {
      const answer = await send('PUT', '/account/password', headers, { current, next });
      const { errors } = answer.json<{ errors: { path: string; code: string }[] }>();
      return [answer.statusCode, ...errors.map((error) => `${error.path} ${error.code}`)];
    };
    expect(await codes('short')).toEqual([400, 'next identity.password-too-short']);
    expect(await codes('Password123')).toEqual([400, 'next identity.password-too-common']);
    expect(await codes('my name is li.na')).toEqual([400, 'next identity.password-holds-login']);
    expect(await codes('aaaaaaaaaaaa')).toEqual([400, 'next identity.password-too-simple']);
    expect(await codes(password)).toEqual([400, 'next identity.password-same']);
    expect(await codes('nine yellow lemons', 'not my password')).toEqual([
      400,
      'current identity.password-wrong',
    ]);
  });

  it('signs out the other browsers and keeps this one', async () => {
    const { login } = await givenAccount(app.source.manager, { password });
    const here = cookieOf(await signIn(login));
    const there = cookieOf(await signIn(login));
    const next = '我在上海学木工二十年';
    expect((await send('PUT', '/account/password', here, { current: password, next })).statusCode).toBe(204);
    expect((await send('GET', '/session', here)).statusCode).toBe(200);
    expect((await send('GET', '/session', there)).statusCode).toBe(401);
    expect((await signIn(login, next)).statusCode).toBe(200);
  });
});

describe('an API token', () => {
  it('is shown once, acts as its account, and stops when revoked', async () => {
    const { login } = await givenAccount(app.source.manager, { password });
    const browser = cookieOf(await signIn(login));
    const made = await send('POST', '/account/tokens', browser, { name: '导出脚本' });
    expect(made.statusCode).toBe(201);
    const { id, token } = made.json<{ id: string; token: string }>();
    const script = { authorization: `Bearer ${token}`, origin: 'http://elsewhere.example' };
    expect((await send('GET', '/session', script)).json()).toMatchObject({ account: { login }, by: 'token' });
    expect((await send('GET', '/account/tokens', browser)).body).not.toContain(token);

    expect((await send('POST', '/account/tokens', script, { name: 'more' })).json()).toMatchObject({
      status: 403,
      code: 'identity.needs-session',
    });
    const next = { current: password, next: 'nine yellow lemons' };
    expect((await send('PUT', '/account/password', script, next)).statusCode).toBe(403);

    expect((await send('DELETE', `/account/tokens/${id}`, browser)).statusCode).toBe(204);
    expect((await send('GET', '/session', script)).statusCode).toBe(401);
    expect((await send('DELETE', `/account/tokens/${id}`, browser)).statusCode).toBe(404);
  });

  it('expires, and lasts no longer than a year', async () => {
    const { login } = await givenAccount(app.source.manager, { password });
    const browser = cookieOf(await signIn(login));
    const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();
    const create = (expiresAt: string) => send('POST', '/account/tokens', browser, { name: 'x', expiresAt });
    expect((await create(inDays(400))).json()).toMatchObject({ status: 400, code: 'identity.token-expiry' });
    expect((await create(inDays(-1))).statusCode).toBe(400);
    const { token } = (await create(inDays(1))).json<{ token: string }>();
    const script = { authorization: `Bearer ${token}` };
    expect((await send('GET', '/session', script)).statusCode).toBe(200);
    clock.pass(86_400_001);
    expect((await send('GET', '/session', script)).statusCode).toBe(401);
  });

  it('is not a session’s cookie, nor the other way round', async () => {
    const { login } = await givenAccount(app.source.manager, { password });
    const { cookie } = cookieOf(await signIn(login));
    const secret = cookie.split('=')[1];
    expect((await send('GET', '/session', { authorization: `Bearer ${secret}` })).statusCode).toBe(401);
  });
});

describe('behind a proxy that speaks TLS', () => {
  const proxied = testApp({
    worker: false,
    env: { TRUST_PROXY: 'true', PUBLIC_URL: 'https://luban.example.org' },
  });
  const ask = (headers: Headers) =>
    proxied.api.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'zhang.wei', password },
      headers: {
        host: '127.0.0.1:3000',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '203.0.113.7',
        ...headers,
      },
    });

  it('gives a cookie that is never sent in the clear, and knows its public address', async () => {
    await givenAccount(proxied.source.manager, { login: 'zhang.wei', password });
    const answer = await ask({ origin: 'https://luban.example.org' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toMatch(/; Secure/);
    expect((await ask({ origin: 'https://other.example.org' })).statusCode).toBe(403);
  });

  it('slows down the address that the proxy names', async () => {
    const guess = (from: string) =>
      proxied.api.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { login: 'zhang.wei', password: 'wrong wrong wrong' },
        headers: { 'x-forwarded-for': from },
      });
    for (let i = 0; i < 5; i++) await guess('203.0.113.8');
    expect((await guess('203.0.113.8')).statusCode).toBe(429);
    expect((await guess('203.0.113.9')).statusCode).toBe(401);
  });
});
