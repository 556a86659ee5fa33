import { useQuery } from '@tanstack/react-query';
import { useActiveRole } from '../account/roles.js';
import type { Schemas } from '../account/session.js';
import { got } from '../api/query.js';

export type Filer = Schemas['FilerDto'];

/** The organisations one files for; none while acting in a role that does not file, or until they are known. */
export function useFilers(): readonly Filer[] {
  const { role } = useActiveRole();
  const filers = useQuery({ ...got('/api/v1/filings/filers'), enabled: role === 'host', staleTime: 300_000 });
  return role === 'host' ? (filers.data?.items ?? []) : [];
}
