import type { Actor, ActorGrant, Role } from '@luban/audit';
import { systemActor } from '@luban/audit';

/** What a role is narrowed by: must it be, may it be, or not at all. */
type Narrowing = 'must' | 'may' | 'not';
interface RoleReach {
  event: Narrowing;
  skill: Narrowing;
  delegation: Narrowing;
  organisation: Narrowing;
}

const everywhere: RoleReach = { event: 'not', skill: 'not', delegation: 'not', organisation: 'not' };
// They work for a human-resources authority, at its level and in its area (see `Authority`).
const ofAuthority: RoleReach = { event: 'not', skill: 'not', delegation: 'not', organisation: 'must' };
const inEvent: RoleReach = { event: 'must', skill: 'may', delegation: 'not', organisation: 'may' };

/**
 * What each role has to be narrowed to. A host or organiser has an event, or an organisation and with it all the
 * events in which that organisation has this part.
 */
export const roleReaches: Record<Role, RoleReach> = {
  administrator: everywhere,
  official: everywhere,
  acceptor: ofAuthority,
  reviewer: ofAuthority,
  host: { event: 'may', skill: 'not', delegation: 'not', organisation: 'may' },
  organiser: { event: 'may', skill: 'not', delegation: 'not', organisation: 'may' },
  teamLeader: { event: 'must', skill: 'not', delegation: 'must', organisation: 'may' },
  coach: { event: 'must', skill: 'may', delegation: 'must', organisation: 'may' },
  competitor: { event: 'must', skill: 'may', delegation: 'may', organisation: 'may' },
  judge: { event: 'must', skill: 'must', delegation: 'not', organisation: 'may' },
  chiefJudge: { event: 'must', skill: 'must', delegation: 'not', organisation: 'may' },
  floorJudge: inEvent,
  recorder: inEvent,
  checker: inEvent,
  supervisor: inEvent,
};

/** The parts of a reach, in the order in which they are named to people. */
export const reachParts = ['event', 'organisation', 'skill', 'delegation'] as const;
export type ReachPart = (typeof reachParts)[number];

/** What is missing from, or too much in, the reach of a role. */
export function reachFaults(grant: ActorGrant): { missing: ReachPart[]; excess: ReachPart[] } {
  const rule = roleReaches[grant.role];
  const given: Record<ReachPart, boolean> = {
    event: grant.eventId !== null,
    skill: grant.skillId !== null,
    delegation: grant.delegationId !== null,
    organisation: grant.organisationId !== null,
  };
  const missing = reachParts.filter((part) => rule[part] === 'must' && !given[part]);
  const excess = reachParts.filter((part) => rule[part] === 'not' && given[part]);
  const eventOrOrganisation = rule.event === 'may' && !given.event && !given.organisation;
  return { missing: eventOrOrganisation ? ['event', ...missing] : missing, excess };
}

const runByOrganiser = [
  'teamLeader',
  'coach',
  'competitor',
  'judge',
  'chiefJudge',
  'floorJudge',
  'recorder',
  'checker',
  'supervisor',
] as const satisfies Role[];

/**
 * Accounts are handed down level by level (逐级下发, DOMAIN.md 3): each role gives only the ones below its own. The
 * administrator appoints hosts and organisers but no judges: he must not come to see marks (DOMAIN.md 9).
 */
export const handsDown: Partial<Record<Role, readonly Role[]>> = {
  administrator: ['administrator', 'official', 'acceptor', 'reviewer', 'host', 'organiser'],
  host: ['organiser', ...runByOrganiser],
  organiser: runByOrganiser,
  teamLeader: ['coach', 'competitor'],
};

/** The roles that the actor may give in this reach, in the order of `roles`. */
export function rolesToGive(actor: Actor, reach: Omit<ActorGrant, 'role'>): Role[] {
  const given = actor.grants
    .filter((own) => spans(own, reach))
    .flatMap((own): readonly Role[] => handsDown[own.role] ?? []);
  return [...new Set(given)];
}

/** Whether the actor may give, and therefore also end, this grant. */
export const mayGive = (actor: Actor, grant: ActorGrant): boolean =>
  actor === systemActor || rolesToGive(actor, grant).includes(grant.role);

/** Whether the reach lies within that of the actor's own grant. */
function spans(own: ActorGrant, reach: Omit<ActorGrant, 'role'>): boolean {
  if (own.eventId === null && own.organisationId !== null) {
    // An organisation's own people, without an event; its events are separate grants (see `organisationEvents`).
    return reach.eventId === null && reach.organisationId === own.organisationId;
  }
  return (
    (own.eventId === null || own.eventId === reach.eventId) &&
    (own.skillId === null || own.skillId === reach.skillId) &&
    (own.delegationId === null || own.delegationId === reach.delegationId)
  );
}

const marking: readonly Role[] = ['judge', 'chiefJudge', 'recorder', 'checker'];
const interested: readonly Role[] = ['teamLeader', 'coach', 'competitor'];

/**
 * Whether two roles must not be one person's in the same event (回避; DOMAIN.md 9, "must not"): who marks neither runs
 * the event, nor belongs to a delegation, nor watches the marking; a floor judge belongs to no delegation and does not
 * mark in the skill whose floor he sees; a chief judge enters no score.
 */
export function rolesClash(one: ActorGrant, other: ActorGrant): boolean {
  if (one.eventId === null || one.eventId !== other.eventId) return false;
  const sameSkill = one.skillId === null || other.skillId === null || one.skillId === other.skillId;
  const pair = (left: readonly Role[], right: readonly Role[]) =>
    (left.includes(one.role) && right.includes(other.role)) ||
    (left.includes(other.role) && right.includes(one.role));
  return (
    pair(marking, ['host', 'organiser', 'supervisor', ...interested]) ||
    pair(['floorJudge', 'supervisor'], interested) ||
    (sameSkill && (pair(['floorJudge'], ['judge', 'recorder', 'checker']) || pair(['chiefJudge'], ['judge'])))
  );
}
