import { StandingClock } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { givenAccount, givenActor } from '../../../test/support/world.js';
import { givenEvent } from '../../../test/support/world-events.js';
import {
  aScheme,
  givenJudge,
  givenJudging,
  type GivenJudging,
  givenWorks,
  judgingOn,
  type JudgingServices,
} from '../../../test/support/world-judging.js';
import { checkMarkingSetUp } from './scheme-checks.js';

const database = testDatabase();
let services: JudgingServices;
let world: GivenJudging;
beforeEach(async () => {
  services ??= judgingOn(
    database.source,
    database.url,
    new StandingClock(new Date('2027-05-01T02:00:00.000Z')),
  );
  world = await database.source.transaction((tx) => givenJudging(tx));
});
afterAll(() => services.close());

const db = () => database.source.manager;
const at = (): [string, string] => [world.at.eventId, world.at.skillId];
const judge = (name: string, delegation: number | null, part?: 'chiefJudge') =>
  givenJudge(services, db(), world, name, delegation, part);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'granted',
    (refused: { code?: string }) => refused.code,
  );
const rolesOf = async (accountId: string): Promise<string[]> =>
  (
    await db().query(`SELECT role FROM role_grant WHERE account_id = $1 AND ended_at IS NULL ORDER BY 1`, [
      accountId,
    ])
  ).map(({ role }: { role: string }) => role);

const saveTeam = (name: string, members: string[], standIns: string[] = []) =>
  services.teams.save(world.organiser, ...at(), {
    name,
    members: [
      ...members.map((judgeId, i) => ({ judgeId, seat: i + 1, part: 'member' as const })),
      ...standIns.map((judgeId) => ({ judgeId, part: 'standIn' as const })),
    ],
  });

/** A scheme in force, one team of three from the first three cities with a stand-in of none, all sub-criteria theirs. */
async function marking(mode: 'open' | 'coded' = 'coded', works = true) {
  const works_ = works ? await givenWorks(db(), world) : null;
  const draft = await services.schemes.build(world.organiser, ...at(), aScheme());
  await services.schemes.putInForce(world.organiser, world.at.eventId, draft.id);
  const members = [await judge('张伟', 0), await judge('李娜', 1), await judge('王强', 2)];
  const standIn = await judge('替补 刘洋', null);
  const team = await saveTeam(
    '一组',
    members.map(({ id }) => id),
    [standIn.id],
  );
  const { items } = await services.teams.subCriteria(world.organiser, ...at());
  await services.teams.assign(
    world.organiser,
    ...at(),
    items.map(({ id }) => ({ subCriterionId: id, teamId: team.id, compatriotMode: mode })),
  );
  return { works: works_, members, standIn, team, subCriteria: items };
}

/** Sub-criterion and delegation → the names in seats 1 to 3. */
async function seatNames(): Promise<Record<string, string>> {
  const rows: { cell: string; names: string }[] = await db().query(
    `SELECT sc.code || ' ' || d.name AS cell, string_agg(a.display_name, ' ' ORDER BY t.seat) AS names
     FROM marking_form f
     JOIN sub_criterion sc ON sc.event_id = f.event_id AND sc.id = f.sub_criterion_id
     JOIN blind_code b ON b.event_id = f.event_id AND b.work_id = f.work_id
     JOIN entry e ON e.event_id = b.event_id AND e.id = b.entry_id
     JOIN delegation d ON d.event_id = e.event_id AND d.id = e.delegation_id
     JOIN marking_form_seat t ON t.event_id = f.event_id AND t.form_id = f.id
     JOIN judge j ON j.event_id = t.event_id AND j.id = t.judge_id
     JOIN account a ON a.id = j.account_id
     WHERE f.event_id = $1 GROUP BY 1 ORDER BY 1`,
    [world.at.eventId],
  );
  return Object.fromEntries(rows.map(({ cell, names }) => [cell, names]));
}

