import type { Actor } from '@luban/audit';
import { type CompetitionEvent, stageChecks } from '@luban/events';
import { Audit } from '@luban/audit';
import { Failure, StandingClock } from '@luban/platform';
import {
  addRegistrationStageChecks,
  type Delegation,
  type Entry,
  Labels,
  registrationHomeItems,
  type SheetKind,
  Sheets,
} from '@luban/registration';
import { readWorkbook } from '@luban/workbooks';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../../../test/support/world-events.js';
import {
  actorIn,
  givenDelegations,
  givenEntry,
  personNamed,
  registrationOn,
} from '../../../test/support/world-registration.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-05-10T02:00:00Z'));

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let delegations: Delegation[];
let entries: Entry[];
let organiser: Actor;
let rooms: ReturnType<typeof registrationOn>;

beforeEach(async () => {
  const tx = database.source.manager;
  clock.set(new Date('2027-05-10T02:00:00Z'));
  event = await givenEvent(tx, { stage: 'preparation' });
  welding = await givenSkill(tx, event.id, { code: '10', modules: ['A', 'B'], workstations: 4 });
  delegations = await givenDelegations(tx, event.id, 3);
  entries = [];
  for (const [n, { id: delegationId }] of delegations.entries()) {
    const at = { eventId: event.id, delegationId, skillId: welding.skill.id, groupId: welding.groups[0]!.id };
    entries.push(await givenEntry(tx, { ...at, people: [personNamed(n)] }));
  }
  organiser = await actorIn(tx, event.id, 'organiser');
  rooms = registrationOn(database.source, clock);
});

const refusal = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (failure) {
    if (failure instanceof Failure) return failure.code;
    throw failure;
  }
};
const draw = () => rooms.draws.hold(organiser, event.id, welding.skill.id, {});

describe('sheets', () => {
  const sheets = () => new Sheets(database.source);
  const read = (kind: SheetKind, actor: Actor = organiser) =>
    sheets().read(actor, event.id, kind, { skillId: welding.skill.id });

  it('exist as one check-in list before the draw, and by session with workstations after it', async () => {
    const before = await read('check-in');
    expect(before.tables).toHaveLength(1);
    expect(before.tables[0]!.rows.map((row) => row[2])).toEqual([0, 1, 2].map((n) => personNamed(n).name));
    expect(await refusal(read('workstations'))).toBe('registration.sheet-too-early');
    await draw();
    const after = await read('check-in');
    expect(after.tables.length).toBe(4);
    expect(after.tables[0]!.title.zh).toMatch(/^A 模块 A · A-1 · 2027-05-11 09:00–11:00$/);
    expect(after.versionCode).not.toBe(before.versionCode);
    expect((await read('check-in')).versionCode).toBe(after.versionCode);
  });

  it('show no name on the 赛位表, no code on any, and names on the register to the organiser only', async () => {
    await draw();
    const supervisor = await actorIn(database.source.manager, event.id, 'supervisor');
    const codes: { code: string }[] = await database.source.query(
      `SELECT code FROM work WHERE event_id = $1`,
      [event.id],
    );
    const shown = JSON.stringify([
      await read('check-in'),
      await read('workstations'),
      await read('draw'),
      await read('draw', supervisor),
    ]);
    for (const { code } of codes) expect(shown).not.toContain(code);
    const name = personNamed(0).name;
    expect(JSON.stringify(await read('workstations'))).not.toContain(name);
    expect(JSON.stringify(await read('draw'))).toContain(name);
    expect(JSON.stringify(await read('draw', supervisor))).not.toContain(name);
    expect(await refusal(read('check-in', supervisor))).toBe('identity.role-may-not');
    const judge = await actorIn(database.source.manager, event.id, 'judge', { skillId: welding.skill.id });
    expect(await refusal(read('workstations', judge))).toBe('identity.role-may-not');
  });

  it('are the same as a workbook, with the version code on it', async () => {
    await draw();
    const reply = await read('workstations');
    const { bytes, fileName } = await sheets().workbook(organiser, event.id, 'workstations', {
      skillId: welding.skill.id,
    });
    expect(fileName).toBe(`赛位表 10 焊接　${welding.venue.name} ${reply.versionCode}.xlsx`);
    const workbook = await readWorkbook(bytes);
    expect(workbook.sheets).toHaveLength(reply.tables.length);
    const texts = workbook.sheets[0]!.rows.flatMap(({ cells }) =>
      [...cells.values()].map(({ value }) => String(value)),
    );
    expect(texts).toEqual(expect.arrayContaining(['赛位表', '参赛编号', reply.tables[0]!.rows[0]![2]!]));
    expect(texts.some((text) => text.includes(reply.versionCode))).toBe(true);
  });
});

