import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock } from '@luban/platform';
import { Notices } from '@luban/notices';
import { DataSource } from 'typeorm';
import { isApplicationField } from './application-fields.js';
import { ClassApplication } from './class-application.entity.js';
import { assertAhead, applicationToReview, standingStep } from './review-fetch.js';
import { endOfChinaDay } from './review-days.js';
import { tellApplicants } from './review-notices.js';
import { assertReasoned, refusedFields } from './review-refusals.js';
import { reviewOf } from './review.queries.js';
import type { ReviewDto } from './review-reply.dto.js';
import type { ReturnApplicationDto } from './review.dto.js';
import { assertMayStep } from './step-facts.js';
import { takeStep } from './steps.js';

/** Acceptance 受理 and return for completion 退回补正. */
@Injectable()
export class Acceptances {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  accept(actor: Actor, id: string, version: number): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      await takeStep(tx, actor, application, { action: 'accept' }, this.clock.now());
      await tellApplicants(this.notices, tx, [application], 'approvals.told-accepted');
      return reviewOf(tx, actor, application.id, this.clock.now());
    });
  }

  /** By any acceptor of the authority, with the reason, until somebody begins the review. */
  undo(actor: Actor, id: string, version: number, reason?: string): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const accepted = await standingStep(tx, application.id, ['accept']);
      await assertMayStep(tx, actor, application, 'undoAcceptance');
      const why = assertReasoned(reason);
      const wish = { action: 'undoAcceptance', reason: why, undoesId: accepted?.id } as const;
      await takeStep(tx, actor, application, wish, this.clock.now());
      await tellApplicants(this.notices, tx, [application], 'approvals.told-acceptance-undone');
      return reviewOf(tx, actor, application.id, this.clock.now());
    });
  }

  /**
   * Back to the applicant with what has to be mended and until when: by an acceptor before acceptance, by a reviewer
   * after it. Throws `Invalid` `approvals.field-unknown`, `approvals.due-in-past`.
   */
  return(actor: Actor, id: string, version: number, wish: ReturnApplicationDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      const action = application.state === 'submitted' ? 'returnUnaccepted' : 'return';
      await assertMayStep(tx, actor, application, action);
      refusedFields(
        'approvals.field-unknown',
        wish.markedFields.flatMap(({ field }, i) =>
          isApplicationField(field) ? [] : [{ path: `markedFields.${i}.field`, params: { field } }],
        ),
      );
      assertAhead([{ path: 'dueOn', day: wish.dueOn }], now);
      const { reason, markedFields } = wish;
      await takeStep(tx, actor, application, { action, reason, markedFields }, now);
      await tx.update(
        ClassApplication,
        { id: application.id },
        { completionDueAt: endOfChinaDay(wish.dueOn) },
      );
      await tellApplicants(this.notices, tx, [application], 'approvals.told-returned', { dueOn: wish.dueOn });
      return reviewOf(tx, actor, application.id, now);
    });
  }
}
