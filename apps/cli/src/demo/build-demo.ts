import { markApplicationsAsDemo } from '@luban/approvals';
import { markAsDemo } from '@luban/events';
import { writeSheetScheme } from '@luban/workbooks';
import type { DataSource } from 'typeorm';
import type { DemoAccount } from '../launcher/database.js';
import type { Person } from '../rehearse/http-client.js';
import { draw, type JudgedSkill, setUpJudging } from '../rehearse/judging-set-up.js';
import { handDown, type NewAccount } from '../rehearse/people.js';
import type { SkillPlan } from '../rehearse/plan.js';
import { register, stage } from '../rehearse/registering.js';
import { SeededRandom } from '../rehearse/seeded-random.js';
import { registerParties, type SetUpEvent, setUpEvent } from '../rehearse/set-up.js';
import { demoAdministrator, demoPassword } from './accounts.js';
import { classStatusDemo } from './class-status.js';
import { applicantsOf, classStatusPeople } from './class-status-people.js';
import { demoScheme } from './demo-scheme.js';
import { competeInDemo, markHalf, publishDemo } from './demo-days.js';

export interface DemoWork {
  admin: Person;
  newPerson: (name: string) => Person;
  db: DataSource;
  say: (chinese: string, english: string) => void;
}

type Known = NonNullable<NewAccount['known']>;

/** People who hold their role in both events of the demonstration. */
interface Cast {
  staff: Record<string, Known>;
  leader: Known;
  supervisor: Known;
  competitor: Known;
}

const delegations = 6;

/** Welding for workers and students with theory 20 / practice 80, and a pair skill. */
const plans: SkillPlan[] = [
  {
    code: 'HJ',
    name: '焊接',
    teamSize: 1,
    groups: [
      { code: 'worker', name: '职工组' },
      { code: 'student', name: '学生组' },
    ],
    theory: true,
    policy: {
      name: 'national-2020',
      parameters: {
        partWeights: { theoryHundredths: 2000, practiceHundredths: 8000 },
        tieBreaks: ['practice'],
      },
    },
  },
  {
    code: 'JD',
    name: '机电一体化',
    teamSize: 2,
    groups: [{ code: 'student', name: '学生组' }],
    theory: false,
    policy: { name: 'worldskills-2026' },
  },
];

/**
 * Two events, invented and marked 演示数据: last month's with its results published, and one in the middle of marking,
 * with a spread open, forms missing, an absent competitor. The same people hold their roles in both.
 */
export async function buildDemo({ admin, newPerson, db, say }: DemoWork): Promise<DemoAccount[]> {
  const scheme = { name: '评分表.xlsx', bytes: await writeSheetScheme(demoScheme()) };
  const parties = await registerParties(admin, newPerson, {
    hostName: '江南省人力资源和社会保障厅（演示）',
    organiserName: '江南技师学院（演示）',
    logins: { host: 'host', organiser: 'organiser' },
    password: demoPassword,
  });
  const official = await officialAccount(admin, newPerson);
  say('演示数据', 'demo: an event with published results …');
  const past = await setUpEvent(parties, wish('江南省第五届职业技能竞赛', '第五届', -31), plans, delegations);
  const first = await prepare(past, scheme, newPerson, 11);
  await competeInDemo(past, first.skills, first.cast.supervisor.person, 11, first.competitorEntryId);
  await publishDemo(past);
  say('演示数据', 'demo: an event in the middle of marking …');
  const now = await setUpEvent(parties, wish('江南省第六届职业技能竞赛', '第六届', -1), plans, delegations);
  const second = await prepare(now, scheme, newPerson, 12, first.cast);
  await markHalf(now, second.skills, 12, second.competitorEntryId);
  await markAsDemo(db.manager, [past.id, now.id]);
  say('演示数据', 'demo: class status, this year and the next …');
  const classStatus = await classStatusPeople(admin, newPerson);
  await classStatusDemo(classStatus);
  await db.transaction((tx) => markApplicationsAsDemo(tx, applicantsOf(classStatus)));
  return [
    { role: '主办单位 host', login: 'host', password: demoPassword },
    { role: '承办单位 organiser', login: 'organiser', password: demoPassword },
    ...castAccounts(first.cast),
    { role: '主管部门 official', login: official, password: demoPassword },
    ...classStatus.accounts,
    { role: '管理员 administrator', ...demoAdministrator },
  ];
}