describe('labels of works', () => {
  const labels = () => new Labels(database.source, new Audit(clock));

  it('name workstation and code only, and each release is recorded with its purpose', async () => {
    await draw();
    const wish = { sessionId: welding.sessions[0]!.id, purpose: 'A 模块第一场赛件贴标' };
    const released = await labels().release(organiser, event.id, wish);
    expect(released.labels.length).toBeGreaterThan(0);
    expect(Object.keys(released.labels[0]!).sort()).toEqual(['workCode', 'workstationCode']);
    const audit: { reason: string; after: object }[] = await database.source.query(
      `SELECT reason, after FROM audit_entry WHERE event_id = $1 AND verb = 'labels.released'`,
      [event.id],
    );
    expect(audit).toEqual([{ reason: wish.purpose, after: { labels: released.labels.length } }]);
    const tx = database.source.manager;
    for (const role of ['host', 'floorJudge', 'supervisor'] as const) {
      expect(await refusal(labels().release(await actorIn(tx, event.id, role), event.id, wish))).toBe(
        'identity.role-may-not',
      );
    }
  });
});

describe('stages and homes', () => {
  beforeAll(() => addRegistrationStageChecks(() => clock.now()));
  const checks = async (to: 'registration' | 'preparation' | 'competition') => {
    const ours = stageChecks().filter(
      ({ code, stages }) => code.startsWith('registration.') && stages.includes(to),
    );
    const found = await Promise.all(ours.map((check) => check.run(database.source.manager, event.id)));
    return found.flat().map(({ code, severity }) => `${code.slice(13)} ${severity}`);
  };

  it('wants delegations before registration opens', async () => {
    expect(await checks('registration')).toEqual([
      'delegations-ready passed',
      'no-quotas warning',
      'delegations-unled warning',
    ]);
    event = await givenEvent(database.source.manager, { stage: 'draft' });
    expect(await checks('registration')).toEqual(['no-delegations blocking']);
  });

  it('wants all entries reviewed before registration ends, and warns of small fields without blocking', async () => {
    expect(await checks('preparation')).toEqual([
      'entries-reviewed passed',
      'skill-small warning',
      'skill-small warning',
    ]);
    await database.source.query(`UPDATE entry SET state = 'submitted' WHERE id = $1`, [entries[0]!.id]);
    await database.source.query(`UPDATE entry SET state = 'returned' WHERE id = $1`, [entries[1]!.id]);
    expect((await checks('preparation')).slice(0, 2)).toEqual([
      'entries-waiting blocking',
      'entries-returned warning',
    ]);
  });

  it('wants every skill drawn and everybody at a working place before the competition', async () => {
    expect(await checks('competition')).toEqual(['skill-not-drawn blocking']);
    await draw();
    expect(await checks('competition')).toEqual(['all-drawn passed']);
    await database.source.query(`UPDATE workstation SET state = 'failed' WHERE event_id = $1`, [event.id]);
    expect(await checks('competition')).toEqual(['placed-at-failed blocking']);
  });

  it('tells the organiser what to draw and review, and the leader what to mend and until when', async () => {
    const home = (actor: Actor) => registrationHomeItems(actor, database.source.manager, clock.now());
    const shown = async (actor: Actor) =>
      (await home(actor)).map(({ code, params, urgency }) => [code.slice(13), params.count, urgency]);
    expect(await shown(organiser)).toEqual([['home-draw', 1, 'soon']]);
    await database.source.query(
      `UPDATE competition_event SET stage = 'registration', registration_closes_at = '2027-05-10T12:00:00Z' WHERE id = $1`,
      [event.id],
    );
    await database.source.query(`UPDATE entry SET state = 'submitted' WHERE id = $1`, [entries[0]!.id]);
    await database.source.query(`UPDATE entry SET state = 'returned' WHERE id = $1`, [entries[1]!.id]);
    expect(await shown(organiser)).toEqual([['home-review', 1, 'soon']]);
    const leader = await actorIn(database.source.manager, event.id, 'teamLeader', {
      delegationId: delegations[1]!.id,
    });
    expect(await shown(leader)).toEqual([['home-returned', 1, 'now']]);
    await database.source.query(`UPDATE entry SET state = 'draft' WHERE id = $1`, [entries[1]!.id]);
    expect(await home(leader)).toMatchObject([
      { code: 'registration.home-drafts', urgency: 'now', dueAt: '2027-05-10T12:00:00.000Z' },
    ]);
  });
});
