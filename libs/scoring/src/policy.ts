import type { PanelRule } from './panel-rule.js';
import type { Said } from './scoring-error.js';

/**
 * Everything in which contests differ when marks become results. A policy is data (JSON), handed to every function as
 * an argument and kept in a rule pack; `named-policies.ts` holds those that ship, `policy-reading.ts` reads one from a
 * bundle. Weights are hundredths of a percent (3000 = 30.00 %), marks hundredths, scaled scores integers.
 */
export interface Policy {
  name: string;
  scale: ScaleRule;
  judgement: JudgementRule;
  rounding: RoundingRule;
  parts: PartsRule;
  deductions: DeductionRule;
  statuses: StatusesRule;
  rank: RankRule;
  tieBreaks: TieBreakRule[];
  /** In order: the first rule that fits gives the award. */
  awards: AwardRule[];
  bestOfDelegation: SpecialAwardRule | null;
  albertVidal: SpecialAwardRule | null;
  delegationTable: DelegationTableRule | null;
}

/** Where a rule stands written. `recalled` and `design` warn and explain, they are never shown as settled law. */
export interface Clause {
  id: string;
  text: Said;
  /** Document, data set or source id (`S28` = row of the sources list), with its year and scope. */
  source: string;
  year: number | null;
  scope: string;
  grade: 'verified' | 'verified-unofficial' | 'recalled' | 'design';
}

/** `median`: round(base + factor · (x − median) / (madConstant · MAD)); see scale.ts. `none`: totals are ranked. */
export type ScaleRule =
  | { kind: 'none'; clause: Clause }
  | {
      kind: 'median';
      base: number;
      factor: number;
      /** 14826 = 1.4826. */
      madConstantTenThousandths: number;
      clause: Clause;
    };

export interface JudgementRule {
  panel: PanelRule;
  clause: Clause;
}

/** Where exact marks are rounded, half up, to hundredths; everything before that stage is carried as fractions. */
export interface RoundingRule {
  stage: 'aspect' | 'subCriterion' | 'part' | 'total';
  clause: Clause;
}

/** Empty `weights`: the parts are plainly added. Otherwise the total is the sum of part × weight. */
export interface PartsRule {
  weights: PartWeight[];
  /** A part without a mark leaves the entry unmarked (`unmarked`), or counts as 0.00 where a policy says so (`zero`). */
  missing: 'unmarked' | 'zero';
  clause: Clause;
}

export interface PartWeight {
  name: string;
  /** Hundredths of a percent: 3000 = 30.00 %. */
  weightHundredths: number;
  /** Codes of the scheme's criteria that make up this part, where it is computed from scores. */
  criteria: string[];
}

export interface DeductionRule {
  clause: Clause;
}

export const ENTRY_STATUSES = ['competed', 'absent', 'withdrawn', 'retired', 'disqualified'] as const;
/** 缺考 absent, 弃权 withdrawn, 中途退赛 retired, 取消成绩 disqualified; `competed` is everyone else. */
export type EntryStatus = (typeof ENTRY_STATUSES)[number];

/** What a status means: a rank and awards; a place in median and MAD; a place among "those who competed". */
export interface StatusRule {
  placed: boolean;
  inScale: boolean;
  inField: boolean;
}

export interface StatusesRule {
  absent: StatusRule;
  withdrawn: StatusRule;
  retired: StatusRule;
  disqualified: StatusRule;
  clause: Clause;
}

const COMPETED: StatusRule = { placed: true, inScale: true, inField: true };

/** What the policy says of an entry's status. */
export function statusRule(policy: Pick<Policy, 'statuses'>, status: EntryStatus): StatusRule {
  return status === 'competed' ? COMPETED : policy.statuses[status];
}

/**
 * `dense` 1,1,2; `competition` 1,1,3; `neverTied` 1,2,3, where what no tie-break and no ruling separates stays
 * undecided and shows 1,1,3.
 */
export interface RankRule {
  kind: 'dense' | 'competition' | 'neverTied';
  clause: Clause;
}

/**
 * Applied in order under `neverTied`, to those still tied only. A part may go by several names; `eachPart` and
 * `criterion` go through `order` (an empty order: the scheme's or the names' own order).
 */
export type TieBreakRule =
  | { by: 'part'; part: string; alsoCalled: string[]; clause: Clause }
  | { by: 'eachPart'; order: string[]; clause: Clause }
  | { by: 'criterion'; order: string[]; clause: Clause }
  | { by: 'time'; clause: Clause };

export const AWARD_CODES = [
  'gold',
  'silver',
  'bronze',
  'excellence',
  'firstPrize',
  'secondPrize',
  'thirdPrize',
] as const;
/** Codes of the glossary; a policy may name others. */
export type AwardCode = (typeof AWARD_CODES)[number] | (string & {});

/** How a fraction of an entrant is rounded; the sources differ, so it is always named. */
export type CountRounding = 'floor' | 'ceil' | 'halfUp';

export type AwardRule =
  /** Ranks `from`–`to`, where given only from `minimumScaledScore` upwards. */
  | {
      kind: 'ranks';
      award: AwardCode;
      from: number;
      to: number;
      minimumScaledScore: number | null;
      clause: Clause;
    }
  | { kind: 'scaledScore'; award: AwardCode; atLeast: number; clause: Clause }
  /** Ranks up to numerator/denominator of those who competed. */
  | {
      kind: 'share';
      award: AwardCode;
      numerator: number;
      denominator: number;
      rounding: CountRounding;
      clause: Clause;
    }
  /** Prizes one after another, each for its own percentage of those who competed, each count rounded by itself. */
  | {
      kind: 'percentages';
      prizes: { award: AwardCode; percentHundredths: number }[];
      rounding: CountRounding;
      clause: Clause;
    };

export interface SpecialAwardRule {
  clause: Clause;
}

/** Which awards the table counts, best first, and what each is worth towards a delegation's points. */
export interface DelegationTableRule {
  awards: { award: AwardCode; points: number }[];
  orderBy: 'awards' | 'points';
  clause: Clause;
}
