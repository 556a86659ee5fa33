import { clause } from './clause.js';

export const SCALE_DEGENERATE = clause(
  'scale-degenerate',
  'MAD 为零时各赛事均无规定。本系统:总分全部相同(或只有一个)均为 700;否则以平均绝对偏差 × 1.2533 代替 1.4826 × MAD。',
  'No rule covers a MAD of zero. Here: all totals equal (or only one) give 700 each; otherwise 1.2533 × mean absolute deviation stands in for 1.4826 × MAD.',
  'Design decision',
  null,
  'any',
  'design',
);

export const PARTS_ADDED = clause(
  'parts-added',
  '各部分(模块)得分直接相加;任一部分未评则总分未评。',
  'Parts (modules) are added as they are; while a part is unmarked so is the total.',
  'Design decision',
  null,
  'any',
  'design',
);

export const TAKEN_AS_GIVEN = clause(
  'taken-as-given',
  '按提交的数值采用,未由评分点重新计算。',
  'Taken as submitted; not recomputed from aspects.',
  'The bundle that was scored',
  null,
  'this input',
  'design',
);

export const DEDUCTIONS_FROM_TOTAL = clause(
  'deductions-from-total',
  '违规扣分经裁判长批准,从总分中扣除,最低为零。',
  'Deductions for breaches, approved by the chief judge, come off the total; never below zero.',
  'Chinese marking sheets (DOMAIN.md 5)',
  null,
  'China',
  'design',
);

export const ONLY_THOSE_WHO_COMPETED = clause(
  'only-those-who-competed',
  '缺考、弃权、中途退赛、取消成绩均不是零分:不排名,不计入中位数和参赛人数。',
  'Absent, withdrawn, retired and disqualified are never zero: not placed, not in the median, not among the entrants.',
  'Design decision (DOMAIN.md 4)',
  null,
  'any',
  'design',
);

export const NO_SCALE = clause(
  'ranked-on-total',
  '按总分排名,不换算标准分。',
  'Totals are ranked as they are; no scale.',
  'Chinese contest rules (DOMAIN.md 6)',
  null,
  'China',
  'design',
);

/** For a rule of a custom policy that cites nothing. */
export const UNCITED = clause(
  'uncited',
  '本赛事规程自定,未注明出处。',
  "The contest's own rule; no source was given.",
  'The policy object of the bundle',
  null,
  'this contest',
  'design',
);
