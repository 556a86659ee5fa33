import { Logger } from '@nestjs/common';
import { Audit } from '@luban/audit';
import { Account, Authority, Organisation } from '@luban/identity';
import { type Config, defineMessages, Jobs, newId, readConfig, StandingClock } from '@luban/platform';
import { MailServer } from '../../../test/support/mail-server.js';
import { testDatabase } from '../../../test/support/test-database.js';
import { until } from '../../../test/support/until.js';
import { givenAccount, givenActor } from '../../../test/support/world.js';
import { DailyRound } from './daily-round.service.js';
import { dueReminders } from './due-reminders.js';
import { MailAddress } from './mail-address.entity.js';
import { Mail } from './mail.entity.js';
import { MailSender, waitSeconds } from './mail-sender.service.js';
import { Mails } from './mails.service.js';
import { Notice } from './notice.entity.js';
import { Notices, type NoticeWish } from './notices.service.js';
import { peopleOf, peopleOfArea } from './people.js';

defineMessages({
  'test.returned': { zh: '《{name}》退回补正', en: '“{name}” was returned for completion' },
  'test.due': { zh: '《{name}》总结还有 {days} 天到期', en: 'The summary of “{name}” is due in {days} days' },
});

const database = testDatabase();
const server = new MailServer();
const morning = new Date('2027-05-12T00:30:00.000Z'); // 8:30 in Beijing
const clock = new StandingClock(morning);
let config: Config;
let jobs: Jobs;
let notices: Notices;
let sender: MailSender;
let round: DailyRound;
let reader: Account;

Logger.overrideLogger(false);

beforeAll(async () => {
  await server.start();
  config = readConfig({
    DATABASE_URL: database.url,
    SMTP_URL: server.url,
    MAIL_FROM: '鲁班 <luban@example.org>',
    PUBLIC_URL: 'https://luban.example.org',
  });
  jobs = new Jobs(clock, database.source);
  notices = new Notices(clock, jobs, config);
  sender = newSender();
  round = new DailyRound(database.source, clock, config, jobs, notices, sender);
});
database.beforeDrop(() => server.stop());
beforeEach(async () => {
  clock.set(morning);
  server.forget();
  await database.source.query(`TRUNCATE mail, notice, mail_address, mail_notice, job_request`);
  reader = await written({ name: '王芳' });
});

const newSender = () => new MailSender(database.source, clock, config);

/** Somebody with a mail address. */
async function written(given: { name?: string; address?: string; rhythm?: MailAddress['rhythm'] } = {}) {
  const account = await givenAccount(database.source.manager, { name: given.name });
  const address = given.address ?? `p-${account.id.slice(-12)}@example.org`;
  await database.source.manager.insert(MailAddress, {
    ...{ accountId: account.id, address, rhythm: given.rhythm ?? 'each' },
  });
  return account;
}

const aNotice = (over: Partial<NoticeWish> = {}): NoticeWish => ({
  to: [reader.id],
  code: 'test.returned',
  params: { name: '第三届焊接大赛' },
  href: '/applications/1',
  ...over,
});
const tell = (...wishes: NoticeWish[]) =>
  database.source.transaction((tx) => notices.tell(tx, wishes.length ? wishes : [aNotice()]));
const mails = () => database.source.manager.find(Mail, { order: { id: 'ASC' } });
const theMail = async (): Promise<Mail> => {
  const [mail, another] = await mails();
  if (!mail || another) throw new Error('there is not exactly one mail');
  return mail;
};
const passWait = (attempts: number) => clock.pass(waitSeconds(attempts) * 1000);
const requests = async (name: string): Promise<number> => {
  const [row] = await database.source.query(`SELECT count(*)::int AS n FROM job_request WHERE name = $1`, [
    name,
  ]);
  return row.n;
};

