import {
  type AwardRule,
  type CountRounding,
  MEAN_OF_THREE,
  namedPolicy,
  type Policy,
  POLICY_NAMES,
  type TieBreakRule,
  TRIMMED_MEAN_OF_FIVE,
} from '@luban/scoring';
import {
  ownClause,
  partWeightsClause,
  percentText,
  tieBreakTexts,
  trimmedMeanClause,
} from './policy-clauses.js';
import { unfit } from './request.js';

export const tieBreakChoices = ['practice', 'theory', 'time', 'eachPart', 'criterion'] as const;
export type TieBreakChoice = (typeof tieBreakChoices)[number];
export const panelChoices = ['meanOfThree', 'trimmedMeanOfFive'] as const;
export type PanelChoice = (typeof panelChoices)[number];

/** What an organiser may set within a named policy. What is left out stays as the policy ships it. */
export interface PolicyParameters {
  /** 理论 / 实操 in hundredths of a percent, together 10000; null: parts are plainly added. */
  partWeights?: { theoryHundredths: number; practiceHundredths: number } | null;
  /** In the order applied; only where ranks never tie. */
  tieBreaks?: TieBreakChoice[];
  /** `prizes-by-rank` only: from rank 1 on, without gaps. */
  prizeRanks?: { award: string; from: number; to: number }[];
  /** `prizes-by-percentage` only: hundredths of a percent of those who competed. */
  prizePercentages?: { award: string; percentHundredths: number }[];
  /** How a fraction of an entrant is rounded, where the policy counts shares. */
  countRounding?: CountRounding;
  panel?: PanelChoice;
}
export type PolicyParameter = keyof PolicyParameters;

/** Which parameters a policy has. */
export function parametersFor(policy: Policy): PolicyParameter[] {
  const shares = policy.awards.some(({ kind }) => kind === 'share' || kind === 'percentages');
  return [
    'partWeights',
    'panel',
    ...(policy.rank.kind === 'neverTied' ? (['tieBreaks'] as const) : []),
    ...(policy.name === 'prizes-by-rank' ? (['prizeRanks'] as const) : []),
    ...(policy.name === 'prizes-by-percentage' ? (['prizePercentages'] as const) : []),
    ...(shares ? (['countRounding'] as const) : []),
  ];
}

/** What a policy has set, read back out of it: the starting point of the editor. Unfit parameters are left out. */
export function parametersOf(policy: Policy): PolicyParameters {
  const theory = policy.parts.weights.find(({ name }) => name === 'theory');
  const has = new Set(parametersFor(policy));
  const percentages = policy.awards.find((rule) => rule.kind === 'percentages');
  const share = policy.awards.find((rule) => rule.kind === 'share');
  return {
    partWeights: theory
      ? { theoryHundredths: theory.weightHundredths, practiceHundredths: 10_000 - theory.weightHundredths }
      : null,
    panel:
      policy.judgement.panel.judges === TRIMMED_MEAN_OF_FIVE.judges ? 'trimmedMeanOfFive' : 'meanOfThree',
    ...(has.has('tieBreaks') ? { tieBreaks: policy.tieBreaks.map(choiceOf) } : {}),
    ...(has.has('prizeRanks')
      ? {
          prizeRanks: policy.awards.flatMap((rule) =>
            rule.kind === 'ranks' ? [{ award: rule.award, from: rule.from, to: rule.to }] : [],
          ),
        }
      : {}),
    ...(percentages?.kind === 'percentages' ? { prizePercentages: percentages.prizes } : {}),
    ...(percentages?.kind === 'percentages'
      ? { countRounding: percentages.rounding }
      : share?.kind === 'share'
        ? { countRounding: share.rounding }
        : {}),
  };
}

/**
 * A named policy with a contest's own parameters. What equals the shipped policy keeps its clause; what differs is
 * marked as the contest's own rule. Throws `Invalid` naming the parameter.
 */
export function buildPolicy(name: string, given: PolicyParameters = {}): Policy {
  const shipped = namedPolicy(name);
  if (!shipped) throw unfit('name', 'events.policy-unknown', { name, known: POLICY_NAMES.join(', ') });
  const known = parametersFor(shipped);
  for (const parameter of Object.keys(given) as PolicyParameter[]) {
    if (given[parameter] !== undefined && !known.includes(parameter)) {
      throw unfit(`parameters.${parameter}`, 'events.policy-parameter-unfit', { name, parameter });
    }
  }
  return {
    ...shipped,
    parts: partsOf(shipped, given.partWeights),
    judgement:
      given.panel === 'trimmedMeanOfFive'
        ? trimmed
        : given.panel === 'meanOfThree'
          ? three(shipped)
          : shipped.judgement,
    tieBreaks: given.tieBreaks
      ? given.tieBreaks.map((choice) => tieBreakOf(choice, shipped))
      : shipped.tieBreaks,
    awards: awardsOf(shipped, given),
  };
}

/** The policy a new skill begins with, by the rung of the ladder; the organiser may choose another. */
export function defaultPolicyName(level: string): string {
  if (level === 'world') return 'worldskills-2026';
  return level === 'nationalComprehensive' ? 'national-2020' : 'prizes-by-percentage';
}

