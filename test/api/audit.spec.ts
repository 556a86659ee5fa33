import { Audit, type Role } from '@luban/audit';
import { newId } from '@luban/platform';
import { testApp } from '../support/test-app.js';
import { givenEvent, givenSkill } from '../support/world-events.js';
import { givenActor, type GivenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });

interface Entry {
  verb: string;
  text: { zh: string };
  by: { id: string | null; displayName: string | null } | null;
  subjectId: string;
  subjectName: string | null;
  before: unknown;
  after: unknown;
  withheld: boolean;
  reason: string | null;
}
type Person = Awaited<ReturnType<typeof signedIn>>;

async function signedIn(given: GivenActor) {
  const actor = await givenActor(app.source.manager, given);
  return { actor, headers: await givenSignIn(app.source.manager, actor) };
}
const get = (who: Person, url: string) =>
  app.api.inject({ method: 'GET', url: `/api/v1${url}`, headers: who.headers });
const read = async (who: Person, query: string) =>
  (await get(who, `/audit${query}`)).json<{ items: Entry[]; next: string | null }>();

let springId: string;
let autumnId: string;
let weldingId: string;
let plumbingId: string;
const people: Partial<Record<Role, Person>> = {};
const as = (role: Role): Person => {
  const person = people[role];
  if (!person) throw new Error(`nobody is ${role} here`);
  return person;
};
const formId = newId();
const entryId = newId();

beforeAll(async () => {
  const tx = app.source.manager;
  springId = (await givenEvent(tx)).id;
  autumnId = (await givenEvent(tx)).id;
  weldingId = (await givenSkill(tx, springId)).skill.id;
  plumbingId = (await givenSkill(tx, springId)).skill.id;
  for (const role of ['host', 'organiser', 'supervisor', 'recorder'] as const) {
    people[role] = await signedIn({ role, eventId: springId });
  }
  for (const role of ['administrator', 'official'] as const) people[role] = await signedIn({ role });
  for (const role of ['judge', 'chiefJudge'] as const) {
    people[role] = await signedIn({ role, eventId: springId, skillId: weldingId });
  }
  people.competitor = await signedIn({ role: 'competitor', eventId: springId });
  const audit = app.api.get(Audit);
  await app.source.transaction(async (tx) => {
    const judge = as('judge').actor;
    const form = { eventId: springId, skillId: weldingId, subjectType: 'markingForm', subjectId: formId };
    await audit.record(tx, judge, 'marks.entered', { ...form, before: { A1: 0 }, after: { A1: 200 } });
    await audit.record(tx, as('chiefJudge').actor, 'markingForm.reopened', { ...form, reason: '漏评一项' });
    const plumbing = { ...form, skillId: plumbingId, subjectId: newId() };
    await audit.record(tx, judge, 'marks.entered', { ...plumbing, after: { B1: 100 } });
    const entry = { eventId: springId, skillId: weldingId, subjectType: 'entry', subjectId: entryId };
    await audit.record(tx, as('organiser').actor, 'checkIn.recorded', {
      ...entry,
      after: { status: 'absent' },
    });
    const placed = { ...form, subjectType: 'judge', subjectId: newId() };
    await audit.record(tx, as('competitor').actor, 'conflict.declared', placed);
    const autumn = { eventId: autumnId, subjectType: 'event', subjectId: autumnId };
    await audit.record(tx, as('host').actor, 'event.edited', {
      ...autumn,
      reason: '=HYPERLINK("http://evil")',
    });
  });
});

