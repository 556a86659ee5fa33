import type { AspectMark } from './aspect-mark.js';
import type { EntryStatus, Policy } from './policy.js';
import { add, multiply, roundHalfUp, whole, ZERO } from './ratio.js';
import type { Ratio } from './ratio.js';
import type { SchemeTree } from './scheme.js';
import { criterionTotals, openAspects } from './scheme-total.js';
import type { CriterionTotal, Scores } from './scheme-total.js';
import { ScoringError } from './scoring-error.js';

/** One entry as it comes to be ranked. Marks in hundredths; what is not known is null, never zero. */
export interface EntryInput {
  entry: string;
  delegation: string | null;
  group: string | null;
  status: EntryStatus;
  /** A total as reported, before deductions. */
  totalHundredths: number | null;
  /** A scaled score as reported, used as it is. */
  scaledScore: number | null;
  /** Part (theory, practice, module) → mark. */
  parts: ReadonlyMap<string, number> | null;
  timeSeconds: number | null;
  deductions: readonly Deduction[];
  scores: Scores | null;
  /** Criterion → mark, where a score run has summed them already; only for tie-breaks, ignored beside scores. */
  criteria?: ReadonlyMap<string, number> | null;
}

/** 违规扣分: comes off the total, with its reason. */
export interface Deduction {
  hundredths: number;
  reason: string;
}

/** How one entry's marks became its total. */
export interface EntryTotal {
  totalHundredths: number | null;
  /** Where the total came from: computed from scores, from parts, given as a total, or nothing was given. */
  from: 'scores' | 'parts' | 'total' | 'nothing';
  /** Part → mark, given and computed; null where there are none. */
  parts: ReadonlyMap<string, number> | null;
  /** Criterion → mark, as far as fully marked; null where neither scores nor criteria were given. */
  criteria: ReadonlyMap<string, number> | null;
  openAspects: readonly AspectMark[];
  missingParts: readonly string[];
  /** Total before deductions. */
  beforeDeductionsHundredths: number | null;
  /** What the parts and scores come to where a total was given besides; null where there is nothing to compare. */
  recomputedHundredths: number | null;
}

type TotalRules = Pick<Policy, 'judgement' | 'rounding' | 'parts'>;

/**
 * The total of one entry. Scores are recomputed and stand before a given total, a given total stands before parts. With
 * weights the total is the exact sum of part × weight, rounded once, half up. Without weights scores are summed by
 * criterion, bare parts are added, and parts beside scores or a total serve the tie-breaks alone. Deductions come off
 * last; never below zero.
 */
export function entryTotal(input: EntryInput, scheme: SchemeTree | null, rules: TotalRules): EntryTotal {
  const criteria = input.scores && scheme ? criterionTotals(scheme, input.scores, rules, 'marks') : null;
  const parts = partTotals(input, criteria, rules);
  const summed = criteria || parts.marks.size > 0 ? sumOfParts(parts, criteria, rules) : null;
  const weighted = rules.parts.weights.length > 0;
  const from = criteria
    ? 'scores'
    : input.totalHundredths !== null
      ? 'total'
      : parts.marks.size > 0
        ? 'parts'
        : 'nothing';
  const before = from === 'total' ? input.totalHundredths : from === 'nothing' ? null : summed;
  return {
    totalHundredths: before === null ? null : afterDeductions(before, input.deductions),
    from,
    parts: parts.marks.size > 0 ? parts.marks : null,
    criteria: criteria ? markedCriteria(criteria) : (input.criteria ?? null),
    openAspects: criteria ? openAspects(criteria) : [],
    missingParts: from === 'parts' || from === 'scores' ? parts.missing : [],
    beforeDeductionsHundredths: before,
    recomputedHundredths:
      input.totalHundredths !== null && (criteria !== null || (weighted && parts.missing.length === 0))
        ? summed
        : null,
  };
}