describe('judges of a skill', () => {
  it('get the role with their part, and lose it with their part', async () => {
    const { id, actor } = await judge('张伟', 0);
    expect(await rolesOf(actor.accountId)).toEqual(['judge']);
    await services.judges.end(world.organiser, world.at.eventId, id);
    expect(await rolesOf(actor.accountId)).toEqual([]);
    expect((await services.judges.list(world.organiser, ...at())).items).toEqual([]);
    expect(await refusal(services.judges.end(world.organiser, world.at.eventId, id))).toBe(
      'judging.judge-not-found',
    );
  });

  it('may be added again and named twice without becoming two', async () => {
    const account = await givenAccount(db(), { name: '张伟' });
    const one = { accountId: account.id, part: 'judge' as const, delegationId: world.delegations[0]?.id };
    await services.judges.add(world.organiser, ...at(), [one, one]);
    const { items } = await services.judges.add(world.organiser, ...at(), [one]);
    expect(items).toMatchObject([
      { displayName: '张伟', delegationName: '南京市代表队', conflicts: [], teams: [] },
    ]);
    const audited = await db().query(
      `SELECT 1 FROM audit_entry WHERE event_id = $1 AND verb = 'judge.added'`,
      [world.at.eventId],
    );
    expect(audited).toHaveLength(1);
  });

  it('are never chief judge of the same skill, which enters no score and sits in no team', async () => {
    const chief = await judge('裁判长 赵敏', null, 'chiefJudge');
    const both = { accountId: chief.actor.accountId, part: 'judge' as const };
    expect(await refusal(services.judges.add(world.organiser, ...at(), [both]))).toBe(
      'judging.chief-cannot-mark',
    );
    const [a, b] = [await judge('张伟', 0), await judge('李娜', 1)];
    expect(await refusal(saveTeam('一组', [a.id, b.id, chief.id]))).toBe('judging.not-a-judge');
  });

  it('are added by the organiser of this event alone', async () => {
    const account = await givenAccount(db());
    const stranger = await givenActor(db(), { role: 'organiser', eventId: (await givenEvent(db())).id });
    const { actor } = await judge('张伟', 0);
    const add = (who: typeof actor) =>
      refusal(services.judges.add(who, ...at(), [{ accountId: account.id, part: 'judge' }]));
    expect([await add(stranger), await add(actor)]).toEqual([
      'events.skill-not-found',
      'identity.role-may-not',
    ]);
  });

  it('name accounts and delegations that are there', async () => {
    const account = await givenAccount(db());
    const add = (over: { accountId?: string; delegationId?: string }) =>
      refusal(
        services.judges.add(world.organiser, ...at(), [{ accountId: account.id, part: 'judge', ...over }]),
      );
    expect(await add({ accountId: world.event.id })).toBe('judging.account-unknown');
    expect(await add({ delegationId: world.event.id })).toBe('judging.delegation-unknown');
  });
});

