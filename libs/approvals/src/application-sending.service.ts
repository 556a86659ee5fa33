import { Injectable } from '@nestjs/common';
import type { Actor } from '@luban/audit';
import { assertCurrent, Clock, newId, Refused } from '@luban/platform';
import { Notices, peopleOfArea } from '@luban/notices';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { assertInTime } from './application-arrival.js';
import { ApplicationDocument } from './application-document.entity.js';
import { findingsOf } from './application-findings.js';
import { assertAppliedOnce } from './same-contest.js';
import { missingIn } from './application-missing.js';
import type { ApplicationDto } from './application-reply.dto.js';
import type { SubmissionSnapshot } from './application-submission.js';
import { ApplicationSubmission } from './application-submission.entity.js';
import { pageCodeOf, type Statement, statementOf } from './application-statement.js';
import type { WithdrawApplicationDto } from './application.dto.js';
import { readApplication } from './application.queries.js';
import { ownApplication } from './application.service.js';
import { ClassApplication } from './class-application.entity.js';
import { endGrant } from './decision-ending.js';
import { takeStep } from './steps.js';
import './application-messages.js';

/** The verbs by which an applicant hands an application in, and takes it back. */
@Injectable()
export class ApplicationSending {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  /**
   * Submits the version that the actor saw. What counts is when the request arrived. The first submission snapshots
   * the policy in force, and a returned application goes on under it; each submission keeps all that was stated, its
   * documents and its findings. Throws `Refused` `approvals.incomplete` (`missing` in the extra),
   * `approvals.same-contest`, `approvals.findings-blocking` (`findings`), those of `assertInTime`; `Outdated`.
   */
  submit(actor: Actor, id: string, version: number): Promise<ApplicationDto> {
    const arrivedAt = this.clock.now();
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'submit');
      assertCurrent(application.version, version);
      await assertInTime(tx, application, arrivedAt);
      const statement = await statementOf(tx, application);
      assertWhole(statement);
      await assertAppliedOnce(tx, application);
      const found = (await findingsOf(tx, [application.id], arrivedAt)).get(application.id);
      const findings = found?.findings ?? [];
      assertNothingBlocks(findings);
      const [last]: { number: number }[] = await tx.query(
        `SELECT coalesce(max(number), 0)::int AS number FROM application_submission WHERE application_id = $1`,
        [application.id],
      );
      const submission: ApplicationSubmission = {
        applicationId: application.id,
        id: newId(),
        number: (last?.number ?? 0) + 1,
        contentVersion: application.contentVersion,
        pageCode: pageCodeOf(application, statement),
        snapshot: {
          statement,
          documents: await documentsNow(tx, application.id),
        } satisfies SubmissionSnapshot,
        rulePackId: found?.rulePackId ?? null,
        findings,
        by: actor.accountId,
        arrivedAt,
      };
      await tx.insert(ApplicationSubmission, submission as never);
      await takeStep(
        tx,
        actor,
        application,
        { action: 'submit', submissionId: submission.id, findings },
        arrivedAt,
      );
      const first = application.submittedAt
        ? {}
        : { rulePackId: found?.rulePackId ?? null, policy: found?.pack ?? null, submittedAt: arrivedAt };
      await tx.update(ClassApplication, { id: application.id }, { ...first, completionDueAt: null } as never);
      await this.tellOffice(
        tx,
        application,
        submission.number === 1 ? 'approvals.notice-submitted' : 'approvals.notice-resubmitted',
        { number: submission.number },
        `application-submitted:${submission.id}`,
      );
      return readApplication(tx, actor, application.id, arrivedAt);
    });
  }

  /** Takes an application back, with the reason. What was granted ends. */
  withdraw(
    actor: Actor,
    id: string,
    version: number,
    { reason }: WithdrawApplicationDto,
  ): Promise<ApplicationDto> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const application = await ownApplication(tx, actor, id, 'withdraw');
      assertCurrent(application.version, version);
      const granted = application.state === 'granted' || application.state === 'grantedWithConditions';
      await takeStep(tx, actor, application, { action: 'withdraw', reason }, at);
      if (granted) await endGrant(tx, application.id, reason.trim(), at);
      await this.tellOffice(tx, application, 'approvals.notice-withdrawn', {}, null);
      return readApplication(tx, actor, application.id, at);
    });
  }

  private async tellOffice(
    tx: EntityManager,
    application: ClassApplication,
    code: string,
    more: Record<string, number>,
    dedupeKey: string | null,
  ): Promise<void> {
    const [lead]: { name: string }[] = await tx.query(`SELECT name FROM organisation WHERE id = $1`, [
      application.leadOrganisationId,
    ]);
    await this.notices.tell(tx, [
      {
        to: await peopleOfArea(tx, application, 'acceptor'),
        code,
        params: { name: application.name, planYear: application.planYear, lead: lead?.name ?? '', ...more },
        href: `/review/${application.id}`,
        subjectType: 'application',
        subjectId: application.id,
        urgency: 'soon',
        dedupeKey,
      },
    ]);
  }
}

/** Everything required is there, and nothing contradicts. */
function assertWhole(statement: Statement): void {
  const missing = missingIn(statement);
  if (missing.length > 0) throw new Refused('approvals.incomplete', { count: missing.length }, { missing });
}

function assertNothingBlocks(findings: readonly { severity: string }[]): void {
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0)
    throw new Refused('approvals.findings-blocking', { count: blocking.length }, { findings: blocking });
}

const documentsNow = async (
  tx: EntityManager,
  applicationId: string,
): Promise<SubmissionSnapshot['documents']> => {
  const rows = await tx.find(ApplicationDocument, {
    where: { applicationId, removedAt: IsNull() },
    order: { uploadedAt: 'ASC', id: 'ASC' },
  });
  return rows.map(({ id, kind, occupationId, fileHash, fileName, mediaType, sizeBytes, pageCode }) => ({
    id,
    kind,
    occupationId,
    fileHash,
    fileName,
    mediaType,
    sizeBytes,
    pageCode,
  }));
};
