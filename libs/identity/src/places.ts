import type { EntityManager } from 'typeorm';

/** An event, skill or delegation that a role may be narrowed to. */
export interface NamedPlace {
  id: string;
  /** The event it belongs to; for an event, its own id. */
  eventId: string;
  name: string;
  nameEn: string | null;
}

/**
 * Roles name events, skills and delegations, which later rooms own: each adds here how its kind is found by id.
 * An id that it does not return does not exist.
 */
export const placeLookups: Partial<
  Record<'event' | 'skill' | 'delegation', (tx: EntityManager, ids: string[]) => Promise<NamedPlace[]>>
> = {};

/** The places of these ids, by id; nothing is asked for an empty list. */
export async function findPlaces(
  tx: EntityManager,
  kind: keyof typeof placeLookups,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, NamedPlace>> {
  const wanted = [...new Set(ids.filter((id) => id != null))];
  const lookUp = placeLookups[kind];
  if (wanted.length === 0 || !lookUp) return new Map();
  return new Map((await lookUp(tx, wanted)).map((place) => [place.id, place]));
}
