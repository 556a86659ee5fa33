import type { Actor } from '@luban/audit';
import type { CompetitionEvent } from '@luban/events';
import { Failure, StandingClock } from '@luban/platform';
import type { Delegation, RosterFindingReply } from '@luban/registration';
import { readRoster } from '@luban/workbooks';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenEvent, givenSkill, type GivenSkillSetUp } from '../../../test/support/world-events.js';
import {
  actorIn,
  givenDelegations,
  personNamed,
  registrationOn,
} from '../../../test/support/world-registration.js';

const database = testDatabase();
const clock = new StandingClock(new Date('2027-03-01T02:00:00Z'));

let event: CompetitionEvent;
let welding: GivenSkillSetUp;
let delegations: Delegation[];
let leader: Actor;
let organiser: Actor;
let rooms: ReturnType<typeof registrationOn>;

beforeEach(async () => {
  const tx = database.source.manager;
  clock.set(new Date('2027-03-01T02:00:00Z'));
  event = await givenEvent(tx);
  await tx.query(
    `UPDATE competition_event SET registration_closes_at = '2027-03-31T09:00:00Z' WHERE id = $1`,
    [event.id],
  );
  welding = await givenSkill(tx, event.id, { code: '10', name: '焊接' });
  await givenSkill(tx, event.id, {
    code: '21',
    name: '混凝土建筑',
    teamSize: 2,
    groups: ['worker'],
  });
  delegations = await givenDelegations(tx, event.id, 3);
  leader = await actorIn(tx, event.id, 'teamLeader', { delegationId: delegations[0]!.id });
  organiser = await actorIn(tx, event.id, 'organiser');
  rooms = registrationOn(database.source, clock);
});

const pasted = (...lines: string[]) => ({
  pasted: ['代表团\t赛项\t组别\t姓名\t性别\t出生日期\t单位\t队伍', ...lines].join('\n'),
});
const preview = (actor: Actor, source: { pasted: string }) =>
  rooms.rosters.preview(actor, event.id, source, {});
const importing = (actor: Actor, source: { pasted: string }, more: object = {}) =>
  rooms.rosters.import(actor, event.id, source, more);
const told = (findings: RosterFindingReply[]) =>
  findings.map(({ cell, code, severity }) => `${cell} ${code.replace('registration.', '')} ${severity}`);
const failureOf = async (promise: Promise<unknown>): Promise<Failure> => {
  const thrown: unknown = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof Failure)) throw thrown ?? new Error('it was not refused');
  return thrown;
};
const entered = async () => (await rooms.entries.list(organiser, event.id, { limit: 500 })).items;

const good = pasted(
  '南京市代表队\t焊接\t职工组\t陈 子轩\t男\t2004/5/9\t金陵职业技术学院',
  '苏州\t10\t学生\t林雨桐\t女\t2005年11月2日\t苏州技师学院\t',
  '03\t混凝土建筑\t\t黄浩然\t男\t20040101\t无锡建工\t一队',
  '无锡市代表队\t混凝土建筑\t职工组\t周思远\t男\t2004.2.3\t无锡建工\t一队',
);

