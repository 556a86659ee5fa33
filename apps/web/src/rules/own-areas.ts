import { useQuery } from '@tanstack/react-query';
import { useSession } from '../account/session.js';
import { got } from '../api/query.js';
import type { PackSummary } from './types.js';

/** A level and area with its name. */
export type Area = Pick<PackSummary, 'level' | 'divisionCode' | 'areaName'>;

/** The areas of the authorities for which the person reviews. */
export function useOwnAreas(wanted: boolean): Area[] {
  const session = useSession();
  const authorities = useQuery({ ...got('/api/v1/authorities'), enabled: wanted });
  const codes = useQuery({
    ...got('/api/v1/rule-packs', { params: { query: { limit: 500 } } }),
    enabled: wanted,
  });
  const own = new Set(
    session.roles.filter(({ role }) => role === 'reviewer').map(({ organisationId }) => organisationId),
  );
  return (authorities.data?.items ?? [])
    .filter(({ organisationId }) => own.has(organisationId))
    .map(({ level, divisionCode, organisationName }) => ({
      level,
      divisionCode,
      areaName:
        codes.data?.items.find((pack) => pack.divisionCode === divisionCode)?.areaName ?? organisationName,
    }));
}
