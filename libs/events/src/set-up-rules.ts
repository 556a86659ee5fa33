import type { Actor } from '@luban/audit';
import { mayAt, type Permission } from '@luban/identity';
import { Denied, Refused } from '@luban/platform';
import type { CompetitionEvent } from './competition-event.entity.js';
import { isAtLeast, type Stage, stageNames, stages } from './stages.js';

/** The parts of an event's set-up that are changed and locked separately. */
export type SetUpPart =
  'basics' | 'parties' | 'venues' | 'skills' | 'policy' | 'groups' | 'modules' | 'sessions' | 'workstations';

interface SetUpRule {
  permission: Permission;
  /** The last stage at which it may be changed; later, a recorded step back comes first. */
  until: Stage;
  name: { zh: string; en: string };
}

/**
 * What may be changed by whom until when (D). Groups and skills hold while entries come in, modules and rules until the
 * first is marked, the floor (sessions, workstations, venues) while people compete: machines fail and sessions move.
 */
export const setUpRules: Readonly<Record<SetUpPart, SetUpRule>> = {
  basics: { permission: 'events.edit', until: 'results', name: { zh: '赛事基本信息', en: 'the basics' } },
  parties: {
    permission: 'events.parties',
    until: 'provisional',
    name: { zh: '办赛单位', en: 'the parties' },
  },
  venues: { permission: 'events.setUp', until: 'competition', name: { zh: '场地', en: 'venues' } },
  skills: { permission: 'events.setUp', until: 'registration', name: { zh: '竞赛项目', en: 'skills' } },
  groups: { permission: 'events.setUp', until: 'registration', name: { zh: '组别', en: 'groups' } },
  policy: {
    permission: 'events.policy',
    until: 'preparation',
    name: { zh: '竞赛规则', en: 'the rules of a skill' },
  },
  modules: { permission: 'events.setUp', until: 'preparation', name: { zh: '模块', en: 'modules' } },
  sessions: { permission: 'events.setUp', until: 'competition', name: { zh: '场次', en: 'sessions' } },
  workstations: {
    permission: 'events.setUp',
    until: 'competition',
    name: { zh: '赛位', en: 'workstations' },
  },
};

/** Whether this actor may change the part as the event stands now: what the web offers and the server refuses by. */
export function mayChange(
  actor: Actor,
  event: Pick<CompetitionEvent, 'id' | 'stage'>,
  part: SetUpPart,
): boolean {
  const { permission, until } = setUpRules[part];
  if (!isAtLeast(until, event.stage) || !mayAt(actor, permission, { eventId: event.id })) return false;
  return part !== 'policy' || mayChangePolicy(actor, event);
}

/** The parts this actor may change as the event stands now. */
export const changeableParts = (actor: Actor, event: Pick<CompetitionEvent, 'id' | 'stage'>): SetUpPart[] =>
  (Object.keys(setUpRules) as SetUpPart[]).filter((part) => mayChange(actor, event, part));

/** Refuses (`events.part-locked`) once the event has gone past the stage at which the part may be changed. */
export function assertChangeable(event: Pick<CompetitionEvent, 'stage'>, part: SetUpPart): void {
  const { until, name } = setUpRules[part];
  if (isAtLeast(until, event.stage)) return;
  const stage = stageNames[event.stage];
  throw new Refused('events.part-locked', {
    part,
    stage: event.stage,
    stageZh: stage.zh,
    stageEn: stage.en,
    partZh: name.zh,
    partEn: name.en,
  });
}

/** The host owns the rules (DOMAIN.md 9); an organiser may prepare them until registration begins and they are relied on. */
export function assertMayChangePolicy(actor: Actor, event: Pick<CompetitionEvent, 'id' | 'stage'>): void {
  if (!mayChangePolicy(actor, event)) throw new Denied('events.policy-host-only');
}

const mayChangePolicy = (actor: Actor, event: Pick<CompetitionEvent, 'id' | 'stage'>): boolean =>
  event.stage === stages[0] || mayAt(actor, 'events.rules', { eventId: event.id });