describe('a roster', () => {
  it('is previewed row by row and keeps nothing', async () => {
    const seen = await preview(organiser, good);
    expect(seen.counts).toEqual({
      rows: 4,
      entries: 3,
      competitors: 4,
      entered: 0,
      blocking: 0,
      warnings: 0,
    });
    expect(seen.rows[0]).toEqual({
      row: 2,
      delegationName: '南京市代表队',
      skillName: '焊接',
      groupName: '职工组',
      team: '',
      name: '陈子轩',
      sex: 'male',
      birthDate: '2004-05-09',
      unit: '金陵职业技术学院',
      outcome: 'new',
    });
    expect(seen.rows[1]).toMatchObject({
      delegationName: '苏州市代表队',
      skillName: '焊接',
      groupName: '学生组',
      birthDate: '2005-11-02',
    });
    expect(await entered()).toEqual([]);
  });

  it('is imported whole, pairs as one entry, audited entry by entry', async () => {
    const done = await importing(organiser, good, { submit: true });
    expect(done.counts).toMatchObject({ entries: 3, competitors: 4 });
    const entries = await entered();
    expect(
      entries.map(({ competitors, teamName, state }) => [
        competitors.map(({ name }) => name),
        teamName,
        state,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [['陈子轩'], null, 'submitted'],
        [['林雨桐'], null, 'submitted'],
        [['黄浩然', '周思远'], '一队', 'submitted'],
      ]),
    );
    const audit: unknown[] = await database.source.query(
      `SELECT 1 FROM audit_entry WHERE event_id = $1 AND verb = 'entry.imported'`,
      [event.id],
    );
    expect(audit).toHaveLength(3);
  });

  it('names every bad cell by its address, suggests what was meant, and imports nothing of the rest', async () => {
    const bad = pasted(
      '南京市代表队\t焊接\t职工组\t陈子轩\t男\t2004-05-09\t金陵',
      '南京市代表对\t焊 接工\t职工组\t林雨桐\t?\t2005-02-30\t金陵',
      '苏州市代表队\t焊接\t少年组\t\t女\t2005-11\t苏州',
      '苏州市代表队\t混凝土建筑\t职工组\t黄浩然\t男\t2004-01-01\t苏州\t',
      '苏州市代表队\t混凝土建筑\t职工组\t周思远\t男\t2004-02-03\t苏州\t二队',
      '南京市代表队\t焊接\t职工组\t陈子轩\t男\t2004-05-09\t金陵',
    );
    const failure = await failureOf(importing(organiser, bad));
    expect(failure.code).toBe('registration.roster-faulty');
    const errors = failure.extra.errors as { path: string; code: string; message: { zh: string } }[];
    expect(errors.map(({ path, code }) => `${path} ${code.replace('registration.', '')}`)).toEqual([
      'A3 roster-delegation-perhaps',
      'B3 roster-skill-perhaps',
      'E3 roster-sex-unreadable',
      'F3 roster-date-unreadable',
      'C4 roster-group-unknown',
      'D4 name-missing',
      'F4 roster-date-unreadable',
      'H5 roster-team-missing',
      'H6 roster-team-size',
      'D7 roster-twice-here',
    ]);
    expect(errors[0]!.message.zh).toContain('是不是“南京市代表队”');
    expect(await entered()).toEqual([]);
    const seen = await preview(organiser, bad);
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual([
      'new',
      'faulty',
      'faulty',
      'faulty',
      'faulty',
      'faulty',
    ]);
  });

  it('enters nobody twice when it comes twice, and only the new ones when it has grown', async () => {
    await importing(organiser, good);
    const again = await importing(organiser, good);
    expect(again.counts).toMatchObject({ entries: 0, entered: 3, blocking: 0 });
    const grown = { pasted: `${good.pasted}\n南京市代表队\t焊接\t学生组\t徐佳怡\t女\t2005-03-04\t金陵` };
    expect((await importing(organiser, grown)).counts).toMatchObject({ entries: 1, entered: 3 });
    expect(await entered()).toHaveLength(4);
    const clash = pasted('南京市代表队\t焊接\t学生组\t陈子轩\t男\t2004-05-09\t金陵');
    expect(told((await preview(organiser, clash)).findings)).toEqual(['D2 roster-entered-already blocking']);
  });

  it("is the leader's own delegation only, which he need not write", async () => {
    const own = { pasted: '赛项,组别,姓名,出生日期\n焊接,职工组,陈子轩,2004-05-09' };
    expect((await importing(leader, own)).counts.entries).toBe(1);
    expect((await entered())[0]!.delegationName).toBe('南京市代表队');
    const other = pasted('苏州市代表队\t焊接\t职工组\t林雨桐\t女\t2005-11-02\t苏州');
    expect(told((await preview(leader, other)).findings)).toEqual(['A2 roster-other-delegation blocking']);
    expect(
      (await failureOf(rooms.rosters.preview(leader, event.id, other, { delegationId: delegations[1]!.id })))
        .code,
    ).toBe('registration.delegation-not-found');
  });

  it('stops at the quota exactly, naming the rows beyond it, also when rosters arrive together', async () => {
    const { version } = await rooms.quotas.read(organiser, event.id);
    const cell = { delegationId: null, skillId: welding.skill.id, groupId: null, places: 2 };
    await rooms.quotas.set(organiser, event.id, version, { cells: [cell] });
    const row = (n: number) =>
      `南京市代表队\t焊接\t职工组\t${personNamed(n).name}\t男\t${personNamed(n).birthDate}\t金陵`;
    expect(told((await preview(organiser, pasted(row(1), row(2), row(3)))).findings)).toEqual([
      'B4 roster-quota blocking',
    ]);
    const answers = await Promise.allSettled(
      [10, 20, 30, 40].map((n) => importing(leader, pasted(row(n), row(n + 1)))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await entered()).toHaveLength(2);
  });

  it('closes like every entry; the organiser imports late with a reason', async () => {
    clock.set(new Date('2027-03-31T09:00:00Z'));
    const own = pasted('\t焊接\t职工组\t陈子轩\t男\t2004-05-09\t金陵');
    expect((await failureOf(importing(leader, own))).code).toBe('registration.closed');
    expect((await failureOf(importing(organiser, good))).code).toBe('registration.late-reason-needed');
    await importing(organiser, good, { lateReason: '系统维护期间未能提交' });
    expect((await entered())[0]!.lateReason).toBe('系统维护期间未能提交');
  });

  it('holds birth dates against the age limit of the skill, and leaves out coaches', async () => {
    await database.source.query(`UPDATE skill SET age_years_max = 22 WHERE event_id = $1 AND id = $2`, [
      event.id,
      welding.skill.id,
    ]);
    const source = {
      pasted:
        '代表团\t赛项\t组别\t姓名\t出生日期\t身份\n南京\t焊接\t职工组\t陈子轩\t2004-12-31\t选手\n南京\t焊接\t职工组\t林雨桐\t\t选手\n南京\t焊接\t职工组\t老郭\t1970-01-01\t教练',
    };
    expect(told((await preview(organiser, source)).findings)).toEqual([
      'E2 over-age blocking',
      'E3 birth-date-needed blocking',
      'F4 roster-not-a-competitor warning',
    ]);
  });

  it('pairs people who name each other', async () => {
    const source = {
      pasted:
        '代表团\t赛项\t姓名\t出生日期\t搭档\n南京\t混凝土建筑\t黄浩然\t2004-01-01\t周思远\n南京\t混凝土建筑\t周思远\t2004-02-03\t黄浩然',
    };
    await importing(organiser, source);
    expect((await entered()).map(({ competitors, teamName }) => [competitors.length, teamName])).toEqual([
      [2, null],
    ]);
  });

  it('takes four thousand rows in a few seconds', async () => {
    const tx = database.source.manager;
    const many = await givenDelegations(tx, (event = await givenEvent(tx)).id, 40);
    organiser = await actorIn(tx, event.id, 'organiser');
    for (let n = 0; n < 10; n += 1)
      await givenSkill(tx, event.id, {
        code: `${n + 1}`,
        name: `项目${'一二三四五六七八九十'[n]}`,
        groups: ['worker'],
      });
    const rows = Array.from({ length: 4000 }, (_, n) => {
      const day = new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
      return `${many[n % 40]!.name}\t${1 + (Math.floor(n / 40) % 10)}\t职工组\t陈${'子轩雨桐浩然'[n % 6]}\t男\t${day}\t金陵职业技术学院`;
    });
    const from = Date.now();
    const done = await importing(organiser, pasted(...rows));
    expect(done.counts).toMatchObject({ entries: 4000, competitors: 4000 });
    expect(Date.now() - from).toBeLessThan(8000);
  });

  it('says what is wrong with a file that is no roster', async () => {
    const failure = await failureOf(
      rooms.rosters.preview(organiser, event.id, new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), {}),
    );
    expect(failure.code).toBe('registration.roster-unreadable');
    expect((await failureOf(preview(organiser, { pasted: '你好' }))).code).toBe(
      'registration.roster-unreadable',
    );
    expect((await failureOf(preview(organiser, { pasted: '姓名\t单位\n' }))).code).toBe(
      'registration.roster-empty',
    );
  });

  it('has a template that is read as it is', async () => {
    const bytes = await rooms.rosters.template(leader, event.id);
    const { mapping } = await readRoster(bytes);
    expect(Object.keys(mapping.columns)).toEqual(
      expect.arrayContaining(['delegation', 'skill', 'group', 'name', 'birthDate', 'team']),
    );
  });
});
