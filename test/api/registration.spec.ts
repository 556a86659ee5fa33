import type { CompetitionEvent } from '@luban/events';
import type {
  CompetitorAccounts,
  Delegation,
  DelegationListReply,
  DrawReply,
  EntryOutcomes,
  EntryReply,
  MyEntries,
  QuotaReply,
  RosterPreview,
} from '@luban/registration';
import { testApp } from '../support/test-app.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../support/world-events.js';
import { givenDelegations, givenEntry, personNamed } from '../support/world-registration.js';
import { givenActor, type GivenActor, givenSignIn } from '../support/world.js';

const app = testApp({ worker: false });

type Headers = Record<string, string>;
const signedIn = async (given: GivenActor): Promise<Headers> => {
  const { accountId } = await givenActor(app.source.manager, given);
  return givenSignIn(app.source.manager, { accountId });
};
const send = (
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  who: Headers,
  payload?: object,
  more: Headers = {},
) =>
  app.api.inject({ method, url: `/api/v1/events/${event.id}${path}`, headers: { ...who, ...more }, payload });
const upload = (
  path: string,
  who: Headers,
  file: Buffer | string,
  fileName: string,
  fields: Record<string, string> = {},
) => {
  const line = '----luban';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join('')),
    Buffer.from(head),
    Buffer.from(file),
    Buffer.from(`\r\n--${line}--\r\n`),
  ]);
  const headers = { ...who, 'content-type': `multipart/form-data; boundary=${line}` };
  return app.api.inject({ method: 'POST', url: `/api/v1/events/${event.id}${path}`, headers, payload });
};
const version = (of: { version: number }): Headers => ({ 'if-match': `"${of.version}"` });

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let delegations: Delegation[];
let organiser: Headers;
let leader: Headers;
let judge: Headers;

beforeEach(async () => {
  const tx = app.source.manager;
  event = await givenEvent(tx);
  welding = await givenSkill(tx, event.id, { code: '10' });
  delegations = await givenDelegations(tx, event.id, 2);
  organiser = await signedIn({ role: 'organiser', eventId: event.id });
  leader = await signedIn({ role: 'teamLeader', eventId: event.id, delegationId: delegations[0]!.id });
  judge = await signedIn({ role: 'judge', eventId: event.id, skillId: welding.skill.id });
});

const wish = (n: number) => ({
  delegationId: delegations[0]!.id,
  skillId: welding.skill.id,
  groupId: welding.groups[0]!.id,
  competitors: [personNamed(n)],
});

describe('delegations and quotas', () => {
  it('are added by the list of 36 or from pasted text, each once', async () => {
    const national = await send('POST', '/delegation-lists', organiser, { source: 'national' });
    expect(national.json<DelegationListReply>()).toEqual({ added: 36, skipped: [] });
    expect(
      (await send('POST', '/delegation-lists', organiser, { source: 'national' })).json<DelegationListReply>()
        .added,
    ).toBe(0);
    const text = 'XZ2\t徐州代表队\n宿迁代表队\n';
    expect((await send('POST', '/delegation-lists', organiser, { source: 'text', text })).json()).toEqual({
      added: 2,
      skipped: [],
    });
    const bad = await send('POST', '/delegation-lists', organiser, {
      source: 'text',
      text: 'A,甲队\nA,乙队',
    });
    expect(bad.statusCode).toBe(400);
    expect(bad.json()).toMatchObject({ errors: [{ path: 'text.2', code: 'registration.list-code-twice' }] });
    expect((await send('POST', '/delegation-lists', leader, { source: 'national' })).statusCode).toBe(403);
  });

  it('ask for the version that was read, and say which one is current', async () => {
    const quota = (await send('GET', '/quotas', organiser)).json<QuotaReply>();
    const cells = [{ delegationId: null, skillId: welding.skill.id, groupId: null, places: 1 }];
    expect((await send('PUT', '/quotas', organiser, { cells })).statusCode).toBe(428);
    const set = await send('PUT', '/quotas', organiser, { cells }, version(quota));
    expect(set.statusCode).toBe(200);
    const stale = await send('PUT', '/quotas', organiser, { cells }, version(quota));
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ current: set.json<QuotaReply>().version });
  });
});

