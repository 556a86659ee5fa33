import {
  ClassApplication,
  type ObligationDto,
  type ObligationListDto,
  Obligation,
  subjectsOf,
} from '@luban/approvals';
import { dueReminders } from '@luban/notices';
import { StandingClock } from '@luban/platform';
import { givenApplicant, givenAuthority, givenWindow } from '../support/world-approvals.js';
import { givenGrantedContest, packOf2023 } from '../support/world-plans.js';
import { givenSignIn } from '../support/world.js';
import { pdfWith } from '../support/hostile-files.js';
import { testApp } from '../support/test-app.js';

const clock = new StandingClock(new Date('2026-06-20T02:00:00Z'));
const app = testApp({ clock, worker: false });

type Headers = Record<string, string>;
async function call<T>(
  method: 'GET' | 'PUT' | 'DELETE',
  path: string,
  headers: Headers,
  payload?: object | Buffer,
) {
  const reply = await app.api.inject({ method, url: `/api/v1${path}`, headers, payload });
  const isJson = reply.headers['content-type']?.toString().includes('json');
  return {
    status: reply.statusCode,
    body: (isJson ? reply.json() : {}) as T & { code?: string },
    bytes: reply.rawPayload,
  };
}

const report = pdfWith();
function form(name: string, bytes: Buffer): { payload: Buffer; headers: Headers } {
  const line = 'x-boundary-of-the-test';
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${line}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
  };
}

let yearNow = 2026;
/** A contest in the published plan of a year of its own, with its duties. The summary is due 30 days after 13 June 2026. */
async function world() {
  const tx = app.source.manager;
  const authority = await givenAuthority(tx);
  const applicant = await givenApplicant(tx);
  const [reviewer, host] = [await givenSignIn(tx, authority.reviewer), await givenSignIn(tx, applicant.host)];
  const pack = packOf2023();
  const duties = pack.duties.map((duty) => (duty.kind === 'summary' ? { ...duty, dueDays: 30 } : duty));
  // Windows for the year after it are of no other world.
  const planYear = yearNow;
  yearNow += 3;
  const contest = await givenGrantedContest(tx, {
    lead: applicant.organisation,
    planYear,
    finalFrom: '2026-06-10',
    finalTo: '2026-06-13',
    policy: { ...pack, duties },
    occupations: [
      { name: '装配钳工', code: '6-20-01-01' },
      { name: '焊工', code: '6-18-02-04' },
    ],
  });
  const plan = `/plans/nationalIndustry/000000/${planYear}/versions`;
  const send = (
    method: 'POST' | 'PATCH' | 'PUT',
    url: string,
    version: number,
    payload?: object | Buffer,
    more: Headers = {},
  ) =>
    app.api.inject({
      method,
      url: `/api/v1${url}`,
      headers: { ...reviewer, 'if-match': `"${version}"`, ...more },
      payload,
    });
  await send('POST', plan, 0, { kind: 'plan' });
  const facts = { documentNumber: `人社部函〔2026〕${planYear}号`, signer: '王晓君', signedOn: '2026-01-20' };
  await send('PATCH', `${plan}/1`, 1, facts);
  const { payload, headers } = form('盖章.pdf', report);
  const attached = await send('PUT', `${plan}/1/scan`, 2, payload, headers);
  expect(attached.json()).toMatchObject({ version: 3 });
  const done = await send('PUT', `${plan}/1/publication`, 3);
  expect([done.statusCode, done.json<{ code?: string }>().code]).toEqual([200, undefined]);
  const list = (who: Headers, query = '') =>
    call<ObligationListDto>('GET', `/obligations?applicationId=${contest.id}${query}`, who);
  return { tx, contest, authority, applicant, reviewer, host, planYear, list };
}

const ofKind = ({ items }: ObligationListDto, kind: ObligationDto['kind']): ObligationDto => {
  const found = items.find((item) => item.kind === kind);
  if (!found) throw new Error(`nothing of kind ${kind} is owed`);
  return found;
};
const pathOf = ({ applicationId, id }: ObligationDto) => `/applications/${applicationId}/obligations/${id}`;

