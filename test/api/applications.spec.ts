import type { ApplicationDto } from '@luban/approvals';
import { StandingClock } from '@luban/platform';
import { ensureShippedPacks } from '@luban/rules';
import { testApp } from '../support/test-app.js';
import {
  country,
  draftWish,
  givenApplicant,
  givenAuthority,
  givenDocuments,
  givenWindow,
  wholeStatement,
  zhejiang,
} from '../support/world-approvals.js';
import { givenSignIn } from '../support/world.js';

const clock = new StandingClock(new Date('2026-11-22T08:00:00Z'));
const app = testApp({ worker: false, clock });
const tx = () => app.source.manager;

type Headers = Record<string, string>;
const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  who: Headers,
  payload?: object,
) => app.api.inject({ method, url: `/api/v1${url}`, headers: who, payload });
const at = (version: number): Headers => ({ 'if-match': `"${version}"` });
let host: Headers;
let stranger: Headers;
let acceptor: Headers;
let reviewer: Headers;
let bureau: Headers;

beforeAll(async () => {
  await ensureShippedPacks(app.source);
  const office = await givenAuthority(tx());
  const province = await givenAuthority(tx(), zhejiang);
  await givenWindow(tx(), clock.now());
  acceptor = await givenSignIn(tx(), office.acceptor);
  reviewer = await givenSignIn(tx(), office.reviewer);
  bureau = await givenSignIn(tx(), province.reviewer);
  host = await givenSignIn(tx(), (await givenApplicant(tx())).host);
  stranger = await givenSignIn(tx(), (await givenApplicant(tx(), 'association', '中国钢铁工业协会')).host);
});
beforeEach(() => clock.set(new Date('2026-11-22T08:00:00Z')));

const drafted = async (name = draftWish().name): Promise<ApplicationDto> =>
  (await send('POST', '/applications', host, draftWish({ name }))).json<ApplicationDto>();
const whole = async (name?: string): Promise<ApplicationDto> => {
  const { id, version } = await drafted(name);
  const saved = await send('PATCH', `/applications/${id}`, { ...host, ...at(version) }, wholeStatement());
  return saved.json<ApplicationDto>();
};
const ready = async (name?: string): Promise<ApplicationDto> => {
  const application = await whole(name);
  await givenDocuments(tx(), application, clock.now());
  return application;
};

