import { countOf, prizeCounts } from './award-rules.js';
import { formatMark } from './decimal.js';
import type { DelegationBest } from './delegation-awards.js';
import type { ExplainStep, StepInput } from './explanation.js';
import type { RankedGroup } from './placing.js';
import type { AwardRule, Policy } from './policy.js';
import type { Standing, TieStep } from './standing.js';

/** How the place came about: position, tie-breaks, ruling, rank. */
export function orderSteps(standing: Standing, group: RankedGroup, policy: Policy): ExplainStep[] {
  const { position, rank, ruling } = standing;
  const steps: ExplainStep[] = (standing.tieTrail ?? []).map(tieBreakStep);
  if (ruling)
    steps.push({
      step: 'ruling',
      label: { zh: '裁判长裁定', en: 'Ruling of the chief judge' },
      clause: policy.rank.clause,
      inputs: [
        { name: 'by', value: ruling.by },
        { name: 'reason', value: ruling.reason },
        { name: 'entries', value: String(ruling.entries.length) },
      ],
      output: String(ruling.entries.indexOf(standing.input.entry) + 1),
    });
  const compared = group.scale.by === 'total' ? formatMark(standing.key) : String(standing.key);
  steps.push({
    step: 'position',
    label: { zh: '位次 = 1 + 更优者人数', en: 'Position = 1 + number of better ones' },
    clause: policy.rank.clause,
    inputs: [
      ...(group.group === null ? [] : [{ name: 'group', value: group.group }]),
      { name: group.scale.by === 'total' ? 'total' : 'scaledScore', value: compared },
      { name: 'better', value: String((position ?? 1) - 1) },
    ],
    output: String(position),
  });
  steps.push({
    step: 'rank',
    label: { zh: '名次', en: 'Rank' },
    clause: policy.rank.clause,
    inputs: [
      { name: 'kind', value: policy.rank.kind },
      ...(standing.undecided ? [{ name: 'undecided', value: 'true' }] : []),
    ],
    output: String(rank),
  });
  return steps;
}

/** What was won and by which rule; where nothing was, the rules that did not fit. */
export function awardSteps(
  standing: Standing,
  group: RankedGroup,
  policy: Policy,
  best: DelegationBest | undefined,
  highestOfAll: boolean,
): ExplainStep[] {
  const steps: ExplainStep[] = [];
  const place: StepInput[] = [
    { name: 'rank', value: String(standing.rank) },
    ...(standing.scaledScore === null ? [] : [{ name: 'scaledScore', value: String(standing.scaledScore) }]),
    { name: 'competed', value: String(group.field) },
  ];
  const rule = standing.awardRule;
  const last = policy.awards.at(-1);
  if (rule)
    steps.push(
      awardStep(rule.clause, [...place, ...ruleInputs(rule, standing.award, group.field)], standing.award),
    );
  else if (last)
    steps.push(
      awardStep(
        last.clause,
        [
          ...place,
          ...(standing.undecided ? [{ name: 'undecided', value: 'true' }] : []),
          ...policy.awards.flatMap((one) => ruleInputs(one, null, group.field)),
        ],
        null,
      ),
    );
  if (best && policy.bestOfDelegation && best.entries.includes(standing.input.entry))
    steps.push({
      step: 'bestOfDelegation',
      label: { zh: '代表团最佳', en: 'Best of delegation' },
      clause: policy.bestOfDelegation.clause,
      inputs: [{ name: 'delegation', value: best.delegation }],
      output: best.undecided ? null : 'bestOfDelegation',
    });
  if (highestOfAll && policy.albertVidal)
    steps.push({
      step: 'albertVidal',
      label: { zh: '阿尔伯特·维达尔大奖', en: 'Albert Vidal Award' },
      clause: policy.albertVidal.clause,
      inputs: [{ name: 'scaledScore', value: String(standing.scaledScore) }],
      output: 'albertVidal',
    });
  return steps;
}

function awardStep(clause: AwardRule['clause'], inputs: StepInput[], output: string | null): ExplainStep {
  return { step: 'award', label: { zh: '奖项', en: 'Award' }, clause, inputs, output };
}

/** A rule as numbers: `gold` → `1–1, at least 700`. `award` picks one prize of a percentages rule; null shows all. */
function ruleInputs(rule: AwardRule, award: string | null, field: number): StepInput[] {
  switch (rule.kind) {
    case 'ranks': {
      const least = rule.minimumScaledScore === null ? '' : ` (scaledScore ≥ ${rule.minimumScaledScore})`;
      return [{ name: rule.award, value: `rank ${rule.from}–${rule.to}${least}` }];
    }
    case 'scaledScore':
      return [{ name: rule.award, value: `scaledScore ≥ ${rule.atLeast}` }];
    case 'share': {
      const to = countOf(field, rule.numerator, rule.denominator, rule.rounding);
      return [
        { name: rule.award, value: `rank ≤ ${to} (${rule.numerator}/${rule.denominator}, ${rule.rounding})` },
      ];
    }
    case 'percentages': {
      const counts = prizeCounts(rule, field);
      return rule.prizes
        .map((prize, index) => ({
          name: prize.award,
          value: `${counts[index]} (${formatMark(prize.percentHundredths)} %, ${rule.rounding})`,
        }))
        .filter((one) => award === null || one.name === award);
    }
  }
}

function tieBreakStep({ tieBreak, tiedEntries, value, outcome }: TieStep): ExplainStep {
  const { rule, name } = tieBreak;
  const time = rule.by === 'time';
  return {
    step: 'tieBreak',
    label: time ? { zh: '并列:用时少者在前', en: 'Tie: shorter time first' } : tieLabel(name),
    clause: rule.clause,
    inputs: [
      { name: 'tiedEntries', value: String(tiedEntries) },
      {
        name: time ? 'timeSeconds' : name,
        value: value === null ? '–' : time ? String(value) : formatMark(value),
      },
    ],
    output: outcome,
  };
}

function tieLabel(name: string): ExplainStep['label'] {
  return { zh: `并列:比较 ${name}`, en: `Tie: compare ${name}` };
}
