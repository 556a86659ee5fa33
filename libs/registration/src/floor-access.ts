import type { Actor, Role } from '@luban/audit';
import { Denied } from '@luban/platform';

/** Roles that read works by their code: they never learn who sits where. */
const readsCodes: readonly Role[] = ['judge', 'chiefJudge', 'recorder', 'checker'];

/**
 * Refuses whoever marks this skill, by whatever other role he comes: names, entry numbers and workstations are not for
 * those who see work codes (DOMAIN.md 4: each map is readable by one role only).
 */
export function assertMarksNothing(actor: Actor, eventId: string, skillId: string): void {
  const marks = actor.grants.some(
    (grant) =>
      readsCodes.includes(grant.role) &&
      grant.eventId === eventId &&
      (grant.skillId === null || grant.skillId === skillId),
  );
  if (marks) throw new Denied('registration.marks-here');
}
