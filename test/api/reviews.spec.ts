import type { Actor } from '@luban/audit';
import { testApp } from '../support/test-app.js';
import { givenActor, givenSignIn } from '../support/world.js';
import { finding, givenSubmission, onePagePdf } from '../support/world-applications.js';
import { givenApplicant, givenAuthority } from '../support/world-approvals.js';

const app = testApp({ worker: false });
type Person = Actor & { accountId: string };
let tx: typeof app.source.manager;
let ministry: { organisation: { id: string }; acceptor: Person; reviewer: Person };
let lead: { organisation: { id: string }; host: Person };
const cookies = new Map<Person, { cookie: string }>();

beforeAll(async () => {
  tx = app.source.manager;
  ministry = await givenAuthority(tx);
  lead = await givenApplicant(tx);
});

async function call(
  who: Person | null,
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  sent: Sent = {},
) {
  const cookie = who ? (cookies.get(who) ?? (await givenSignIn(tx, who))) : {};
  if (who) cookies.set(who, cookie as { cookie: string });
  const headers = {
    ...cookie,
    ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
    ...(sent.headers ?? {}),
  };
  const reply = await app.api.inject({
    method,
    url: `/api/v1/${url}`,
    headers,
    ...(sent.body === undefined ? {} : { payload: sent.body as object }),
  });
  const isJson = String(reply.headers['content-type']).includes('json');
  return { status: reply.statusCode, body: (isJson ? reply.json() : {}) as Record<string, never>, reply };
}

