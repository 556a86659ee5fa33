import { type Actor } from '@luban/audit';
import { Account } from '@luban/identity';
import { type Mail, Notices, type NoticeListDto } from '@luban/notices';
import { defineMessages } from '@luban/platform';
import { MailServer } from '../support/mail-server.js';
import { testApp } from '../support/test-app.js';
import { until } from '../support/until.js';
import { givenActor, givenSignIn } from '../support/world.js';

defineMessages({ 'test.told': { zh: '第 {n} 条', en: 'Number {n}' } });

const server = new MailServer();
beforeAll(() => server.start());
const app = testApp({
  env: {
    get SMTP_URL() {
      return server.url;
    },
    MAIL_FROM: '鲁班 <luban@example.org>',
    PUBLIC_URL: 'https://luban.example.org',
  },
});
afterAll(() => server.stop());

let reader: Actor & { accountId: string };
let cookie: Record<string, string>;
beforeEach(async () => {
  server.forget();
  reader = await givenActor(app.source.manager, { role: 'host', name: '王芳' });
  cookie = await givenSignIn(app.source.manager, reader);
});

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';
const call = (method: Method, url: string, body?: object, headers: Record<string, string> = {}) =>
  app.api.inject({
    method,
    url: `/api/v1${url}`,
    headers: { ...cookie, ...headers },
    ...(body ? { payload: body } : {}),
  });
const setAddress = (address: string, version = 0, rhythm = 'each') =>
  call('PUT', '/account/mail-address', { address, rhythm }, { 'if-match': `"${version}"` });
const tell = (...numbers: number[]) =>
  app.source.transaction((tx) =>
    app.api.get(Notices).tell(
      tx,
      numbers.map((n) => ({ to: [reader.accountId], code: 'test.told', params: { n }, href: `/x/${n}` })),
    ),
  );
const inbox = async (query = ''): Promise<NoticeListDto> => (await call('GET', `/notices${query}`)).json();
const said = ({ items }: NoticeListDto) => items.map(({ message }) => message.zh);

describe('the inbox', () => {
  it('lists newest first in pages, counts what is unread, and marks one or all up to what was seen', async () => {
    await tell(1, 2, 3);
    const page = await inbox('?limit=2');
    expect([said(page), page.unread]).toEqual([['第 3 条', '第 2 条'], 3]);
    expect(said(await inbox(`?limit=2&after=${page.next}`))).toEqual(['第 1 条']);
    const [third, second] = page.items;
    expect((await call('PUT', `/notices/${third?.id}/reading`)).json()).toEqual({ unread: 2 });
    expect(said(await inbox('?show=unread'))).toEqual(['第 2 条', '第 1 条']);
    expect((await call('DELETE', `/notices/${third?.id}/reading`)).json()).toEqual({ unread: 3 });
    expect((await call('PUT', '/notices/reading', { upTo: second?.id })).json()).toEqual({ unread: 1 });
    expect((await call('GET', '/notices/unread-count')).json()).toEqual({ unread: 1 });
  });

  it('is one’s own: another’s notice does not exist', async () => {
    await tell(1);
    const [notice] = (await inbox()).items;
    cookie = await givenSignIn(
      app.source.manager,
      await givenActor(app.source.manager, { role: 'administrator' }),
    );
    expect((await inbox()).items).toEqual([]);
    const answer = await call('PUT', `/notices/${notice?.id}/reading`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'notices.notice-not-found']);
  });
});

