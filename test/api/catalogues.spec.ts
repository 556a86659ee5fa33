import { Authority, Organisation } from '@luban/identity';
import { loadShippedCatalogues } from '@luban/catalogue';
import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });
let ministry: { cookie: string };
let bureau: { cookie: string };
let host: { cookie: string };

async function get<T>(url: string, headers = host): Promise<{ status: number; body: T }> {
  const reply = await app.api.inject({ method: 'GET', url: `/api/v1/catalogue${url}`, headers });
  return { status: reply.statusCode, body: reply.json() as T };
}

/** A multipart form with a file and its other fields. */
function formOf(fileName: string, content: string, fields: Record<string, string>) {
  const boundary = 'luban-boundary';
  const part = (head: string, body: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;
  const payload = [
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n`,
    `--${boundary}--\r\n`,
  ].join('');
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

async function upload(who: { cookie: string }, content: string, fields: Record<string, string>) {
  const { payload, headers } = formOf('目录.csv', content, fields);
  const reply = await app.api.inject({
    ...{ method: 'POST', url: '/api/v1/catalogue/imports', payload },
    headers: { ...headers, ...who },
  });
  return { status: reply.statusCode, body: reply.json<Record<string, unknown> & { id: string }>() };
}

const put = (who: { cookie: string }, id: string) =>
  app.api.inject({ method: 'PUT', url: `/api/v1/catalogue/imports/${id}/version`, headers: who });

beforeAll(async () => {
  const tx = app.source.manager;
  await loadShippedCatalogues(app.source);
  const office = async (name: string, level: Authority['level'], divisionCode: string) => {
    const id = newId();
    await tx.insert(Organisation, { id, name, kind: 'bureau' });
    await tx.insert(Authority, { id: newId(), organisationId: id, level, divisionCode });
    return givenSignIn(tx, await givenActor(tx, { role: 'reviewer', organisationId: id }));
  };
  ministry = await office('人社部', 'nationalIndustry', '000000');
  bureau = await office('浙江省人社厅', 'provincial', '330000');
  host = await givenSignIn(tx, await givenActor(tx, { role: 'host', organisationId: null }));
});

it('answers who is signed in what they look for, best match first', async () => {
  const { body } = await get<{ items: Record<string, unknown>[]; next: null }>('/occupations?q=hg&limit=3');
  expect(body.items[0]).toEqual({
    ...{ edition: '2022', code: '6-18-02-04', name: '焊工', level: 4, parentCode: '6-18-02' },
    ...{ parentName: '机械热加工人员', gbmCode: null, mark: null, initials: 'hg', pinyin: 'hangong' },
    ...{ standardExists: null, standardTopLevel: null, strategic: false, isNew: false, retired: false },
  });
  expect(body.items).toHaveLength(3);
  const industries = await get<{ items: { name: string }[] }>('/industries?q=c34&limit=1');
  expect(industries.body.items[0]?.name).toBe('通用设备制造业');
  const divisions = await get<{ items: { code: string }[] }>('/divisions?q=hzs&level=city&under=330000');
  expect(divisions.body.items.map(({ code }) => code)).toContain('330100');
  const organisations = await get<{ items: { name: string }[] }>('/organisations?q=zjsrst');
  expect(organisations.body.items.map(({ name }) => name)).toEqual(['浙江省人社厅']);
});

it('refuses what is no query, and whoever is not signed in', async () => {
  expect((await get('/occupations?level=9')).status).toBe(400);
  expect((await get('/occupations?limit=100000')).status).toBe(400);
  expect((await get(`/occupations?q=${'x'.repeat(101)}`)).status).toBe(400);
  expect((await app.api.inject({ url: '/api/v1/catalogue/occupations' })).statusCode).toBe(401);
});

it('leads an upload over its preview to a version that everybody can look at', async () => {
  const fields = { kind: 'occupations', missing: 'keep', source: '2026年新职业' };
  const content = 'code,name,新职业\n6-18-02-90,低空焊接员,是\n6-18-02-04,焊工,否';
  const made = await upload(ministry, content, fields);
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...{ state: 'previewed', kind: 'occupations', edition: '2022', fileName: '目录.csv' },
    ...{ added: 1, changed: 0, removed: 0, unchanged: 1, findings: [] },
  });
  expect((await get(`/imports/${made.body.id}`)).status).toBe(404);
  const applied = await put(ministry, made.body.id);
  expect(applied.json()).toMatchObject({ state: 'applied', number: 2, appliedByName: '审核 白帆' });
  const changes = await get<{ items: unknown[] }>(`/imports/${made.body.id}/changes`);
  expect(changes.body.items).toMatchObject([{ code: '6-18-02-90', name: '低空焊接员', change: 'added' }]);
  const again = await put(ministry, made.body.id);
  expect([again.statusCode, again.json<{ code: string }>().code]).toEqual([409, 'catalogue.import-settled']);
  const overview = await get<{ items: { kind: string; number: number }[]; mayImport: boolean }>('');
  expect(overview.body.mayImport).toBe(false);
  expect(overview.body.items.find(({ kind }) => kind === 'occupations')?.number).toBe(2);
});

it('lets a bureau look and not import, and a host neither', async () => {
  const fields = { kind: 'occupations' };
  expect((await upload(bureau, 'code,name\n1,x', fields)).status).toBe(403);
  expect((await upload(host, 'code,name\n1,x', fields)).status).toBe(403);
  expect((await get('/imports', bureau)).status).toBe(200);
});

it('says what is wrong with a request and with its file', async () => {
  const nothing = await upload(ministry, 'code,name\n1,x', { kind: 'planets' });
  expect([nothing.status, JSON.stringify(nothing.body)]).toEqual([400, expect.stringContaining('kind')]);
  const html = await upload(ministry, '<html><script>alert(1)</script></html>', { kind: 'occupations' });
  expect([html.status, html.body.code]).toEqual([400, 'catalogue.unreadable']);
  const faulty = await upload(ministry, 'code,name\n6-18-02-04,焊工\n6-18-02-9x,坏', {
    ...{ kind: 'occupations', missing: 'keep' },
  });
  expect(faulty.body).toMatchObject({
    blocking: 1,
    findings: [{ cell: 'A3', code: 'catalogue.occupation-code' }],
  });
  const refused = await put(ministry, faulty.body.id);
  expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
    409,
    'catalogue.import-faulty',
  ]);
  const gone = await app.api.inject({
    ...{ method: 'DELETE', url: `/api/v1/catalogue/imports/${faulty.body.id}`, headers: ministry },
  });
  expect(gone.statusCode).toBe(204);
});