interface Sent {
  version?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

const decision = { outcome: 'granted', reason: '材料齐全', article: '第二条' };

it('goes from acceptance to the decision and back over HTTP, each step on the version that was seen', async () => {
  const { id } = await givenSubmission(tx, { leadId: lead.organisation.id });
  const at = `applications/${id}`;
  expect((await call(ministry.acceptor, 'PUT', `${at}/acceptance`)).status).toBe(428);
  expect((await call(ministry.acceptor, 'PUT', `${at}/acceptance`, { version: 4 })).status).toBe(412);
  const accepted = await call(ministry.acceptor, 'PUT', `${at}/acceptance`, { version: 1 });
  expect(accepted).toMatchObject({ status: 200, body: { state: 'accepted', version: 2 } });
  expect(accepted.reply.headers.etag).toBe('"2"');
  expect(await call(ministry.reviewer, 'PUT', `${at}/review`, { version: 2 })).toMatchObject({
    body: { state: 'underReview' },
  });
  expect(
    await call(ministry.reviewer, 'PUT', `${at}/decision`, { version: 3, body: decision }),
  ).toMatchObject({
    status: 200,
    body: { state: 'granted', decision: { article: '第二条' } },
  });
  expect(
    await call(ministry.reviewer, 'DELETE', `${at}/decision?reason=录入有误`, { version: 4 }),
  ).toMatchObject({
    body: { state: 'underReview', decision: null },
  });
});

it('names every bad field of a decision', async () => {
  const { id } = await givenSubmission(tx, { leadId: lead.organisation.id, state: 'underReview' });
  const body = { outcome: 'maybe', reason: '   ', conditions: [{ text: '', dueOn: '2027-02-30' }] };
  const { status, body: problem } = await call(ministry.reviewer, 'PUT', `applications/${id}/decision`, {
    version: 1,
    body,
  });
  expect(status).toBe(400);
  const paths = (problem as unknown as { errors: { path: string }[] }).errors.map(({ path }) => path);
  expect([...new Set(paths)].sort()).toEqual(
    ['article', 'conditions.0.dueOn', 'conditions.0.text', 'outcome', 'reason'].sort(),
  );
});

it('leaves one decision when two reviewers decide at once', async () => {
  const { id } = await givenSubmission(tx, { leadId: lead.organisation.id, state: 'underReview' });
  const other = await givenActor(tx, { role: 'reviewer', organisationId: ministry.organisation.id });
  const wish = { version: 1, body: decision };
  const replies = await Promise.all([
    call(ministry.reviewer, 'PUT', `applications/${id}/decision`, wish),
    call(other, 'PUT', `applications/${id}/decision`, {
      ...wish,
      body: { ...decision, outcome: 'declined' },
    }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const decided: unknown[] = await tx.query(
    `SELECT 1 FROM application_step WHERE application_id = $1 AND action IN ('grant', 'decline') AND by IS NOT NULL`,
    [id],
  );
  expect(decided).toHaveLength(1);
});

it('is closed to those who are not signed in and to roles that have no part in it', async () => {
  const { id } = await givenSubmission(tx, { leadId: lead.organisation.id });
  const judge = await givenActor(tx, { role: 'judge' });
  const addresses: ['GET' | 'PUT' | 'POST', string][] = [
    ['GET', 'review-desk'],
    ['GET', 'review-desk/calendar?year=2027'],
    ['GET', `applications/${id}/background`],
    ['GET', `applications/${id}/review`],
    ['PUT', `applications/${id}/acceptance`],
    ['PUT', `applications/${id}/decision`],
    ['POST', 'review-desk/acceptances'],
  ];
  for (const [method, url] of addresses) {
    expect(
      (await call(null, method, url, { version: 1, body: method === 'GET' ? undefined : {} })).status,
    ).toBe(401);
    expect(
      (await call(judge, method, url, { version: 1, body: method === 'GET' ? undefined : {} })).status,
    ).toBe(403);
  }
  const hidden = await givenApplicant(tx);
  expect((await call(hidden.host, 'GET', `applications/${id}/review`)).status).toBe(404);
  expect((await call(lead.host, 'GET', `applications/${id}/background`)).status).toBe(403);
});

it('answers the desk, its workbooks and the calendar, and refuses filters it does not know', async () => {
  const { id } = await givenSubmission(tx, { leadId: lead.organisation.id, findings: [finding('warning')] });
  const page = await call(ministry.acceptor, 'GET', 'review-desk?queue=toAccept&year=2027&findings=warning');
  expect(page.body).toMatchObject({ items: [{ id, findings: { warning: 1 } }] });
  expect((await call(ministry.acceptor, 'GET', 'review-desk?queue=everything')).status).toBe(400);
  expect((await call(ministry.acceptor, 'GET', 'review-desk?state=lost')).status).toBe(400);
  for (const url of ['review-desk.xlsx?queue=all', 'review-desk/calendar.xlsx?year=2027']) {
    const { reply } = await call(ministry.acceptor, 'GET', url);
    expect(reply.statusCode).toBe(200);
    expect(reply.rawPayload.subarray(0, 2).toString()).toBe('PK');
  }
});

it('takes the report on a condition with its file, and gives the file back as a download only', async () => {
  const { id } = await givenSubmission(tx, {
    leadId: lead.organisation.id,
    state: 'grantedWithConditions',
    conditionDueOn: '2199-01-01',
  });
  const review = await call(lead.host, 'GET', `applications/${id}/review`);
  const condition = (review.body as unknown as { conditions: { id: string }[] }).conditions[0]!.id;
  const at = `applications/${id}/conditions/${condition}`;
  expect((await call(lead.host, 'PUT', `${at}/report`, { version: 1, body: { note: ' ' } })).status).toBe(
    400,
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const report = (fileName: string, content: Buffer) =>
    call(lead.host, 'PUT', `${at}/report`, { version: 1, body: multipart(fileName, content), headers });
  const html = await report('a.pdf', Buffer.from('<script>1</script>'));
  expect(html).toMatchObject({ status: 400, body: { errors: [{ path: 'file' }] } });
  const pdf = await onePagePdf();
  expect(await report('协议.pdf', pdf)).toMatchObject({
    status: 200,
    body: { conditions: [{ state: 'reported', fileName: '协议.pdf' }] },
  });
  const file = await call(ministry.reviewer, 'GET', `${at}/file`);
  expect(file.reply.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
  });
  expect(String(file.reply.headers['content-disposition'])).toContain('attachment');
});

const multipart = (fileName: string, content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('--x\r\nContent-Disposition: form-data; name="note"\r\n\r\n协议已签\r\n'),
    Buffer.from(`--x\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n`),
    Buffer.from('Content-Type: application/pdf\r\n\r\n'),
    content,
    Buffer.from('\r\n--x--\r\n'),
  ]);
