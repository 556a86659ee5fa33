import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock, Files, Invalid, isId, NotFound, Refused, say, type StoredFile } from '@luban/platform';
import { Notices } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { ApplicationCondition } from './application-condition.entity.js';
import { applicationInReach } from './application-reach.js';
import { fitFile } from './document.service.js';
import { applicationToReview } from './review-fetch.js';
import { tellApplicants, tellOffice } from './review-notices.js';
import type { ReviewDto } from './review-reply.dto.js';
import { reviewOf } from './review.queries.js';
import { assertMayStep } from './step-facts.js';
import { takeStep } from './steps.js';

/** A file by which the applicant shows that a condition is met. */
export interface ConditionFile {
  bytes: Buffer;
  fileName: string;
}

/** Conditions of a grant: the applicant reports them as met, the authority confirms or returns the report. */
@Injectable()
export class Conditions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly files: Files,
  ) {}

  /** With a note, a file or both; a later report replaces the one before. */
  async report(
    actor: Actor,
    id: string,
    conditionId: string,
    version: number,
    note: string,
    file: ConditionFile | null,
  ): Promise<ReviewDto> {
    const written = note.trim();
    if (!written && !file) {
      const code = 'approvals.condition-report-empty';
      throw new Invalid(code, {}, { errors: [{ path: 'note', code, message: say(code) }] });
    }
    await this.db.transaction(async (tx) => {
      const application = await applicationInReach(tx, actor, id);
      await assertMayStep(tx, actor, application, 'meetCondition');
    });
    // A document like any other: type and name are held against the content.
    const fit = file ? await fitFile(file, { kind: 'supplement' }) : null;
    const stored = file && fit ? await this.files.put(file.bytes, fit.mediaType) : null;
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await assertMayStep(tx, actor, application, 'meetCondition');
      const condition = await standingCondition(tx, application.id, conditionId);
      await takeStep(tx, actor, application, { action: 'meetCondition', reason: written }, now);
      await tx.update(
        ApplicationCondition,
        { id: condition.id },
        {
          reportedAt: now,
          reportedBy: actor.accountId,
          reportNote: written || null,
          fileHash: stored?.hash ?? null,
          fileName: fit?.fileName ?? null,
          returnedReason: null,
        },
      );
      await tellOffice(this.notices, tx, application, 'reviewer', 'approvals.told-condition-reported');
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /** The authority takes the condition for met. */
  confirm(
    actor: Actor,
    id: string,
    conditionId: string,
    version: number,
    note: string | null,
  ): Promise<ReviewDto> {
    return this.settle(actor, id, conditionId, version, 'confirmCondition', note?.trim() || null);
  }

  /** The authority does not take it for met; the applicant reports again. */
  returnReport(
    actor: Actor,
    id: string,
    conditionId: string,
    version: number,
    reason: string,
  ): Promise<ReviewDto> {
    return this.settle(actor, id, conditionId, version, 'returnCondition', reason.trim());
  }

  /** The file of a report. */
  async readFile(
    actor: Actor,
    id: string,
    conditionId: string,
  ): Promise<{ file: StoredFile; fileName: string; content: Readable }> {
    const application = await applicationInReach(this.db.manager, actor, id);
    const condition = isId(conditionId)
      ? await this.db.manager.findOneBy(ApplicationCondition, {
          applicationId: application.id,
          id: conditionId,
        })
      : null;
    if (!condition?.fileHash) throw new NotFound('approvals.condition-not-found');
    return { ...(await this.files.read(condition.fileHash)), fileName: condition.fileName ?? '' };
  }

  private settle(
    actor: Actor,
    id: string,
    conditionId: string,
    version: number,
    action: 'confirmCondition' | 'returnCondition',
    words: string | null,
  ): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await assertMayStep(tx, actor, application, action);
      const condition = await standingCondition(tx, application.id, conditionId);
      if (!condition.reportedAt) throw new Refused('approvals.condition-not-reported');
      await takeStep(tx, actor, application, { action, reason: words }, now);
      const confirmed = action === 'confirmCondition';
      await tx.update(
        ApplicationCondition,
        { id: condition.id },
        confirmed
          ? { metAt: now, metBy: actor.accountId, metNote: words }
          : { reportedAt: null, returnedReason: words },
      );
      const told = confirmed ? 'approvals.told-condition-met' : 'approvals.told-condition-returned';
      await tellApplicants(this.notices, tx, [application], told);
      return reviewOf(tx, actor, application.id, now);
    });
  }
}

/** A condition that is neither met nor cancelled, locked. */
async function standingCondition(
  tx: EntityManager,
  applicationId: string,
  id: string,
): Promise<ApplicationCondition> {
  const found = isId(id)
    ? await tx.findOne(ApplicationCondition, {
        where: { applicationId, id },
        lock: { mode: 'pessimistic_write' },
      })
    : null;
  if (!found || found.cancelledAt) throw new NotFound('approvals.condition-not-found');
  if (found.metAt) throw new Refused('approvals.condition-met');
  return found;
}
