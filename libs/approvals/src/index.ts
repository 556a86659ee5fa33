import './messages.js';

export { Amendment } from './amendment.entity.js';
export { AnnualPlan, PlanItem, PlanVersion } from './annual-plan.entity.js';
export { ApplicationCondition } from './application-condition.entity.js';
export { ApplicationDocument } from './application-document.entity.js';
export { ApplicationOccupation } from './application-occupation.entity.js';
export { ApplicationParty } from './application-party.entity.js';
export { ApplicationStep } from './application-step.entity.js';
export { ApplicationSubmission } from './application-submission.entity.js';
export { ApplicationWindow } from './application-window.entity.js';
export { ClassApplication } from './class-application.entity.js';
export { ClassStatus } from './class-status.entity.js';
export { Filing } from './filing.entity.js';
export * from './filing.dto.js';
export { filingWorkbook } from './filing-list.js';
export { Filings } from './filing.service.js';
export { HistoricContest, PlanCount } from './historic-contest.entity.js';
export { Obligation } from './obligation.entity.js';
export { Recusal } from './recusal.entity.js';
export { type ApplicationContent } from './application-content.js';
export {
  actionsFrom,
  type ApplicationAction,
  type ApplicationRole,
  applicationRoles,
  type ApplicationState,
  applicationStates,
  type ApplicationTransition,
  applicationTransitions,
  transitionFor,
} from './transitions.js';
export {
  applicantOrganisations,
  applicationInReach,
  applicationsInReach,
  partsIn,
} from './application-reach.js';
export { actionsNow, type StepFacts, stepFactsFor, stepOutcome } from './step-facts.js';
export { type StepWish, takeStep } from './steps.js';
export * from './application-content.dto.js';
export * from './application.dto.js';
export * from './application-reply.dto.js';
export * from './window.dto.js';
export { applicationFields, isApplicationField } from './application-fields.js';
export { type ApplicationFindings, findingsOf } from './application-findings.js';
export * from './document.dto.js';
export { ApplicationDocuments } from './document.service.js';
export { ApplicationForm } from './application-form.service.js';
export { ApplicationReading } from './application-reading.service.js';
export { ApplicationSending } from './application-sending.service.js';
export { Applications } from './application.service.js';
export { readApplication } from './application.queries.js';
export { pageCodeOf, type Statement, statementOf } from './application-statement.js';
export { subjectsOf } from './application-subjects.js';
export { type SubmissionSnapshot } from './application-submission.js';
export { ApplicationWindows } from './window.service.js';
export { type AmendmentWeight, amendmentWeights } from './amendment-weights.js';
export { Amendments } from './amendment.service.js';
export * from './amendment.dto.js';
export { type ConditionFile, Conditions } from './condition.service.js';
export * from './condition.dto.js';
export { endGrant } from './decision-ending.js';
export { markApplicationsAsDemo } from './demo-mark.js';
export { Decisions } from './decision.service.js';
export * from './desk-background.dto.js';
export * from './desk-calendar.dto.js';
export * from './desk-comparison.dto.js';
export { ReviewDesk } from './desk.service.js';
export * from './desk.dto.js';
export { Recusals } from './recusal.service.js';
export * from './recusal.dto.js';
export { Acceptances } from './review-acceptance.service.js';
export { BulkAcceptances } from './review-bulk.service.js';
export { stateNames } from './review-names.js';
export * from './review-reply.dto.js';
export * from './review.dto.js';
export {
  amendedClassStatus,
  assertNotPublished,
  endedClassStatus,
  givenClassStatus,
  type GrantedOccupation,
  officialNameOf,
} from './class-status.js';
export * from './class-status.dto.js';
export { ClassStatusQueries } from './class-status.queries.js';
export { AnnualPlanService } from './annual-plan.service.js';
export * from './plan.dto.js';
export * from './plan-reply.dto.js';
export { type PlanPlace } from './plan-lines.js';
export { PlanListQueries } from './plan-list.queries.js';
export { PlanOpening } from './plan-opening.service.js';
export { PlanPapers } from './plan-papers.service.js';
export { PlanPublication } from './plan-publication.service.js';
export { PlanQueries } from './plan.queries.js';
export { PlanVersions } from './plan-versions.service.js';
export * from './public-plans.dto.js';
export { PublicPlans } from './public-plans.queries.js';
export * from './obligation.dto.js';
export { ObligationQueries } from './obligation.queries.js';
export { ObligationService } from './obligation.service.js';
export * from './back-test.dto.js';
export { BackTests } from './back-test.service.js';
export { loadHistoricApplications } from './historic-applications.js';
export { loadHistoricContests, recordedContests } from './historic-contests.js';
export { planCounts } from './historic-plan-counts.js';
export { ApprovalsModule } from './approvals.module.js';
