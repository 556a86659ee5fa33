import { type Actor, type ActorGrant, type Role, roles, systemActor } from '@luban/audit';
import { Denied, newId, NotFound } from '@luban/platform';
import { testDatabase } from '../../../test/support/test-database.js';
import { assertMay, assertMayAnywhere, assertMayInEvent } from './access.js';
import { type Permission, permissions } from './permissions.js';
import { mayAnywhere, mayAt, reachSql } from './reach.js';

const [spring, autumn, welding, plumbing, hubei, hunan] = Array.from({ length: 6 }, newId) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const who = (...grants: ({ role: Role } & Partial<ActorGrant>)[]): Actor => ({
  accountId: newId(),
  organisationId: null,
  grants: grants.map((grant) => ({
    organisationId: null,
    eventId: null,
    skillId: null,
    delegationId: null,
    ...grant,
  })),
});

const organiser = who({ role: 'organiser', eventId: spring });
const weldingJudge = who({ role: 'judge', eventId: spring, skillId: welding });
const weldingChief = who({ role: 'chiefJudge', eventId: spring, skillId: welding });
const hubeiLeader = who({ role: 'teamLeader', eventId: spring, delegationId: hubei });
const official = who({ role: 'official' });

describe('may', () => {
  it('lets an organiser edit the own event and hides every other', () => {
    expect(() => assertMay(organiser, 'events.edit', { eventId: spring })).not.toThrow();
    expect(() => assertMay(organiser, 'events.edit', { eventId: autumn })).toThrow(NotFound);
  });

  it('denies to a judge what the judge can see but not change', () => {
    expect(() => assertMay(weldingJudge, 'events.edit', { eventId: spring })).toThrow(Denied);
    expect(() => assertMay(weldingJudge, 'forms.signOff', { eventId: spring, skillId: welding })).toThrow(
      Denied,
    );
  });

  it('hides the other skill from a judge of one skill', () => {
    expect(() =>
      assertMay(weldingChief, 'forms.signOff', { eventId: spring, skillId: welding }),
    ).not.toThrow();
    expect(() => assertMay(weldingChief, 'forms.signOff', { eventId: spring, skillId: plumbing })).toThrow(
      NotFound,
    );
  });

  it('does not let a grant for one skill cover the whole event', () => {
    expect(mayAt(weldingChief, 'teams.edit', { eventId: spring })).toBe(false);
    expect(() => assertMayInEvent(weldingChief, 'teams.edit', spring)).not.toThrow();
  });

  it('keeps a team leader to the own delegation', () => {
    expect(() =>
      assertMay(hubeiLeader, 'entries.edit', { eventId: spring, delegationId: hubei }),
    ).not.toThrow();
    expect(() => assertMay(hubeiLeader, 'entries.edit', { eventId: spring, delegationId: hunan })).toThrow(
      NotFound,
    );
    expect(() => assertMay(hubeiLeader, 'entries.review', { eventId: spring, delegationId: hubei })).toThrow(
      Denied,
    );
  });

  it('gives a role without reach every event', () => {
    expect(mayAt(official, 'results.read', { eventId: autumn, skillId: welding })).toBe(true);
  });

  it('gives an organisation’s grant without an event no event, only verbs that need none', () => {
    const bureau = who({ role: 'host', organisationId: newId() });
    expect(() => assertMay(bureau, 'results.publish', { eventId: spring })).toThrow(NotFound);
    expect(() => assertMayAnywhere(bureau, 'events.create')).not.toThrow();
    expect(() => assertMayAnywhere(hubeiLeader, 'events.create')).toThrow(Denied);
  });

  it('stops nothing that the system itself does, and only that very object is the system', () => {
    expect(mayAt(systemActor, 'results.publish', { eventId: spring })).toBe(true);
    expect(mayAnywhere({ ...systemActor }, 'results.publish')).toBe(false);
  });
});

describe('reach in a query', () => {
  const database = testDatabase();
  const rows = [
    [spring, welding, hubei],
    [spring, plumbing, hubei],
    [spring, welding, hunan],
    [autumn, welding, hubei],
    [spring, null, null],
  ];

  /** The numbers of the rows above that the actor reaches. */
  async function reached(actor: Actor, permission: Permission): Promise<number[]> {
    const columns = { event: 'r.event_id', skill: 'r.skill_id', delegation: 'r.delegation_id' };
    const reach = reachSql(actor, permission, columns, 4);
    const found: { n: number }[] = await database.source.query(
      `SELECT n::int - 1 AS n FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) WITH ORDINALITY
         AS r (event_id, skill_id, delegation_id, n) WHERE ${reach.sql} ORDER BY n`,
      [rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2]), ...reach.params],
    );
    return found.map((row) => row.n);
  }

  it('finds the rows of an event, a skill, a delegation, and of several grants together', async () => {
    expect(await reached(organiser, 'entries.read')).toEqual([0, 1, 2, 4]);
    expect(await reached(weldingJudge, 'forms.read')).toEqual([0, 2]);
    expect(await reached(hubeiLeader, 'entries.read')).toEqual([0, 1]);
    expect(await reached(official, 'results.read')).toEqual([0, 1, 2, 3, 4]);
    const both = who(
      { role: 'judge', eventId: spring, skillId: plumbing },
      { role: 'judge', eventId: autumn, skillId: welding },
      { role: 'chiefJudge', eventId: spring, skillId: plumbing },
    );
    expect(await reached(both, 'forms.read')).toEqual([1, 3]);
    const mixed = who(
      { role: 'judge', eventId: spring, skillId: plumbing },
      { role: 'chiefJudge', eventId: autumn },
    );
    expect(await reached(mixed, 'forms.read')).toEqual([1, 3]);
  });

  it('finds nothing by a role that may not, and nothing by an organisation’s grant', async () => {
    expect(await reached(hubeiLeader, 'forms.read')).toEqual([]);
    expect(await reached(who({ role: 'host', organisationId: newId() }), 'entries.read')).toEqual([]);
  });

  it('agrees with the check of a single place, for every permission and role', async () => {
    const place = { eventId: spring, skillId: welding, delegationId: hubei };
    for (const permission of Object.keys(permissions) as Permission[]) {
      for (const role of roles) {
        const actor = who({ role, ...place });
        const inReach = (await reached(actor, permission)).includes(0);
        expect([role, permission, inReach]).toEqual([role, permission, mayAt(actor, permission, place)]);
      }
    }
  });
});