const trimmed: Policy['judgement'] = { panel: TRIMMED_MEAN_OF_FIVE, clause: trimmedMeanClause };

const three = (shipped: Policy): Policy['judgement'] =>
  shipped.judgement.panel.judges === MEAN_OF_THREE.judges
    ? shipped.judgement
    : { panel: MEAN_OF_THREE, clause: shipped.judgement.clause };

function partsOf(shipped: Policy, given: PolicyParameters['partWeights']): Policy['parts'] {
  if (given === undefined) return shipped.parts;
  if (given === null) return { ...shipped.parts, weights: [] };
  const sum = given.theoryHundredths + given.practiceHundredths;
  if (sum !== 10_000) throw unfit('parameters.partWeights', 'events.part-weights', { sum: percentText(sum) });
  return {
    ...shipped.parts,
    weights: [
      { name: 'theory', weightHundredths: given.theoryHundredths, criteria: [] },
      { name: 'practice', weightHundredths: given.practiceHundredths, criteria: [] },
    ],
    clause: partWeightsClause(given.theoryHundredths),
  };
}

function tieBreakOf(choice: TieBreakChoice, shipped: Policy): TieBreakRule {
  const same = shipped.tieBreaks.find((rule) => choiceOf(rule) === choice);
  if (same) return same;
  const { zh, en } = tieBreakTexts[choice];
  const clause = ownClause(`tie-${choice}-own`, zh, en);
  if (choice === 'time') return { by: 'time', clause };
  if (choice === 'eachPart' || choice === 'criterion') return { by: choice, order: [], clause };
  return { by: 'part', part: choice, alsoCalled: [], clause };
}

function choiceOf(rule: TieBreakRule): TieBreakChoice {
  if (rule.by !== 'part') return rule.by;
  return rule.part === 'theory' ? 'theory' : 'practice';
}

function awardsOf(shipped: Policy, given: PolicyParameters): AwardRule[] {
  if (given.prizeRanks) return rankPrizes(shipped, given.prizeRanks);
  return shipped.awards.map((rule) => {
    const rounding = given.countRounding;
    if (rule.kind === 'share' && rounding && rounding !== rule.rounding) {
      return { ...rule, rounding, clause: { ...rule.clause, grade: 'design' as const } };
    }
    return rule.kind === 'percentages' ? percentagePrizes(rule, given) : rule;
  });
}

function rankPrizes(shipped: Policy, prizes: { award: string; from: number; to: number }[]): AwardRule[] {
  assertOnce(prizes, 'parameters.prizeRanks');
  const inOrder = prizes.every(
    ({ from, to }, i) => to >= from && from === (i === 0 ? 1 : (prizes[i - 1]?.to ?? 0) + 1),
  );
  if (prizes.length === 0 || !inOrder) throw unfit('parameters.prizeRanks', 'events.prize-ranks');
  return prizes.map(({ award, from, to }) => {
    const same = shipped.awards.find(
      (rule) => rule.kind === 'ranks' && rule.award === award && rule.from === from && rule.to === to,
    );
    return (
      same ?? {
        kind: 'ranks',
        award,
        from,
        to,
        minimumScaledScore: null,
        clause: ownClause(`prize-${award}-own`, `第 ${from} 至 ${to} 名。`, `Ranks ${from} to ${to}.`),
      }
    );
  });
}

function percentagePrizes(
  rule: Extract<AwardRule, { kind: 'percentages' }>,
  given: PolicyParameters,
): AwardRule {
  const prizes = given.prizePercentages ?? rule.prizes;
  const rounding = given.countRounding ?? rule.rounding;
  assertOnce(prizes, 'parameters.prizePercentages');
  const sum = prizes.reduce((total, { percentHundredths }) => total + percentHundredths, 0);
  if (prizes.length === 0 || sum > 10_000 || prizes.some(({ percentHundredths }) => percentHundredths <= 0)) {
    throw unfit('parameters.prizePercentages', 'events.prize-percentages', { sum: percentText(sum) });
  }
  if (rounding === rule.rounding && JSON.stringify(prizes) === JSON.stringify(rule.prizes)) return rule;
  const shares = prizes.map(({ percentHundredths }) => `${percentText(percentHundredths)}%`).join('、');
  return {
    ...rule,
    prizes: prizes.map(({ award, percentHundredths }) => ({ award, percentHundredths })),
    rounding,
    clause: ownClause(
      'prize-percentages-own',
      `各奖项依次为实际参赛数的 ${shares}，${roundingTexts[rounding].zh}。`,
      `Prizes for ${shares} of those who competed, ${roundingTexts[rounding].en}.`,
    ),
  };
}

const roundingTexts: Readonly<Record<CountRounding, { zh: string; en: string }>> = {
  floor: { zh: '各自向下取整', en: 'each count rounded down' },
  ceil: { zh: '各自向上取整', en: 'each count rounded up' },
  halfUp: { zh: '各自四舍五入取整', en: 'each count rounded half up' },
};

function assertOnce(prizes: readonly { award: string }[], path: string): void {
  const twice = prizes.find(({ award }, i) => prizes.findIndex((prize) => prize.award === award) !== i);
  if (twice) throw unfit(path, 'events.prize-twice', { award: twice.award });
}
