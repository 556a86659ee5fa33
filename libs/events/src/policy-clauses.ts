import type { Clause } from '@luban/scoring';

/** Percent as people write it: 3000 → `30`, 1250 → `12.5`. */
export const percentText = (hundredths: number): string => String(hundredths / 100);

/** A rule that this contest sets for itself, within a named policy: shown as its own, never as settled law. */
export const ownClause = (id: string, zh: string, en: string): Clause => ({
  id,
  text: { zh, en },
  source: '本赛事竞赛规程 / Rules of this contest',
  year: null,
  scope: '本赛事 / this contest',
  grade: 'design',
});

/**
 * 理论 / 实操 weights are the contest's own to set. That others have published the same (20/80 in S33, 30/70 in S44:
 * DOMAIN.md 5) does not make them the rule here.
 */
export function partWeightsClause(theoryHundredths: number): Clause {
  const theory = percentText(theoryHundredths);
  const practice = percentText(10_000 - theoryHundredths);
  return ownClause(
    'part-weights-own',
    `总成绩 = 理论知识 × ${theory}% + 操作技能 × ${practice}%。`,
    `Total = theory × ${theory} % + practice × ${practice} %.`,
  );
}

/** Above this share of theory one ministry's general rules object (DOMAIN.md 5: ≤ 30 %); it warns, never blocks. */
export const theoryMostHundredths = 3000;
export const theoryMostClause: Clause = {
  id: 'theory-at-most-30',
  text: { zh: '理论知识所占比重不超过 30%。', en: 'Theory counts for at most 30 %.' },
  source: 'S43',
  year: null,
  scope: '住房城乡建设行业(通则)',
  grade: 'verified',
};

/** Five judges, one highest and one lowest dropped (DOMAIN.md 5: V~, seen in one contest's rules). */
export const trimmedMeanClause: Clause = {
  id: 'trimmed-mean-of-five',
  text: {
    zh: '5 名裁判分别评分，去掉 1 个最高分和 1 个最低分，取平均值。',
    en: 'Five judges mark; one highest and one lowest are dropped, the rest averaged.',
  },
  source: 'S46',
  year: null,
  scope: 'China',
  grade: 'verified-unofficial',
};

/** What a tie-break compares, for the clause of one that the contest chose itself. */
export const tieBreakTexts = {
  practice: {
    zh: '成绩相同，操作技能成绩高者在前。',
    en: 'Equal marks: the higher practice mark comes first.',
  },
  theory: { zh: '成绩相同，理论知识成绩高者在前。', en: 'Equal marks: the higher theory mark comes first.' },
  time: { zh: '成绩相同，操作完成用时少者在前。', en: 'Equal marks: the shorter time comes first.' },
  eachPart: {
    zh: '成绩相同，按模块顺序逐个比较，高者在前。',
    en: 'Equal marks: module by module, the higher comes first.',
  },
  criterion: {
    zh: '成绩相同，按评分项顺序逐个比较，高者在前。',
    en: 'Equal marks: criterion by criterion, the higher comes first.',
  },
} as const;