describe('an application', () => {
  it('is nobody else’s while it is a draft, and the authority’s to see once it is submitted', async () => {
    const application = await ready();
    const path = `/applications/${application.id}`;
    for (const who of [stranger, acceptor, reviewer, bureau]) {
      expect((await send('GET', path, who)).statusCode).toBe(404);
    }
    const sent = await send('PUT', `${path}/submission`, { ...host, ...at(application.version) });
    expect(sent.statusCode).toBe(200);
    expect((await send('GET', path, acceptor)).json()).toMatchObject({
      state: 'submitted',
      roles: ['acceptor'],
    });
    expect((await send('GET', path, stranger)).statusCode).toBe(404);
    expect((await send('GET', path, bureau)).statusCode).toBe(404);
    const edit = await send('PATCH', path, { ...reviewer, ...at(1) }, { name: '改名' });
    expect(edit.statusCode).toBe(403);
  });

  it('asks for the version that was read', async () => {
    const { id, version } = await drafted();
    const path = `/applications/${id}`;
    expect((await send('PATCH', path, host, { edition: '第一届' })).statusCode).toBe(428);
    expect((await send('PATCH', path, { ...host, ...at(version) }, { edition: '第一届' })).statusCode).toBe(
      200,
    );
    const stale = await send('PATCH', path, { ...host, ...at(version) }, { edition: '第二届' });
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ code: 'platform.outdated', current: version + 1 });
  });

  it('is created once for one idempotency key', async () => {
    const key = { ...host, 'idempotency-key': 'one-draft' };
    const first = await send('POST', '/applications', key, draftWish({ name: '全国焊接职业技能竞赛' }));
    const again = await send('POST', '/applications', key, draftWish({ name: '全国焊接职业技能竞赛' }));
    expect(again.json<ApplicationDto>().id).toBe(first.json<ApplicationDto>().id);
  });

  it.each([
    ['a NUL', '全国\u0000竞赛', 'validation.text'],
    ['a control character', '全国\u0007竞赛', 'validation.plainText'],
    ['a turn of direction', '全国\u202E赛竞', 'validation.plainText'],
    ['a zero-width space', '全国\u200B竞赛', 'validation.plainText'],
    ['ten thousand characters', '赛'.repeat(10_000), 'validation.maxLength'],
    ['blanks only', '   ', 'validation.isNotEmpty'],
  ])('refuses a name with %s', async (_, name, code) => {
    const refused = await send('POST', '/applications', host, draftWish({ name }));
    expect(refused.statusCode).toBe(400);
    expect(refused.json<{ errors: unknown[] }>().errors).toContainEqual(
      expect.objectContaining({ path: 'name', code }),
    );
  });

  it('names every bad cell of its statement', async () => {
    const { id, version } = await drafted();
    const content = {
      funding: { totalYuan: -5, sources: [{ name: '自筹', amountYuan: 1.5 }] },
      contact: { email: 'not an address' },
      schedule: { preliminaryFrom: '2027-02-30' },
      unknown: true,
    };
    const refused = await send(
      'PATCH',
      `/applications/${id}`,
      { ...host, ...at(version) },
      {
        content,
        finalFrom: '2027-13-01',
      },
    );
    expect(refused.statusCode).toBe(400);
    const paths = refused.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'finalFrom',
        'content.unknown',
        'content.funding.totalYuan',
        'content.funding.sources.0.amountYuan',
        'content.contact.email',
        'content.schedule.preliminaryFrom',
      ]),
    );
  });

  it('is refused where no authority of that level and area receives it', async () => {
    const nobody = await send('POST', '/applications', host, {
      ...draftWish({ class: null }),
      level: 'provincial',
      divisionCode: '320000',
    });
    expect(nobody.statusCode).toBe(409);
    expect(nobody.json()).toMatchObject({ code: 'approvals.no-authority' });
    const unfit = await send('POST', '/applications', host, { ...draftWish(), divisionCode: '330000' });
    expect(unfit.json()).toMatchObject({ errors: [{ path: 'divisionCode', code: 'approvals.area-unfit' }] });
    const local = await send('POST', '/applications', host, draftWish({ ...zhejiang, class: null }));
    expect(local.json()).toMatchObject({ policy: null, findings: [], window: null });
  });

  it('is withdrawn with a reason, discarded only as a draft, and copied without what belongs to its year', async () => {
    const application = await ready('全国改期试验技能竞赛');
    const path = `/applications/${application.id}`;
    const sent = await send('PUT', `${path}/submission`, { ...host, ...at(application.version) });
    const { version } = sent.json<ApplicationDto>();
    expect((await send('DELETE', path, { ...host, ...at(version) })).statusCode).toBe(409);
    expect(
      (await send('PUT', `${path}/withdrawal`, { ...host, ...at(version) }, { reason: ' ' })).statusCode,
    ).toBe(400);
    const withdrawn = await send(
      'PUT',
      `${path}/withdrawal`,
      { ...host, ...at(version) },
      { reason: '改期' },
    );
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', actions: [] });
    expect(withdrawn.json<ApplicationDto>().steps.at(-1)).toMatchObject({
      action: 'withdraw',
      reason: '改期',
    });
    const copy = await send('POST', `${path}/copies`, host, { planYear: 2028, edition: '第十一届' });
    expect(copy.json()).toMatchObject({
      state: 'draft',
      planYear: 2028,
      edition: '第十一届',
      finalFrom: null,
      documents: [],
      occupations: [{ name: '装配钳工' }],
    });
    expect(copy.json<ApplicationDto>().content).not.toHaveProperty('funding');
    const { id, version: fresh } = copy.json<ApplicationDto>();
    expect((await send('DELETE', `/applications/${id}`, { ...host, ...at(fresh) })).statusCode).toBe(204);
    expect((await send('GET', `/applications/${id}`, host)).statusCode).toBe(404);
  });
});

describe('the window', () => {
  const path = '/application-windows/nationalIndustry/000000/2035';
  const times = { opensAt: '2026-11-01T09:00:00+08:00', closesAt: '2026-12-03T17:00:00+08:00' };

  it('is opened, changed and closed by the reviewers of its own level and area, and seen by all', async () => {
    expect((await send('PUT', path, bureau, times)).statusCode).toBe(404);
    expect((await send('PUT', path, acceptor, times)).statusCode).toBe(403);
    const opened = await send('PUT', path, reviewer, times);
    expect(opened.json()).toMatchObject({ state: 'open', mine: true, version: 1 });
    expect((await send('PUT', path, reviewer, times)).statusCode).toBe(412);
    const listed = await send('GET', '/application-windows?planYear=2035', host);
    expect(listed.json()).toMatchObject({
      items: [{ ...country, closesAt: '2026-12-03T09:00:00.000Z', mine: false }],
      serverTime: clock.now().toISOString(),
    });
    const closed = await send('PUT', `${path}/closure`, { ...reviewer, ...at(1) }, { reason: '名额已满' });
    expect(closed.json()).toMatchObject({ state: 'closed', closesAt: clock.now().toISOString() });
    const silent = await send('PUT', path, { ...reviewer, ...at(2) }, times);
    expect(silent.json()).toMatchObject({ status: 400, errors: [{ path: 'reason' }] });
    const reopened = await send('PUT', path, { ...reviewer, ...at(2) }, { ...times, reason: '补充申报' });
    expect(reopened.json()).toMatchObject({ state: 'open', version: 3 });
    const audit = await app.source.query<{ verb: string; reason: string | null }[]>(
      `SELECT verb, reason FROM audit_entry WHERE subject_type = 'window' ORDER BY at, id`,
    );
    expect(audit.map(({ verb }) => verb)).toEqual(['window.opened', 'window.closed', 'window.changed']);
  });

  it('names its bad times', async () => {
    const bad = await send('PUT', path.replace('2035', '2036'), reviewer, {
      opensAt: '2026-12-01',
      closesAt: '2026-11-01',
    });
    expect(bad.json<{ errors: { path: string }[] }>().errors.map(({ path: field }) => field)).toEqual([
      'opensAt',
      'closesAt',
      'closesAt',
    ]);
  });
});
