import { type Actor, type ActorGrant, type Role, systemActor } from '@luban/audit';
import { type Permission, permissions } from './permissions.js';

/** Where a verb is to happen. A narrower grant (one skill, one delegation) covers only a place that names it. */
export interface Place {
  eventId: string;
  skillId?: string | null;
  delegationId?: string | null;
}

/** The columns of a query that reach is asked of: `{ event: 'e.id', skill: 's.id' }`. */
export interface ReachColumns {
  event: string;
  skill?: string;
  delegation?: string;
}

/** A condition for a WHERE clause, in brackets where it needs them, and its parameters. */
export interface ReachSql {
  sql: string;
  params: unknown[];
}

/** Whether a role may do this at all, somewhere. */
export const roleMay = (role: Role, permission: Permission): boolean => {
  const allowed: 'anyone' | readonly Role[] = permissions[permission];
  return allowed === 'anyone' || allowed.includes(role);
};

/** The actor's grants behind a permission. For a permission of anyone: all of them. */
export const grantsFor = (actor: Actor, permission: Permission): ActorGrant[] =>
  actor.grants.filter((grant) => roleMay(grant.role, permission));

/** Whether the actor holds the permission anywhere at all; the system itself always does. */
export const mayAnywhere = (actor: Actor, permission: Permission): boolean =>
  actor === systemActor || permissions[permission] === 'anyone' || grantsFor(actor, permission).length > 0;

/**
 * Whether the actor may do this somewhere in the event: the question at the door of a list, whose rows the query then
 * narrows by `reachSql`. A grant for one skill answers yes.
 */
export const mayInEvent = (actor: Actor, permission: Permission, eventId: string): boolean =>
  actor === systemActor || grantsFor(actor, permission).some((grant) => touches(grant, { eventId }));

/**
 * Whether the actor may do this at exactly this place. A grant narrowed to a skill or a delegation covers only places
 * that name it: a chief judge of one skill does not edit the event.
 */
export const mayAt = (actor: Actor, permission: Permission, place: Place): boolean =>
  actor === systemActor || grantsFor(actor, permission).some((grant) => covers(grant, place));

/** Whether anything of this place is in the actor's reach, by whatever role. */
export const sees = (actor: Actor, place: Place): boolean =>
  actor === systemActor || actor.grants.some((grant) => touches(grant, place));

/**
 * What the actor may do with rows, as a condition on their columns. A column that is not named does not narrow, so
 * name every one that the rows have: without `skill`, a judge of one skill reaches all rows of the event.
 * `firstParam` is the number of the first parameter that is free in the query.
 *
 * @example
 * const reach = reachSql(actor, 'forms.read', { event: 'f.event_id', skill: 'f.skill_id' }, 2);
 * tx.query(`SELECT … FROM marking_form f WHERE f.event_id = $1 AND ${reach.sql}`, [eventId, ...reach.params]);
 */
export function reachSql(
  actor: Actor,
  permission: Permission,
  columns: ReachColumns,
  firstParam: number,
): ReachSql {
  if (actor === systemActor) return { sql: 'TRUE', params: [] };
  const conditions = new Map<string, string[][]>();
  for (const grant of grantsFor(actor, permission)) {
    if (!isBound(grant)) continue;
    const named: [string, string][] = [];
    if (grant.eventId !== null) named.push([columns.event, grant.eventId]);
    if (columns.skill && grant.skillId !== null) named.push([columns.skill, grant.skillId]);
    if (columns.delegation && grant.delegationId !== null)
      named.push([columns.delegation, grant.delegationId]);
    if (named.length === 0) return { sql: 'TRUE', params: [] };
    const left = named.map(([column]) => column).join(', ');
    const values = named.map(([, id]) => id);
    const rows = conditions.get(left) ?? [];
    if (!rows.some((row) => row.every((id, i) => id === values[i]))) rows.push(values);
    conditions.set(left, rows);
  }
  const params: unknown[] = [];
  const parts = [...conditions].map(([left, rows]) => {
    const width = rows[0]?.length ?? 0;
    const first = firstParam + params.length;
    for (let i = 0; i < width; i++) params.push(rows.map((row) => row[i]));
    if (width === 1) return `${left} = ANY($${first}::uuid[])`;
    const arrays = Array.from({ length: width }, (_, i) => `$${first + i}::uuid[]`).join(', ');
    return `(${left}) IN (SELECT * FROM unnest(${arrays}))`;
  });
  if (parts.length === 0) return { sql: 'FALSE', params: [] };
  return { sql: parts.length === 1 ? String(parts[0]) : `(${parts.join(' OR ')})`, params };
}

/** A grant of an organisation without an event reaches no event by itself, only verbs that need none. */
const isBound = (grant: ActorGrant): boolean => grant.eventId !== null || grant.organisationId === null;

const covers = (grant: ActorGrant, place: Place): boolean =>
  isBound(grant) &&
  (grant.eventId === null || grant.eventId === place.eventId) &&
  (grant.skillId === null || grant.skillId === place.skillId) &&
  (grant.delegationId === null || grant.delegationId === place.delegationId);

const touches = (grant: ActorGrant, place: Place): boolean =>
  isBound(grant) &&
  (grant.eventId === null || grant.eventId === place.eventId) &&
  (grant.skillId === null || place.skillId == null || grant.skillId === place.skillId) &&
  (grant.delegationId === null || place.delegationId == null || grant.delegationId === place.delegationId);
