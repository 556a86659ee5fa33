import { createContext, useContext } from 'react';

/** The roles of DOMAIN.md 9 that exist so far, in the order in which a switcher lists them. */
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
  'chiefJudge',
  'judge',
  'floorJudge',
  'recorder',
  'checker',
  'supervisor',
] as const;

export type Role = (typeof roles)[number];

/** The one role in which the person works now: never mixed with the others. */
export interface ActiveRole {
  role: Role;
  held: readonly Role[];
  become: (role: Role) => void;
}

export const ActiveRoleContext = createContext<ActiveRole | null>(null);

/** The active role and how to switch it; only behind sign-in. */
export function useActiveRole(): ActiveRole {
  const active = useContext(ActiveRoleContext);
  if (!active) throw new Error('useActiveRole is only for pages behind sign-in');
  return active;
}
