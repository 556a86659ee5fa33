import type { Actor } from '@luban/audit';
import { Denied, Failure, NotFound } from '@luban/platform';
import type { Permission } from './permissions.js';
import { mayAnywhere, mayAt, mayInEvent, type Place, sees } from './reach.js';

/** Nobody is signed in: no cookie or token, one that is no longer good, or a sign-in that failed. 401. */
export class NotSignedIn extends Failure {
  constructor(code = 'identity.not-signed-in') {
    super(code);
  }
}

/**
 * Refuses unless the actor may do this at exactly this place (see `mayAt`). What is not in reach by any role is
 * `NotFound`; what is visible, but not by a role that may do this, is `Denied`.
 */
export function assertMay(actor: Actor, permission: Permission, place: Place): void {
  if (mayAt(actor, permission, place)) return;
  throw refusal(sees(actor, place), permission);
}

/** Refuses unless the actor may do this somewhere in the event (see `mayInEvent`); narrow the rows by `reachSql`. */
export function assertMayInEvent(actor: Actor, permission: Permission, eventId: string): void {
  if (mayInEvent(actor, permission, eventId)) return;
  throw refusal(sees(actor, { eventId }), permission);
}

/** Refuses unless the actor holds the permission anywhere: for verbs that belong to no event yet. */
export function assertMayAnywhere(actor: Actor, permission: Permission): void {
  if (!mayAnywhere(actor, permission)) throw refusal(true, permission);
}

const refusal = (visible: boolean, permission: Permission): Failure =>
  visible ? new Denied('identity.role-may-not', { permission }) : new NotFound('identity.not-in-reach');
