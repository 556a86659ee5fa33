import { type FilingDto } from '@luban/approvals';
import { loadShippedCatalogues } from '@luban/catalogue';
import { Authority, Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import { readWorkbook, textOf } from '@luban/workbooks';
import { testApp } from '../support/test-app.js';
import { givenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });

type Cookie = Record<string, string>;
let works: Cookie;
let bureau: Cookie;
beforeAll(async () => {
  const tx = app.source.manager;
  await loadShippedCatalogues(app.source);
  const organisation = async (name: string, kind: Organisation['kind'], divisionCode: string) => {
    const id = newId();
    await tx.insert(Organisation, { id, name, kind, divisionCode });
    return id;
  };
  const enterprise = await organisation('西湖精密机械有限公司', 'enterprise', '330106');
  const city = await organisation('杭州市人社局', 'bureau', '330100');
  await tx.insert(Authority, {
    id: newId(),
    organisationId: city,
    level: 'municipal',
    divisionCode: '330100',
  });
  works = await givenSignIn(tx, await givenActor(tx, { role: 'host', organisationId: enterprise }));
  bureau = await givenSignIn(tx, await givenActor(tx, { role: 'reviewer', organisationId: city }));
});

const contest = {
  name: '焊工技能竞赛',
  occupations: [{ edition: '2022', code: '6-18-02-04', name: '焊工' }],
  startsOn: '2026-05-10',
  endsOn: '2026-05-12',
  place: '一号厂房',
  competitors: 120,
  contact: '何平 0571-88880000',
};
const call = (
  who: Cookie,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
  headers: Cookie = {},
) =>
  app.api.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...who, ...headers },
    ...(payload ? { payload } : {}),
  });
const file = (over: object = {}, headers: Cookie = {}) =>
  call(works, 'POST', '/filings', { ...contest, ...over }, headers);

it('is filed, listed, exported, withdrawn and made an event over HTTP', async () => {
  const filers = (await call(works, 'GET', '/filings/filers')).json();
  expect(filers.items).toMatchObject([
    {
      level: 'enterprise',
      areas: [
        { divisionCode: '330106', authorityName: '杭州市人社局' },
        { divisionCode: '330100', authorityName: '杭州市人社局' },
        { divisionCode: '330000', authorityName: null },
      ],
    },
  ]);
  const filed = await file();
  expect([filed.statusCode, filed.headers.etag]).toEqual([201, '"1"']);
  const { id, number }: FilingDto = filed.json();
  expect(number).toBe('备330106-2026-0001');
  const list = (await call(bureau, 'GET', '/filings?planYear=2026&level=enterprise&q=焊工')).json();
  expect(list).toMatchObject({ items: [{ number, authorityName: '杭州市人社局', actions: [] }], next: null });
  const workbook = await call(bureau, 'GET', '/filings/workbook?planYear=2026');
  expect(workbook.headers['content-type']).toMatch(/spreadsheetml/);
  const { sheets } = await readWorkbook(workbook.rawPayload);
  expect(sheets[0]?.rows.flatMap((row) => [...row.cells.values()].map(textOf))).toContain(number);
  const { eventId, version }: FilingDto = (await call(works, 'PUT', `/filings/${id}/event`)).json();
  expect((await call(works, 'GET', `/events/${eventId}`)).json()).toMatchObject({
    level: 'enterprise',
    class: null,
  });
  const reason = { reason: '改期' };
  expect((await call(works, 'PUT', `/filings/${id}/withdrawal`, reason)).statusCode).toBe(428);
  const stale = await call(works, 'PUT', `/filings/${id}/withdrawal`, reason, { 'if-match': '"1"' });
  expect(stale.statusCode).toBe(412);
  const gone = await call(works, 'PUT', `/filings/${id}/withdrawal`, reason, { 'if-match': `"${version}"` });
  expect(gone.json()).toMatchObject({ withdrawalReason: '改期', actions: [] });
});

it('answers a repeated request with the filing it made', async () => {
  const key = { 'idempotency-key': newId() };
  const [first, second] = [await file({ name: '车工竞赛' }, key), await file({ name: '车工竞赛' }, key)];
  expect(second.json()).toEqual(first.json());
});