describe('entries', () => {
  it('give the last place to one of fifty requests over HTTP, and say to the others why not', async () => {
    const quota = (await send('GET', '/quotas', organiser)).json<QuotaReply>();
    const cells = [
      { delegationId: null, skillId: welding.skill.id, groupId: welding.groups[0]!.id, places: 1 },
    ];
    await send('PUT', '/quotas', organiser, { cells }, version(quota));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => send('POST', '/entries', leader, wish(n))),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(1);
    const refused = answers.filter(({ statusCode }) => statusCode === 409);
    expect(refused).toHaveLength(49);
    expect(refused[0]!.json()).toMatchObject({
      code: 'registration.quota-full',
      message: { zh: expect.stringContaining('名额已满') },
    });
  });

  it('are handed in, returned, mended and accepted, each step on the version that was seen', async () => {
    const made = await send(
      'POST',
      '/entries',
      leader,
      { ...wish(1), submit: true },
      { 'idempotency-key': 'one' },
    );
    const again = await send(
      'POST',
      '/entries',
      leader,
      { ...wish(1), submit: true },
      { 'idempotency-key': 'one' },
    );
    expect(again.json()).toEqual(made.json());
    const entry = made.json<EntryReply>();
    expect(entry.state).toBe('submitted');
    expect(
      (await send('PUT', `/entries/${entry.id}/acceptance`, leader, undefined, version(entry))).statusCode,
    ).toBe(403);
    const back = await send(
      'PUT',
      `/entries/${entry.id}/return`,
      organiser,
      { reason: '请写单位全称' },
      version(entry),
    );
    expect(back.json()).toMatchObject({ state: 'returned', returnReason: '请写单位全称' });
    expect(
      (await send('PUT', `/entries/${entry.id}/acceptance`, organiser, undefined, version(entry))).statusCode,
    ).toBe(412);
    const submitted = await send('PUT', `/entries/${entry.id}/submission`, leader, {}, version(back.json()));
    const preview = await send('POST', '/entry-review-previews', organiser, {
      decision: 'accept',
      entries: [{ id: entry.id, version: submitted.json<EntryReply>().version }],
    });
    expect(preview.json<EntryOutcomes>()).toMatchObject({ done: 1, refused: 0 });
    const accepted = await send(
      'PUT',
      `/entries/${entry.id}/acceptance`,
      organiser,
      undefined,
      version(submitted.json()),
    );
    expect(accepted.json()).toMatchObject({ state: 'accepted' });
  });

  it('are not for judges, nor for other delegations, nor for the public', async () => {
    const entry = (await send('POST', '/entries', leader, wish(1))).json<EntryReply>();
    const other = await signedIn({ role: 'teamLeader', eventId: event.id, delegationId: delegations[1]!.id });
    expect((await send('GET', `/entries/${entry.id}`, other)).statusCode).toBe(404);
    expect((await send('GET', '/entries', judge)).statusCode).toBe(403);
    expect((await send('GET', '/entries', {})).statusCode).toBe(401);
    expect(
      (
        await send('POST', '/entries', leader, {
          ...wish(1),
          competitors: [{ name: '陈', birthDate: '2003-13-45' }],
        })
      ).json(),
    ).toMatchObject({
      status: 400,
      errors: [{ path: 'competitors.0.birthDate' }],
    });
  });
});

describe('rosters', () => {
  const csv =
    '代表团,赛项,组别,姓名,出生日期\n南京市代表队,焊接,职工组,陈子轩,2004-05-09\n南京市代表队,焊工,职工组,林雨桐,2004-05-10\n';

  it('are previewed and imported from a file or pasted text, whole or not at all', async () => {
    const preview = (await upload('/roster-previews', leader, csv, 'roster.csv')).json<RosterPreview>();
    expect(preview.findings).toMatchObject([
      { cell: 'B3', code: 'registration.roster-skill-perhaps', severity: 'blocking' },
    ]);
    const refused = await upload('/roster-imports', leader, csv, 'roster.csv');
    expect(refused.statusCode).toBe(400);
    expect(refused.json()).toMatchObject({ code: 'registration.roster-faulty', errors: [{ path: 'B3' }] });
    const mended = csv.replace('焊工', '焊接');
    const done = await send('POST', '/roster-imports', leader, { text: mended, submit: true });
    expect(done.statusCode).toBe(201);
    expect(done.json()).toMatchObject({ counts: { entries: 2, competitors: 2, blocking: 0 } });
    expect(
      (await send('GET', '/entries?state=submitted', leader)).json<{ items: unknown[] }>().items,
    ).toHaveLength(2);
    expect((await send('POST', '/roster-imports', judge, { text: mended })).statusCode).toBe(403);
  });

  it('take corrected columns, sent back as the preview told them', async () => {
    const odd = '选送,内容,类,人,日子\n南京市代表队,焊接,职工组,陈子轩,2004-05-09\n';
    expect((await upload('/roster-previews', organiser, odd, 'x.csv')).statusCode).toBe(400);
    const { mapping } = (await upload('/roster-previews', organiser, csv, 'x.csv')).json<RosterPreview>();
    const corrected = {
      ...mapping,
      columns: { delegation: 'A', skill: 'B', group: 'C', name: 'D', birthDate: 'E' },
    };
    const seen = await upload('/roster-previews', organiser, odd, 'x.csv', {
      mapping: JSON.stringify(corrected),
    });
    expect(seen.json<RosterPreview>().counts).toMatchObject({ entries: 1, blocking: 0 });
  });

  it('have a template', async () => {
    const answer = await send('GET', '/roster-template.xlsx', leader);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('spreadsheetml');
  });
});

