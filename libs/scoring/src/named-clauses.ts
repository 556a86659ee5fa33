import type { Clause } from './policy.js';

/**
 * The clauses that the named policies cite. `S28` and the like are rows of the sources list that came with the domain
 * notes (docs/formats.md, "Sources of the named policies"). Each is data with year, scope and grade: a `recalled` or
 * `design` clause is shown as such wherever it is applied.
 */
const clause = (
  id: string,
  zh: string,
  en: string,
  source: string,
  year: number | null,
  scope: string,
  grade: Clause['grade'],
): Clause => ({ id, text: { zh, en }, source, year, scope, grade });

const WS_DATA = 'A CIS export of 32 rows (all reproduced) and the published scale scores of WSC2026';
const WS_MEDALS = 'The published results of WSC2026 (medal and position of every entry reproduced)';

export const WORLDSKILLS_SCALE = clause(
  'worldskills-scale',
  '标准分 = 700 + 30 ×(总分 − 中位数)÷(1.4826 × MAD),四舍五入取整;不设上限。',
  'Scale score = 700 + 30 × (total − median) ÷ (1.4826 × MAD), rounded half up; no cap.',
  WS_DATA,
  2026,
  'WorldSkills',
  'verified',
);

export const SCALE_DEGENERATE = clause(
  'scale-degenerate',
  'MAD 为零时各赛事均无规定。本系统:总分全部相同(或只有一个)均为 700;否则以平均绝对偏差 × 1.2533 代替 1.4826 × MAD。',
  'No rule covers a MAD of zero. Here: all totals equal (or only one) give 700 each; otherwise 1.2533 × mean absolute deviation stands in for 1.4826 × MAD.',
  'Design decision',
  null,
  'any',
  'design',
);

export const WORLDSKILLS_JUDGEMENT = clause(
  'worldskills-judgement',
  '三名裁判各打 0–3 分;得分 = 三人之和 ÷ 9 × 配分,保留两位小数;分差达 2 须讨论后重新打分。',
  'Three experts give 0–3; mark = sum ÷ 9 × maximum, to two places; a spread of 2 or more is discussed and scored again.',
  'WorldSkills competition rules, assessment; marking schemes of EuroSkills 2023 and 2025',
  2026,
  'WorldSkills',
  'verified',
);

export const MEASUREMENT = clause(
  'measurement',
  '测量:全组商定一个值,除非定义了算法,否则只有满分或零分;五种算法的名称和编码见 CIS 工作簿。',
  'Measurement: one agreed value, full or zero unless a calculation is defined; the five calculations of a CIS workbook.',
  'CIS workbooks of EuroSkills 2023 and 2025 (names and encoding verified; the arithmetic is inferred from them)',
  2025,
  'WorldSkills',
  'verified-unofficial',
);

export const PER_ASPECT_ROUNDING = clause(
  'rounding-per-aspect',
  '每个评分点得分四舍五入到两位小数,合计不再舍入。',
  'Each aspect is rounded half up to two places; sums are not rounded again.',
  'CIS marks are held to two places per aspect',
  2026,
  'WorldSkills',
  'verified',
);

