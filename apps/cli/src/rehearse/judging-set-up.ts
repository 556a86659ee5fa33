import type { Calculation } from '@luban/scoring';
import type { Person } from './http-client.js';
import { handDown, type NewAccount, refused } from './people.js';
import type { EnteredDelegation } from './registering.js';
import type { SetUpEvent, SetUpSkill } from './set-up.js';
import { until } from './until.js';

export interface JudgedSkill {
  skill: SetUpSkill;
  chief: Person;
  floor: Person;
  recorder: Person;
  checker: Person;
  /** Judges by the id of their `judge` row. */
  judges: { person: Person; judgeId: string; delegationId: string | null; login: string }[];
  /** Everyone by the name options use: `chiefJudge`, `judge1` … */
  staff: Record<string, NonNullable<NewAccount['known']>>;
  teams: { id: string; seats: string[] }[];
  subCriteria: SubCriterion[];
  aspects: Map<string, SchemeAspect>;
  panel: number;
}

export interface SubCriterion {
  id: string;
  code: string;
  moduleId: string;
  teamId: string | null;
  aspectCount: number;
  forms: number;
}

export interface SchemeAspect {
  id: string;
  kind: 'measurement' | 'judgement';
  maxHundredths: number;
  calculation: Calculation | null;
}

interface JudgeList {
  items: { id: string; accountId: string; part: string; delegationId: string | null }[];
}

/** Imports the scheme, names the judges, forms the teams, gives each team its sub-criteria. */
export async function setUpJudging(
  event: SetUpEvent,
  skill: SetUpSkill,
  scheme: { name: string; bytes: Buffer },
  delegations: EnteredDelegation[],
  newJudge: (name: string) => Person,
  options: {
    password?: string;
    logins?: Record<string, string>;
    known?: Record<string, NewAccount['known']>;
  } = {},
): Promise<JudgedSkill> {
  const { organiser, id: eventId } = event;
  const at = `/events/${eventId}/skills/${skill.id}`;
  const panel = 3;
  const parts = [
    'chiefJudge',
    'floorJudge',
    'recorder',
    'checker',
    ...Array<string>(panel * 2 + 1).fill('judge'),
  ];
  const titles: Record<string, string> = {
    chiefJudge: '裁判长',
    floorJudge: '现场裁判',
    recorder: '录分员',
    checker: '复核员',
    judge: '裁判',
  };
  const people = await handDown(
    organiser,
    eventId,
    parts.map((role, index) => {
      // `judge1` … `judge7`, `chiefJudge`: how options name a person.
      const key = role === 'judge' ? `judge${index - 3}` : role;
      const login = options.logins?.[key];
      return {
        displayName: `${skill.plan.name}${titles[role]}${role === 'judge' ? index - 3 : ''}`,
        ...(login ? { login } : {}),
        known: options.known?.[key],
        roles: [{ role, skillId: skill.id }],
      };
    }),
    newJudge,
    { password: options.password, rolesFollow: true },
  );
  const judges = await organiser.post<JudgeList>(`${at}/judges`, {
    judges: people.map(({ made }, index) => {
      const part = parts[index] ?? 'judge';
      // Judges come from delegations, as they do in practice; the last one, the stand-in, from none.
      const delegation = part === 'judge' && index < parts.length - 1 ? delegations[index - 4] : undefined;
      return { accountId: made.id, part, ...(delegation ? { delegationId: delegation.id } : {}) };
    }),
  });
  const byAccount = new Map(judges.items.map((judge) => [judge.accountId, judge]));
  const staff = people.map(({ made, person }, index) => {
    const judge = byAccount.get(made.id);
    if (!judge) throw new Error(`${made.login} did not become a judge`);
    return {
      person,
      login: made.login,
      part: parts[index],
      judgeId: judge.id,
      delegationId: judge.delegationId,
    };
  });
  const one = (part: string) => {
    const found = staff.find((someone) => someone.part === part);
    if (!found) throw new Error(`no ${part}`);
    return found;
  };
  const [chief, floor, recorder, checker] = ['chiefJudge', 'floorJudge', 'recorder', 'checker'].map(one) as [
    (typeof staff)[0],
    (typeof staff)[0],
    (typeof staff)[0],
    (typeof staff)[0],
  ];
  const aspects = await importScheme(chief.person, eventId, skill, scheme);
  const members = staff.filter((someone) => someone.part === 'judge');
  const standIn = members[members.length - 1];
  const teams: JudgedSkill['teams'] = [];
  for (const [index, name] of ['甲组', '乙组'].entries()) {
    const seated = members.slice(index * panel, (index + 1) * panel);
    const team = await chief.person.post<{ id: string }>(`${at}/marking-teams`, {
      name,
      members: [
        ...seated.map((judge, seat) => ({ judgeId: judge.judgeId, seat: seat + 1, part: 'member' })),
        ...(standIn ? [{ judgeId: standIn.judgeId, part: 'standIn' }] : []),
      ],
    });
    teams.push({ id: team.id, seats: seated.map((judge) => judge.judgeId) });
  }
  const { items } = await chief.person.get<{ items: SubCriterion[] }>(`${at}/sub-criteria`);
  const assigned = await chief.person.put<{ items: SubCriterion[] }>(`${at}/sub-criteria`, {
    assignments: items.map((subCriterion, index) => ({
      subCriterionId: subCriterion.id,
      teamId: teams[index % teams.length]?.id,
      // One is marked in the open: compatriots are replaced by the stand-in there. Not where ties are to be made:
      // those need the codes of all forms.
      compatriotMode: index === 0 && !skill.plan.theory ? 'open' : 'coded',
    })),
  });
  return {
    skill,
    chief: chief.person,
    floor: floor.person,
    recorder: recorder.person,
    checker: checker.person,
    staff: Object.fromEntries(
      people.map((someone, index) => [
        parts[index] === 'judge' ? `judge${index - 3}` : (parts[index] ?? ''),
        someone,
      ]),
    ),
    judges: members,
    teams,
    subCriteria: assigned.items,
    aspects,
    panel,
  };
}

