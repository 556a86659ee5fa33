import { asProblem, offlineProblem, problemFrom, Problem } from '../../apps/web/src/api/problem.js';

const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers });

describe('a refusal of the server', () => {
  it('keeps its code, its words in both languages and its faults by field', async () => {
    const problem = await problemFrom(
      refusal(400, {
        code: 'platform.invalid',
        message: { zh: '请检查填写的内容', en: 'Please check what you entered' },
        errors: [
          { path: 'birthDate', code: 'validation.isDate', message: { zh: '不是日期', en: 'not a date' } },
          { path: 'birthDate', code: 'second', message: { zh: '第二个', en: 'second' } },
          { path: 'name', code: 'validation.isNotEmpty', message: { zh: '请填写', en: 'is missing' } },
        ],
      }),
    );
    expect(problem).toMatchObject({
      code: 'platform.invalid',
      status: 400,
      said: { zh: '请检查填写的内容' },
    });
    expect(problem.faultsByPath.get('birthDate')).toEqual({ zh: '不是日期', en: 'not a date' });
    expect([...problem.faultsByPath.keys()]).toEqual(['birthDate', 'name']);
  });

  it('carries what the screen needs to go on', async () => {
    const findings = [{ code: 'judging.no-scheme', severity: 'blocking' }];
    const problem = await problemFrom(
      refusal(409, { code: 'events.preflight', message: { zh: '尚缺', en: 'missing' }, findings }),
    );
    expect(problem.extra.findings).toEqual(findings);
  });

  it('tells how long to wait, in seconds or until a date', async () => {
    expect((await problemFrom(refusal(429, {}, { 'Retry-After': '23' }))).retryAfterSeconds).toBe(23);
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const { retryAfterSeconds } = await problemFrom(refusal(503, {}, { 'Retry-After': inAMinute }));
    expect(retryAfterSeconds).toBeGreaterThan(55);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
    expect((await problemFrom(refusal(429, {}))).retryAfterSeconds).toBeNull();
  });

  it('is told in plain words when a proxy answers with a page of its own', async () => {
    const problem = await problemFrom(refusal(502, '<html>Bad gateway</html>'));
    expect(problem.code).toBe('http.502');
    expect(problem.said.zh).toContain('服务器');
    expect(problem.said.en).toContain('server');
  });

  it('knows stale, signed out, missing and off-line apart', async () => {
    const kinds = async (status: number) => {
      const { isStale, isSignedOut, isNotFound, isOffline } = await problemFrom(refusal(status, {}));
      return { isStale, isSignedOut, isNotFound, isOffline };
    };
    const none = { isStale: false, isSignedOut: false, isNotFound: false, isOffline: false };
    expect(await kinds(412)).toEqual({ ...none, isStale: true });
    expect(await kinds(401)).toEqual({ ...none, isSignedOut: true });
    expect(await kinds(404)).toEqual({ ...none, isNotFound: true });
    expect(offlineProblem().isOffline).toBe(true);
  });
});

describe('anything thrown', () => {
  it('is shown as a problem, a problem as itself', () => {
    const problem = offlineProblem();
    expect(asProblem(problem)).toBe(problem);
    expect(asProblem(new TypeError('x'))).toBeInstanceOf(Problem);
    expect(asProblem(new TypeError('x')).isOffline).toBe(false);
  });
});
