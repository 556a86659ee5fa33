import { type Clause, namedPolicy, type Policy, POLICY_NAMES } from '@luban/scoring';
import type { PolicyClauseDto, PolicyDto } from './policy.dto.js';
import { parametersFor, parametersOf } from './skill-policy.js';

const titles: Readonly<Record<string, { zh: string; en: string }>> = {
  'worldskills-2026': {
    zh: '世界技能大赛 2026（700 标准分，同分共享奖牌）',
    en: 'WorldSkills 2026 (700 scale, equal scores share medals)',
  },
  'national-2020': {
    zh: '全国技能大赛 2020（名次不并列，前三名奖牌，前半优胜）',
    en: 'National 2020 (no ties, first three, excellence to the first half)',
  },
  'prizes-by-rank': { zh: '按名次设一、二、三等奖', en: 'Prizes by rank' },
  'prizes-by-percentage': { zh: '按比例设一、二、三等奖', en: 'Prizes by percentage' },
};

/** The policies that ship, each with its clauses and what may be set in it. */
export const shippedPolicies = (): PolicyDto[] =>
  POLICY_NAMES.flatMap((name) => {
    const policy = namedPolicy(name);
    return policy ? [policyForReading(policy)] : [];
  });

/** A policy as people read it: every rule with its clause, source and grade (SCREENS.md, principle 7). */
export function policyForReading(policy: Policy): PolicyDto {
  return {
    name: policy.name,
    title: titles[policy.name] ?? { zh: policy.name, en: policy.name },
    editable: parametersFor(policy),
    parameters: parametersOf(policy),
    clauses: [...clausesOf(policy)],
  };
}

function* clausesOf(policy: Policy): Iterable<PolicyClauseDto> {
  const line = (
    about: string,
    { id, text, source, year, scope, grade }: Clause,
    of: string | null = null,
  ) => ({
    about,
    of,
    id,
    text,
    source,
    year,
    scope,
    grade,
  });
  yield line('judgement', policy.judgement.clause);
  yield line('rounding', policy.rounding.clause);
  yield line('parts', policy.parts.clause);
  yield line('deductions', policy.deductions.clause);
  yield line('statuses', policy.statuses.clause);
  yield line('scale', policy.scale.clause);
  yield line('rank', policy.rank.clause);
  for (const rule of policy.tieBreaks)
    yield line('tieBreak', rule.clause, rule.by === 'part' ? rule.part : rule.by);
  // Three medals by one clause are one line.
  const awarded = new Map<string, { clause: Clause; awards: string[] }>();
  for (const rule of policy.awards) {
    const awards = rule.kind === 'percentages' ? rule.prizes.map(({ award }) => award) : [rule.award];
    const before = awarded.get(rule.clause.id);
    if (before) before.awards.push(...awards);
    else awarded.set(rule.clause.id, { clause: rule.clause, awards });
  }
  for (const { clause, awards } of awarded.values()) yield line('award', clause, awards.join(','));
  if (policy.bestOfDelegation) yield line('bestOfDelegation', policy.bestOfDelegation.clause);
  if (policy.albertVidal) yield line('albertVidal', policy.albertVidal.clause);
  if (policy.delegationTable) yield line('delegationTable', policy.delegationTable.clause);
}
