import type { Actor } from '@luban/audit';
import { Denied, type Failure, Refused } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import {
  type ApplicationPart,
  type Offices,
  officesOf,
  partsBy,
  type PlacedApplication,
} from './application-reach.js';
import {
  type ApplicationAction,
  type ApplicationRole,
  type ApplicationState,
  applicationTransitions,
  transitionFor,
  transitionOf,
} from './transitions.js';

/** What of an application decides which steps somebody may take with it. */
export type SteppableApplication = PlacedApplication & {
  id: string;
  state: ApplicationState;
  historic: boolean;
};

/** What is known of one actor and many applications: read once, asked of each. */
export interface StepFacts {
  actor: Actor;
  offices: Offices;
  /** Applications from which he stands aside. */
  recused: ReadonlySet<string>;
  /** By application: the steps he took for the authority that have not been taken back. */
  taken: ReadonlyMap<string, readonly string[]>;
}

/** Four queries at most, however many applications. */
export async function stepFactsFor(
  tx: EntityManager,
  actor: Actor,
  applicationIds: readonly string[],
): Promise<StepFacts> {
  const offices = await officesOf(tx, actor);
  if (offices.accepts.length + offices.reviews.length === 0)
    return { actor, offices, recused: new Set(), taken: new Map() };
  const recusals: { applicationId: string }[] = await tx.query(
    `SELECT application_id AS "applicationId" FROM recusal
      WHERE account_id = $1 AND application_id = ANY($2::uuid[]) AND ended_at IS NULL`,
    [actor.accountId, applicationIds],
  );
  const steps: { applicationId: string; actions: string[] }[] = await tx.query(
    `SELECT application_id AS "applicationId", array_agg(action ORDER BY number) AS actions FROM application_step
      WHERE by = $1 AND application_id = ANY($2::uuid[]) AND undone_at IS NULL GROUP BY application_id`,
    [actor.accountId, applicationIds],
  );
  return {
    actor,
    offices,
    recused: new Set(recusals.map(({ applicationId }) => applicationId)),
    taken: new Map(steps.map(({ applicationId, actions }) => [applicationId, actions])),
  };
}

/** What of the authority's steps makes one half and the other: nobody does both for one application. */
const halves: Partial<Record<ApplicationRole, readonly string[]>> = {
  acceptor: ['accept', 'returnUnaccepted'],
  reviewer: ['beginReview', 'return', 'grant', 'grantWithConditions', 'decline', 'decideAmendment', 'revoke'],
};

/** Where a step leads and for whom it is taken, or why it is refused. */
export type StepOutcome =
  { to: ApplicationState; part: ApplicationPart; refusal: null } | { refusal: Failure };

/**
 * Asks whether it is a record of earlier years, then the table of transitions, then who stands aside. `Denied`
 * `approvals.role-may-not`; `Refused` `approvals.historic-record`, `approvals.not-from-this-state`, `approvals.own-application` (an organisation of his is the lead applicant
 * 牵头申办单位; being a co-host 联合主办 bars nobody), `approvals.recused`, `approvals.same-person`.
 */
export function stepOutcome(
  facts: StepFacts,
  application: SteppableApplication,
  action: ApplicationAction,
): StepOutcome {
  const { actor } = facts;
  const part = partsBy(actor, facts.offices, application).find(
    ({ role }) => role === transitionOf(action).by,
  );
  if (!part) return { refusal: new Denied('approvals.role-may-not', { action }) };
  const record = historicRefusal(application);
  if (record) return { refusal: record };
  const outcome = transitionFor(action, application.state, part.role);
  if ('refusal' in outcome)
    return { refusal: new Refused(outcome.refusal, { action, state: application.state }) };
  if (part.role !== 'applicant') {
    const bias = biasIn(facts, application, part.role);
    if (bias) return { refusal: bias };
  }
  return { to: outcome.to, part, refusal: null };
}

/** Throws what refuses the step, before anything else is looked at. */
export async function assertMayStep(
  tx: EntityManager,
  actor: Actor,
  application: SteppableApplication,
  action: ApplicationAction,
): Promise<void> {
  const facts = await stepFactsFor(tx, actor, [application.id]);
  const { refusal } = stepOutcome(facts, application, action);
  if (refusal) throw refusal;
}

/** Records of earlier years are evidence of what was granted then: nothing is done to them any more. */
export const historicRefusal = ({ historic }: Pick<SteppableApplication, 'historic'>): Refused | null =>
  historic ? new Refused('approvals.historic-record') : null;

/** Why somebody has no part in deciding on it at all: an organisation of his applies, or he is recused. */
export function barIn({ actor, recused }: StepFacts, application: SteppableApplication): Refused | null {
  const own = [actor.organisationId, ...actor.grants.map(({ organisationId }) => organisationId)];
  if (own.includes(application.leadOrganisationId)) return new Refused('approvals.own-application');
  return recused.has(application.id) ? new Refused('approvals.recused') : null;
}

/** Why somebody of the authority must stand aside, if he must. */
export function biasIn(
  facts: StepFacts,
  application: SteppableApplication,
  role: 'acceptor' | 'reviewer',
): Refused | null {
  const barred = barIn(facts, application);
  if (barred) return barred;
  const { taken } = facts;
  const other = halves[role === 'acceptor' ? 'reviewer' : 'acceptor'] ?? [];
  const held = taken.get(application.id)?.find((action) => other.includes(action));
  return held ? new Refused('approvals.same-person', { action: held }) : null;
}

/** What the actor may do with the application now: for buttons. */
export const actionsNow = (facts: StepFacts, application: SteppableApplication): ApplicationAction[] =>
  applicationTransitions
    .map(({ action }) => action)
    .filter((action) => stepOutcome(facts, application, action).refusal === null);
