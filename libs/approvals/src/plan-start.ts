import { addStageCheck, occupationLimits } from '@luban/events';
import { homeItems } from '@luban/identity';
import { dueReminders } from '@luban/notices';
import type { Clock } from '@luban/platform';
import { AnnualPlanService } from './annual-plan.service.js';
import { grantFindings, keepWithinGrant } from './class-status-limits.js';
import { ClassStatusQueries } from './class-status.queries.js';
import { filingFindings } from './filing-checks.js';
import { obligationHomeItems, obligationReminders } from './obligation-home-items.js';
import { ObligationQueries } from './obligation.queries.js';
import { ObligationService } from './obligation.service.js';
import { planHomeItems } from './plan-home-items.js';
import { PlanListQueries } from './plan-list.queries.js';
import { PlanOpening } from './plan-opening.service.js';
import { PlanPapers } from './plan-papers.service.js';
import { PlanPublication } from './plan-publication.service.js';
import { PlanQueries } from './plan.queries.js';
import { PlanVersions } from './plan-versions.service.js';
import { PublicPlans } from './public-plans.queries.js';
import './obligation-messages.js';
import './plan-messages.js';

/** Services of the annual plan, class status and what is owed after contests. */
export const planServices = [
  AnnualPlanService,
  PlanQueries,
  PlanListQueries,
  PlanVersions,
  PlanPublication,
  PlanOpening,
  PlanPapers,
  PublicPlans,
  ClassStatusQueries,
  ObligationQueries,
  ObligationService,
];

/** At start-up: what the plan answers to earlier rooms that ask (待办, reminders, limits of a granted event, its stages). */
export function listPlanWork(clock: Clock): void {
  homeItems.push((actor, tx) => planHomeItems(actor, tx, clock.now()));
  homeItems.push((actor, tx) => obligationHomeItems(actor, tx, clock.now()));
  if (!dueReminders.includes(obligationReminders)) dueReminders.push(obligationReminders);
  if (!occupationLimits.includes(keepWithinGrant)) occupationLimits.push(keepWithinGrant);
  addStageCheck({
    code: 'approvals.class-status',
    stages: ['registration', 'preparation'],
    run: grantFindings,
  });
  addStageCheck({
    code: 'approvals.filing',
    stages: ['registration', 'preparation'],
    run: filingFindings,
  });
}
