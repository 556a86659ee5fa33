import { clause } from './clause.js';

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

export const ONLY_ASPECTS_CARRY_MARKS = clause(
  'only-aspects-carry-marks',
  '只有评分点计分,子项、评分项和总分均为其合计;有未评的评分点则合计未知,不作零分。',
  'Only aspects carry marks; sub-criteria, criteria and the total are their sums. A sum with an unmarked aspect is unknown, never zero.',
  'WorldSkills competition rules, assessment (DOMAIN.md 5)',
  2026,
  'WorldSkills',
  'verified',
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