describe('telling people', () => {
  it('writes the notice in both languages, the mail and the request to send it in one transaction', async () => {
    const told = database.source.transaction(async (tx) => {
      await notices.tell(tx, [aNotice()]);
      throw new Error('the verb failed after all');
    });
    await expect(told).rejects.toThrow('failed after all');
    expect([await mails(), await requests('sendMails')]).toEqual([[], 0]);
    expect(await tell()).toBe(1);
    const notice = await database.source.manager.findOneByOrFail(Notice, { accountId: reader.id });
    expect(notice).toMatchObject({
      message: { zh: '《第三届焊接大赛》退回补正', en: '“第三届焊接大赛” was returned for completion' },
      params: { name: '第三届焊接大赛' },
      href: '/applications/1',
      readAt: null,
    });
    const mail = await theMail();
    expect(mail).toMatchObject({
      state: 'waiting',
      attempts: 0,
      messageId: `<${mail.id}@luban.example.org>`,
    });
    expect(await requests('sendMails')).toBe(1);
  });

  it('tells what has a dedupe key once, and each person once', async () => {
    const wish = aNotice({ to: [reader.id, reader.id], dedupeKey: 'due:1' });
    expect([await tell(wish), await tell(wish)]).toEqual([1, 0]);
    expect(await mails()).toHaveLength(1);
  });

  it('leaves out disabled accounts, and writes no mail to those who want none or have no address', async () => {
    const gone = await written();
    await database.source.manager.update(Account, { id: gone.id }, { disabledAt: morning });
    const never = await written({ rhythm: 'never' });
    const daily = await written({ rhythm: 'daily' });
    const without = await givenAccount(database.source.manager);
    expect(await tell(aNotice({ to: [gone.id, never.id, daily.id, without.id] }))).toBe(3);
    expect(await mails()).toEqual([]);
  });

  it('makes no mail where no mail server is configured', async () => {
    const quiet = new Notices(clock, jobs, readConfig({ DATABASE_URL: database.url }));
    expect(await database.source.transaction((tx) => quiet.tell(tx, [aNotice()]))).toBe(1);
    expect([await mails(), await requests('sendMails')]).toEqual([[], 0]);
  });

  it('finds the people of organisations and of the authority of an area', async () => {
    const tx = database.source.manager;
    const bureau = newId();
    await tx.insert(Organisation, { id: bureau, name: `杭州市人社局 ${bureau}`, kind: 'bureau' });
    await tx.insert(Authority, {
      id: newId(),
      organisationId: bureau,
      level: 'municipal',
      divisionCode: '330100',
    });
    const reviewer = await givenActor(tx, { role: 'reviewer', organisationId: bureau });
    await givenActor(tx, { role: 'acceptor', organisationId: bureau });
    expect(await peopleOf(tx, { organisationIds: [bureau], role: 'reviewer' })).toEqual([reviewer.accountId]);
    const area = { level: 'municipal' as const, divisionCode: '330100' };
    expect(await peopleOfArea(tx, area, 'reviewer')).toEqual([reviewer.accountId]);
    expect(await peopleOfArea(tx, { ...area, divisionCode: '330200' }, 'reviewer')).toEqual([]);
  });
});