it.each([
  ['name', { name: ' ' }],
  ['name', { name: '焊工\u202Efdp.exe' }],
  ['name', { name: '长'.repeat(101) }],
  ['occupations', { occupations: [] }],
  ['occupations.0.code', { occupations: [{ code: 'x', name: '焊工' }] }],
  ['occupations.0.code', { occupations: [{ edition: '2022', code: '9-99-99-99', name: '焊工' }] }],
  ['occupations.0.code', { occupations: [{ code: '9-99-99-99', name: '焊工' }] }],
  ['occupations.0.code', { occupations: [{ edition: '2022', code: '6-18-02', name: '焊工' }] }],
  ['occupations.1.name', { occupations: [...contest.occupations, { code: '6-18-01-01', name: '焊工' }] }],
  ['occupations.1', { occupations: [...contest.occupations, { code: '6-18-02-04', name: ' 焊 工 ' }] }],
  ['occupations.1', { occupations: [{ name: '机器人装调' }, { name: '机器人装调' }] }],
  ['occupations.0.name', { occupations: [{ name: '焊' }] }],
  ['name', { name: 'A' }],
  ['name', { name: '赛 ！' }],
  ['startsOn', { startsOn: '2026-02-30' }],
  ['endsOn', { endsOn: '2026-05-09' }],
  ['competitors', { competitors: 0 }],
  ['competitors', { competitors: 1.5 }],
  ['contact', { contact: '' }],
  ['divisionCode', { divisionCode: '440100' }],
  ['divisionCode', { divisionCode: '000000' }],
  ['number', { number: '备330106-2026-9999' }],
])('refuses a %s that does not fit and names it', async (path, over) => {
  const answer = await file(over);
  expect([answer.statusCode, answer.json().errors?.[0]?.path]).toEqual([400, path]);
});

it('lets an authority look and not act', async () => {
  const { id }: FilingDto = (await file({ name: '钳工竞赛' })).json();
  expect((await call(bureau, 'POST', '/filings', contest)).statusCode).toBe(403);
  const withdrawal = await call(
    bureau,
    'PUT',
    `/filings/${id}/withdrawal`,
    { reason: '误' },
    { 'if-match': '"1"' },
  );
  expect(withdrawal.statusCode).toBe(403);
  expect((await call({}, 'GET', `/filings/${id}`)).statusCode).toBe(401);
});

it('keeps the name of the classification, and the current edition where none is named', async () => {
  const occupations = [{ code: '6-18-02-04', name: '焊 工' }, { name: '机器人装调' }];
  const filed = await file({ name: '名称竞赛', occupations });
  expect(filed.json<FilingDto>().occupations).toEqual([
    { edition: '2022', code: '6-18-02-04', name: '焊工' },
    { edition: null, code: null, name: '机器人装调' },
  ]);
});

it('says in the checks of the event that its filing has been withdrawn, and leaves it out of the count', async () => {
  const { id }: FilingDto = (
    await file({ name: '撤回竞赛', startsOn: '2029-05-10', endsOn: '2029-05-10' })
  ).json();
  await file({ name: '不撤回竞赛', startsOn: '2029-05-10', endsOn: '2029-05-10' });
  const { eventId, version, number }: FilingDto = (await call(works, 'PUT', `/filings/${id}/event`)).json();
  interface Found {
    code: string;
    severity: string;
    href: string | null;
  }
  const findings = async () =>
    (await call(works, 'GET', `/events/${eventId}/stage`))
      .json<{ next: { findings: Found[] }[] }>()
      .next.flatMap((way) => way.findings)
      .filter(({ code }) => code.startsWith('approvals.filing'));
  expect(await findings()).toMatchObject([{ code: 'approvals.filing-of-event-stands', severity: 'passed' }]);
  const reason = { reason: '不办了' };
  await call(works, 'PUT', `/filings/${id}/withdrawal`, reason, { 'if-match': `"${version}"` });
  expect(await findings()).toMatchObject([
    { code: 'approvals.filing-of-event-withdrawn', severity: 'warning', href: `/filings/${id}` },
  ]);
  const { rawPayload } = await call(bureau, 'GET', '/filings/workbook?planYear=2029');
  const cells = (await readWorkbook(rawPayload)).sheets.flatMap(({ rows }) =>
    rows.flatMap((row) => [...row.cells.values()].map(textOf)),
  );
  expect(cells).toContain(number);
  expect(cells.some((cell) => cell.startsWith('共 1 项，另有已撤回 1 项'))).toBe(true);
});
