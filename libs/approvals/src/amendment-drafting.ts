import { Organisation } from '@luban/identity';
import { newId, Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import type { AmendApplicationDto } from './amendment.dto.js';
import { type AmendmentWeight, amendmentWeight } from './amendment-weights.js';
import { changesBetween } from './application-changes.js';
import { columnFaults, columnsAfter } from './application-columns.js';
import { ApplicationOccupation } from './application-occupation.entity.js';
import { finalFaults } from './application-missing.js';
import { assertFit, type Fault, occupationsFrom, partiesFrom } from './application-parties.js';
import { ApplicationParty } from './application-party.entity.js';
import { type Statement, stated, statementOf, type StatedParty } from './application-statement.js';
import { ClassApplication } from './class-application.entity.js';
import './amendment-messages.js';

export type AmendmentWish = Pick<AmendApplicationDto, 'changes' | 'leadOrganisationId'>;

export interface AmendedField {
  field: string;
  weight: AmendmentWeight;
  before: string | null;
  after: string | null;
}

/** An application as it would be. */
export interface AmendedApplication {
  after: ClassApplication;
  statement: Statement;
  changes: AmendedField[];
  weight: AmendmentWeight;
}

/**
 * The application as the amendment wants it, with what differs and what that weighs. Throws `Invalid` naming every bad
 * field, `Refused` `approvals.amendment-empty`.
 */
export async function amendedBy(
  tx: EntityManager,
  application: ClassApplication,
  wish: AmendmentWish,
  at: Date,
): Promise<AmendedApplication> {
  const before = await statementOf(tx, application);
  const faults: Fault[] = [];
  if (wish.changes.planYear !== undefined && wish.changes.planYear !== application.planYear)
    faults.push({ path: 'changes.planYear', code: 'approvals.plan-year-granted' });
  const after = columnsAfter(application, { ...wish.changes, planYear: undefined });
  const found = await columnFaults(tx, after, application, application.policy, at);
  const lead = await leadAfter(tx, before, wish, faults);
  after.leadOrganisationId = lead.organisationId ?? application.leadOrganisationId;
  const others = wish.changes.parties ?? before.parties.filter(({ part }) => part !== 'lead');
  const parties = await partiesFrom(tx, lead, others, found);
  const occupations = wish.changes.occupations
    ? await occupationsFrom(tx, before.occupations, wish.changes.occupations, found)
    : before.occupations;
  if (after.finalFrom !== application.finalFrom || after.finalTo !== application.finalTo)
    found.push(...finalFaults(after).map((fault) => ({ path: 'finalFrom', ...fault })));
  assertFit([...faults, ...found.map((fault) => ({ ...fault, path: `changes.${fault.path}` }))]);
  const statement = stated(after, parties, occupations);
  const changes = changesBetween(before, statement).map((change): AmendedField => ({
    ...change,
    weight: amendmentWeight(change.field, before, statement),
  }));
  if (changes.length === 0) throw new Refused('approvals.amendment-empty');
  const weight = changes.some((change) => change.weight === 'substantial') ? 'substantial' : 'minor';
  return { after, statement, changes, weight };
}

/** Writes the application as amended; its printed form gets another page code. */
export async function applyAmended(
  tx: EntityManager,
  application: ClassApplication,
  { after, statement }: AmendedApplication,
): Promise<void> {
  const { state, version, decidedAt } = application;
  Object.assign(application, after, { state, version, decidedAt });
  application.contentVersion += 1;
  await tx.update(ClassApplication, { id: application.id }, application as never);
  const applicationId = application.id;
  await tx.delete(ApplicationParty, { applicationId });
  await tx.insert(
    ApplicationParty,
    statement.parties.map((party, position) => ({ applicationId, ...party, position })),
  );
  await tx.delete(ApplicationOccupation, { applicationId });
  if (statement.occupations.length > 0)
    await tx.insert(
      ApplicationOccupation,
      statement.occupations.map((occupation, position) => ({ applicationId, ...occupation, position })),
    );
}

async function leadAfter(
  tx: EntityManager,
  before: Statement,
  wish: AmendmentWish,
  faults: Fault[],
): Promise<StatedParty> {
  const lead = before.parties.find(({ part }) => part === 'lead');
  if (lead && (!wish.leadOrganisationId || wish.leadOrganisationId === lead.organisationId)) return lead;
  const id = wish.leadOrganisationId ?? before.leadOrganisationId;
  const organisation = await tx.findOneBy(Organisation, { id });
  if (!organisation) faults.push({ path: 'leadOrganisationId', code: 'approvals.organisation-not-found' });
  return {
    id: newId(),
    position: 0,
    organisationId: organisation?.id ?? null,
    name: organisation?.name ?? '',
    kind: organisation?.kind ?? 'other',
    part: 'lead',
  };
}
