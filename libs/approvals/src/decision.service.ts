import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock, newId, Refused } from '@luban/platform';
import { Notices } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { ApplicationCondition } from './application-condition.entity.js';
import type { ClassApplication } from './class-application.entity.js';
import { assertNotPublished, givenClassStatus } from './class-status.js';
import { endGrant } from './decision-ending.js';
import { answeredFindings } from './decision-findings.js';
import { assertNotGrantedTwice } from './same-contest.js';
import { applicationToReview, assertAhead, lastSubmission, standingStep } from './review-fetch.js';
import { tellApplicants } from './review-notices.js';
import { assertReasoned, refusedFields } from './review-refusals.js';
import type { ReviewDto } from './review-reply.dto.js';
import { reviewOf } from './review.queries.js';
import type { DecideApplicationDto, RevokeApplicationDto } from './review.dto.js';
import { assertMayStep } from './step-facts.js';
import { takeStep } from './steps.js';

const decidedBy = {
  granted: { action: 'grant', told: 'approvals.told-granted' },
  grantedWithConditions: { action: 'grantWithConditions', told: 'approvals.told-granted-with-conditions' },
  declined: { action: 'decline', told: 'approvals.told-declined' },
} as const;

/** Review 审核, decision 决定, taking it back, and revocation 撤销资格. */
@Injectable()
export class Decisions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  beginReview(actor: Actor, id: string, version: number): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      await takeStep(tx, actor, application, { action: 'beginReview' }, this.clock.now());
      return reviewOf(tx, actor, application.id, this.clock.now());
    });
  }

  /**
   * Decides on what was submitted last, and keeps the findings it was decided on. Two at once leave one decision: the
   * second is `Outdated`. Throws `Refused` `approvals.blocking-findings` for a grant that leaves a blocking finding
   * unanswered (`extra.findings`), `Invalid` `approvals.condition-needed`, `approvals.due-in-past`.
   */
  decide(actor: Actor, id: string, version: number, wish: DecideApplicationDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      const { action, told } = decidedBy[wish.outcome];
      await assertMayStep(tx, actor, application, action);
      const conditions = wish.conditions ?? [];
      if ((wish.outcome === 'grantedWithConditions') !== conditions.length > 0)
        refusedFields('approvals.condition-needed', [{ path: 'conditions' }]);
      assertAhead(
        conditions.map(({ dueOn }, i) => ({ path: `conditions.${i}.dueOn`, day: dueOn })),
        now,
      );
      const submission = await lastSubmission(tx, application.id);
      const findings = answeredFindings(submission.findings, wish);
      if (wish.outcome !== 'declined') await assertNotGrantedTwice(tx, application);
      const { reason, article } = wish;
      const step = await takeStep(
        tx,
        actor,
        application,
        { action, reason, article, findings, submissionId: submission.id },
        now,
      );
      await insertConditions(tx, application, step.id, conditions);
      if (wish.outcome !== 'declined') await givenClassStatus(tx, application, now);
      await tellApplicants(this.notices, tx, [application], told, { count: conditions.length });
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /**
   * Takes the decision back, by any reviewer of the authority, with the reason, until a published list names the
   * contest. Throws `Refused` `approvals.decision-published`, `approvals.decision-built-upon`, `approvals.reason-needed`.
   */
  undo(actor: Actor, id: string, version: number, reason?: string): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      const decided = await standingStep(
        tx,
        application.id,
        Object.values(decidedBy).map(({ action }) => action),
      );
      const before = application.state;
      await assertMayStep(tx, actor, application, 'undoDecision');
      if (before !== 'declined') {
        await assertNotPublished(tx, application.id);
        await assertNothingBuiltUpon(tx, application.id);
      }
      const why = assertReasoned(reason);
      await takeStep(
        tx,
        actor,
        application,
        { action: 'undoDecision', reason: why, undoesId: decided?.id },
        now,
      );
      if (before !== 'declined') await endGrant(tx, application.id, why, now);
      await tellApplicants(this.notices, tx, [application], 'approvals.told-decision-undone');
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /** Ends class status with a reason and the article; its event loses its class, what waits is closed. */
  revoke(actor: Actor, id: string, version: number, wish: RevokeApplicationDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await takeStep(tx, actor, application, { action: 'revoke', ...wish }, now);
      await endGrant(tx, application.id, wish.reason, now);
      await tellApplicants(this.notices, tx, [application], 'approvals.told-revoked');
      return reviewOf(tx, actor, application.id, now);
    });
  }
}

async function insertConditions(
  tx: EntityManager,
  { id: applicationId }: ClassApplication,
  stepId: string,
  conditions: readonly { text: string; dueOn: string }[],
): Promise<void> {
  if (conditions.length === 0) return;
  const rows = conditions.map(({ text, dueOn }) => ({
    applicationId,
    id: newId(),
    stepId,
    text: text.trim(),
    dueOn,
  }));
  await tx.insert(ApplicationCondition, rows);
}

/** A decision that amendments or met conditions rest upon is revoked, not undone. */
async function assertNothingBuiltUpon(tx: EntityManager, applicationId: string): Promise<void> {
  const [found]: unknown[] = await tx.query(
    `SELECT 1 FROM amendment WHERE application_id = $1 AND state IN ('recorded', 'granted')
      UNION ALL SELECT 1 FROM application_condition
                 WHERE application_id = $1 AND met_at IS NOT NULL AND cancelled_at IS NULL LIMIT 1`,
    [applicationId],
  );
  if (found) throw new Refused('approvals.decision-built-upon');
}