function castAccounts(cast: Cast): DemoAccount[] {
  const of = (role: string, known: Known | undefined): DemoAccount[] =>
    known ? [{ role, login: known.made.login, password: demoPassword }] : [];
  return [
    ...of('领队 team leader', cast.leader),
    ...of('选手 competitor', cast.competitor),
    ...of('裁判长 chief judge', cast.staff.chiefJudge),
    ...of('裁判 judge', cast.staff.judge1),
    ...of('现场裁判 floor judge', cast.staff.floorJudge),
    ...of('录分员 recorder', cast.staff.recorder),
    ...of('复核员 checker', cast.staff.checker),
    ...of('监督员 supervisor', cast.supervisor),
  ];
}

async function officialAccount(admin: Person, newPerson: (name: string) => Person): Promise<string> {
  const made = await admin.post<Known['made']>('/accounts', {
    login: 'official',
    displayName: '沈清（主管部门）',
    roles: [{ role: 'official' }],
  });
  const person = newPerson('沈清');
  await person.signIn(made.login, made.initialPassword);
  await person.put('/account/password', { current: made.initialPassword, next: demoPassword });
  return made.login;
}

function wish(name: string, edition: string, firstDay: number) {
  const day = (offset: number) =>
    new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
  return {
    name,
    edition,
    startsOn: day(firstDay),
    endsOn: day(firstDay + 1),
    registrationOpensAt: new Date(Date.now() - 40 * 86_400_000).toISOString(),
    registrationClosesAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
}

/** Registration, judges, draw, and into the competition. */
async function prepare(
  event: SetUpEvent,
  scheme: { name: string; bytes: Buffer },
  newPerson: (name: string) => Person,
  seed: number,
  known?: Cast,
): Promise<{ skills: JudgedSkill[]; cast: Cast; competitorEntryId: string }> {
  const random = new SeededRandom(seed);
  const registered = await register(event, delegations, random, newPerson, {
    password: demoPassword,
    ...(known ? { leaders: new Map([[0, known.leader]]) } : { leaderLogins: new Map([[0, 'leader']]) }),
  });
  const leader = registered.delegations[0]?.account;
  if (!leader) throw new Error('no leader');
  await stage(event.host, event.id, 'preparation');
  const skills: JudgedSkill[] = [];
  for (const [index, skill] of event.skills.entries()) {
    const logins = index === 0 && !known ? demoLogins : undefined;
    const judged = await setUpJudging(event, skill, scheme, registered.delegations, newPerson, {
      password: demoPassword,
      ...(logins ? { logins } : {}),
      ...(index === 0 && known ? { known: known.staff } : {}),
    });
    await draw(event, judged, delegations);
    skills.push(judged);
  }
  const { known: competitor, entryId } = await competitorAccount(
    event,
    registered.delegations[0]?.id ?? '',
    newPerson,
    known?.competitor,
  );
  const supervisor = await supervisorAccount(event, newPerson, known?.supervisor);
  await stage(event.host, event.id, 'competition');
  const staff = skills[0]?.staff ?? {};
  return { skills, cast: { staff, leader, supervisor, competitor }, competitorEntryId: entryId };
}

const demoLogins: Record<string, string> = {
  chiefJudge: 'chief',
  floorJudge: 'floor',
  recorder: 'recorder',
  checker: 'checker',
  judge1: 'judge',
  judge2: 'judge2',
  judge3: 'judge3',
};

async function supervisorAccount(
  event: SetUpEvent,
  newPerson: (name: string) => Person,
  known?: Known,
): Promise<Known> {
  const [made] = await handDown(
    event.organiser,
    event.id,
    [
      {
        displayName: '吴刚（监督）',
        login: known ? undefined : 'supervisor',
        known,
        roles: [{ role: 'supervisor' }],
      },
    ],
    newPerson,
    { password: demoPassword },
  );
  if (!made) throw new Error('no supervisor');
  return made;
}

/** The first delegation's competitor in welding gets an account of his own: that account, and the entry he competes in. */
async function competitorAccount(
  event: SetUpEvent,
  delegationId: string,
  newPerson: (name: string) => Person,
  known?: Known,
): Promise<{ known: Known; entryId: string }> {
  const skillId = event.skills[0]?.id ?? '';
  const { items } = await event.organiser.get<{
    items: { id: string; competitors: { id: string; name: string }[] }[];
  }>(`/events/${event.id}/entries?delegationId=${delegationId}&skillId=${skillId}`);
  const entry = items[0];
  const competitor = entry?.competitors[0];
  if (!competitor) throw new Error('no competitor');
  const [made] = await handDown(
    event.organiser,
    event.id,
    [
      {
        displayName: competitor.name,
        login: known ? undefined : 'competitor',
        known,
        roles: [{ role: 'competitor' }],
      },
    ],
    newPerson,
    { password: demoPassword },
  );
  if (!made) throw new Error('no competitor account');
  await event.organiser.put(`/events/${event.id}/competitors/${competitor.id}/account`, {
    accountId: made.made.id,
  });
  return { known: made, entryId: entry.id };
}
