import { deductionSteps, markSteps } from './explain-marks.js';
import { scaleSteps } from './explain-scale.js';
import type { Explanation, ExplainStep } from './explanation.js';
import { orderSteps, awardSteps } from './explain-place.js';
import { statusRule } from './policy.js';
import type { Ranking } from './placing.js';
import type { Standing } from './standing.js';

/**
 * Explains placings of one ranking. Nothing is prepared per entry until it is asked for, so a ranking of 200 000 costs
 * one index; marks are computed again from the scores, by the same functions.
 */
export function explainer(ranking: Ranking): (entry: string) => Explanation | null {
  const standings = new Map(ranking.standings.map((standing) => [standing.input.entry, standing]));
  const groups = new Map(ranking.groups.map((group) => [group.group, group]));
  const best = new Map(ranking.bestOfDelegation.map((line) => [line.delegation, line]));
  const highest = new Set(ranking.albertVidal);
  return (entry) => {
    const standing = standings.get(entry);
    const group = standing && groups.get(standing.input.group);
    if (!standing || !group) return null;
    const steps: ExplainStep[] = [];
    if (standing.state === 'status') steps.push(statusStep(standing, ranking));
    else {
      steps.push(...markSteps(standing, ranking), ...deductionSteps(standing, ranking.policy));
      if (standing.state === 'placed') {
        steps.push(...scaleSteps(standing, group, ranking.policy));
        steps.push(...orderSteps(standing, group, ranking.policy));
        const delegation = standing.input.delegation;
        const line = delegation === null ? undefined : best.get(delegation);
        steps.push(...awardSteps(standing, group, ranking.policy, line, highest.has(standing)));
      }
    }
    return { entry, steps };
  };
}

/** One entry's explanation; null where the ranking has no such entry. For many use `explainer` once. */
export function explainPlacing(ranking: Ranking, entry: string): Explanation | null {
  return explainer(ranking)(entry);
}

function statusStep(standing: Standing, { policy }: Ranking): ExplainStep {
  const { status } = standing.input;
  const rule = statusRule(policy, status);
  return {
    step: 'status',
    label: { zh: '状态', en: 'Status' },
    clause: policy.statuses.clause,
    inputs: [
      { name: 'status', value: status },
      { name: 'inScale', value: String(rule.inScale) },
      { name: 'inField', value: String(rule.inField) },
    ],
    output: null,
  };
}