/** Total minus all deductions, never below zero. */
export function afterDeductions(totalHundredths: number, deductions: readonly Deduction[]): number {
  let left = totalHundredths;
  for (const deduction of deductions) left -= deduction.hundredths;
  return Math.max(0, left);
}

/**
 * Refuses (`score.criterion-without-part`) weights that name criteria but leave some of the scheme's out: marks would
 * silently be lost.
 */
export function assertPartsCoverScheme(scheme: SchemeTree, rules: Pick<Policy, 'parts'>): void {
  const { weights } = rules.parts;
  if (weights.length === 0) return;
  const covered = new Set(weights.flatMap((weight) => weight.criteria));
  const lost = scheme.criteria
    .filter((criterion) => !covered.has(criterion.code))
    .map((criterion) => criterion.code);
  if (lost.length === 0) return;
  throw new ScoringError(
    'score.criterion-without-part',
    {
      zh: `规则中的各部分未包含评分项 ${lost.join('、')};请在 parts.weights[].criteria 中列出。`,
      en: `No part of the policy holds criteria ${lost.join(', ')}; list them in parts.weights[].criteria.`,
    },
    'policy.parts.weights',
  );
}

interface PartTotals {
  marks: Map<string, number>;
  exact: Map<string, Ratio>;
  missing: string[];
}

function partTotals(input: EntryInput, criteria: CriterionTotal[] | null, rules: TotalRules): PartTotals {
  const totals: PartTotals = { marks: new Map(input.parts ?? []), exact: new Map(), missing: [] };
  for (const [name, hundredths] of totals.marks) totals.exact.set(name, whole(hundredths));
  for (const weight of rules.parts.weights) {
    if (criteria && weight.criteria.length > 0) {
      const exact = sumOfCriteria(criteria, weight.criteria);
      if (exact === null) {
        totals.missing.push(weight.name);
        totals.exact.delete(weight.name);
        totals.marks.delete(weight.name);
        continue;
      }
      const rounded = roundHalfUp(exact);
      totals.marks.set(weight.name, rounded);
      totals.exact.set(weight.name, rules.rounding.stage === 'part' ? whole(rounded) : exact);
    } else if (!totals.exact.has(weight.name)) totals.missing.push(weight.name);
  }
  return totals;
}

/** Null while a part that the policy does not count as zero is missing, or a criterion is unmarked. */
function sumOfParts(parts: PartTotals, criteria: CriterionTotal[] | null, rules: TotalRules): number | null {
  const { weights, missing } = rules.parts;
  let sum: Ratio = ZERO;
  if (weights.length > 0) {
    for (const weight of weights) {
      const mark = parts.exact.get(weight.name);
      if (mark) sum = add(sum, multiply(mark, { n: BigInt(weight.weightHundredths), d: 10_000n }));
      else if (missing === 'unmarked' || (criteria && weight.criteria.length > 0)) return null;
    }
    return roundHalfUp(sum);
  }
  if (criteria) {
    for (const criterion of criteria) {
      if (criterion.exact === null) return null;
      sum = add(sum, rules.rounding.stage === 'part' ? whole(roundHalfUp(criterion.exact)) : criterion.exact);
    }
    return roundHalfUp(sum);
  }
  for (const mark of parts.exact.values()) sum = add(sum, mark);
  return roundHalfUp(sum);
}

function sumOfCriteria(criteria: CriterionTotal[], codes: readonly string[]): Ratio | null {
  let sum: Ratio = ZERO;
  for (const criterion of criteria) {
    if (!codes.includes(criterion.criterion)) continue;
    if (criterion.exact === null) return null;
    sum = add(sum, criterion.exact);
  }
  return sum;
}

function markedCriteria(criteria: CriterionTotal[]): Map<string, number> {
  const marked = new Map<string, number>();
  for (const { criterion, totalHundredths } of criteria)
    if (totalHundredths !== null) marked.set(criterion, totalHundredths);
  return marked;
}
