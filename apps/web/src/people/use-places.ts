import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { useLanguage } from '../language/language.js';
import type { PlaceChoice, RoleOption } from './choices.js';

const choices = (
  items: readonly { id: string; code: string; name: string; nameEn?: string | null }[] | undefined,
  english: boolean,
): PlaceChoice[] =>
  (items ?? []).map(({ id, code, name, nameEn }) => ({
    id,
    code,
    name,
    label: english ? (nameEn ?? name) : name,
  }));

/** The event's skills and delegations, as far as one may see them. */
export function usePlaces(eventId: string | null): { skills: PlaceChoice[]; delegations: PlaceChoice[] } {
  const english = useLanguage() === 'en';
  const params = { params: { path: { eventId: eventId ?? '' } } };
  const skills = useQuery({ ...got('/api/v1/events/{eventId}/skills', params), enabled: eventId !== null });
  const delegations = useQuery({
    ...got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: eventId ?? '' }, query: { limit: 500 } },
    }),
    enabled: eventId !== null,
  });
  return {
    skills: choices(skills.data?.items, english),
    delegations: choices(delegations.data?.items, english),
  };
}

/** The roles that one may give in an event, or (null) outside of events. The server says which; undefined until then. */
export function useRoleOptions(eventId: string | null): readonly RoleOption[] | undefined {
  const query = eventId === null ? {} : { eventId };
  return useQuery(got('/api/v1/role-options', { params: { query } })).data?.items;
}
