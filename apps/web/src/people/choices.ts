import type { Role } from '../account/roles.js';

/** A skill or delegation to choose. */
export interface PlaceChoice {
  id: string;
  code: string;
  name: string;
  /** The name in the reader's language. */
  label: string;
}

/** A role that one may give, and what it needs. */
export interface RoleOption {
  role: Role;
  skill: 'must' | 'may' | 'not';
  delegation: 'must' | 'may' | 'not';
  organisation: 'must' | 'may' | 'not';
  skillId: string | null;
  delegationId: string | null;
}