export const ONLY_ASPECTS_CARRY_MARKS = clause(
  'only-aspects-carry-marks',
  '只有评分点计分,子项、评分项和总分均为其合计;有未评的评分点则合计未知,不作零分。',
  'Only aspects carry marks; sub-criteria, criteria and the total are their sums. A sum with an unmarked aspect is unknown, never zero.',
  'WorldSkills competition rules, assessment (DOMAIN.md 5)',
  2026,
  'WorldSkills',
  'verified',
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

export const PARTS_ADDED = clause(
  'parts-added',
  '各部分(模块)得分直接相加;任一部分未评则总分未评。',
  'Parts (modules) are added as they are; while a part is unmarked so is the total.',
  'Design decision',
  null,
  'any',
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

export const WORLDSKILLS_RANK = clause(
  'worldskills-rank',
  '按取整后的标准分排名,同分同名次;公布位次 = 1 + 标准分更高者人数。',
  'Dense rank on the rounded scale score, equal scores share; published position = 1 + number of higher scores.',
  WS_MEDALS,
  2026,
  'WorldSkills',
  'verified',
);

export const WORLDSKILLS_MEDALS = clause(
  'worldskills-medals',
  '第一、二、三个不同的标准分分别为金、银、铜牌,同分共享;须达到 700。',
  'The first, second and third distinct scale score earn gold, silver and bronze, shared when equal; 700 is required.',
  WS_MEDALS,
  2026,
  'WorldSkills',
  'verified',
);

export const WORLDSKILLS_EXCELLENCE = clause(
  'worldskills-excellence',
  '其余标准分达到 700 者获卓越奖章。',
  'Everyone else at 700 or above earns the Medallion for Excellence.',
  WS_MEDALS,
  2026,
  'WorldSkills',
  'verified',
);

export const BEST_OF_NATION = clause(
  'best-of-nation',
  '每个代表团标准分最高者为该团最佳。',
  'The highest scale score of a delegation is its Best of Nation.',
  'WorldSkills competition rules',
  2026,
  'WorldSkills',
  'verified',
);

export const ALBERT_VIDAL = clause(
  'albert-vidal',
  '所有项目标准分最高者获阿尔伯特·维达尔大奖,同分共享。',
  'The highest scale score of all earns the Albert Vidal Award, shared when equal.',
  'WorldSkills competition rules',
  2026,
  'WorldSkills',
  'verified',
);

export const WORLDSKILLS_TABLE = clause(
  'worldskills-table',
  '奖牌榜按金、银、铜、卓越奖章依次比较;奖牌积分 4、3、2、1。',
  'The table compares gold, silver, bronze, excellence in turn; medal points 4, 3, 2, 1.',
  'Recalled from WorldSkills result tables',
  2024,
  'WorldSkills',
  'recalled',
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

export const NATIONAL_NEVER_TIED = clause(
  'national-never-tied',
  '排名不并列。规则无法区分的,名次待裁判长书面裁定。',
  'Ranks never tie. What no rule separates waits for a recorded ruling of the chief judge.',
  'S28 (no ties); the ruling is a design decision',
  2020,
  '全国技能大赛',
  'verified',
);

export const PRACTICE_FIRST = clause(
  'tie-practice',
  '总成绩相同,操作技能成绩高者在前。',
  'Equal totals: the higher practice mark comes first.',
  'S44',
  2024,
  'Ningbo 2024',
  'verified',
);

export const SHORTER_TIME_FIRST = clause(
  'tie-time',
  '操作技能成绩也相同,操作完成用时少者在前。',
  'Equal practice marks: the shorter time comes first.',
  'S44',
  2024,
  'Ningbo 2024',
  'verified',
);

export const NATIONAL_FIRST_THREE = clause(
  'national-first-three',
  '各项目前三名(队)分别获金、银、铜牌,排名不并列。',
  'The first three of each skill earn gold, silver and bronze; no ties.',
  'S14, S28',
  2020,
  '全国技能大赛',
  'verified',
);

export const NATIONAL_EXCELLENCE = clause(
  'national-excellence',
  '前三名以外、排名在参赛人数二分之一以上者获优胜奖;人数为奇数时向下取整(来源对中间一名说法不一)。',
  'Below third and within the first half of those who competed: excellence; an odd field is halved downwards (the sources differ on the middle one).',
  'S14, S28; the rounding of the half is a design decision',
  2020,
  '全国技能大赛',
  'verified',
);

export const NATIONAL_BEST_OF_DELEGATION = clause(
  'national-best-of-delegation',
  '每个参赛队(代表团)设最佳选手奖一名。',
  'Each delegation has one best competitor.',
  'S14, S28; "best" taken as the highest total is a design decision',
  2020,
  '全国技能大赛',
  'verified',
);

export const NATIONAL_TABLE = clause(
  'national-table',
  '奖牌榜按金、银、铜、优胜依次比较,不计积分。',
  'The table compares gold, silver, bronze, excellence in turn; no points.',
  'Design decision',
  null,
  '全国技能大赛',
  'design',
);

export const PRIZES_BY_RANK = clause(
  'prizes-by-rank',
  '一等奖第 1–5 名,二等奖第 6–20 名;三等奖名额由规程另定。',
  'First prize ranks 1–5, second prize ranks 6–20; third prizes are left to the contest.',
  'S33',
  2019,
  '全国新能源汽车大赛(一类)',
  'verified',
);

export const PRIZES_BY_PERCENTAGE = clause(
  'prizes-by-percentage',
  '一、二、三等奖分别为实际参赛数的 10%、20%、30%,各自四舍五入取整。',
  'First, second and third prizes for 10, 20 and 30 % of those who competed, each count rounded half up.',
  'S34 (10/20/30 %); the rounding is recalled',
  2012,
  '全国技工院校技能大赛',
  'verified',
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
