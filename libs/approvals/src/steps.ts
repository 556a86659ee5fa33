import { type Actor, recordVerb } from '@luban/audit';
import { Invalid, newId, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { ApplicationStep } from './application-step.entity.js';
import type { ClassApplication } from './class-application.entity.js';
import { type StepFacts, stepFactsFor, stepOutcome } from './step-facts.js';
import { type ApplicationAction, transitionOf } from './transitions.js';

/** What is to be done to an application. */
export interface StepWish {
  action: ApplicationAction;
  reason?: string | null;
  /** The article it rests on. */
  article?: string | null;
  /** Of a return: which fields, and what is wrong with each. */
  markedFields?: unknown;
  submissionId?: string | null;
  /** What was found when it was decided. */
  findings?: unknown;
  /** The step that this one takes back. */
  undoesId?: string | null;
}

/** A step for one application of several. */
export interface PlannedStep {
  application: ClassApplication;
  wish: StepWish;
}

const audited: Partial<Record<ApplicationAction, string>> = {
  submit: 'application.submitted',
  withdraw: 'application.withdrawn',
  accept: 'application.accepted',
  undoAcceptance: 'application.acceptanceUndone',
  returnUnaccepted: 'application.returned',
  beginReview: 'application.reviewBegun',
  return: 'application.returned',
  grant: 'application.granted',
  grantWithConditions: 'application.grantedWithConditions',
  decline: 'application.declined',
  undoDecision: 'application.decisionUndone',
  meetCondition: 'application.conditionReported',
  confirmCondition: 'application.conditionMet',
  returnCondition: 'application.conditionReturned',
  amend: 'application.amended',
  withdrawAmendment: 'application.amendmentWithdrawn',
  decideAmendment: 'application.amendmentDecided',
  revoke: 'application.revoked',
};

/**
 * Takes one step with an application that the caller has locked in this transaction: asks the table of transitions and
 * who stands aside, writes the record, and moves the state. Answers the record; `application` holds the new state.
 * Throws what `stepOutcome` refuses, and `Invalid` `approvals.reason-needed`, `approvals.article-needed`.
 */
export async function takeStep(
  tx: EntityManager,
  actor: Actor,
  application: ClassApplication,
  wish: StepWish,
  at: Date,
): Promise<ApplicationStep> {
  const facts = await stepFactsFor(tx, actor, [application.id]);
  const [step] = await takeSteps(tx, facts, [{ application, wish }], at);
  if (!step) throw new Error('a step was taken and not recorded');
  return step;
}

/**
 * Takes a step with each of several locked applications, in a handful of statements. All or none: what one of them
 * refuses is thrown.
 */
export async function takeSteps(
  tx: EntityManager,
  facts: StepFacts,
  planned: readonly PlannedStep[],
  at: Date,
): Promise<ApplicationStep[]> {
  if (planned.length === 0) return [];
  const { actor } = facts;
  const judged = planned.map(({ application, wish }) => {
    const outcome = stepOutcome(facts, application, wish.action);
    if (outcome.refusal) throw outcome.refusal;
    assertGrounded(wish);
    return { application, wish, before: application.state, to: outcome.to, part: outcome.part };
  });
  const ids = planned.map(({ application }) => application.id);
  const lasts: { id: string; number: number }[] = await tx.query(
    `SELECT application_id AS id, max(number)::int AS number FROM application_step
      WHERE application_id = ANY($1::uuid[]) GROUP BY application_id`,
    [ids],
  );
  const steps = judged.map(({ application, wish, before, to, part }): ApplicationStep => ({
    applicationId: application.id,
    id: newId(),
    number: (lasts.find(({ id }) => id === application.id)?.number ?? 0) + 1,
    action: wish.action,
    fromState: before,
    toState: to,
    by: actor.accountId,
    organisationId: part.organisationId,
    at,
    reason: wish.reason?.trim() || null,
    article: wish.article?.trim() || null,
    markedFields: wish.markedFields ?? null,
    submissionId: wish.submissionId ?? null,
    findings: wish.findings ?? null,
    undoesId: wish.undoesId ?? null,
    undoneAt: null,
  }));
  await tx.insert(ApplicationStep, steps as never);
  const undone = steps.map(({ undoesId }) => undoesId).filter((id) => id !== null);
  if (undone.length > 0)
    await tx.query(
      `UPDATE application_step SET undone_at = $3 WHERE application_id = ANY($1::uuid[]) AND id = ANY($2::uuid[])`,
      [ids, undone, at],
    );
  for (const { application, before, to } of judged) move(application, before, to, at);
  await tx.query(
    `UPDATE class_application a SET state = row.state, version = row.version, decided_at = row.decided_at
       FROM unnest($1::uuid[], $2::text[], $3::int[], $4::timestamptz[]) AS row (id, state, version, decided_at)
      WHERE a.id = row.id`,
    [
      ids,
      planned.map(({ application }) => application.state),
      planned.map(({ application }) => application.version),
      planned.map(({ application }) => application.decidedAt),
    ],
  );
  await recordSteps(tx, actor, steps, at);
  return steps;
}

/** Moves it; the time of its decision is that of the last one that stands. */
function move(
  application: ClassApplication,
  before: ClassApplication['state'],
  to: ClassApplication['state'],
  at: Date,
): void {
  application.state = to;
  application.version += 1;
  if (to === before) return;
  if (to === 'granted' || to === 'grantedWithConditions' || to === 'declined') application.decidedAt = at;
  if (to === 'underReview' || to === 'submitted') application.decidedAt = null;
}

async function recordSteps(
  tx: EntityManager,
  actor: Actor,
  steps: readonly ApplicationStep[],
  at: Date,
): Promise<void> {
  for (const action of new Set(steps.map((step) => step.action))) {
    const verb = audited[action as ApplicationAction];
    if (!verb) continue;
    const subjects = steps
      .filter((step) => step.action === action)
      .map((step) => ({
        subjectType: 'application',
        subjectId: step.applicationId,
        before: { state: step.fromState },
        after: { state: step.toState, stepId: step.id },
        reason: step.reason,
      }));
    await recordVerb(tx, actor, verb, subjects, at);
  }
}

/** A step that needs a reason has one, a decision also its article. */
function assertGrounded(wish: StepWish): void {
  const way = transitionOf(wish.action);
  const missing = [
    ...(way.reason && !wish.reason?.trim() ? [{ path: 'reason', code: 'approvals.reason-needed' }] : []),
    ...(way.article && !wish.article?.trim() ? [{ path: 'article', code: 'approvals.article-needed' }] : []),
  ];
  const [first] = missing;
  if (!first) return;
  const errors = missing.map(({ path, code }) => ({ path, code, message: say(code) }));
  throw new Invalid(first.code, { action: wish.action }, { errors });
}