describe('marking teams', () => {
  it('have as many seats as the panel has judges, each once', async () => {
    const [a, b, c] = [await judge('张伟', 0), await judge('李娜', 1), await judge('王强', 2)];
    expect(await refusal(saveTeam('一组', [a.id, b.id]))).toBe('judging.seats-wrong');
    expect(await refusal(saveTeam('一组', [a.id, b.id, b.id]))).toBe('judging.judge-twice-in-team');
    expect(await saveTeam('一组', [a.id, b.id, c.id])).toMatchObject({
      version: 1,
      members: [{ seat: 1 }, { seat: 2 }, { seat: 3 }],
    });
    expect(await refusal(saveTeam('一组', [a.id, b.id, c.id]))).toMatch(/team-name-taken|23505/);
  });

  it('have five seats where the policy drops the highest and the lowest', async () => {
    world = await database.source.transaction((tx) => givenJudging(tx, { policy: 'national-2020' }));
    const panel = world.skill.policy.judgement.panel.judges;
    const ids: string[] = [];
    for (let i = 0; i < panel; i++) ids.push((await judge(`裁判${i}`, null)).id);
    expect(await refusal(saveTeam('一组', ids.slice(1)))).toBe('judging.seats-wrong');
    expect((await saveTeam('一组', ids)).members).toHaveLength(panel);
  });

  it('are replaced on the version that was read, and dissolved when nothing is theirs', async () => {
    const { team, members, standIn } = await marking('coded', false);
    const replace = (version: number) =>
      services.teams.save(
        world.organiser,
        ...at(),
        { name: '改名', members: members.map(({ id }, i) => ({ judgeId: id, seat: i + 1, part: 'member' })) },
        { teamId: team.id, version },
      );
    expect(await replace(1)).toMatchObject({ name: '改名', version: 2, subCriteria: ['A1', 'A2', 'B1'] });
    expect(await refusal(replace(1))).toBe('judging.team-changed');
    const dissolve = () => services.teams.remove(world.organiser, ...at(), team.id);
    expect(await refusal(dissolve())).toBe('judging.team-is-assigned');
    expect(await refusal(services.judges.end(world.organiser, world.at.eventId, members[0]?.id ?? ''))).toBe(
      'judging.judge-is-seated',
    );
    await services.judges.end(world.organiser, world.at.eventId, standIn.id);
  });

  it('may be dissolved when only a superseded scheme still names them', async () => {
    const { team } = await marking('coded', false);
    const other = await saveTeam(
      '二组',
      (await services.teams.list(world.organiser, ...at())).items[0]?.members
        .filter((m) => m.part === 'member')
        .map((m) => m.judgeId) ?? [],
    );
    const draft = await services.schemes.build(world.organiser, ...at(), aScheme());
    await services.schemes.putInForce(world.organiser, world.at.eventId, draft.id);
    const { items } = await services.teams.subCriteria(world.organiser, ...at());
    await services.teams.assign(
      world.organiser,
      ...at(),
      items.map(({ id }) => ({ subCriterionId: id, teamId: other.id, compatriotMode: 'coded' })),
    );
    await services.teams.remove(world.organiser, ...at(), team.id);
    expect((await services.teams.list(world.organiser, ...at())).items.map(({ name }) => name)).toEqual([
      '二组',
    ]);
  });

  it('are assigned only to sub-criteria of the scheme in force', async () => {
    const { team, subCriteria } = await marking('coded', false);
    const draft = await services.schemes.build(world.organiser, ...at(), aScheme());
    await services.schemes.putInForce(world.organiser, world.at.eventId, draft.id);
    const old = {
      subCriterionId: subCriteria[0]?.id ?? '',
      teamId: team.id,
      compatriotMode: 'coded' as const,
    };
    expect(await refusal(services.teams.assign(world.organiser, ...at(), [old]))).toBe(
      'judging.sub-criterion-not-found',
    );
  });
});

