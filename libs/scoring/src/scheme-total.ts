import { aspectMark } from './aspect-mark.js';
import type { AspectMark, Detail } from './aspect-mark.js';
import type { EnteredValue } from './calculation.js';
import type { Policy } from './policy.js';
import { add, roundHalfUp, whole, ZERO } from './ratio.js';
import type { Ratio } from './ratio.js';
import type { SchemeTree, SubCriterion } from './scheme.js';

/** Aspect id → what was entered: one value for a measurement, one score per judge for a judgement. */
export type Scores = ReadonlyMap<string, readonly EnteredValue[]>;

type MarkingRules = Pick<Policy, 'judgement' | 'rounding'>;

/** One marking form (sub-criterion × work), finished or not. */
export interface FormTotal {
  subCriterion: string;
  maxHundredths: number;
  /** Sum of the aspects marked so far, for the running total; not a result. */
  soFarHundredths: number;
  /** Null until every aspect is marked: an unfinished form is never zero. */
  totalHundredths: number | null;
  /** Exact, before any rounding later than the aspect's; null as totalHundredths. */
  exact: Ratio | null;
  aspects: AspectMark[];
}

/** The running and final total of one form; what the marking screen shows under "小计". */
export function formTotal(
  sub: SubCriterion,
  scores: Scores,
  rules: MarkingRules,
  detail: Detail = 'steps',
): FormTotal {
  const perAspect = rules.rounding.stage === 'aspect';
  let maxHundredths = 0;
  let rounded = 0;
  let soFar: Ratio = ZERO;
  let complete = true;
  const aspects: AspectMark[] = [];
  for (const aspect of sub.aspects) {
    maxHundredths += aspect.maxHundredths;
    const mark = aspectMark(aspect, scores.get(aspect.id) ?? [], rules.judgement.panel, detail);
    aspects.push(mark);
    if (mark.exact === null) complete = false;
    else if (perAspect) rounded += mark.markHundredths as number;
    else soFar = add(soFar, mark.exact);
  }
  if (perAspect) soFar = whole(rounded);
  const soFarHundredths = roundHalfUp(soFar);
  const exact = rules.rounding.stage === 'subCriterion' ? whole(soFarHundredths) : soFar;
  return {
    subCriterion: sub.code,
    maxHundredths,
    soFarHundredths,
    totalHundredths: complete ? soFarHundredths : null,
    exact: complete ? exact : null,
    aspects,
  };
}

/** The form's mark in hundredths, null until every aspect is marked. */
export function computeFormTotal(sub: SubCriterion, scores: Scores, rules: MarkingRules): number | null {
  return formTotal(sub, scores, rules, 'marks').totalHundredths;
}

/** One criterion of one entry; `forms` in the scheme's order. */
export interface CriterionTotal {
  criterion: string;
  maxHundredths: number;
  totalHundredths: number | null;
  exact: Ratio | null;
  forms: FormTotal[];
}

/** Every criterion of one entry. A criterion without aspects sums to 0.00 of 0.00. */
export function criterionTotals(
  tree: SchemeTree,
  scores: Scores,
  rules: MarkingRules,
  detail: Detail = 'steps',
): CriterionTotal[] {
  return tree.criteria.map((criterion) => {
    const forms = criterion.subCriteria.map((sub) => formTotal(sub, scores, rules, detail));
    let exact: Ratio | null = ZERO;
    for (const form of forms) exact = exact === null || form.exact === null ? null : add(exact, form.exact);
    return {
      criterion: criterion.code,
      maxHundredths: forms.reduce((sum, form) => sum + form.maxHundredths, 0),
      totalHundredths: exact === null ? null : roundHalfUp(exact),
      exact,
      forms,
    };
  });
}

/** Aspects that keep a total from being known, in the scheme's order. */
export function openAspects(criteria: readonly CriterionTotal[]): AspectMark[] {
  const open: AspectMark[] = [];
  for (const criterion of criteria)
    for (const form of criterion.forms)
      for (const mark of form.aspects) if (mark.exact === null) open.push(mark);
  return open;
}
