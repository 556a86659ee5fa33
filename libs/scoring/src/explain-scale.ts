import { formatMark } from './decimal.js';
import type { ExplainStep } from './explanation.js';
import { SCALE_DEGENERATE, TAKEN_AS_GIVEN } from './own-clauses.js';
import type { RankedGroup } from './placing.js';
import type { Policy } from './policy.js';
import { showRatio } from './ratio.js';
import type { Standing } from './standing.js';

/** From the total to the scaled score; empty where the policy has no scale and none was given. */
export function scaleSteps(standing: Standing, group: RankedGroup, policy: Policy): ExplainStep[] {
  const { scale } = policy;
  if (standing.scaledScore === null) return [];
  if (standing.input.scaledScore !== null)
    return [
      {
        step: 'scaledScoreGiven',
        label: { zh: '所给标准分(原样采用)', en: 'Scaled score as given' },
        clause: TAKEN_AS_GIVEN,
        inputs: [{ name: 'scaledScore', value: String(standing.scaledScore) }],
        output: String(standing.scaledScore),
      },
    ];
  const { facts } = group.scale;
  const total = standing.total.totalHundredths;
  if (scale.kind === 'none' || facts === null || total === null) return [];
  return [
    {
      step: 'scale',
      label: { zh: '换算标准分', en: 'Scaled score' },
      clause: facts.method === 'mad' ? scale.clause : SCALE_DEGENERATE,
      inputs: [
        { name: 'total', value: formatMark(total) },
        { name: 'entriesInScale', value: String(facts.count) },
        { name: 'median', value: showRatio({ n: BigInt(facts.medianHalves), d: 200n }) },
        { name: 'mad', value: showRatio({ n: BigInt(facts.madQuarters), d: 400n }) },
        ...(facts.method === 'meanDeviation'
          ? [
              {
                name: 'meanDeviation',
                value: showRatio({ n: BigInt(facts.deviationSumHalves), d: 200n * BigInt(facts.count) }),
              },
            ]
          : []),
        { name: 'method', value: facts.method },
        { name: 'base', value: String(scale.base) },
        { name: 'factor', value: String(scale.factor) },
        { name: 'madConstant', value: showRatio({ n: BigInt(scale.madConstantTenThousandths), d: 10_000n }) },
      ],
      output: String(standing.scaledScore),
    },
  ];
}
