import type { Actor } from '@luban/audit';
import { systemActor } from '@luban/audit';
import {
  governs,
  grantsFor,
  type Jurisdiction,
  jurisdictionsFor,
  overseenSql,
  type ReachSql,
} from '@luban/identity';
import { NotFound } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { ClassApplication } from './class-application.entity.js';
import type { ApplicationRole } from './transitions.js';

/** The organisations for which the actor applies: those of his grants as host that are bound to no event. */
export const applicantOrganisations = (actor: Actor): string[] => [
  ...new Set(
    grantsFor(actor, 'applications.own')
      .filter(({ eventId }) => eventId === null)
      .map(({ organisationId }) => organisationId)
      .filter((id) => id !== null),
  ),
];

/**
 * Which applications the actor sees, as a condition on `class_application` under this alias: his organisation's own,
 * and those in his authority's area once they have been submitted (a draft is the applicant's alone).
 */
export async function applicationsInReach(
  tx: EntityManager,
  actor: Actor,
  alias: string,
  firstParam: number,
): Promise<ReachSql> {
  if (actor === systemActor) return { sql: 'TRUE', params: [] };
  const areas = await jurisdictionsFor(tx, actor, 'applications.desk');
  const overseen = overseenSql(areas, `${alias}.division_code`, firstParam + 1);
  const sql = `(${alias}.lead_organisation_id = ANY($${firstParam}::uuid[]) OR (${alias}.submitted_at IS NOT NULL AND ${overseen.sql}))`;
  return { sql, params: [applicantOrganisations(actor), ...overseen.params] };
}

/** One application in reach, locked where it is to be changed. Throws `NotFound` `approvals.application-not-found`. */
export async function applicationInReach(
  tx: EntityManager,
  actor: Actor,
  id: string,
  lock: 'read' | 'forUpdate' = 'read',
): Promise<ClassApplication> {
  const reach = await applicationsInReach(tx, actor, 'a', 2);
  const found: { id: string }[] = await tx.query(
    `SELECT a.id FROM class_application a WHERE a.id::text = $1 AND ${reach.sql}`,
    [id.toLowerCase(), ...reach.params],
  );
  const [row] = found;
  const application = row
    ? await tx.findOne(ClassApplication, {
        where: { id: row.id },
        ...(lock === 'forUpdate' ? { lock: { mode: 'pessimistic_write' } as const } : {}),
      })
    : null;
  if (!application) throw new NotFound('approvals.application-not-found');
  return application;
}

/** A part that the actor may act by on an application, and the organisation for which he then acts. */
export interface ApplicationPart {
  role: ApplicationRole;
  organisationId: string | null;
}

/** Where the actor accepts and reviews. */
export interface Offices {
  accepts: Jurisdiction[];
  reviews: Jurisdiction[];
}

export const officesOf = async (tx: EntityManager, actor: Actor): Promise<Offices> => ({
  accepts: await jurisdictionsFor(tx, actor, 'applications.accept'),
  reviews: await jurisdictionsFor(tx, actor, 'applications.review'),
});

/** The parts by which the actor may act on this application: at most one of each kind. */
export async function partsIn(
  tx: EntityManager,
  actor: Actor,
  application: PlacedApplication,
): Promise<ApplicationPart[]> {
  return partsBy(actor, await officesOf(tx, actor), application);
}

/** What of an application says who acts on it. */
export type PlacedApplication = Pick<ClassApplication, 'level' | 'divisionCode' | 'leadOrganisationId'>;

/** The same, where his offices have been read already: for lists. */
export function partsBy(actor: Actor, offices: Offices, application: PlacedApplication): ApplicationPart[] {
  const parts: ApplicationPart[] = [];
  if (applicantOrganisations(actor).includes(application.leadOrganisationId))
    parts.push({ role: 'applicant', organisationId: application.leadOrganisationId });
  const here = (own: readonly Jurisdiction[]) =>
    own.find((area) => area.organisationId !== null && governs(area, application));
  const accepts = here(offices.accepts);
  if (accepts) parts.push({ role: 'acceptor', organisationId: accepts.organisationId });
  const reviews = here(offices.reviews);
  if (reviews) parts.push({ role: 'reviewer', organisationId: reviews.organisationId });
  return parts;
}
