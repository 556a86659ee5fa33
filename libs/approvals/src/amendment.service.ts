import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { Clock, isId, newId, NotFound, Refused } from '@luban/platform';
import { Notices } from '@luban/notices';
import { DataSource, type EntityManager } from 'typeorm';
import { Amendment } from './amendment.entity.js';
import type { AmendApplicationDto, AmendmentPreviewDto, DecideAmendmentDto } from './amendment.dto.js';
import {
  type AmendedApplication,
  amendedBy,
  type AmendmentWish,
  applyAmended,
} from './amendment-drafting.js';
import { amendedFieldReplies, type KeptChanges } from './amendment.queries.js';
import { findingsOf } from './application-findings.js';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import { applicationInReach } from './application-reach.js';
import type { ClassApplication } from './class-application.entity.js';
import { amendedClassStatus } from './class-status.js';
import { answeredFindings } from './decision-findings.js';
import { applicationToReview } from './review-fetch.js';
import { tellApplicants, tellOffice } from './review-notices.js';
import type { ReviewDto } from './review-reply.dto.js';
import { reviewOf } from './review.queries.js';
import { assertMayStep } from './step-facts.js';
import { takeStep } from './steps.js';

/** Amendments 变更 of what was granted: minor ones are recorded, substantial ones reviewed again. */
@Injectable()
export class Amendments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  /** What it would change, what that weighs and what the rules say to it; keeps nothing. */
  preview(actor: Actor, id: string, wish: AmendmentWish): Promise<AmendmentPreviewDto> {
    return this.tried(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      await assertMayStep(tx, actor, application, 'amend');
      return previewOf(tx, application, wish, this.clock.now());
    });
  }

  /** What the rules say to an application as a waiting amendment would make it. */
  examine(actor: Actor, id: string, amendmentId: string): Promise<AmendmentPreviewDto> {
    return this.tried(async (tx) => {
      const application = await applicationInReach(tx, actor, id, 'forUpdate');
      const kept = (await waiting(tx, application.id, amendmentId)).changes as KeptChanges;
      return previewOf(tx, application, kept.wish, this.clock.now());
    });
  }

  /**
   * Proposes an amendment. A minor one is in force at once; a substantial one, and one that makes a finding worse, waits
   * for its decision. Throws `Refused`
   * `approvals.amendment-pending` while another one waits, `approvals.amendment-empty`; `Invalid` naming bad fields.
   */
  amend(actor: Actor, id: string, version: number, wish: AmendApplicationDto): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await assertMayStep(tx, actor, application, 'amend');
      const existing = await tx.findBy(Amendment, { applicationId: application.id });
      if (existing.some(({ state }) => state === 'submitted'))
        throw new Refused('approvals.amendment-pending');
      const { changes, leadOrganisationId, reason } = wish;
      const amended = await amendedBy(tx, application, { changes, leadOrganisationId }, now);
      const { worsened } = await lookedAt(tx, application, amended, now);
      const minor = amended.weight === 'minor' && worsened.length === 0;
      await takeStep(tx, actor, application, { action: 'amend', reason }, now);
      const kept: KeptChanges = { fields: amended.changes, wish: { changes, leadOrganisationId } };
      await tx.insert(Amendment, {
        applicationId: application.id,
        id: newId(),
        number: Math.max(0, ...existing.map(({ number }) => number)) + 1,
        weight: minor ? 'minor' : 'substantial',
        state: minor ? 'recorded' : 'submitted',
        changes: kept as never,
        reason: reason.trim(),
        by: actor.accountId,
        at: now,
      });
      if (minor) {
        await applyAmended(tx, application, amended);
        await amendedClassStatus(tx, application);
      }
      const told = minor ? 'approvals.told-amended' : 'approvals.told-amendment-submitted';
      await tellOffice(this.notices, tx, application, 'reviewer', told);
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /** The applicant takes a waiting one back. */
  withdraw(actor: Actor, id: string, amendmentId: string, version: number): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await assertMayStep(tx, actor, application, 'withdrawAmendment');
      const amendment = await waiting(tx, application.id, amendmentId);
      await takeStep(tx, actor, application, { action: 'withdrawAmendment' }, now);
      await tx.update(Amendment, { id: amendment.id }, { state: 'withdrawn' });
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /**
   * Grants or declines a waiting one. Granted, it is in force at once and class status follows it; the step keeps the
   * findings on the amended application. Throws `Refused` `approvals.blocking-findings`.
   */
  decide(
    actor: Actor,
    id: string,
    amendmentId: string,
    version: number,
    wish: DecideAmendmentDto,
  ): Promise<ReviewDto> {
    return this.db.transaction(async (tx) => {
      const application = await applicationToReview(tx, actor, id, version);
      const now = this.clock.now();
      await assertMayStep(tx, actor, application, 'decideAmendment');
      const amendment = await waiting(tx, application.id, amendmentId);
      const { outcome, reason, article } = wish;
      const before = { ...application };
      let findings: unknown = null;
      // Before the step, so that it is taken by those who decide on the present lead applicant.
      if (outcome === 'granted') {
        const amended = await amendedBy(tx, application, (amendment.changes as KeptChanges).wish, now);
        await applyAmended(tx, application, amended);
        const found = await findingsOnAmended(tx, application.id, now);
        findings = answeredFindings(found, { outcome: 'granted', despite: wish.despite });
        application.leadOrganisationId = before.leadOrganisationId;
      }
      await takeStep(tx, actor, application, { action: 'decideAmendment', reason, article, findings }, now);
      await tx.update(
        Amendment,
        { id: amendment.id },
        {
          state: outcome,
          decidedBy: actor.accountId,
          decidedAt: now,
          decisionReason: reason.trim(),
          article: article.trim(),
        },
      );
      if (outcome === 'granted') await amendedClassStatus(tx, application);
      await tellApplicants(this.notices, tx, [before], `approvals.told-amendment-${outcome}`);
      return reviewOf(tx, actor, application.id, now);
    });
  }

  /** Runs something in a transaction that is thrown away. */
  private async tried<Answer>(work: (tx: EntityManager) => Promise<Answer>): Promise<Answer> {
    const runner = this.db.createQueryRunner();
    try {
      await runner.startTransaction();
      return await work(runner.manager);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  }
}