describe('writing the audit', () => {
  it('is undone with the verb that failed', async () => {
    const subjectId = newId();
    const failing = app.source.transaction(async (tx) => {
      await app.api
        .get(Audit)
        .record(tx, as('host').actor, 'event.edited', { subjectType: 'event', subjectId });
      throw new Error('the verb failed');
    });
    await expect(failing).rejects.toThrow('the verb failed');
    expect(await app.source.query(`SELECT 1 FROM audit_entry WHERE subject_id = $1`, [subjectId])).toEqual(
      [],
    );
  });

  it.each(['UPDATE audit_entry SET reason = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])(
    'is final: the database refuses %s',
    async (statement) => {
      await expect(app.source.query(statement)).rejects.toThrow('audit_entry is append-only');
    },
  );

  it('keeps many rows of one verb in the order given', async () => {
    const ids = Array.from({ length: 300 }, newId);
    const eventId = newId();
    await app.source.transaction((tx) =>
      app.api.get(Audit).recordMany(
        tx,
        as('host').actor,
        'event.edited',
        ids.map((subjectId) => ({ eventId, subjectType: 'event', subjectId })),
      ),
    );
    const rows: { subject_id: string }[] = await app.source.query(
      `SELECT subject_id FROM audit_entry WHERE event_id = $1 ORDER BY id`,
      [eventId],
    );
    expect(rows.map((row) => row.subject_id)).toEqual(ids);
  });
});

describe('reading the audit of an event', () => {
  it('says who did what in words, the latest first', async () => {
    const { items } = await read(
      as('organiser'),
      `?eventId=${springId}&subjectType=markingForm&subjectId=${formId}`,
    );
    expect(items.map((item) => [item.text.zh, item.by?.displayName, item.reason])).toEqual([
      ['重新打开评分表', '裁判长 赵敏', '漏评一项'],
      ['打分', '裁判 张伟', null],
    ]);
  });

  it('shows marks to the chief judge of the skill alone', async () => {
    for (const role of ['host', 'organiser', 'supervisor', 'official', 'administrator'] as const) {
      const { items } = await read(as(role), `?eventId=${springId}&subjectId=${formId}`);
      const entered = items.find((item) => item.verb === 'marks.entered');
      expect([role, entered?.before, entered?.after, entered?.withheld]).toEqual([role, null, null, true]);
    }
    const { items } = await read(as('chiefJudge'), `?eventId=${springId}&subjectId=${formId}`);
    expect(items.find((item) => item.verb === 'marks.entered')).toMatchObject({
      before: { A1: 0 },
      after: { A1: 200 },
      withheld: false,
    });
  });

  it('shows a chief judge neither another skill, nor who entered, nor names of those who compete', async () => {
    const { items } = await read(as('chiefJudge'), `?eventId=${springId}&limit=500`);
    expect(items.map((item) => item.verb)).toEqual([
      'conflict.declared',
      'markingForm.reopened',
      'marks.entered',
    ]);
    expect(items[0]?.by).toEqual({ id: null, displayName: null });
    expect(items[2]?.by?.displayName).toBe('裁判 张伟');
    const ofEntry = await read(as('organiser'), `?eventId=${springId}&subjectId=${entryId}`);
    expect(ofEntry.items[0]).toMatchObject({
      verb: 'checkIn.recorded',
      after: { status: 'absent' },
      withheld: false,
    });
  });

  it('is denied to roles that do not read it, and hidden beyond the own event', async () => {
    for (const role of ['judge', 'recorder', 'competitor'] as const) {
      expect([role, (await get(as(role), `/audit?eventId=${springId}`)).statusCode]).toEqual([role, 403]);
    }
    expect((await get(as('organiser'), `/audit?eventId=${autumnId}`)).statusCode).toBe(404);
    expect((await get(as('organiser'), '/audit')).statusCode).toBe(403);
    expect((await get(as('administrator'), '/audit')).statusCode).toBe(200);
  });

  it('goes on where the page before ended', async () => {
    const all = await read(as('official'), `?eventId=${springId}&limit=500`);
    const first = await read(as('official'), `?eventId=${springId}&limit=2`);
    const second = await read(as('official'), `?eventId=${springId}&limit=2&after=${first.next}`);
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 4));
  });
});

describe('the history of an account', () => {
  it('gathers what happened to it in every event, for the administrator', async () => {
    const { actor } = await signedIn({ role: 'recorder', eventId: autumnId });
    await app.source.transaction((tx) =>
      app.api.get(Audit).record(tx, as('host').actor, 'role.given', {
        eventId: autumnId,
        subjectType: 'account',
        subjectId: actor.accountId,
      }),
    );
    const { items } = await read(as('administrator'), `?subjectType=account&subjectId=${actor.accountId}`);
    expect(items.map((item) => [item.verb, item.subjectName])).toEqual([['role.given', '录分员 孙丽']]);
  });
});

describe('the export', () => {
  it('is the same rows for a spreadsheet, which runs nothing that somebody typed', async () => {
    const answer = await get(as('official'), `/audit/export?eventId=${autumnId}`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.headers['content-disposition']).toMatch('luban-audit.csv');
    expect(answer.body.startsWith('\ufeff时间 time,')).toBe(true);
    expect(answer.body).toContain(
      `,event.edited,赛事,江苏省焊工职业技能竞赛,${autumnId},"'=HYPERLINK(""http://evil"")",`,
    );
  });

  it('withholds what the page withholds, and refuses before it begins', async () => {
    const answer = await get(as('organiser'), `/audit/export?eventId=${springId}`);
    expect(answer.body).toContain('marks.entered');
    expect(answer.body).not.toContain('"A1"');
    expect((await get(as('judge'), `/audit/export?eventId=${springId}`)).statusCode).toBe(403);
    expect((await get(as('organiser'), `/audit/export?eventId=${autumnId}`)).statusCode).toBe(404);
  });
});