it('owes after publication what the rules name: a technical analysis for each occupation, each with its day', async () => {
  const { host, list } = await world();
  const { body } = await list(host);
  const analyses = body.items.filter(({ kind }) => kind === 'technicalAnalysis').map(({ title }) => title.zh);
  expect(analyses.sort()).toEqual([expect.stringContaining('焊工'), expect.stringContaining('装配钳工')]);
  expect(ofKind(body, 'summary')).toMatchObject({
    dueOn: '2026-07-13',
    state: 'open',
    overdue: false,
    maySubmit: true,
  });
  expect(ofKind(body, 'baseTable')).toMatchObject({
    dueOn: '2026-12-31',
    dueWithNext: true,
    dueExpected: true,
  });
});

it('goes from the host to the authority, back with a reason, and is then done', async () => {
  const { tx, host, reviewer, applicant, list } = await world();
  const summary = ofKind((await list(host)).body, 'summary');
  const early = await call('PUT', `${pathOf(summary)}/check`, reviewer);
  expect([early.status, early.body.code]).toEqual([409, 'approvals.obligation-not-handed-in']);
  const { payload, headers } = form('工作总结.pdf', report);
  const handed = await call<ObligationDto>(
    'PUT',
    `${pathOf(summary)}/report`,
    { ...host, ...headers },
    payload,
  );
  expect(handed.body).toMatchObject({ state: 'handedIn', fileName: '工作总结.pdf' });
  expect((await call('GET', `${pathOf(summary)}/report`, reviewer)).bytes).toEqual(report);
  expect((await list(reviewer, '&state=handedIn')).body.items).toMatchObject([{ mayCheck: true }]);
  const returned = await call<ObligationDto>('PUT', `${pathOf(summary)}/return`, reviewer, {
    reason: '缺技术分析部分',
  });
  expect(returned.body).toMatchObject({ state: 'returned', returnedReason: '缺技术分析部分' });
  const told: { code: string }[] = await tx.query(`SELECT code FROM notice WHERE account_id = $1`, [
    applicant.host.accountId,
  ]);
  expect(told.map(({ code }) => code)).toContain('approvals.notice-obligation-returned');
  await call('PUT', `${pathOf(summary)}/report`, { ...host, ...headers }, payload);
  expect((await call<ObligationDto>('PUT', `${pathOf(summary)}/check`, reviewer)).body.state).toBe('checked');
  const replaced = await call('PUT', `${pathOf(summary)}/report`, { ...host, ...headers }, payload);
  expect([replaced.status, replaced.body.code]).toEqual([409, 'approvals.obligation-checked']);
});

it('refuses a file whose content is not what its name says', async () => {
  const { host, list } = await world();
  const summary = ofKind((await list(host)).body, 'summary');
  for (const [name, bytes, code] of [
    ['总结.pdf', Buffer.from('MZ program'), 'approvals.document-mismatch'],
    ['总结.docx', report, 'approvals.document-mismatch'],
    ['../../etc/总结', report, 'approvals.document-type'],
  ] as const) {
    const { payload, headers } = form(name, bytes);
    const reply = await call('PUT', `${pathOf(summary)}/report`, { ...host, ...headers }, payload);
    expect([name, reply.status, reply.body.code]).toEqual([name, 400, code]);
  }
});

it('is nobody else’s: another host sees none of it, and a host checks nothing', async () => {
  const { tx, host, list } = await world();
  const summary = ofKind((await list(host)).body, 'summary');
  const other = await givenSignIn(tx, (await givenApplicant(tx)).host);
  expect((await list(other)).body.items).toEqual([]);
  expect((await call('GET', `${pathOf(summary)}/report`, other)).status).toBe(404);
  expect((await call('PUT', `${pathOf(summary)}/check`, host)).status).toBe(403);
  const bureau = await givenAuthority(tx, { level: 'provincial', divisionCode: '320000' });
  const elsewhere = await givenSignIn(tx, bureau.reviewer);
  expect((await call('PUT', `${pathOf(summary)}/check`, elsewhere)).status).toBe(404);
});

