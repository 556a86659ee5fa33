import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { testApp } from '../support/test-app.js';

const app = testApp({ worker: false });

const get = (url: string, headers: Record<string, string> = {}) =>
  app.api.inject({ method: 'GET', url, headers });

describe('health', () => {
  it('is 200 once the database and the live channel are there', async () => {
    const answer = await get('/api/health');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'ready', database: true, live: true });
  });

  it('does not stand under the versioned prefix', async () => {
    expect((await get('/api/v1/health')).statusCode).toBe(404);
  });
});

describe('refusals', () => {
  it('answers an unknown address of the API with a problem document in both languages', async () => {
    const answer = await get('/api/v1/nothing-here');
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 404,
      code: 'platform.no-such-route',
      message: { zh: '没有这个接口地址。', en: 'There is no such address in this API.' },
    });
  });

  it('speaks the language that is asked for', async () => {
    const chinese = await get('/api/v1/x', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    const english = await get('/api/v1/x', { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' });
    expect(chinese.json<{ detail: string }>().detail).toBe('没有这个接口地址。');
    expect(english.json<{ detail: string }>().detail).toBe('There is no such address in this API.');
  });

  it('answers unreadable JSON with 400, too much of it with 413, and an unknown kind of content with 415', async () => {
    const send = (payload: string, type = 'application/json') =>
      app.api.inject({ method: 'POST', url: '/api/v1/session', headers: { 'content-type': type }, payload });
    expect((await send('{"login":')).json()).toMatchObject({ status: 400, code: 'platform.not-readable' });
    expect((await send(`"${'x'.repeat(5_000_000)}"`)).json()).toMatchObject({
      status: 413,
      code: 'platform.too-large',
    });
    expect((await send('<login/>', 'text/xml')).json()).toMatchObject({
      status: 415,
      code: 'platform.media-type',
    });
  });

  it('refuses who is not signed in with 401', async () => {
    expect((await get('/api/v1/jobs/0190a000-0000-7000-8000-000000000000')).statusCode).toBe(401);
  });
});

describe('the web app', () => {
  beforeAll(() => {
    const folder = join(app.config.dataDir, 'web');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>鲁班</title>');
    writeFileSync(join(folder, 'assets', 'main-4f2a.js'), 'start()');
    writeFileSync(join(app.config.dataDir, 'secret.txt'), 'not for the web');
  });

  it('stands at / and at every address of a page', async () => {
    for (const url of ['/', '/events/1/skills', '/sign-in?next=%2Fevents']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('鲁班');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('lets hashed files be kept for ever', async () => {
    const answer = await get('/assets/main-4f2a.js');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.body).toBe('start()');
  });

  it('answers a file that is not there with 404, not with a page', async () => {
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/%00',
  ])('gives nothing from outside its folder: %s', async (url) => {
    expect((await get(url)).body).not.toContain('not for the web');
  });

  it('allows nothing from elsewhere, and asks for HTTPS only where it is served', async () => {
    const { headers } = await get('/');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
