import { useCallback } from 'react';
import type { Schemas } from '../account/session.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';

export type AccountRow = Schemas['AccountDto'];
export type GrantRow = Schemas['RoleGrantDto'];

/** 裁判 · 焊接: a role with what it is narrowed to; the event only where it is not around the page. */
export function useGrantWords(): (grant: GrantRow, withEvent?: boolean) => string {
  const frame = useFrameText();
  const english = useLanguage() === 'en';
  return useCallback(
    (grant, withEvent = false) => {
      const named = (zh: string | null, en: string | null) => (english ? (en ?? zh) : zh);
      return [
        frame(`role.${grant.role}`),
        withEvent ? named(grant.eventName, grant.eventNameEn) : null,
        named(grant.skillName, grant.skillNameEn),
        named(grant.delegationName, grant.delegationNameEn),
      ]
        .filter((part) => part !== null)
        .join(' · ');
    },
    [frame, english],
  );
}

/** Where an account stands. */
export type AccountState = 'active' | 'initial' | 'disabled';

export const stateOf = (row: AccountRow): AccountState =>
  row.disabledAt !== null ? 'disabled' : row.mustChangePassword ? 'initial' : 'active';