describe('opening forms', () => {
  it('makes each form once, however often and by how many at the same moment', async () => {
    await marking();
    const made = await Promise.all([services.openForms.run(...at()), services.openForms.run(...at())]);
    expect(made.map(({ forms }) => forms).sort((a, b) => a - b)).toEqual([0, 12]);
    expect(await services.openForms.run(...at())).toEqual({ forms: 0 });
    const [{ seats }] = await db().query(
      `SELECT count(*)::int AS seats FROM marking_form_seat WHERE event_id = $1`,
      [world.at.eventId],
    );
    expect(seats).toBe(36);
  });

  it('seats the same judges on every code where works are coded, so that nothing is withheld', async () => {
    await marking('coded');
    await services.openForms.run(...at());
    expect(new Set(Object.values(await seatNames()))).toEqual(new Set(['张伟 李娜 王强']));
  });

  it('gives a compatriot’s seat to the stand-in where the work is seen with its maker', async () => {
    await marking('open');
    await services.openForms.run(...at());
    const seats = await seatNames();
    expect(seats['A1 南京市代表队']).toBe('替补 刘洋 李娜 王强');
    expect(seats['A1 苏州市代表队']).toBe('张伟 替补 刘洋 王强');
    expect(seats['A1 常州市代表队']).toBe('张伟 李娜 王强');
  });

  it('follows a declared conflict, and its end, on forms that are not marked', async () => {
    const { members } = await marking('open');
    await services.openForms.run(...at());
    const fourth = world.delegations[3]?.id ?? '';
    const { conflicts } = await services.judges.declareConflict(
      world.organiser,
      world.at.eventId,
      members[0]?.id ?? '',
      {
        delegationId: fourth,
        reason: '师徒关系',
      },
    );
    await services.openForms.run(...at());
    expect((await seatNames())['B1 常州市代表队']).toBe('替补 刘洋 李娜 王强');
    await services.judges.endConflict(
      world.organiser,
      world.at.eventId,
      members[0]?.id ?? '',
      conflicts[0]?.id ?? '',
    );
    await services.openForms.run(...at());
    expect((await seatNames())['B1 常州市代表队']).toBe('张伟 李娜 王强');
  });

  it('touches no form that carries marks, and refuses another team for it', async () => {
    const { team, members, standIn, subCriteria } = await marking('coded');
    await services.openForms.run(...at());
    await db().query(`UPDATE marking_form SET revision = 1 WHERE event_id = $1 AND sub_criterion_id = $2`, [
      world.at.eventId,
      subCriteria[0]?.id,
    ]);
    const one = {
      subCriterionId: subCriteria[0]?.id ?? '',
      teamId: team.id,
      compatriotMode: 'open' as const,
    };
    expect(await refusal(services.teams.assign(world.organiser, ...at(), [one]))).toBe(
      'judging.sub-criterion-marked',
    );
    const swapped = [standIn, ...members.slice(1)].map(({ id }, i) => ({
      judgeId: id,
      seat: i + 1,
      part: 'member' as const,
    }));
    const swap = services.teams.save(
      world.organiser,
      ...at(),
      { name: '一组', members: swapped },
      { teamId: team.id, version: 1 },
    );
    expect(await refusal(swap)).toBe('judging.team-has-marked');
    const more = await judge('替补 何敏', 3);
    const widened = await services.teams.save(
      world.organiser,
      ...at(),
      {
        name: '一组',
        members: [
          ...members.map(({ id }, i) => ({ judgeId: id, seat: i + 1, part: 'member' as const })),
          { judgeId: more.id, part: 'standIn' },
        ],
      },
      { teamId: team.id, version: 1 },
    );
    expect(widened.members.filter(({ part }) => part === 'standIn')).toMatchObject([
      { displayName: '替补 何敏' },
    ]);
    await services.openForms.run(...at());
    expect((await seatNames())['A1 南京市代表队']).toBe('张伟 李娜 王强');
  });

  it('takes away forms of works that a new draw has superseded', async () => {
    const { works } = await marking('coded');
    await services.openForms.run(...at());
    await db().query(`UPDATE work SET superseded_at = now() WHERE event_id = $1 AND id = $2`, [
      world.at.eventId,
      works?.get('A')?.[0]?.id,
    ]);
    await services.openForms.run(...at());
    const [{ forms }] = await db().query(
      `SELECT count(*)::int AS forms FROM marking_form WHERE event_id = $1`,
      [world.at.eventId],
    );
    expect(forms).toBe(10);
  });
});

describe('the pre-flight of marking', () => {
  const codes = async () =>
    (await checkMarkingSetUp(db(), world.at.eventId)).map(({ code, severity }) => `${code} ${severity}`);

  it('names what is missing, and at last that nothing is', async () => {
    expect(await codes()).toEqual(['judging.no-chief blocking', 'judging.no-scheme blocking']);
    await judge('裁判长 赵敏', null, 'chiefJudge');
    const draft = await services.schemes.build(world.organiser, ...at(), aScheme());
    const a = world.modules[0]?.id ?? '';
    await services.schemes.putInForce(world.organiser, world.at.eventId, draft.id, { A: a, B: a });
    expect(await codes()).toEqual([
      'judging.sub-criteria-unassigned blocking',
      'judging.module-without-criteria warning',
    ]);
  });

  it('counts forms not yet made and seats that no stand-in can take', async () => {
    await judge('裁判长 赵敏', null, 'chiefJudge');
    const { team, members } = await marking('open');
    expect(await codes()).toEqual(['judging.forms-missing blocking']);
    await services.openForms.run(...at());
    expect(await codes()).toEqual(['judging.set-up-complete passed']);
    await services.teams.save(
      world.organiser,
      ...at(),
      { name: '一组', members: members.map(({ id }, i) => ({ judgeId: id, seat: i + 1, part: 'member' })) },
      { teamId: team.id, version: 1 },
    );
    await services.openForms.run(...at());
    expect(await codes()).toEqual(['judging.stand-in-missing blocking']);
    const { items } = await services.teams.setUp(world.organiser, world.at.eventId);
    expect(items).toMatchObject([
      { formsWanted: 12, formsMade: 12, formsMarked: 0, judges: 4, chiefJudges: 1, teams: 1, unassigned: 0 },
    ]);
    expect(items[0]?.findings[0]?.href).toBe(`/events/${world.at.eventId}/skills/${world.at.skillId}/judges`);
  });
});

