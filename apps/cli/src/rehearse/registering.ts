import type { Person } from './http-client.js';
import { inParallel } from './http-client.js';
import { handDown, type NewAccount, refused } from './people.js';
import { peopleOf, type PersonPlan } from './plan.js';
import type { SeededRandom } from './seeded-random.js';
import type { SetUpEvent, SetUpSkill } from './set-up.js';

export interface EnteredDelegation {
  id: string;
  code: string;
  name: string;
  leader: Person;
  account: NonNullable<NewAccount['known']>;
}

export interface Registered {
  delegations: EnteredDelegation[];
  /** Everything a judge must never see: names of people, delegations, units. */
  identities: Set<string>;
  entries: number;
  competitors: number;
}

interface EntryPage {
  items: { id: string; version: number; state: string; skillId: string; delegationId: string }[];
  next: string | null;
}

/** Delegations, quotas, rosters by their leaders – one of them faulty and refused whole –, review, a return and its mending. */
export async function register(
  event: SetUpEvent,
  count: number,
  random: SeededRandom,
  newPerson: (name: string) => Person,
  options: {
    password?: string;
    leaders?: Map<number, NewAccount['known']>;
    leaderLogins?: Map<number, string>;
  } = {},
): Promise<Registered> {
  const { organiser, host, id } = event;
  await addDelegations(organiser, id, count);
  const { items } = await organiser.get<{ items: { id: string; code: string; name: string }[] }>(
    `/events/${id}/delegations?limit=500`,
  );
  const leaders = await handDown(
    organiser,
    id,
    items.map((delegation, index) => ({
      displayName: `${delegation.name}领队`,
      known: options.leaders?.get(index),
      ...(options.leaderLogins?.has(index) ? { login: options.leaderLogins.get(index) } : {}),
      roles: [{ role: 'teamLeader', delegationId: delegation.id }],
    })),
    newPerson,
    { password: options.password },
  );
  const delegations = items.map((delegation, index) => {
    const leader = leaders[index];
    if (!leader) throw new Error(`no leader for ${delegation.name}`);
    return { ...delegation, leader: leader.person, account: leader };
  });
  await setQuotas(organiser, event);
  await stage(host, id, 'registration');

  const identities = new Set<string>(delegations.map(({ name }) => name));
  const rosters = delegations.map((delegation, index) => ({
    delegation,
    rows: event.skills.flatMap((skill) => rosterRows(skill, delegation.name, index, random, identities)),
  }));
  const first = rosters[0];
  if (first) await refuseFaultyRoster(id, first.delegation.leader, first.rows);
  await inParallel(rosters, 4, async ({ delegation, rows }) => {
    await delegation.leader.post(`/events/${id}/roster-imports`, { text: rosterText(rows), submit: true });
  });
  await review(event, delegations);
  const competitors = rosters.reduce((sum, { rows }) => sum + rows.length, 0);
  return { delegations, identities, entries: delegations.length * event.skills.length, competitors };
}

async function addDelegations(organiser: Person, eventId: string, count: number): Promise<void> {
  const national = await organiser.get<{ items: { code: string }[] }>(
    `/events/${eventId}/delegation-suggestions`,
  );
  const codes = national.items.slice(0, count).map(({ code }) => code);
  await organiser.post(`/events/${eventId}/delegation-lists`, { source: 'national', codes });
  if (count <= codes.length) return;
  const more = Array.from({ length: count - codes.length }, (_, i) => `X${i + 1} 第${i + 1}代表队`);
  await organiser.post(`/events/${eventId}/delegation-lists`, { source: 'text', text: more.join('\n') });
}

async function setQuotas(organiser: Person, event: SetUpEvent): Promise<void> {
  const { version } = await organiser.get<{ version: number }>(`/events/${event.id}/quotas`);
  const cells = event.skills.map((skill) => ({
    delegationId: null,
    skillId: skill.id,
    groupId: null,
    places: 1,
  }));
  await organiser.put(`/events/${event.id}/quotas`, { cells }, version);
}

interface RosterRow extends PersonPlan {
  skill: string;
  group: string;
  team: string;
}

/** One entry of the delegation in the skill; groups take turns. */
function rosterRows(
  skill: SetUpSkill,
  delegation: string,
  index: number,
  random: SeededRandom,
  identities: Set<string>,
): RosterRow[] {
  const group = skill.groups[index % skill.groups.length];
  return peopleOf(skill.plan, delegation, random).map((person) => {
    identities.add(person.unit);
    if (person.name.length > 2) identities.add(person.name);
    return {
      ...person,
      skill: skill.plan.name,
      group: group?.name ?? '',
      team: skill.plan.teamSize > 1 ? '一队' : '',
    };
  });
}

const heading = '竞赛项目\t组别\t队伍\t姓名\t性别\t出生日期\t单位';

function rosterText(rows: RosterRow[]): string {
  const lines = rows.map((row) =>
    [
      row.skill,
      row.group,
      row.team,
      row.name,
      row.sex === 'male' ? '男' : '女',
      row.birthDate,
      row.unit,
    ].join('\t'),
  );
  return [heading, ...lines].join('\n');
}

/** A roster with a bad cell comes back with its findings, and nothing of it is kept. */
async function refuseFaultyRoster(eventId: string, leader: Person, rows: RosterRow[]): Promise<void> {
  const faulty = rows.map((row, index) => (index === 0 ? { ...row, birthDate: '不详' } : row));
  const preview = await leader.post<{ counts: { blocking: number } }>(`/events/${eventId}/roster-previews`, {
    text: rosterText(faulty),
  });
  if (preview.counts.blocking === 0) throw new Error('a birth date of 不详 was no finding');
  await refused('registration.roster-faulty', () =>
    leader.post(`/events/${eventId}/roster-imports`, { text: rosterText(faulty) }),
  );
  const { items } = await leader.get<EntryPage>(`/events/${eventId}/entries`);
  if (items.length > 0) throw new Error('a refused roster left entries behind');
}

/** The organiser returns one entry, its leader sends it again, and all are accepted. */
async function review(event: SetUpEvent, delegations: EnteredDelegation[]): Promise<void> {
  const { organiser, id } = event;
  const [returned] = (await organiser.get<EntryPage>(`/events/${id}/entries?state=submitted&limit=1`)).items;
  if (returned) {
    await organiser.put(
      `/events/${id}/entries/${returned.id}/return`,
      { reason: '请核对出生日期' },
      returned.version,
    );
    const leader = delegations.find((delegation) => delegation.id === returned.delegationId)?.leader;
    const seen = await leader?.get<{ version: number }>(`/events/${id}/entries/${returned.id}`);
    await leader?.put(`/events/${id}/entries/${returned.id}/submission`, {}, seen?.version);
  }
  for (const skill of event.skills) {
    const { items } = await organiser.get<EntryPage>(
      `/events/${id}/entries?state=submitted&skillId=${skill.id}&limit=500`,
    );
    if (items.length === 0) continue;
    const outcome = await organiser.post<{ refused: number }>(`/events/${id}/entry-reviews`, {
      entries: items.map((entry) => ({ id: entry.id, version: entry.version })),
      decision: 'accept',
    });
    if (outcome.refused > 0)
      throw new Error(`${outcome.refused} entries of ${skill.plan.name} were not accepted`);
  }
}

/** Takes an event to its next stage, as the person at the stage bar would. */
export async function stage(person: Person, eventId: string, to: string, reason?: string): Promise<void> {
  const { version } = await person.get<{ version: number }>(`/events/${eventId}/stage`);
  await person.put(`/events/${eventId}/stage`, { to, ...(reason ? { reason } : {}) }, version);
}
