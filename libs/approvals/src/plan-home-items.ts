import type { Actor } from '@luban/audit';
import { type HomeItem, jurisdictionsFor, mayAnywhere } from '@luban/identity';
import { type MessageParams, say } from '@luban/platform';
import type { EntityManager } from 'typeorm';
import { planSummaries } from './plan-list.queries.js';

/** What waits for those who prepare a plan: granted contests to publish, and corrections of what was published. */
export async function planHomeItems(actor: Actor, tx: EntityManager, now: Date): Promise<HomeItem[]> {
  if (actor.grants.length === 0 || !mayAnywhere(actor, 'plans.edit')) return [];
  const own = (await jurisdictionsFor(tx, actor, 'plans.edit')).filter(
    (area) => area.organisationId !== null,
  );
  if (own.length === 0) return [];
  const year = now.getUTCFullYear();
  const plans = await planSummaries(tx, own, own, year, { fromYear: year - 1 });
  return plans
    .filter((plan) =>
      own.some((area) => area.level === plan.level && area.divisionCode === plan.divisionCode),
    )
    .flatMap((plan): HomeItem[] => {
      const href = `/annual-plans/${plan.level}/${plan.divisionCode}/${plan.planYear}`;
      const item = (code: string, params: MessageParams, urgency: HomeItem['urgency']): HomeItem => ({
        ...{ code, params, href, urgency, message: say(code, params), dueAt: null, eventId: null },
        role: 'reviewer',
      });
      const changed = plan.removed + plan.corrected;
      return [
        ...(plan.added > 0 && plan.planYear >= year
          ? [
              item(
                'approvals.plan-to-publish',
                { year: plan.planYear, count: plan.added },
                plan.draftNumber === null ? 'later' : 'soon',
              ),
            ]
          : []),
        ...(changed > 0
          ? [item('approvals.plan-correction-waits', { year: plan.planYear, count: changed }, 'soon')]
          : []),
      ];
    });
}
