import { useCallback } from 'react';
import type { Schemas } from '../account/session.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';

export type AccountRow = Schemas['AccountDto'];
export type GrantRow = Schemas['RoleGrantDto'];

/** 裁判 · 焊接: a role with what it is narrowed to; the event only where it is not around the page. */
export function useGrantWords(): (grant: GrantRow, withEvent?: boolean) => string {
  const frame = useFrameText();
  return useCallback(
    (grant, withEvent = false) =>
      [frame(`role.${grant.role}`), withEvent ? grant.eventName : null, grant.skillName, grant.delegationName]
        .filter((part) => part !== null)
        .join(' · '),
    [frame],
  );
}

/** Where an account stands. */
export type AccountState = 'active' | 'initial' | 'disabled';

export const stateOf = (row: AccountRow): AccountState =>
  row.disabledAt !== null ? 'disabled' : row.mustChangePassword ? 'initial' : 'active';