it('is unmet in the next application only once it was due', async () => {
  const { tx, planYear, host, list } = await world();
  const draft = async (year: number) => {
    const wish = {
      level: 'nationalIndustry',
      divisionCode: '000000',
      planYear: year,
      class: 'two',
      name: '全国焊接竞赛',
    };
    const reply = await app.api.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: host,
      payload: wish,
    });
    return reply.json<{ id: string }>().id;
  };
  const next = await draft(planYear + 1);
  const owed = async (day: string, id = next) =>
    (await subjectsOf(tx, [id], day)).get(id)?.unmetObligations ?? [];
  expect(await owed('2026-06-01')).toEqual([]);
  const afterFinal = (await owed('2026-06-14')).length;
  expect(afterFinal).toBeGreaterThan(0);
  expect(await owed('2026-07-14')).toHaveLength(afterFinal + 1);
  const summary = ofKind((await list(host)).body, 'summary');
  const { payload, headers } = form('总结.pdf', report);
  await call('PUT', `${pathOf(summary)}/report`, { ...host, ...headers }, payload);
  expect(await owed('2026-07-14')).toHaveLength(afterFinal);
  expect(await owed('2026-07-14', await draft(planYear))).toEqual([]);
});

it('is reminded of once before its day and once after, and stands in what waits for the host', async () => {
  const { tx, contest, host, applicant } = await world();
  const due = async (today: string) => {
    const wishes = (await Promise.all(dueReminders.map((reminder) => reminder(tx, today)))).flat();
    return wishes.filter(({ subjectId, code }) => subjectId === contest.id && code.includes('obligation'));
  };
  expect(await due('2026-07-01')).toEqual([]);
  const [before] = await due('2026-07-08');
  expect(before).toMatchObject({ code: 'approvals.notice-obligation-due', to: [applicant.host.accountId] });
  expect((await due('2026-07-10'))[0]?.dedupeKey).toBe(before?.dedupeKey);
  const [after] = await due('2026-07-20');
  expect(after?.code).toBe('approvals.notice-obligation-overdue');
  expect(after?.dedupeKey).not.toBe(before?.dedupeKey);
  const home = await call<{ items: { code: string; href: string }[] }>('GET', '/home', host);
  expect(home.body.items).toContainEqual(
    expect.objectContaining({
      code: 'approvals.obligations-due',
      href: `/obligations?applicationId=${contest.id}`,
    }),
  );
  await tx.update(Obligation, { applicationId: contest.id }, { metAt: clock.now() });
  expect(await due('2026-07-20')).toEqual([]);
});

it('is due on the day the window of the next plan year closes, as soon as that is known', async () => {
  const { reviewer, host, planYear, list } = await world();
  const base = async () => ofKind((await list(host)).body, 'baseTable');
  const window = `/application-windows/nationalIndustry/000000/${planYear + 1}`;
  const times = (closesAt: string) => ({ opensAt: '2026-06-15T09:00:00+08:00', closesAt });
  expect((await call('PUT', window, reviewer, times('2026-07-31T00:00:00+08:00'))).status).toBe(200);
  expect(await base()).toMatchObject({ dueOn: '2026-07-30', dueWithNext: true, dueExpected: false });
  const changed = times('2026-06-30T18:00:00+08:00');
  expect((await call('PUT', window, { ...reviewer, 'if-match': '"1"' }, changed)).status).toBe(200);
  expect(await base()).toMatchObject({ dueOn: '2026-06-30', overdue: false });
  const closed = await call('PUT', `${window}/closure`, { ...reviewer, 'if-match': '"2"' }, {});
  expect([closed.status, (await base()).dueOn]).toEqual([200, '2026-06-20']);
  clock.set(new Date('2026-06-21T02:00:00Z'));
  expect((await list(host, '&overdue=true')).body.items.map(({ kind }) => kind)).toContain('baseTable');
  clock.set(new Date('2026-06-20T02:00:00Z'));
});

