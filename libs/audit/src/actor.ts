/** A role with its reach, as the sign-in found it. A null reach column means: not narrowed by that. */
export interface ActorGrant {
  role: Role;
  organisationId: string | null;
  eventId: string | null;
  skillId: string | null;
  delegationId: string | null;
}

export const roles = [
  'administrator',
  'official',
  'acceptor',
  'reviewer',
  'host',
  'organiser',
  'teamLeader',
  'coach',
  'competitor',
  'judge',
  'chiefJudge',
  'floorJudge',
  'recorder',
  'checker',
  'supervisor',
] as const;
export type Role = (typeof roles)[number];

/** Who acts: the first argument of every verb. Filled by identity from a session or an API token. */
export interface Actor {
  /** Null when the system itself acts (a job, the command line). */
  accountId: string | null;
  organisationId: string | null;
  grants: ActorGrant[];
}

/** The system itself: jobs and the command line. Never reachable from a request. */
export const systemActor: Actor = { accountId: null, organisationId: null, grants: [] };
