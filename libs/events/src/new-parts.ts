import { newId, Refused } from '@luban/platform';
import type { Group } from './group.entity.js';
import type { Module } from './module.entity.js';
import { instant, unfit } from './request.js';
import type { Session } from './session.entity.js';
import { overlap } from './set-up.js';
import type {
  CreateGroupDto,
  CreateModuleDto,
  CreateWorkstationsDto,
  NewSkillSessionDto,
} from './skill-part.dto.js';
import type { Workstation } from './workstation.entity.js';
import { readWorkstationCodes } from './workstation-codes.js';

/** The skill that a part belongs to. */
export interface InSkill {
  eventId: string;
  skillId: string;
}

const groupNames: Readonly<Record<string, string>> = { worker: '职工组', student: '学生组' };

export const newGroup = (at: InSkill, { code, name }: CreateGroupDto, position: number): Group => ({
  ...at,
  id: newId(),
  code,
  name: name ?? groupNames[code] ?? code,
  position,
  version: 1,
});

/** A theory paper is marked from a list unless told otherwise; everything else by the scheme. */
export const newModule = (at: InSkill, wish: CreateModuleDto, position: number): Module => ({
  ...at,
  id: newId(),
  code: wish.code,
  name: wish.name,
  day: wish.day ?? 1,
  durationMinutes: wish.durationMinutes,
  weightHundredths: wish.weightHundredths ?? null,
  part: wish.part ?? 'practice',
  markedBy: wish.markedBy ?? (wish.part === 'theory' ? 'list' : 'scheme'),
  position,
  version: 1,
});

/** A session with sound times; throws `Invalid` otherwise. */
export function newSession(
  at: InSkill,
  module: Pick<Module, 'id'>,
  wish: { name: string; startsAt: string; endsAt: string },
  position: number,
  path = '',
): Session {
  const session = {
    ...at,
    id: newId(),
    moduleId: module.id,
    name: wish.name,
    startsAt: instant(wish.startsAt, `${path}startsAt`) ?? new Date(NaN),
    endsAt: instant(wish.endsAt, `${path}endsAt`) ?? new Date(NaN),
    position,
    version: 1,
  };
  assertForwards(session, `${path}endsAt`);
  return session;
}

/** The sessions of a new skill, which name their modules by code; no two of one module overlap. */
export function newSessions(
  at: InSkill,
  modules: readonly Module[],
  wishes: readonly NewSkillSessionDto[],
): Session[] {
  const sessions: Session[] = [];
  wishes.forEach((wish, i) => {
    const module = modules.find(({ code }) => code === wish.moduleCode);
    if (!module) {
      const { name, moduleCode } = wish;
      throw unfit(`sessions.${i}.moduleCode`, 'events.session-module-unknown', { name, moduleCode });
    }
    const session = newSession(at, module, wish, i, `sessions.${i}.`);
    assertApart(session, sessions);
    sessions.push(session);
  });
  return sessions;
}

/** Workstations from lists of codes; a code named twice is one. `venueId` is the skill's own. */
export function newWorkstations(
  at: InSkill,
  venueId: string | null,
  wishes: readonly CreateWorkstationsDto[],
  path = (i: number) => `workstations.${i}.codes`,
): Workstation[] {
  const byCode = new Map<string, Workstation>();
  wishes.forEach((wish, i) => {
    const codes = readWorkstationCodes(wish.codes);
    if (!Array.isArray(codes)) {
      const { kind, ...params } = codes;
      throw unfit(path(i), `events.workstations-${kind === 'tooMany' ? 'too-many' : kind}`, params);
    }
    for (const code of codes) {
      byCode.set(code, {
        ...at,
        id: newId(),
        venueId: wish.venueId === undefined ? venueId : wish.venueId,
        code,
        state: wish.state ?? 'usable',
        version: 1,
      });
    }
  });
  return [...byCode.values()];
}

/** Throws `Invalid` when a session ends before it starts. */
export function assertForwards(session: Pick<Session, 'name' | 'startsAt' | 'endsAt'>, path: string): void {
  if (session.endsAt <= session.startsAt)
    throw unfit(path, 'events.session-reversed', { name: session.name });
}

/** Refuses a session that overlaps another of the same module: the same workstations cannot seat both. */
export function assertApart(session: Session, others: readonly Session[]): void {
  const other = others.find(
    (one) => one.id !== session.id && one.moduleId === session.moduleId && overlap(one, session),
  );
  if (other) throw new Refused('events.session-overlaps', { name: session.name, other: other.name });
}