it('takes the day of a window that was set before, and leaves that of a checked one', async () => {
  await givenWindow(app.source.manager, clock.now(), { planYear: yearNow + 1 });
  const { tx, contest, reviewer, planYear, host, list } = await world();
  expect(ofKind((await list(host)).body, 'baseTable')).toMatchObject({
    dueOn: '2026-07-20',
    dueExpected: false,
  });
  const kinds = { applicationId: contest.id, kind: 'baseTable' } as const;
  await tx.update(Obligation, kinds, { metAt: clock.now(), checkedAt: clock.now() });
  const times = { opensAt: '2026-06-15T09:00:00+08:00', closesAt: '2026-09-01T09:00:00+08:00' };
  const window = `/application-windows/nationalIndustry/000000/${planYear + 1}`;
  expect((await call('PUT', window, { ...reviewer, 'if-match': '"1"' }, times)).status).toBe(200);
  const { body } = await list(host);
  expect(ofKind(body, 'baseTable').dueOn).toBe('2026-07-20');
  expect(ofKind(body, 'nominations').dueOn).toBe('2026-09-01');
});

it('waits for a window that closes after the contest was held', async () => {
  const { tx, contest, reviewer, planYear, host, list } = await world();
  await tx.update(ClassApplication, { id: contest.id }, { heldYear: planYear + 1, finalTo: '2026-08-10' });
  const until = (year: number, closesAt: string) =>
    call('PUT', `/application-windows/nationalIndustry/000000/${year}`, reviewer, {
      ...{ opensAt: '2026-06-15T09:00:00+08:00', closesAt },
    });
  await until(planYear + 1, '2026-08-01T00:00:00+08:00');
  const base = async () => ofKind((await list(host)).body, 'baseTable');
  expect(await base()).toMatchObject({ dueOn: `${planYear + 1}-12-31`, dueExpected: true });
  await until(planYear + 2, '2026-08-11T00:00:00+08:00');
  expect(await base()).toMatchObject({ dueOn: '2026-08-10', dueExpected: false });
});

it('is decided once: of check and return at the same moment the second is refused', async () => {
  const { host, reviewer, list } = await world();
  const summary = ofKind((await list(host)).body, 'summary');
  const { payload, headers } = form('总结.pdf', report);
  await call('PUT', `${pathOf(summary)}/report`, { ...host, ...headers }, payload);
  const both = await Promise.all([
    call('PUT', `${pathOf(summary)}/check`, reviewer),
    call('PUT', `${pathOf(summary)}/return`, reviewer, { reason: '缺附件' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.code).toBe('approvals.obligation-decided');
});

it('is returned after a check only once that check was undone, with its reason', async () => {
  const { host, reviewer, list } = await world();
  const summary = ofKind((await list(host)).body, 'summary');
  const path = pathOf(summary);
  const { payload, headers } = form('总结.pdf', report);
  await call('PUT', `${path}/report`, { ...host, ...headers }, payload);
  const early = await call('DELETE', `${path}/check`, reviewer, { reason: '误点' });
  expect([early.status, early.body.code]).toEqual([409, 'approvals.obligation-not-checked']);
  const checked = await call<ObligationDto>('PUT', `${path}/check`, reviewer);
  expect(checked.body).toMatchObject({ state: 'checked', mayCheck: false, mayUndoCheck: true });
  const refused = await call('PUT', `${path}/return`, reviewer, { reason: '缺附件' });
  expect([refused.status, refused.body.code]).toEqual([409, 'approvals.obligation-decided']);
  expect((await call('DELETE', `${path}/check`, reviewer, { reason: ' ' })).status).toBe(400);
  expect((await call('DELETE', `${path}/check`, host, { reason: '误点' })).status).toBe(403);
  const undone = await call<ObligationDto>('DELETE', `${path}/check`, reviewer, { reason: '误点' });
  expect(undone.body).toMatchObject({ state: 'handedIn', mayCheck: true, mayUndoCheck: false });
  expect((await call('PUT', `${path}/return`, reviewer, { reason: '缺附件' })).status).toBe(200);
});
