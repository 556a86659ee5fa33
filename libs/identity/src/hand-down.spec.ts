import { type Actor, type ActorGrant, type Role, roles, systemActor } from '@luban/audit';
import { handsDown, mayGive, reachFaults, rolesClash } from './hand-down.js';

const grant = (role: Role, reach: Partial<ActorGrant> = {}): ActorGrant => ({
  role,
  organisationId: null,
  eventId: null,
  skillId: null,
  delegationId: null,
  ...reach,
});
const who = (...grants: ActorGrant[]): Actor => ({ accountId: 'somebody', organisationId: null, grants });
const spring = { eventId: 'spring' };

describe('handing down', () => {
  it('never leads to a role of one’s own level or above, whoever hands down to whom', () => {
    const reachable = (role: Role, seen = new Set<Role>()): Set<Role> => {
      for (const below of handsDown[role] ?? []) if (!seen.has(below)) reachable(below, seen.add(below));
      return seen;
    };
    for (const role of roles.filter((one) => one !== 'administrator')) {
      expect([role, reachable(role).has(role)]).toEqual([role, false]);
    }
    expect(reachable('administrator').has('administrator')).toBe(true);
  });

  it('lets nobody who marks or belongs to a delegation’s ranks below the leader hand down anything', () => {
    const handing = roles.filter((role) => handsDown[role] !== undefined);
    expect(handing).toEqual(['administrator', 'host', 'organiser', 'teamLeader']);
  });

  it('stays within the own event and the own delegation', () => {
    const organiser = who(grant('organiser', spring));
    expect(mayGive(organiser, grant('recorder', spring))).toBe(true);
    expect(mayGive(organiser, grant('recorder', { eventId: 'autumn' }))).toBe(false);
    const leader = who(grant('teamLeader', { ...spring, delegationId: 'hubei' }));
    expect(mayGive(leader, grant('coach', { ...spring, delegationId: 'hubei' }))).toBe(true);
    expect(mayGive(leader, grant('coach', { ...spring, delegationId: 'hunan' }))).toBe(false);
    expect(mayGive(leader, grant('competitor', spring))).toBe(false);
  });

  it('lets an organisation’s host appoint its organisers, and no other organisation’s', () => {
    const bureau = who(grant('host', { organisationId: 'bureau' }));
    expect(mayGive(bureau, grant('organiser', { organisationId: 'bureau' }))).toBe(true);
    expect(mayGive(bureau, grant('organiser', { organisationId: 'school' }))).toBe(false);
    expect(mayGive(bureau, grant('organiser', spring))).toBe(false);
  });

  it('lets the system itself give every role', () => {
    expect(roles.every((role) => mayGive(systemActor, grant(role)))).toBe(true);
  });
});

describe('the reach of a role', () => {
  it('has to be named where the role is worth nothing without it', () => {
    expect(reachFaults(grant('judge', spring))).toEqual({ missing: ['skill'], excess: [] });
    expect(reachFaults(grant('coach'))).toEqual({ missing: ['event', 'delegation'], excess: [] });
    expect(reachFaults(grant('host'))).toEqual({ missing: ['event'], excess: [] });
    expect(reachFaults(grant('host', { organisationId: 'bureau' }))).toEqual({ missing: [], excess: [] });
    expect(reachFaults(grant('administrator', spring))).toEqual({ missing: [], excess: ['event'] });
  });
});

describe('roles that are not one person’s', () => {
  const clash = (one: ActorGrant, other: ActorGrant) => [rolesClash(one, other), rolesClash(other, one)];

  it('are marking and running, leading or watching the same event', () => {
    const judge = grant('judge', { ...spring, skillId: 'welding' });
    for (const role of ['host', 'organiser', 'supervisor', 'teamLeader', 'coach', 'competitor'] as const) {
      expect([role, ...clash(judge, grant(role, spring))]).toEqual([role, true, true]);
      expect(clash(judge, grant(role, { eventId: 'autumn' }))).toEqual([false, false]);
    }
  });

  it('are chief judge and judge of one skill, not of two', () => {
    const chief = grant('chiefJudge', { ...spring, skillId: 'welding' });
    expect(clash(chief, grant('judge', { ...spring, skillId: 'welding' }))).toEqual([true, true]);
    expect(clash(chief, grant('judge', { ...spring, skillId: 'plumbing' }))).toEqual([false, false]);
  });

  it('are not recorder and checker: who checks a paper did not type that one, which is asked there', () => {
    expect(clash(grant('recorder', spring), grant('checker', spring))).toEqual([false, false]);
  });
});
