import { clause } from './clause.js';

export const NATIONAL_NEVER_TIED = clause(
  'national-never-tied',
  '排名不并列。规则无法区分的,名次待裁判长书面裁定。',
  'Ranks never tie. What no rule separates waits for a recorded ruling of the chief judge.',
  'S28',
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
  'S14, S28',
  2020,
  '全国技能大赛',
  'verified',
);

export const NATIONAL_BEST_OF_DELEGATION = clause(
  'national-best-of-delegation',
  '每个参赛队(代表团)设最佳选手奖一名。',
  'Each delegation has one best competitor.',
  'S14, S28',
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
  'S34',
  2012,
  '全国技工院校技能大赛',
  'verified',
);
