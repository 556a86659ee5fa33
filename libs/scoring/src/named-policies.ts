import * as chinese from './chinese-clauses.js';
import * as own from './own-clauses.js';
import * as worldskills from './worldskills-clauses.js';
import { MEAN_OF_THREE } from './panel-rule.js';
import type { AwardRule, Policy, StatusesRule, TieBreakRule } from './policy.js';

const NOT_COUNTED = { placed: false, inScale: false, inField: false };

const ONLY_COMPETED: StatusesRule = {
  absent: NOT_COUNTED,
  withdrawn: NOT_COUNTED,
  retired: NOT_COUNTED,
  disqualified: NOT_COUNTED,
  clause: own.ONLY_THOSE_WHO_COMPETED,
};

const PRACTICE_THEN_TIME: TieBreakRule[] = [
  {
    by: 'part',
    part: 'practice',
    alsoCalled: ['实操', '操作技能', '技能操作', '实际操作', '操作'],
    clause: chinese.PRACTICE_FIRST,
  },
  { by: 'time', clause: chinese.SHORTER_TIME_FIRST },
];

const medal = (award: string, place: number, minimumScaledScore: number | null): AwardRule => ({
  kind: 'ranks',
  award,
  from: place,
  to: place,
  minimumScaledScore,
  clause: minimumScaledScore === null ? chinese.NATIONAL_FIRST_THREE : worldskills.WORLDSKILLS_MEDALS,
});

/** Medals of WSC2026: dense rank on the 700 scale, equal scores share, 700 needed (DOMAIN.md 6, V on data). */
const WORLDSKILLS_2026: Policy = {
  name: 'worldskills-2026',
  scale: {
    kind: 'median',
    base: 700,
    factor: 30,
    madConstantTenThousandths: 14_826,
    clause: worldskills.WORLDSKILLS_SCALE,
  },
  judgement: { panel: MEAN_OF_THREE, clause: worldskills.WORLDSKILLS_JUDGEMENT },
  rounding: { stage: 'aspect', clause: worldskills.PER_ASPECT_ROUNDING },
  parts: { weights: [], missing: 'unmarked', clause: own.PARTS_ADDED },
  deductions: { clause: own.DEDUCTIONS_FROM_TOTAL },
  statuses: ONLY_COMPETED,
  rank: { kind: 'dense', clause: worldskills.WORLDSKILLS_RANK },
  tieBreaks: [],
  awards: [
    medal('gold', 1, 700),
    medal('silver', 2, 700),
    medal('bronze', 3, 700),
    { kind: 'scaledScore', award: 'excellence', atLeast: 700, clause: worldskills.WORLDSKILLS_EXCELLENCE },
  ],
  bestOfDelegation: { clause: worldskills.BEST_OF_NATION },
  albertVidal: { clause: worldskills.ALBERT_VIDAL },
  delegationTable: {
    awards: [
      { award: 'gold', points: 4 },
      { award: 'silver', points: 3 },
      { award: 'bronze', points: 2 },
      { award: 'excellence', points: 1 },
    ],
    orderBy: 'awards',
    clause: worldskills.WORLDSKILLS_TABLE,
  },
};

/** 全国技能大赛 2020: ranks never tie, medals to the first three, excellence to the first half (DOMAIN.md 6, V). */
const NATIONAL_2020: Policy = {
  ...WORLDSKILLS_2026,
  name: 'national-2020',
  scale: { kind: 'none', clause: own.NO_SCALE },
  rank: { kind: 'neverTied', clause: chinese.NATIONAL_NEVER_TIED },
  tieBreaks: PRACTICE_THEN_TIME,
  awards: [
    medal('gold', 1, null),
    medal('silver', 2, null),
    medal('bronze', 3, null),
    {
      kind: 'share',
      award: 'excellence',
      numerator: 1,
      denominator: 2,
      rounding: 'floor',
      clause: chinese.NATIONAL_EXCELLENCE,
    },
  ],
  bestOfDelegation: { clause: chinese.NATIONAL_BEST_OF_DELEGATION },
  albertVidal: null,
  delegationTable: {
    awards: ['gold', 'silver', 'bronze', 'excellence'].map((award) => ({ award, points: 0 })),
    orderBy: 'awards',
    clause: chinese.NATIONAL_TABLE,
  },
};

const ranksPrize = (award: string, from: number, to: number): AwardRule => ({
  kind: 'ranks',
  award,
  from,
  to,
  minimumScaledScore: null,
  clause: chinese.PRIZES_BY_RANK,
});

/** Prizes for ranges of ranks; the ranges that ship are those of one class-one contest (S33), others are configured. */
const PRIZES_BY_RANK: Policy = {
  ...NATIONAL_2020,
  name: 'prizes-by-rank',
  awards: [ranksPrize('firstPrize', 1, 5), ranksPrize('secondPrize', 6, 20)],
  bestOfDelegation: null,
  delegationTable: null,
};

/** Prizes for 10, 20 and 30 % of those who competed (S34). */
const PRIZES_BY_PERCENTAGE: Policy = {
  ...PRIZES_BY_RANK,
  name: 'prizes-by-percentage',
  awards: [
    {
      kind: 'percentages',
      prizes: [
        { award: 'firstPrize', percentHundredths: 1000 },
        { award: 'secondPrize', percentHundredths: 2000 },
        { award: 'thirdPrize', percentHundredths: 3000 },
      ],
      rounding: 'halfUp',
      clause: chinese.PRIZES_BY_PERCENTAGE,
    },
  ],
};

const BY_NAME = new Map(
  [WORLDSKILLS_2026, NATIONAL_2020, PRIZES_BY_RANK, PRIZES_BY_PERCENTAGE].map((policy) => [
    policy.name,
    policy,
  ]),
);

/** Names of the policies that ship, in the order they are offered. */
export const POLICY_NAMES: readonly string[] = [...BY_NAME.keys()];

/** The policy that ships under this name, or undefined. Do not change it: take a copy. */
export function namedPolicy(name: string): Policy | undefined {
  return BY_NAME.get(name);
}