describe('e-mail settings', () => {
  it('take an address by its version, and never put it into the audit', async () => {
    expect((await call('GET', '/account/mail-address')).json()).toMatchObject({
      ...{ address: null, rhythm: 'each', mailIsSent: true, sender: 'luban@example.org', version: 0 },
    });
    expect((await setAddress(' wang@example.org ')).json()).toMatchObject({
      address: 'wang@example.org',
      version: 1,
    });
    expect((await setAddress('wang@example.org', 0)).statusCode).toBe(412);
    const blind = await call('PUT', '/account/mail-address', {
      address: 'wang@example.org',
      rhythm: 'daily',
    });
    expect(blind.statusCode).toBe(428);
    expect((await setAddress('wang@example.org', 1, 'daily')).json()).toMatchObject({
      rhythm: 'daily',
      version: 2,
    });
    expect(
      (await call('DELETE', '/account/mail-address', undefined, { 'if-match': '"2"' })).json(),
    ).toMatchObject({
      address: null,
      version: 0,
    });
    const audits: object[] = await app.source.query(`SELECT * FROM audit_entry WHERE subject_id = $1`, [
      reader.accountId,
    ]);
    expect(audits).toHaveLength(3);
    expect(JSON.stringify(audits)).not.toContain('wang@');
  });

  it.each([
    'wang',
    'wang@example',
    'wang@example.org, spy@example.org',
    'wang@example.org\r\nBcc: spy@example.org',
    'wang@example.org\u2028',
    '<wang@example.org>',
    '"wang wu"@example.org',
    'wang@exam ple.org',
    '王@例子.公司',
    '.wang@example.org',
    `${'w'.repeat(65)}@example.org`,
    `wang@${'a.'.repeat(130)}org`,
    'wang@127.0.0.1',
    'wang@-example.org',
  ])('refuse %j', async (address) => {
    const answer = await setAddress(address);
    expect([answer.statusCode, answer.json().errors[0].path]).toEqual([400, 'address']);
  });

  it('send a test through the queue and say what became of it; one a minute', async () => {
    await setAddress('wang@example.org');
    expect((await call('POST', '/account/test-mails')).statusCode).toBe(201);
    const again = await call('POST', '/account/test-mails');
    expect([again.statusCode, again.json().code]).toEqual([429, 'notices.test-too-soon']);
    await until('the test mail is sent', async () => {
      const { lastMail } = (await call('GET', '/account/mail-address')).json();
      return lastMail?.state === 'sent';
    });
    expect(server.arrived).toMatchObject([
      { subject: '【鲁班】测试邮件', to: { value: [{ address: 'wang@example.org', name: '王芳' }] } },
    ]);
  });

  it('send a notice by the queue, in the language of the account', async () => {
    await app.source.manager.update(Account, { id: reader.accountId }, { locale: 'en' });
    await setAddress('wang@example.org');
    await tell(7);
    await until('the mail arrives', () => server.arrived.length === 1);
    expect(server.arrived[0]).toMatchObject({ subject: '[Luban] Number 7' });
    expect(server.arrived[0]?.text).toContain('https://luban.example.org/x/7');
  });
});

describe('the administrator', () => {
  it('sees why a mail failed, without its address or words, and has it tried again', async () => {
    await setAddress('wang@example.org');
    server.answers = [{ rcpt: 550 }];
    await tell(8);
    const failed = () =>
      app.source.query(`SELECT * FROM mail WHERE account_id = $1 AND state = 'failed'`, [
        reader.accountId,
      ]) as Promise<Mail[]>;
    await until('the mail has failed', async () => (await failed()).length === 1);
    expect((await call('GET', '/mails')).statusCode).toBe(403);
    cookie = await givenSignIn(
      app.source.manager,
      await givenActor(app.source.manager, { role: 'administrator' }),
    );
    const answer = await call('GET', '/mails?state=failed');
    expect(answer.json().items).toMatchObject([
      { address: 'w***@example.org', error: expect.stringMatching(/550/) },
    ]);
    expect(answer.body).not.toContain('wang@');
    expect((await call('PUT', `/mails/${answer.json().items[0].id}/attempt`)).statusCode).toBe(204);
    await until('the mail arrives', () => server.taken === 1);
    expect(server.arrived[0]?.messageId).toBe(answer.json().items[0].messageId);
  });
});
