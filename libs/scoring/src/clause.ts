import type { Clause } from './policy.js';

/**
 * The clauses that the named policies and the explanations cite stand in worldskills-clauses.ts, chinese-clauses.ts and
 * own-clauses.ts. `S28` and the like are rows of the sources list that came with the domain notes (docs/formats.md,
 * "Sources of the named policies"). Each is data with year, scope and grade: a `recalled` or `design` clause is shown as
 * such wherever it is applied.
 */
export function clause(
  id: string,
  zh: string,
  en: string,
  source: string,
  year: number | null,
  scope: string,
  grade: Clause['grade'],
): Clause {
  return { id, text: { zh, en }, source: readable(source), year, scope, grade };
}

/** What the codes of the sources list stand for, as a person can look it up. */
const titles: Readonly<Record<string, string>> = {
  S14: '羊城晚报：第一届全国技能大赛收官',
  S28: '人民网 2023-09：第二届全国技能大赛奖励与资格',
  S33: '全国新能源汽车大赛 2019',
  S34: '第四届全国技工院校技能大赛通知 2012',
  S44: '宁波市人工智能训练师竞赛 2024',
};

function readable(source: string): string {
  return source.replace(/\bS\d{2}\b/g, (code) => (titles[code] ? `${titles[code]} (${code})` : code));
}
