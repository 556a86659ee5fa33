import { newId, Refused } from '@luban/platform';
import { officialName } from '@luban/rulebook';
import type { EntityManager } from 'typeorm';
import { ApplicationOccupation } from './application-occupation.entity.js';
import type { ClassApplication } from './class-application.entity.js';
import { ClassStatus } from './class-status.entity.js';
import { amendObligations } from './obligation-making.js';
import './plan-messages.js';

/** An occupation as granted. `code` and `edition` are null where the classification does not hold it. */
export interface GrantedOccupation {
  occupationId: string;
  edition: string | null;
  code: string | null;
  name: string;
  detail: string | null;
  teamSize: number;
}

/**
 * Records class status for an application that has just been granted: official name by the naming rule of its policy
 * snapshot, occupations as they stand in the application. An undone decision left none, so that granting again gives it
 * anew.
 */
export async function givenClassStatus(
  tx: EntityManager,
  application: ClassApplication,
  at: Date,
): Promise<void> {
  const status: ClassStatus = {
    id: newId(),
    applicationId: application.id,
    level: application.level,
    divisionCode: application.divisionCode,
    planYear: application.planYear,
    class: application.class,
    officialName: officialNameOf(application),
    nameReason: null,
    position: null,
    occupations: await grantedOccupations(tx, application.id),
    eventId: null,
    grantedAt: at,
    planVersionId: null,
    endedAt: null,
    endReason: null,
    version: 1,
  };
  await tx.insert(ClassStatus, status as never);
}

/**
 * Ends class status: revoked, withdrawn, or the decision undone. What no published list names is taken away without a
 * trace of its own (the steps of the application stay); what one names stays, ended, and its event loses its class. The
 * plan then waits for a correction.
 */
export async function endedClassStatus(
  tx: EntityManager,
  applicationId: string,
  reason: string,
  at: Date,
): Promise<void> {
  const status = await lockedStatus(tx, applicationId);
  if (!status || status.endedAt) return;
  if (status.planVersionId === null && status.eventId === null) {
    await tx.delete(ClassStatus, { id: status.id });
    return;
  }
  await tx.update(
    ClassStatus,
    { id: status.id },
    { endedAt: at, endReason: reason, version: status.version + 1 },
  );
  await tx.query(
    `UPDATE competition_event SET class = NULL, version = version + 1 WHERE id = $1 AND class IS NOT NULL`,
    [status.eventId],
  );
}

/**
 * Brings class status to what an amendment granted: class, occupations and, unless it was set by hand, the official
 * name. The published list keeps what was published until a correction is.
 */
export async function amendedClassStatus(tx: EntityManager, application: ClassApplication): Promise<void> {
  const status = await lockedStatus(tx, application.id);
  if (!status || status.endedAt) return;
  await tx.update(ClassStatus, { id: status.id }, {
    class: application.class,
    occupations: await grantedOccupations(tx, application.id),
    officialName: status.nameReason === null ? officialNameOf(application) : status.officialName,
    version: status.version + 1,
  } as never);
  await amendObligations(tx, application.id);
}

/**
 * Holds the class status where it is until the transaction ends. Throws `Refused` `approvals.decision-published` when a
 * published list names it: then its decision is no longer undone, but revoked.
 */
export async function assertNotPublished(tx: EntityManager, applicationId: string): Promise<void> {
  const status = await lockedStatus(tx, applicationId);
  if (status && status.planVersionId !== null) throw new Refused('approvals.decision-published');
}

/** The name by the naming rule; without a policy (records of earlier years) edition and name. */
export function officialNameOf({ policy, planYear, edition, name }: ClassApplication): string {
  return policy ? officialName(policy, { planYear, edition, name }) : `${edition ?? ''}${name}`;
}

const lockedStatus = (tx: EntityManager, applicationId: string): Promise<ClassStatus | null> =>
  tx.findOne(ClassStatus, { where: { applicationId }, lock: { mode: 'pessimistic_write' } });

async function grantedOccupations(tx: EntityManager, applicationId: string): Promise<GrantedOccupation[]> {
  const rows = await tx.find(ApplicationOccupation, { where: { applicationId }, order: { position: 'ASC' } });
  return rows.map(({ id, edition, code, name, detail, teamSize }) => ({
    occupationId: id,
    ...{ edition, code, name, detail, teamSize },
  }));
}