/** Preview, import, and in force with the first half of the criteria made in module 1, the rest in module 2. */
async function importScheme(
  chief: Person,
  eventId: string,
  skill: SetUpSkill,
  scheme: { name: string; bytes: Buffer },
): Promise<Map<string, SchemeAspect>> {
  const at = `/events/${eventId}/skills/${skill.id}`;
  const preview = await chief.upload<{ findings: { severity: string }[] }>('POST', `${at}/scheme-previews`, {
    file: scheme,
  });
  const blocking = preview.findings.filter((finding) => finding.severity === 'blocking');
  if (blocking.length > 0)
    throw new Error(`the scheme cannot be used: ${JSON.stringify(blocking.slice(0, 5))}`);
  const draft = await chief.upload<{
    id: string;
    tree: { criteria: { code: string; subCriteria: { aspects: SchemeAspect[] }[] }[] };
  }>('POST', `${at}/scheme-imports`, { file: scheme });
  const practice = skill.modules.filter((module) => module.markedBy === 'scheme');
  const half = Math.ceil(draft.tree.criteria.length / 2);
  const modules = Object.fromEntries(
    draft.tree.criteria.map(({ code }, index) => [
      code,
      practice[index < half ? 0 : 1]?.id ?? practice[0]?.id,
    ]),
  );
  await chief.put(`/events/${eventId}/schemes/${draft.id}/in-force`, { modules });
  await refused('judging.scheme-not-draft', () =>
    chief.put(`/events/${eventId}/schemes/${draft.id}/in-force`, { modules }),
  );
  return new Map(
    draft.tree.criteria
      .flatMap((criterion) => criterion.subCriteria.flatMap((subCriterion) => subCriterion.aspects))
      .map((aspect) => [aspect.id, aspect]),
  );
}

/** Holds the draw and waits until every form is made. */
export async function draw(event: SetUpEvent, judged: JudgedSkill, entries: number): Promise<number> {
  const at = `/events/${event.id}/skills/${judged.skill.id}`;
  await event.organiser.post(`${at}/draws`, {});
  const expected = judged.subCriteria.length * entries;
  await until(`${expected} forms of ${judged.skill.plan.name}`, async () => {
    const { items } = await judged.chief.get<{ items: SubCriterion[] }>(`${at}/sub-criteria`);
    return items.reduce((sum, subCriterion) => sum + subCriterion.forms, 0) === expected;
  });
  return expected;
}
