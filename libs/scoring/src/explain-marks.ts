import type { AspectMark } from './aspect-mark.js';
import { formatMark } from './decimal.js';
import type { ExplainStep, StepInput } from './explanation.js';
import { TAKEN_AS_GIVEN } from './own-clauses.js';
import { MEASUREMENT, ONLY_ASPECTS_CARRY_MARKS } from './worldskills-clauses.js';
import type { Ranking } from './placing.js';
import type { Policy } from './policy.js';
import { showRatio } from './ratio.js';
import { aspectsOf } from './scheme-checks.js';
import { criterionTotals } from './scheme-total.js';
import type { CriterionTotal } from './scheme-total.js';
import type { Standing } from './standing.js';

/** From what was entered to the total before deductions. */
export function markSteps(standing: Standing, { policy, scheme }: Ranking): ExplainStep[] {
  const { input, total } = standing;
  const steps: ExplainStep[] = [];
  if (total.from === 'scores' && scheme && input.scores) {
    const kinds = new Map([...aspectsOf(scheme)].map((aspect) => [aspect.id, aspect.kind]));
    for (const criterion of criterionTotals(scheme, input.scores, policy))
      steps.push(...criterionSteps(criterion, policy, kinds));
  }
  if (total.from === 'total')
    steps.push({
      step: 'totalGiven',
      label: { zh: '所给总分', en: 'Total as given' },
      clause: TAKEN_AS_GIVEN,
      inputs: [],
      output: show(input.totalHundredths),
    });
  else if (total.from !== 'nothing') steps.push(...partSteps(standing, policy));
  return steps;
}

/** From the total before deductions to the total. */
export function deductionSteps({ input, total }: Standing, policy: Policy): ExplainStep[] {
  const steps: ExplainStep[] = input.deductions.map((deduction) => ({
    step: 'deduction',
    label: { zh: '违规扣分', en: 'Deduction' },
    clause: policy.deductions.clause,
    inputs: [{ name: 'reason', value: deduction.reason }],
    output: formatMark(-deduction.hundredths),
  }));
  if (total.from !== 'nothing')
    steps.push({
      step: 'total',
      label: { zh: '总分', en: 'Total' },
      clause: totalClause(total.from, input.deductions.length > 0, policy),
      inputs: [
        { name: 'beforeDeductions', value: show(total.beforeDeductionsHundredths) ?? '–' },
        ...total.missingParts.map((name) => ({ name: 'missing', value: name })),
        ...total.openAspects.map((mark) => ({ name: mark.state, value: mark.aspect })),
      ],
      output: show(total.totalHundredths),
    });
  return steps;
}

function criterionSteps(
  criterion: CriterionTotal,
  policy: Policy,
  kinds: ReadonlyMap<string, 'measurement' | 'judgement'>,
): ExplainStep[] {
  const steps: ExplainStep[] = [];
  for (const form of criterion.forms) {
    for (const mark of form.aspects)
      steps.push({
        step: 'aspect',
        label: { zh: `评分点 ${mark.aspect}`, en: `Aspect ${mark.aspect}` },
        clause: kinds.get(mark.aspect) === 'judgement' ? policy.judgement.clause : MEASUREMENT,
        inputs: aspectInputs(mark),
        output: show(mark.markHundredths),
      });
    steps.push({
      step: 'subCriterion',
      label: { zh: `子项 ${form.subCriterion}`, en: `Sub-criterion ${form.subCriterion}` },
      clause: policy.rounding.clause,
      inputs: form.aspects.map((mark) => ({ name: mark.aspect, value: show(mark.markHundredths) ?? '–' })),
      output: show(form.totalHundredths),
    });
  }
  steps.push({
    step: 'criterion',
    label: { zh: `评分项 ${criterion.criterion}`, en: `Criterion ${criterion.criterion}` },
    clause: ONLY_ASPECTS_CARRY_MARKS,
    inputs: criterion.forms.map((form) => ({
      name: form.subCriterion,
      value: show(form.totalHundredths) ?? '–',
    })),
    output: show(criterion.totalHundredths),
  });
  return steps;
}

function aspectInputs(mark: AspectMark): StepInput[] {
  if (mark.state !== 'marked' && mark.steps.length === 0) return [{ name: 'state', value: mark.state }];
  return [
    ...mark.steps
      .filter((one) => one.step !== 'rounded')
      .map((one) => ({ name: one.step, value: one.value })),
    ...(mark.exact ? [{ name: 'exact', value: showRatio({ n: mark.exact.n, d: mark.exact.d * 100n }) }] : []),
    ...(mark.state === 'marked' ? [] : [{ name: 'state', value: mark.state }]),
  ];
}

function partSteps({ total }: Standing, policy: Policy): ExplainStep[] {
  const { weights } = policy.parts;
  const parts = [...(total.parts ?? [])];
  if (weights.length === 0 && total.from === 'scores') return [];
  const steps: ExplainStep[] = parts.map(([name, hundredths]) => ({
    step: 'part',
    label: { zh: `部分 ${name}`, en: `Part ${name}` },
    clause: total.from === 'scores' ? ONLY_ASPECTS_CARRY_MARKS : TAKEN_AS_GIVEN,
    inputs: weights
      .filter((weight) => weight.name === name)
      .map((weight) => ({ name: 'criteria', value: weight.criteria.join(', ') }))
      .filter((one) => one.value !== ''),
    output: formatMark(hundredths),
  }));
  steps.push({
    step: 'weightedParts',
    label:
      weights.length > 0
        ? { zh: '按权重合成', en: 'Weighted parts' }
        : { zh: '各部分相加', en: 'Parts added' },
    clause: policy.parts.clause,
    inputs:
      weights.length > 0
        ? weights.map((weight) => ({
            name: weight.name,
            value: `${show(total.parts?.get(weight.name) ?? null) ?? '–'} × ${formatMark(weight.weightHundredths)} %`,
          }))
        : parts.map(([name, hundredths]) => ({ name, value: formatMark(hundredths) })),
    output: show(total.beforeDeductionsHundredths),
  });
  return steps;
}

function totalClause(
  from: Standing['total']['from'],
  deducted: boolean,
  policy: Policy,
): ExplainStep['clause'] {
  if (deducted) return policy.deductions.clause;
  if (from === 'total') return TAKEN_AS_GIVEN;
  return from === 'parts' || policy.parts.weights.length > 0 ? policy.parts.clause : ONLY_ASPECTS_CARRY_MARKS;
}

function show(hundredths: number | null): string | null {
  return hundredths === null ? null : formatMark(hundredths);
}
