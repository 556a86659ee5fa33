// Events in the one world of the tests: a provincial event in Nanjing, with welding for workers and students. Each
// builder writes real rows; `tx` is a DataSource's manager or a transaction's.
import {
  buildPolicy,
  CompetitionEvent,
  EventParty,
  Group,
  Module,
  Session,
  Skill,
  Venue,
  Workstation,
} from '@luban/events';
import { Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import type { EntityManager } from 'typeorm';

/** An organisation; without a name it is one that no other test knows. */
export async function givenOrganisation(
  tx: EntityManager,
  given: { name?: string; kind?: Organisation['kind'] } = {},
): Promise<Organisation> {
  const id = newId();
  const { name = `金陵职业技术学院 ${id.slice(-12)}`, kind = 'school' } = given;
  await tx.insert(Organisation, { id, name, kind });
  return tx.findOneByOrFail(Organisation, { id });
}

export interface GivenEvent {
  name?: string;
  level?: CompetitionEvent['level'];
  stage?: CompetitionEvent['stage'];
  startsOn?: string;
  endsOn?: string;
  /** Host and organiser at once, where no other organiser is given. */
  hostId?: string;
  organiserId?: string;
}

/** An event with its parties, in registration unless told otherwise. */
export async function givenEvent(tx: EntityManager, given: GivenEvent = {}): Promise<CompetitionEvent> {
  const id = newId();
  const startsOn = given.startsOn ?? '2027-05-11';
  await tx.insert(CompetitionEvent, {
    id,
    name: given.name ?? '江苏省焊工职业技能竞赛',
    level: given.level ?? 'provincial',
    heldYear: Number(startsOn.slice(0, 4)),
    startsOn,
    endsOn: given.endsOn ?? '2027-05-13',
    stage: given.stage ?? 'registration',
  });
  const hostId = given.hostId ?? (await givenOrganisation(tx)).id;
  await tx.insert(EventParty, { eventId: id, id: newId(), organisationId: hostId, part: 'host' });
  const organisationId = given.organiserId ?? hostId;
  await tx.insert(EventParty, { eventId: id, id: newId(), organisationId, part: 'organiser' });
  return tx.findOneByOrFail(CompetitionEvent, { id });
}

/** A skill with everything that it needs for a competition. */
export interface GivenSkillSetUp {
  skill: Skill;
  groups: Group[];
  modules: Module[];
  sessions: Session[];
  workstations: Workstation[];
  venue: Venue;
}

export interface GivenSkill {
  code?: string;
  name?: string;
  teamSize?: number;
  policy?: string;
  /** Group codes. */
  groups?: string[];
  /** Codes; each is a day of its own, practice, marked by the scheme. `T` is a theory paper, marked from a list. */
  modules?: string[];
  /** Sittings of each module, one after the other on its day. */
  sessionsPerModule?: number;
  workstations?: number;
}

/** Welding, for workers and students, one module in two sessions, eight workstations – unless told otherwise. */
export async function givenSkill(
  tx: EntityManager,
  eventId: string,
  given: GivenSkill = {},
): Promise<GivenSkillSetUp> {
  const event = await tx.findOneByOrFail(CompetitionEvent, { id: eventId });
  const policy = buildPolicy(given.policy ?? 'national-2020');
  const at = { eventId, skillId: newId() };
  const venue = { eventId, id: newId(), name: `实训楼 ${at.skillId.slice(-12)}`, address: null, version: 1 };
  const code = given.code ?? `S${at.skillId.slice(-6)}`;
  const groups = (given.groups ?? ['worker', 'student']).map((group, position) => ({
    ...at,
    id: newId(),
    code: group,
    name: group === 'worker' ? '职工组' : group === 'student' ? '学生组' : group,
    position,
    version: 1,
  }));
  const modules = (given.modules ?? ['A']).map((module, position): Module => ({
    ...at,
    id: newId(),
    code: module,
    name: module === 'T' ? '理论知识' : `模块 ${module}`,
    day: position + 1,
    durationMinutes: 120,
    weightHundredths: null,
    part: module === 'T' ? 'theory' : 'practice',
    markedBy: module === 'T' ? 'list' : 'scheme',
    position,
    version: 1,
  }));
  const hours = (module: Module, sitting: number): number => (module.day - 1) * 24 + sitting * 3;
  const firstNine = new Date(`${event.startsOn}T09:00:00+08:00`).getTime();
  const sessions = modules.flatMap((module) =>
    Array.from({ length: given.sessionsPerModule ?? 2 }, (_, sitting): Session => {
      const startsAt = new Date(firstNine + hours(module, sitting) * 3_600_000);
      const endsAt = new Date(startsAt.getTime() + module.durationMinutes * 60_000);
      const name = `${module.code}-${sitting + 1}`;
      return {
        ...at,
        id: newId(),
        moduleId: module.id,
        name,
        startsAt,
        endsAt,
        position: sitting,
        version: 1,
      };
    }),
  );
  const workstations = Array.from({ length: given.workstations ?? 8 }, (_, i): Workstation => {
    const place = `W${String(i + 1).padStart(2, '0')}`;
    return { ...at, id: newId(), venueId: venue.id, code: place, state: 'usable', version: 1 };
  });
  await tx.insert(Venue, venue);
  await tx.insert(Skill, {
    eventId,
    id: at.skillId,
    code,
    name: given.name ?? '焊接',
    nameEn: 'Welding',
    teamSize: given.teamSize ?? 1,
    venueId: venue.id,
    policyName: policy.name,
    policy,
  });
  await tx.insert(Group, groups);
  await tx.insert(Module, modules);
  await tx.insert(Session, sessions);
  await tx.insert(Workstation, workstations);
  const skill = await tx.findOneByOrFail(Skill, { eventId, id: at.skillId });
  return { skill, groups, modules, sessions, workstations, venue };
}
