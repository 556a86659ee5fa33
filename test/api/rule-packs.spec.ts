import type { BackTestDto } from '@luban/approvals';
import { loadHistoricContests } from '@luban/approvals';
import { StandingClock } from '@luban/platform';
import {
  ensureShippedPacks,
  type PackDifferenceListDto,
  type RulePackDto,
  type RulePackListDto,
} from '@luban/rules';
import { testApp } from '../support/test-app.js';
import { country, givenApplicant, givenAuthority } from '../support/world-approvals.js';
import { givenSignIn } from '../support/world.js';

const clock = new StandingClock(new Date('2026-11-22T01:00:00Z'));
const app = testApp({ worker: false, clock });

type Headers = Record<string, string>;

async function send<T = { code: string; errors?: { path: string }[] }>(
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Headers | undefined,
  payload?: object,
  more: Headers = {},
): Promise<{ status: number; body: T }> {
  const answer = await app.api.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...who, ...more },
    payload,
  });
  return { status: answer.statusCode, body: answer.body ? answer.json<T>() : (undefined as T) };
}
const at = (version: number): Headers => ({ 'If-Match': `"${version}"` });

describe('rule packs over HTTP', () => {
  let reviewer: Headers;
  let acceptor: Headers;
  let host: Headers;
  let national: string;
  let n = 0;
  const draft = async () => {
    const wish = { basedOnId: national, code: `class-status-2027-${++n}`, titleZh: '新规则', year: 2027 };
    return (await send<RulePackDto>('POST', '/rule-packs', reviewer, wish)).body;
  };

  beforeAll(async () => {
    await ensureShippedPacks(app.source);
    await loadHistoricContests(app.source);
    const tx = app.source.manager;
    const authority = await givenAuthority(tx, country);
    reviewer = await givenSignIn(tx, authority.reviewer);
    acceptor = await givenSignIn(tx, authority.acceptor);
    host = await givenSignIn(tx, (await givenApplicant(tx)).host);
    const { body } = await send<RulePackListDto>('GET', '/rule-packs?level=nationalIndustry', host);
    national = body.items.find(({ code }) => code === 'class-status-2020')?.id ?? '';
  });

  it('are read by whoever is signed in, and edited by reviewers only', async () => {
    expect((await send<RulePackDto>('GET', `/rule-packs/${national}`, host)).body.content.rules).toHaveLength(
      12,
    );
    expect((await send('GET', '/rule-packs', undefined)).status).toBe(401);
    for (const who of [host, acceptor])
      expect((await send('POST', '/rule-packs', who, { basedOnId: national, code: 'mine' })).status).toBe(
        403,
      );
    const { id } = await draft();
    expect(await send('GET', `/rule-packs/${id}`, host)).toMatchObject({
      status: 404,
      body: { code: 'rules.pack-not-found' },
    });
    expect((await send('GET', '/rule-packs/nothing', host)).status).toBe(404);
  });

  it('want the version that an edit is based on', async () => {
    const { id } = await draft();
    const title = { zh: '改名', en: 'renamed' };
    expect((await send('PATCH', `/rule-packs/${id}`, reviewer, { title })).status).toBe(428);
    expect((await send('PATCH', `/rule-packs/${id}`, reviewer, { title }, at(1))).status).toBe(200);
    expect((await send('PATCH', `/rule-packs/${id}`, reviewer, { title }, at(1))).status).toBe(412);
  });

  it('name every fault of a draft at its place', async () => {
    const { id, content } = await draft();
    const rules = content.rules.map((rule) => ({ ...rule, severity: 'blocking' }));
    const { status, body } = await send(
      'PATCH',
      `/rule-packs/${id}`,
      reviewer,
      { rules, expression: 1 },
      at(1),
    );
    expect([status, body.errors?.map(({ path }) => path)]).toEqual([400, ['expression']]);
    const answer = await send('PATCH', `/rule-packs/${id}`, reviewer, { rules }, at(1));
    expect(answer).toMatchObject({ status: 400, body: { code: 'rules.pack-faults' } });
    expect(answer.body.errors?.map(({ path }) => path)).toEqual([
      'rules.2.severity',
      'rules.7.severity',
      'rules.10.severity',
    ]);
  });

  it('go from draft to force, are compared, and are then never edited: 409 with a stable code', async () => {
    const { id, content } = await draft();
    const rules = content.rules.filter((rule) => rule.id !== 'name-word');
    await send('PATCH', `/rule-packs/${id}`, reviewer, { rules }, at(1));
    const { body } = await send<PackDifferenceListDto>('GET', `/rule-packs/${id}/difference`, reviewer);
    expect(body.items.map(({ id, change }) => [id, change])).toContainEqual(['name-word', 'removed']);
    const force = `/rule-packs/${id}/force`;
    const wish = { inForceFrom: '2026-11-21', reason: '人社部函〔2026〕1号' };
    expect((await send('PUT', force, reviewer, wish)).status).toBe(428);
    expect(await send('PUT', force, reviewer, wish, at(2))).toMatchObject({
      status: 400,
      body: { code: 'rules.date-in-the-past', errors: [{ path: 'inForceFrom' }] },
    });
    const later = { ...wish, inForceFrom: '2027-03-01' };
    expect((await send<RulePackDto>('PUT', force, reviewer, later, at(2))).body.state).toBe('scheduled');
    expect(await send('PATCH', `/rule-packs/${id}`, reviewer, { year: 2028 }, at(2))).toMatchObject({
      status: 409,
      body: { code: 'rules.pack-in-force' },
    });
    const second = await draft();
    expect(await send('PUT', `/rule-packs/${second.id}/force`, reviewer, later, at(1))).toMatchObject({
      status: 409,
      body: { code: 'rules.date-taken' },
    });
    expect((await send('DELETE', force, reviewer)).status).toBe(400);
    expect((await send<RulePackDto>('DELETE', `${force}?reason=x`, reviewer)).body.state).toBe('draft');
    expect(await send('DELETE', `/rule-packs/${national}/force?reason=x`, reviewer)).toMatchObject({
      status: 409,
      body: { code: 'rules.already-begun' },
    });
  });

  it('are replayed over the public records, drafts too', async () => {
    const { id, content } = await draft();
    const flips = async () =>
      (await send<BackTestDto>('GET', `/rule-packs/${id}/back-test?over=records`, reviewer)).body.counts
        .flips;
    expect(await flips()).toBe(2);
    const rules = content.rules.map((rule) =>
      rule.check === 'occupationsAtMost' ? { ...rule, parameters: { ...rule.parameters, most: 50 } } : rule,
    );
    await send('PATCH', `/rule-packs/${id}`, reviewer, { rules }, at(1));
    expect(await flips()).toBe(0);
  });

  it('refuse a code that is taken, and questions that are none', async () => {
    const wish = { basedOnId: national, code: 'class-status-2020' };
    expect(await send('POST', '/rule-packs', reviewer, wish)).toMatchObject({
      status: 409,
      body: { code: 'rules.code-taken' },
    });
    expect((await send('GET', `/rule-packs/${national}/back-test?over=dreams`, reviewer)).status).toBe(400);
    expect((await send('GET', `/rule-packs/${national}/trial?applicationId=7`, reviewer)).status).toBe(400);
  });
});