describe('sending mail', () => {
  it('arrives intact, in Chinese, with an absolute link and the Message-ID it was given', async () => {
    await tell();
    expect(await sender.sendDue()).toEqual({ sent: 1, failed: 0, putOff: 0 });
    const [got] = server.arrived;
    const mail = await theMail();
    expect(mail).toMatchObject({ state: 'sent', attempts: 1, sentAt: morning, nextAttemptAt: null });
    expect(got).toMatchObject({
      subject: '【鲁班】《第三届焊接大赛》退回补正',
      messageId: mail.messageId,
      from: { value: [{ name: '鲁班', address: 'luban@example.org' }] },
      to: { value: [{ name: '王芳', address: mail.address }] },
    });
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(got?.text).toContain('王芳，您好：');
    expect(got?.text).toContain('https://luban.example.org/applications/1');
  });

  it('writes in the language of the reader', async () => {
    await database.source.manager.update(
      Account,
      { id: reader.id },
      { locale: 'en', displayName: 'Ann O’Hara' },
    );
    await tell();
    await sender.sendDue();
    expect(server.arrived[0]).toMatchObject({
      subject: '[Luban] “第三届焊接大赛” was returned for completion',
      to: { value: [{ name: 'Ann O’Hara' }] },
    });
  });

  it('lets no name begin a header, add an address or lead elsewhere', async () => {
    const evil = '王芳"\r\nBcc: spy@example.org\r\n <spy@example.org>, "';
    await database.source.manager.update(Account, { id: reader.id }, { displayName: evil });
    await tell(
      aNotice({ params: { name: 'A\r\nBcc: spy@example.org\r\n\r\nHello' }, href: '//evil.example.org/x' }),
    );
    await sender.sendDue();
    const [got] = server.arrived;
    expect(got?.headers.has('bcc')).toBe(false);
    expect(got?.to).toMatchObject({ value: [{ address: expect.stringMatching(/^p-/) as string }] });
    expect(got?.subject).toBe('【鲁班】《A Bcc: spy@example.org Hello》退回补正');
    expect(got?.text).not.toContain('evil.example.org');
  });

  it('repeats a mail whose 250 was lost, with the same Message-ID, and sends it no third time', async () => {
    await tell();
    server.answers = ['silent'];
    expect(await sender.sendDue()).toEqual({ sent: 0, failed: 0, putOff: 1 });
    expect(await theMail()).toMatchObject({ state: 'waiting', attempts: 1 });
    passWait(0);
    expect(await sender.sendDue()).toMatchObject({ sent: 1 });
    clock.pass(24 * 3_600_000);
    expect(await sender.sendDue()).toEqual({ sent: 0, failed: 0, putOff: 0 });
    expect(server.arrived.map(({ messageId }) => messageId)).toEqual(
      Array<string>(2).fill((await theMail()).messageId),
    );
  });

  it.each([[{ data: 451 }], [{ rcpt: 450 }]])(
    'puts a mail off that the server puts off (%j)',
    async (answer) => {
      await tell();
      server.answers = [answer];
      await sender.sendDue();
      expect(await theMail()).toMatchObject({
        state: 'waiting',
        attempts: 1,
        lastError: /45[01] Try again later/,
      });
      expect((await theMail()).nextAttemptAt).toEqual(new Date(morning.getTime() + 10_000));
      expect(await sender.sendDue()).toMatchObject({ sent: 0, putOff: 0 });
      passWait(0);
      expect(await sender.sendDue()).toMatchObject({ sent: 1 });
      expect(await theMail()).toMatchObject({ state: 'sent', attempts: 2, lastError: null });
    },
  );

  it.each([[{ data: 554 }], [{ rcpt: 550 }]])(
    'gives a mail up that the server refuses (%j)',
    async (answer) => {
      await tell();
      server.answers = [answer];
      expect(await sender.sendDue()).toEqual({ sent: 0, failed: 1, putOff: 0 });
      clock.pass(24 * 3_600_000);
      await sender.sendDue();
      expect(await theMail()).toMatchObject({
        state: 'failed',
        attempts: 1,
        lastError: /55[04] No such person here/,
      });
      expect(server.taken).toBe(0);
    },
  );

  it('gives up after five days of being put off', async () => {
    await tell();
    clock.pass(5 * 24 * 3_600_000 + 1);
    server.answers = [{ data: 451 }];
    expect(await sender.sendDue()).toMatchObject({ failed: 1 });
  });

  it('keeps mails while the server is down, however long, and sends them when it is up', async () => {
    await tell(...Array.from({ length: 5 }, () => aNotice()));
    await server.stop();
    for (let days = 0; days < 7; days++) {
      await sender.sendDue();
      clock.pass(24 * 3_600_000);
    }
    expect(new Set((await mails()).map(({ state }) => state))).toEqual(new Set(['waiting']));
    await server.start();
    expect(await sender.sendDue()).toEqual({ sent: 5, failed: 0, putOff: 0 });
    expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(5);
  });

  it('takes a wrong password for its own trouble, not the mail’s, and never repeats it', async () => {
    const strict = new MailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) =>
        auth.password === 'right' ? done(null, { user: 'luban' }) : done(new Error(`not ${auth.password}`)),
    });
    await strict.start();
    const at = (password: string) =>
      new MailSender(database.source, clock, {
        ...config,
        mail: readConfig({
          SMTP_URL: strict.url.replace('//', `//luban:${password}@`),
          MAIL_FROM: 'l@example.org',
        }).mail,
      });
    await tell();
    await at('wr0ng-secret').sendDue();
    expect(await theMail()).toMatchObject({ state: 'waiting', lastError: /535/ });
    expect((await theMail()).lastError).not.toContain('wr0ng-secret');
    passWait(0);
    expect(await at('right').sendDue()).toMatchObject({ sent: 1 });
    await strict.stop();
  });

  it('speaks TLS where the server offers it, and where it is demanded only with a certificate that is good', async () => {
    const offering = new MailServer({ disabledCommands: [] });
    await offering.start();
    const at = (query: string) =>
      new MailSender(database.source, clock, {
        ...config,
        mail: readConfig({ SMTP_URL: `${offering.url}${query}`, MAIL_FROM: 'l@example.org' }).mail,
      });
    await tell();
    expect(await at('?tls=verify').sendDue()).toMatchObject({ sent: 0, putOff: 1 });
    expect(await theMail()).toMatchObject({ state: 'waiting', lastError: /certificate/ });
    passWait(0);
    expect(await at('').sendDue()).toMatchObject({ sent: 1 });
    expect(offering.secured).toBe(1);
    await offering.stop();
  });

  it('waits longer after each attempt, an hour at most', () => {
    expect([0, 1, 2, 3, 6, 500].map(waitSeconds)).toEqual([10, 30, 90, 270, 3600, 3600]);
  });

  it('is done by one worker at a time: two send every mail once', async () => {
    await tell(...Array.from({ length: 12 }, () => aNotice()));
    const counts = await Promise.all([sender.sendDue(), newSender().sendDue()]);
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    expect(new Set(server.arrived.map(({ messageId }) => messageId)).size).toBe(12);
    expect(server.taken).toBe(12);
  });

  it('leaves a mail unsent when the worker dies over it, for another to send', async () => {
    await tell();
    let release = () => {};
    server.answers = [{ takeAfter: new Promise<void>((resolve) => (release = resolve)) }];
    const dying = sender.sendDue().catch((error: Error) => error);
    await until('the mail is on its way', () => server.arrived.length === 1);
    await database.source.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'idle in transaction' AND pid <> pg_backend_pid()`,
    );
    release();
    expect(await dying).toBeInstanceOf(Error);
    expect(await theMail()).toMatchObject({ state: 'waiting' });
    expect(await newSender().sendDue()).toMatchObject({ sent: 1 });
    expect(server.arrived.map(({ messageId }) => messageId)).toEqual(
      Array<string>(2).fill((await theMail()).messageId),
    );
  });

  it('shows the administrator why a mail failed, and tries it again when told to', async () => {
    const administrator = await givenActor(database.source.manager, { role: 'administrator' });
    const list = new Mails(database.source, clock, config, new Audit(clock), jobs);
    await tell();
    server.answers = [{ rcpt: 550 }];
    await sender.sendDue();
    const { items, counts } = await list.list({ state: 'failed', limit: 50 });
    expect(counts).toEqual({ waiting: 0, failed: 1 });
    expect(items).toMatchObject([{ error: /550/, address: 'p***@example.org', displayName: '王芳' }]);
    const { id, messageId } = await theMail();
    await list.tryAgain(administrator, id);
    await sender.sendDue();
    expect(await theMail()).toMatchObject({ state: 'sent', messageId });
    await expect(list.tryAgain(administrator, id)).rejects.toMatchObject({ code: 'notices.mail-sent' });
  });
});

describe('the daily round', () => {
  const today = '2027-05-12';

  it('is asked for once a day, from eight in the morning in Beijing', async () => {
    clock.set(new Date('2027-05-11T23:59:59.000Z'));
    await round.askWhatIsDue();
    expect(await requests('dailyRound')).toBe(0);
    clock.set(new Date('2027-05-12T00:00:00.000Z'));
    await Promise.all([round.askWhatIsDue(), round.askWhatIsDue()]);
    await round.askWhatIsDue();
    expect(await requests('dailyRound')).toBe(1);
    await database.source.query(`UPDATE job_request SET state = 'done', finished_at = now()`);
    await round.askWhatIsDue();
    expect(await requests('dailyRound')).toBe(1);
    clock.set(new Date('2027-05-13T09:00:00.000Z'));
    await round.askWhatIsDue();
    expect(await requests('dailyRound')).toBe(2);
  });

  it('asks for mails that are due again, and for none while nothing is', async () => {
    await tell();
    server.answers = [{ data: 451 }];
    await sender.sendDue();
    await round.askWhatIsDue();
    expect(await requests('sendMails')).toBe(1);
    passWait(0);
    await round.askWhatIsDue();
    expect(await requests('sendMails')).toBe(2);
  });

  it('writes one mail of the day’s unread notices to those who want one a day, and not twice', async () => {
    const daily = await written({ name: '李娜', rhythm: 'daily' });
    await tell(
      aNotice({ to: [daily.id], params: { name: '甲' } }),
      aNotice({ to: [daily.id], params: { name: '乙' } }),
      aNotice({ to: [daily.id], params: { name: '已读' } }),
    );
    await database.source.query(`UPDATE notice SET read_at = now() WHERE params ->> 'name' = '已读'`);
    expect(await round.run(today)).toEqual({ reminded: 0, digests: 1 });
    expect(await round.run(today)).toEqual({ reminded: 0, digests: 0 });
    await sender.sendDue();
    expect(server.arrived).toMatchObject([{ subject: '【鲁班】2027-05-12 有 2 条未读通知' }]);
    expect(server.arrived[0]?.text).toMatch(/1\. 《乙》退回补正[\s\S]*2\. 《甲》退回补正/);
    expect(server.arrived[0]?.text).not.toContain('已读》');
    // The next day says only what is new.
    clock.pass(24 * 3_600_000);
    await tell(aNotice({ to: [daily.id], params: { name: '丙' } }));
    await round.run('2027-05-13');
    await sender.sendDue();
    expect(server.arrived[1]?.subject).toBe('【鲁班】2027-05-13 有 1 条未读通知');
  });

  it('forgets mails ninety days after they were sent', async () => {
    await tell();
    await sender.sendDue();
    clock.pass(89 * 24 * 3_600_000);
    await round.run('2027-08-09');
    expect(await mails()).toHaveLength(1);
    clock.pass(2 * 24 * 3_600_000);
    await round.run('2027-08-11');
    expect(await mails()).toEqual([]);
    expect(await database.source.manager.countBy(Notice, { accountId: reader.id })).toBe(1);
  });

  it('reminds of what is due once, however often it runs, and goes on when one room fails', async () => {
    const broken = () => Promise.reject(new Error('this room is broken'));
    const summariesDue = async (_: unknown, day: string): Promise<NoticeWish[]> => [
      aNotice({
        code: 'test.due',
        params: { name: '焊接', days: 7 },
        dedupeKey: `summary:1:${day.slice(0, 7)}`,
      }),
    ];
    dueReminders.push(broken, summariesDue);
    try {
      await expect(round.run(today)).rejects.toThrow('this room is broken');
      await expect(round.run(today)).rejects.toThrow();
      await expect(round.run('2027-05-13')).rejects.toThrow();
    } finally {
      dueReminders.splice(dueReminders.indexOf(broken), 2);
    }
    await sender.sendDue();
    expect(server.arrived.map(({ subject }) => subject)).toEqual(['【鲁班】《焊接》总结还有 7 天到期']);
    expect(await theMail()).toMatchObject({ kind: 'reminder' });
  });
});
