import type { Actor } from '@luban/audit';
import { say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { amendmentsOf } from './amendment.queries.js';
import { applicationInReach, partsBy } from './application-reach.js';
import type { ApplicationFindingDto } from './application-reply.dto.js';
import { chinaDay } from './application-text.js';
import type { ClassApplication } from './class-application.entity.js';
import { isOverdue, reviewClock } from './review-clock.js';
import type {
  ReviewBarDto,
  ReviewConditionDto,
  ReviewDecisionDto,
  ReviewDto,
  ReviewRecusalDto,
  ReviewSubmissionDto,
} from './review-reply.dto.js';
import { actionsNow, biasIn, stepFactsFor } from './step-facts.js';

/** Where an application stands in its review, as this actor sees it. Throws `NotFound`. */
export async function reviewOf(tx: EntityManager, actor: Actor, id: string, now: Date): Promise<ReviewDto> {
  const application = await applicationInReach(tx, actor, id);
  const facts = await stepFactsFor(tx, actor, [application.id]);
  const parts = partsBy(actor, facts.offices, application).map(({ role }) => role);
  // Whoever sees it by no part watches over the authority that decides.
  const office = parts.length === 0 || parts.some((role) => role !== 'applicant');
  const bar = parts.flatMap((role) =>
    role === 'applicant' ? [] : (biasIn(facts, application, role) ?? []),
  )[0];
  const submission = await submissionOf(tx, application.id);
  const leadName = await organisationName(tx, application.leadOrganisationId);
  const since = await sinceWhen(tx, application);
  const dueAt = reviewClock(application, since);
  const published = await publishedIn(tx, application.id);
  const conditions = await conditionsOf(tx, application.id, now);
  const amendments = await amendmentsOf(tx, application.id, office);
  const isSettled =
    published !== null ||
    conditions.some((condition) => condition.state === 'met') ||
    amendments.some((amendment) => amendment.state === 'recorded' || amendment.state === 'granted');
  const { id: applicationId, version, name, edition, state, level, divisionCode, planYear } = application;
  return {
    ...{ id: applicationId, version, name, edition, state, level, divisionCode, planYear },
    class: application.class,
    leadName,
    since,
    dueAt,
    overdue: isOverdue(dueAt, now),
    submission: submission && asSubmission(submission),
    findings: submission?.findings ?? [],
    // What a published list names, or other records rest upon, is revoked, no longer undone.
    actions: actionsNow(facts, application).filter((action) => action !== 'undoDecision' || !isSettled),
    parts,
    bar: bar ? ({ code: bar.code, message: say(bar.code, bar.params) } satisfies ReviewBarDto) : null,
    decision: await decisionOf(tx, application.id, office),
    publishedAt: published?.publishedAt ?? null,
    documentNumber: published?.documentNumber ?? null,
    conditions,
    amendments,
    recusals: office ? await recusalsOf(tx, actor, application.id) : [],
  };
}

const asSubmission = ({ id, number, arrivedAt, pageCode }: ReviewSubmissionDto): ReviewSubmissionDto => ({
  id,
  number,
  arrivedAt,
  pageCode,
});

async function submissionOf(
  tx: EntityManager,
  applicationId: string,
): Promise<(ReviewSubmissionDto & { findings: ApplicationFindingDto[] }) | null> {
  const [found]: (ReviewSubmissionDto & { findings: ApplicationFindingDto[] })[] = await tx.query(
    `SELECT id, number, arrived_at AS "arrivedAt", page_code AS "pageCode", findings FROM application_submission
      WHERE application_id = $1 ORDER BY number DESC LIMIT 1`,
    [applicationId],
  );
  return found ?? null;
}

async function organisationName(tx: EntityManager, id: string): Promise<string> {
  const [found]: { name: string }[] = await tx.query(`SELECT name FROM organisation WHERE id = $1`, [id]);
  return found?.name ?? '';
}

/** When it came to the state it is in. */
async function sinceWhen(tx: EntityManager, application: ClassApplication): Promise<Date | null> {
  const [found]: { at: Date }[] = await tx.query(
    `SELECT at FROM application_step WHERE application_id = $1 AND from_state <> to_state ORDER BY number DESC LIMIT 1`,
    [application.id],
  );
  return found?.at ?? application.submittedAt;
}

async function publishedIn(
  tx: EntityManager,
  applicationId: string,
): Promise<{ publishedAt: Date; documentNumber: string } | null> {
  const [found]: { publishedAt: Date; documentNumber: string }[] = await tx.query(
    `SELECT v.published_at AS "publishedAt", v.document_number AS "documentNumber"
       FROM class_status s JOIN plan_version v ON v.id = s.plan_version_id
      WHERE s.application_id = $1 AND v.published_at IS NOT NULL`,
    [applicationId],
  );
  return found ?? null;
}

/** The decision that stands: the last one that was not taken back. Persons of the authority are named to it only. */
async function decisionOf(
  tx: EntityManager,
  applicationId: string,
  office: boolean,
): Promise<ReviewDecisionDto | null> {
  const [found]: (ReviewDecisionDto & { byName: string | null })[] = await tx.query(
    `SELECT s.id AS "stepId", s.to_state AS outcome, s.at, a.display_name AS "byName", o.name AS "organisationName",
            coalesce(s.reason, '') AS reason, coalesce(s.article, '') AS article, coalesce(s.findings, '[]') AS findings
       FROM application_step s
       LEFT JOIN account a ON a.id = s.by
       LEFT JOIN organisation o ON o.id = s.organisation_id
      WHERE s.application_id = $1 AND s.action IN ('grant', 'grantWithConditions', 'decline') AND s.undone_at IS NULL
      ORDER BY s.number DESC LIMIT 1`,
    [applicationId],
  );
  return found ? { ...found, byName: office ? found.byName : null } : null;
}

/** The conditions of the decision that stands. */
async function conditionsOf(
  tx: EntityManager,
  applicationId: string,
  now: Date,
): Promise<ReviewConditionDto[]> {
  const rows: ReviewConditionDto[] = await tx.query(
    `SELECT c.id, c.text, c.due_on::text AS "dueOn", c.reported_at AS "reportedAt", c.report_note AS "reportNote",
            c.file_name AS "fileName", c.returned_reason AS "returnedReason", c.met_at AS "metAt",
            c.met_note AS "metNote",
            CASE WHEN c.cancelled_at IS NOT NULL THEN 'cancelled' WHEN c.met_at IS NOT NULL THEN 'met'
                 WHEN c.reported_at IS NOT NULL THEN 'reported' ELSE 'open' END AS state,
            c.cancelled_at IS NULL AND c.met_at IS NULL AND c.due_on < $2::date AS overdue
       FROM application_condition c
       JOIN application_step s ON s.application_id = c.application_id AND s.id = c.step_id AND s.undone_at IS NULL
      WHERE c.application_id = $1 ORDER BY c.due_on, c.id`,
    [applicationId, chinaDay(now)],
  );
  return rows;
}

async function recusalsOf(
  tx: EntityManager,
  actor: Actor,
  applicationId: string,
): Promise<ReviewRecusalDto[]> {
  return tx.query(
    `SELECT r.id, r.account_id AS "accountId", a.display_name AS name, r.reason, r.at,
            r.account_id = $2 AS own, r.by IS NOT DISTINCT FROM r.account_id AS "declaredBySelf"
       FROM recusal r JOIN account a ON a.id = r.account_id
      WHERE r.application_id = $1 AND r.ended_at IS NULL ORDER BY r.at`,
    [applicationId, actor.accountId],
  );
}
