import { statusRule } from './policy.js';
import type { Policy } from './policy.js';
import { scaledScoreOf, scaleFacts } from './scale.js';
import type { ScaleFacts } from './scale.js';
import { ScoringError } from './scoring-error.js';
import type { Standing } from './standing.js';
import type { Warnings } from './warning.js';

/**
 * What a group is ranked by: `computed` the policy's scale, with the facts it rests on; `given` scaled scores as
 * reported; `mixed` both; `total` totals.
 */
export interface GroupScale {
  by: 'computed' | 'given' | 'mixed' | 'total';
  facts: ScaleFacts | null;
}

/**
 * Gives each placed standing of a group its scaled score and the key it is ranked by.
 *
 * With a scale: a scaled score as reported is used as it is, the others are scaled over the totals of those the policy
 * counts. Entries of both kinds in one group are ranked together, with a warning, because the scale then rests on a
 * part of the field. Without a scale: totals are ranked; where nobody has a total, scaled scores as reported. Some with
 * only the one and some with only the other cannot be compared: ScoringError `score.mixed-scores`.
 */
export function scaleGroup(
  group: string | null,
  members: readonly Standing[],
  policy: Policy,
  warnings: Warnings,
): GroupScale {
  const placed = members.filter((standing) => standing.state === 'placed');
  return policy.scale.kind === 'none'
    ? keyByTotal(placed, members)
    : keyByScale(group, placed, members, policy, warnings);
}

function keyByTotal(placed: readonly Standing[], members: readonly Standing[]): GroupScale {
  for (const standing of placed) standing.scaledScore = standing.input.scaledScore;
  const byTotal = placed.every((standing) => standing.total.totalHundredths !== null);
  const odd = byTotal ? undefined : placed.find((standing) => standing.input.scaledScore === null);
  if (odd) throw mixedScores(placed, members);
  for (const standing of placed)
    standing.key = (byTotal ? standing.total.totalHundredths : standing.input.scaledScore) as number;
  return { by: byTotal ? 'total' : 'given', facts: null };
}

function keyByScale(
  group: string | null,
  placed: readonly Standing[],
  members: readonly Standing[],
  policy: Policy,
  warnings: Warnings,
): GroupScale {
  if (policy.scale.kind === 'none') return { by: 'total', facts: null };
  const counted: number[] = [];
  for (const { input, total } of members)
    if (total.totalHundredths !== null && statusRule(policy, input.status).inScale)
      counted.push(total.totalHundredths);
  const facts = scaleFacts(Int32Array.from(counted));
  let given = 0;
  const differing: string[] = [];
  for (const standing of placed) {
    const total = standing.total.totalHundredths;
    const computed = total === null ? null : scaledScoreOf(total, facts, policy.scale);
    standing.scaledScore = standing.input.scaledScore ?? computed;
    standing.key = standing.scaledScore as number;
    if (standing.input.scaledScore === null) continue;
    given += 1;
    if (computed !== null && computed !== standing.scaledScore) differing.push(standing.input.entry);
  }
  if (facts.method === 'meanDeviation' && given < placed.length)
    warnings.add(
      'scale-fallback',
      {
        zh: 'MAD 为零而总分不全相同:各赛事均无规定,改用平均绝对偏差(系数 1.2533)。',
        en: 'The MAD is zero although the totals differ; no rule covers this: the mean absolute deviation (constant 1.2533) is used.',
      },
      { group },
    );
  if (given > 0 && given < placed.length)
    warnings.add(
      'mixed-scores',
      {
        zh: `${given} 个参赛单元直接给出标准分,其余由总分换算;换算只依据有总分者。`,
        en: `${given} entries bring a scaled score, the others are scaled from their totals; the scale rests on those with totals only.`,
      },
      { group },
    );
  const allComputed = placed.every((standing) => standing.total.totalHundredths !== null);
  if (differing.length > 0 && given === placed.length && allComputed)
    warnings.add(
      'scaled-score-differs',
      {
        zh: '所给标准分与由总分换算的不一致;按所给标准分排名。',
        en: 'Scaled scores given differ from those computed from the totals; those given are used.',
      },
      { group, entries: differing.sort() },
    );
  return { by: given === 0 ? 'computed' : given === placed.length ? 'given' : 'mixed', facts };
}

function mixedScores(placed: readonly Standing[], members: readonly Standing[]): ScoringError {
  const group = members[0]?.input.group ?? null;
  const scaled = placed.filter((standing) => standing.total.totalHundredths === null).length;
  const where = group === null ? { zh: '', en: '' } : { zh: `组别“${group}”中`, en: `in group "${group}" ` };
  return new ScoringError('score.mixed-scores', {
    zh: `该规则不换算标准分;${where.zh}${scaled} 个参赛单元只有标准分、其余只有总分,无法比较。`,
    en: `This policy has no scale; ${where.en}${scaled} entries bring only a scaled score and others only a total: they cannot be compared.`,
  });
}