/** By the policy snapshot; documents stay those of the application, so they are not asked for again. */
async function findingsOnAmended(tx: EntityManager, id: string, now: Date): Promise<ApplicationFindingDto[]> {
  const found = (await findingsOf(tx, [id], now)).get(id);
  return (found?.findings ?? []).filter(({ check }) => check !== 'documentsComplete');
}

const ranks = { passed: 0, unknown: 1, warning: 2, blocking: 3 };

/** What the rules would say to it, and which findings would be worse than now; the application stays as it is. */
async function lookedAt(
  tx: EntityManager,
  application: ClassApplication,
  amended: AmendedApplication,
  now: Date,
): Promise<{ findings: ApplicationFindingDto[]; worsened: ApplicationFindingDto[] }> {
  const before = await findingsOnAmended(tx, application.id, now);
  await tx.query('SAVEPOINT amendment_look');
  await applyAmended(tx, { ...application }, amended);
  const findings = await findingsOnAmended(tx, application.id, now);
  await tx.query('ROLLBACK TO SAVEPOINT amendment_look');
  const worstBefore = (code: string) =>
    Math.max(0, ...before.filter((one) => one.code === code).map(({ severity }) => ranks[severity]));
  const worsened = findings.filter(({ code, severity }) => ranks[severity] > worstBefore(code));
  return { findings, worsened };
}

async function previewOf(
  tx: EntityManager,
  application: ClassApplication,
  wish: AmendmentWish,
  now: Date,
): Promise<AmendmentPreviewDto> {
  const amended = await amendedBy(tx, application, wish, now);
  const { findings, worsened } = await lookedAt(tx, application, amended, now);
  const weight = worsened.length > 0 ? 'substantial' : amended.weight;
  return { weight, changes: amendedFieldReplies(amended.changes), worsened, findings };
}

async function waiting(tx: EntityManager, applicationId: string, id: string): Promise<Amendment> {
  const found = isId(id)
    ? await tx.findOne(Amendment, { where: { applicationId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!found) throw new NotFound('approvals.amendment-not-found');
  if (found.state !== 'submitted') throw new Refused('approvals.amendment-not-open');
  return found;
}
