import type { Person } from './http-client.js';
import { firstSignIn, type MadeAccount } from './people.js';
import type { SkillPlan } from './plan.js';

/** What the organiser set up of one skill. */
export interface SetUpSkill {
  plan: SkillPlan;
  id: string;
  groups: { id: string; code: string; name: string }[];
  modules: { id: string; code: string; part: string; markedBy: string }[];
  sessions: { id: string; moduleId: string; name: string }[];
}

export interface SetUpEvent {
  id: string;
  host: Person;
  organiser: Person;
  skills: SetUpSkill[];
}

export interface EventWish {
  name: string;
  edition?: string;
  /** First day, `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
  registrationOpensAt: string;
  registrationClosesAt: string;
}

/** Who hosts and who organises: two organisations and an account of each. */
export interface Parties {
  host: Person;
  organiser: Person;
  organiserOrganisationId: string;
}

export interface PartiesWish {
  hostName: string;
  organiserName: string;
  logins: { host: string; organiser: string };
  password?: string;
}

/** An administrator registers the two organisations and their accounts. */
export async function registerParties(
  admin: Person,
  newPerson: (name: string) => Person,
  wish: PartiesWish,
): Promise<Parties> {
  const hostOrganisation = await organisation(admin, wish.hostName, 'bureau');
  const organiserOrganisationId = await organisation(admin, wish.organiserName, 'school');
  const { password } = wish;
  const host = await generalAccount(admin, newPerson, {
    login: wish.logins.host,
    displayName: '方正（主办）',
    role: 'host',
    organisationId: hostOrganisation,
    password,
  });
  const organiser = await generalAccount(admin, newPerson, {
    login: wish.logins.organiser,
    displayName: '何苗（承办）',
    role: 'organiser',
    organisationId: organiserOrganisationId,
    password,
  });
  return { host, organiser, organiserOrganisationId };
}

/** The host creates the event; the organiser sets it up. */
export async function setUpEvent(
  { host, organiser, organiserOrganisationId }: Parties,
  wish: EventWish,
  plans: SkillPlan[],
  places: number,
): Promise<SetUpEvent> {
  const event = await host.post<{ id: string }>('/events', {
    name: wish.name,
    level: 'provincial',
    edition: wish.edition ?? '第一届',
    startsOn: wish.startsOn,
    endsOn: wish.endsOn,
    registrationOpensAt: wish.registrationOpensAt,
    registrationClosesAt: wish.registrationClosesAt,
    organiserOrganisationIds: [organiserOrganisationId],
  });
  const venue = await organiser.post<{ id: string }>(`/events/${event.id}/venues`, { name: '综合竞赛馆' });
  const skills: SetUpSkill[] = [];
  for (const plan of plans)
    skills.push(await setUpSkill(host, organiser, event.id, venue.id, wish, plan, places));
  return { id: event.id, host, organiser, skills };
}

async function organisation(admin: Person, name: string, kind: string): Promise<string> {
  const { id } = await admin.post<{ id: string }>('/organisations', { name, kind });
  return id;
}

async function generalAccount(
  admin: Person,
  newPerson: (name: string) => Person,
  wish: { login: string; displayName: string; role: string; organisationId: string; password?: string },
): Promise<Person> {
  const made = await admin.post<MadeAccount>('/accounts', {
    login: wish.login,
    displayName: wish.displayName,
    organisationId: wish.organisationId,
    roles: [{ role: wish.role, organisationId: wish.organisationId }],
  });
  return firstSignIn(newPerson(wish.displayName), made, wish.password);
}

/** A skill with its groups, two practice modules in two sessions each, workstations for half the field, and the policy. */
async function setUpSkill(
  host: Person,
  organiser: Person,
  eventId: string,
  venueId: string,
  wish: EventWish,
  plan: SkillPlan,
  places: number,
): Promise<SetUpSkill> {
  const perSession = Math.ceil(places / 2);
  const session = (moduleCode: string, name: string, day: string, from: string, to: string) => ({
    moduleCode,
    name,
    startsAt: `${day}T${from}:00+08:00`,
    endsAt: `${day}T${to}:00+08:00`,
  });
  const created = await organiser.post<{ id: string }>(`/events/${eventId}/skills`, {
    code: plan.code,
    name: plan.name,
    teamSize: plan.teamSize,
    venueId,
    ageYearsMax: 35,
    groups: plan.groups,
    modules: [
      { code: 'M1', name: '模块一', day: 1, durationMinutes: 180, part: 'practice', markedBy: 'scheme' },
      { code: 'M2', name: '模块二', day: 2, durationMinutes: 180, part: 'practice', markedBy: 'scheme' },
      ...(plan.theory
        ? [{ code: 'T', name: '理论', day: 1, durationMinutes: 60, part: 'theory', markedBy: 'list' }]
        : []),
    ],
    sessions: [
      session('M1', '第一场', wish.startsOn, '08:30', '12:00'),
      session('M1', '第二场', wish.startsOn, '13:30', '17:00'),
      session('M2', '第一场', wish.endsOn, '08:30', '12:00'),
      session('M2', '第二场', wish.endsOn, '13:30', '17:00'),
      ...(plan.theory ? [session('T', '理论考试', wish.startsOn, '18:30', '20:00')] : []),
    ],
    workstations: [
      { codes: codes('A', plan.theory ? places : perSession), state: 'usable' },
      { codes: codes('S', 2), state: 'spare' },
    ],
  });
  const before = await organiser.get<{ version: number }>(`/events/${eventId}/skills/${created.id}`);
  await host.put(`/events/${eventId}/skills/${created.id}/policy`, plan.policy, before.version);
  const skill = await organiser.get<Omit<SetUpSkill, 'plan'>>(`/events/${eventId}/skills/${created.id}`);
  return { plan, id: created.id, groups: skill.groups, modules: skill.modules, sessions: skill.sessions };
}

function codes(letter: string, count: number): string {
  return Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`).join(',');
}
