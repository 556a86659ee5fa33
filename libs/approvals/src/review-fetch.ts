import type { Actor } from '@luban/audit';
import { assertCurrent, Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { applicationInReach } from './application-reach.js';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import type { ClassApplication } from './class-application.entity.js';
import { chinaDay } from './application-text.js';
import { refusedFields } from './review-refusals.js';
import './review-messages.js';

/** The application, locked, as the actor saw it. Throws `NotFound`, `Outdated`. */
export async function applicationToReview(
  tx: EntityManager,
  actor: Actor,
  id: string,
  version: number,
): Promise<ClassApplication> {
  const application = await applicationInReach(tx, actor, id, 'forUpdate');
  assertCurrent(application.version, version);
  return application;
}

/** What was submitted last: what a decision is taken on. Throws `Refused` `approvals.nothing-submitted`. */
export async function lastSubmission(
  tx: EntityManager,
  applicationId: string,
): Promise<{ id: string; findings: ApplicationFindingDto[] }> {
  const [found]: { id: string; findings: ApplicationFindingDto[] }[] = await tx.query(
    `SELECT id, findings FROM application_submission WHERE application_id = $1 ORDER BY number DESC LIMIT 1`,
    [applicationId],
  );
  if (!found) throw new Refused('approvals.nothing-submitted');
  return found;
}

/** The last step of one of these kinds that has not been taken back. */
export async function standingStep(
  tx: EntityManager,
  applicationId: string,
  actions: readonly string[],
): Promise<{ id: string; at: Date } | null> {
  const [found]: { id: string; at: Date }[] = await tx.query(
    `SELECT id, at FROM application_step
      WHERE application_id = $1 AND action = ANY($2::text[]) AND undone_at IS NULL ORDER BY number DESC LIMIT 1`,
    [applicationId, actions],
  );
  return found ?? null;
}

/** Days until which something is to be done lie ahead. Throws `Invalid` `approvals.due-in-past` naming each. */
export function assertAhead(days: readonly { path: string; day: string }[], now: Date): void {
  const faults = days.filter(({ day }) => day <= chinaDay(now));
  refusedFields('approvals.due-in-past', faults);
}
