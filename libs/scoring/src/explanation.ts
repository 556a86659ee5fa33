import type { Clause } from './policy.js';
import type { Said } from './scoring-error.js';

/** Why an entry has its place and its award: named steps from what was entered to what was won, in that order. */
export interface Explanation {
  entry: string;
  steps: ExplainStep[];
}

/** One step: a name for programs and for people, the clause it applies, what went in and what came out. */
export interface ExplainStep {
  step: StepName;
  label: Said;
  clause: Clause;
  /** Names are field names or ids (a part, an aspect), values as they are shown: marks with two places. */
  inputs: StepInput[];
  /** Null: not known, or nothing won. */
  output: string | null;
}

export interface StepInput {
  name: string;
  value: string;
}

export type StepName =
  | 'status'
  | 'aspect'
  | 'subCriterion'
  | 'criterion'
  | 'part'
  | 'weightedParts'
  | 'totalGiven'
  | 'deduction'
  | 'total'
  | 'scaledScoreGiven'
  | 'scale'
  | 'position'
  | 'tieBreak'
  | 'ruling'
  | 'rank'
  | 'award'
  | 'bestOfDelegation'
  | 'albertVidal';