describe('importing a list of judges', () => {
  const list = (...rows: string[]) => Buffer.from(['姓名\t代表团\t职责\t登录名', ...rows].join('\n'));

  it('hands down accounts and makes judges in one go, with passwords shown once', async () => {
    await givenAccount(db(), { name: '老裁判', login: 'lao.cp' });
    const bytes = list('张 伟\t南京市\t裁判', '赵敏\t\t裁判长\tzhao.min', '老裁判\t02\t\tlao.cp');
    const preview = await services.lists.preview(world.organiser, ...at(), bytes);
    expect(preview).toMatchObject({ blocking: 0, accounts: 2, judges: 3 });
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['new', 'new', 'existing']);
    const { items } = await services.lists.import(world.organiser, ...at(), bytes);
    expect(items).toMatchObject([
      {
        displayName: '张伟',
        part: 'judge',
        delegationName: '南京市代表队',
        login: expect.stringMatching(/^judge-/),
        initialPassword: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/),
      },
      { displayName: '赵敏', part: 'chiefJudge', login: 'zhao.min' },
      { displayName: '老裁判', initialPassword: null, delegationName: '苏州市代表队' },
    ]);
    expect(await rolesOf(items[0]?.accountId ?? '')).toEqual(['judge']);
    expect((await services.judges.list(world.organiser, ...at())).items).toHaveLength(3);
    const again = await services.lists.preview(world.organiser, ...at(), list('老裁判\t02\t\tlao.cp'));
    expect(again).toMatchObject({ rows: [{ outcome: 'there' }], accounts: 0, judges: 0 });
  });

  it('finds every bad cell and imports nobody', async () => {
    await givenAccount(db(), { name: '别人', login: 'taken' });
    const bytes = list(
      '\t南京市',
      '李娜\t火星市',
      '王强\t南京市\t教练',
      '陈静\t南京市\t裁判\tTAKEN',
      '周平\t\t复核员\ta',
      '钱进\t\t录分员\tq.j',
      '吴刚\t\t录分员\tQ.J',
    );
    const { findings } = await services.lists.preview(world.organiser, ...at(), bytes);
    expect(findings.map(({ code, cell }) => `${cell} ${code.replace('judging.', '')}`)).toEqual([
      'A2 judge-unnamed',
      'B3 judge-delegation-unknown',
      'C4 judge-part-unknown',
      'D5 judge-login-of-another',
      'D6 judge-login-form',
      'D8 judge-login-twice',
    ]);
    await expect(services.lists.import(world.organiser, ...at(), bytes)).rejects.toMatchObject({
      code: 'judging.judge-list-faulty',
      params: { count: 6 },
    });
    expect((await services.judges.list(world.organiser, ...at())).items).toEqual([]);
  });

  it('makes no account when the judges cannot be made', async () => {
    const coach = await givenActor(db(), {
      role: 'coach',
      name: '郭强',
      login: 'guo',
      eventId: world.at.eventId,
      delegationId: world.delegations[0]?.id ?? null,
    });
    expect(
      await refusal(
        services.lists.import(world.organiser, ...at(), list('新人\t\t裁判\tnew.one', '郭强\t\t裁判\tguo')),
      ),
    ).toBe('identity.roles-incompatible');
    expect(await db().query(`SELECT 1 FROM account WHERE login = 'new.one'`)).toEqual([]);
    expect(await rolesOf(coach.accountId)).toEqual(['coach']);
    const { actor } = await judge('张伟', 0);
    expect(await refusal(services.lists.import(actor, ...at(), list('新人')))).toBe('identity.role-may-not');
  });
});