describe('the day', () => {
  const people = async () => {
    for (const [n, { id: delegationId }] of delegations.entries()) {
      const at = {
        eventId: event.id,
        delegationId,
        skillId: welding.skill.id,
        groupId: welding.groups[0]!.id,
      };
      await givenEntry(app.source.manager, { ...at, people: [personNamed(n)] });
    }
    await app.source.query(`UPDATE competition_event SET stage = 'preparation' WHERE id = $1`, [event.id]);
  };
  const skill = () => `/skills/${welding.skill.id}`;

  it('begins with a draw that judges never see, and a competitor sees his own place on', async () => {
    await people();
    const drawn = await send('POST', `${skill()}/draws`, organiser, {});
    expect(drawn.statusCode).toBe(201);
    expect(drawn.json<DrawReply>()).toMatchObject({ kind: 'full', entries: 2, places: 2 });
    expect(drawn.json()).not.toHaveProperty('codeSeed');
    for (const path of [
      `${skill()}/draws`,
      `${skill()}/placements`,
      `/registration-sheets/workstations?skillId=${welding.skill.id}`,
    ]) {
      expect((await send('GET', path, judge)).statusCode).toBe(403);
      expect((await send('GET', path, organiser)).statusCode).toBe(200);
    }
    const ids: { id: string }[] = await app.source.query(
      `SELECT id FROM competitor WHERE event_id = $1 ORDER BY id`,
      [event.id],
    );
    const made = await send(
      'POST',
      '/competitor-accounts',
      leader,
      { competitorIds: [ids[0]!.id] },
      { 'idempotency-key': 'accounts' },
    );
    const [account] = made.json<CompetitorAccounts>().items;
    expect(account!.initialPassword).toBeTruthy();
    const me = await givenSignIn(app.source.manager, { accountId: account!.accountId });
    await app.source.query(`UPDATE account SET must_change_password = false WHERE id = $1`, [
      account!.accountId,
    ]);
    const mine = (await send('GET', '/my-placements', me)).json<MyEntries>();
    expect(mine.entries).toHaveLength(1);
    expect(mine.entries[0]!.placements[0]).toMatchObject({
      moduleCode: 'A',
      workstationCode: expect.stringMatching(/^W0\d$/),
    });
    const other = await signedIn({ role: 'teamLeader', eventId: event.id, delegationId: delegations[1]!.id });
    expect(
      (await send('POST', '/competitor-accounts', other, { competitorIds: [ids[0]!.id] })).statusCode,
    ).toBe(404);
  });

  it('lists what is missing for a draw with the page where it is mended', async () => {
    await people();
    await app.source.query(`UPDATE workstation SET state = 'failed' WHERE event_id = $1`, [event.id]);
    const refused = await send('POST', `${skill()}/draws`, organiser, {});
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      code: 'registration.draw-not-possible',
      findings: [
        { code: 'registration.draw-no-workstations', href: `/events/${event.id}/skills/${welding.skill.id}` },
      ],
    });
  });

  it('checks people in at the desk and gives the sheets as workbooks', async () => {
    await people();
    await send('POST', `${skill()}/draws`, organiser, {});
    const floor = await signedIn({ role: 'floorJudge', eventId: event.id, skillId: welding.skill.id });
    const desk = await send(
      'GET',
      `/check-ins?skillId=${welding.skill.id}&moduleId=${welding.modules[0]!.id}`,
      floor,
    );
    const { items } = desk.json<{ items: { entryId: string }[] }>();
    expect(items).toHaveLength(2);
    const record = { entryId: items[0]!.entryId, moduleId: welding.modules[0]!.id, status: 'disqualified' };
    expect((await send('POST', '/check-ins', floor, record)).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'reason' }],
    });
    const done = await send('POST', '/check-ins', floor, { ...record, reason: '携带违禁工具' });
    expect(done.json()).toMatchObject({ entryStatus: 'disqualified' });
    const [latest] = done.json<{ items: { id: string }[] }>().items;
    const undone = await send('PUT', `/check-ins/${latest!.id}/undoing`, floor);
    expect(undone.json()).toMatchObject({ entryStatus: 'entered' });
    const sheet = await send(
      'GET',
      `/registration-sheets/check-in/workbook.xlsx?skillId=${welding.skill.id}`,
      floor,
    );
    expect(sheet.statusCode).toBe(200);
    expect(decodeURIComponent(String(sheet.headers['content-disposition']))).toContain('检录表');
    expect(
      (await send('GET', `/registration-sheets/secret?skillId=${welding.skill.id}`, organiser)).statusCode,
    ).toBe(404);
  });
});
