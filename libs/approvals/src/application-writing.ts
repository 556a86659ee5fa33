import type { Actor } from '@luban/audit';
import type { Organisation } from '@luban/identity';
import { newId } from '@luban/platform';
import { contestKey } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import type { CreateApplicationDto } from './application.dto.js';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { ApplicationParty } from './application-party.entity.js';
import type { StatedOccupation, StatedParty } from './application-statement.js';
import type { ClassApplication } from './class-application.entity.js';

/** A fresh draft by its wish. */
export const newDraft = (
  wish: CreateApplicationDto,
  leadOrganisationId: string,
  actor: Actor,
  at: Date,
  demo: boolean,
): ClassApplication => ({
  id: newId(),
  level: wish.level,
  divisionCode: wish.divisionCode,
  planYear: wish.planYear,
  heldYear: wish.heldYear ?? wish.planYear,
  class: wish.class ?? null,
  leadOrganisationId,
  name: wish.name.trim(),
  edition: wish.edition?.trim() || null,
  contestKey: contestKey(wish.name),
  industryCode: null,
  placeDivisionCode: null,
  finalFrom: null,
  finalTo: null,
  state: 'draft',
  content: {},
  contentVersion: 1,
  rulePackId: null,
  policy: null,
  submittedAt: null,
  completionDueAt: null,
  historic: false,
  synthetic: null,
  demo,
  createdBy: actor.accountId,
  createdAt: at,
  decidedAt: null,
  version: 1,
});

/** The applicant as the first party. */
export const leadParty = ({ id, name, kind }: Organisation): StatedParty => ({
  id: newId(),
  position: 0,
  organisationId: id,
  name,
  kind,
  part: 'lead',
});

/** Writes parties and occupations of an application that has none of them. */
export async function insertParts(
  tx: EntityManager,
  applicationId: string,
  parties: readonly StatedParty[],
  occupations: readonly StatedOccupation[],
): Promise<void> {
  if (parties.length > 0)
    await tx.insert(
      ApplicationParty,
      parties.map((party, position) => ({ applicationId, ...party, position })),
    );
  if (occupations.length > 0)
    await tx.insert(
      ApplicationOccupation,
      occupations.map((occupation, position) => ({ applicationId, ...occupation, position })),
    );
}

/** Replaces the lists that are given. */
export async function replaceParts(
  tx: EntityManager,
  applicationId: string,
  parties: readonly StatedParty[] | undefined,
  occupations: readonly StatedOccupation[] | undefined,
): Promise<void> {
  if (parties) await tx.delete(ApplicationParty, { applicationId });
  if (occupations) await tx.delete(ApplicationOccupation, { applicationId });
  await insertParts(tx, applicationId, parties ?? [], occupations ?? []);
}
