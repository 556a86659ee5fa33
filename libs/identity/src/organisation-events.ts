import type { ActorGrant } from '@luban/audit';
import type { EntityManager } from 'typeorm';

/** The part an organisation has in an event, and with it the role of its people there. */
export interface OrganisationEvent {
  organisationId: string;
  role: 'host' | 'organiser';
  eventId: string;
}

/**
 * Who hosts or organises what is known to events, which comes later: it adds here a function that names the events of
 * these organisations. A host's grant for an organisation, without an event, then reaches them all.
 */
export const organisationEvents: ((
  tx: EntityManager,
  organisationIds: string[],
) => Promise<OrganisationEvent[]>)[] = [];

/** The grants, with one more for each event in which the organisation of an event-less grant has that part. */
export async function withOrganisationEvents(tx: EntityManager, grants: ActorGrant[]): Promise<ActorGrant[]> {
  const wide = grants.filter((grant) => grant.eventId === null && grant.organisationId !== null);
  if (wide.length === 0) return grants;
  const organisationIds = [...new Set(wide.map((grant) => String(grant.organisationId)))];
  const found = (
    await Promise.all(organisationEvents.map((eventsOf) => eventsOf(tx, organisationIds)))
  ).flat();
  const more = found
    .filter((part) =>
      wide.some((own) => own.role === part.role && own.organisationId === part.organisationId),
    )
    .map(({ role, organisationId, eventId }) => ({
      role,
      organisationId,
      eventId,
      skillId: null,
      delegationId: null,
    }));
  return [...grants, ...more];
}
