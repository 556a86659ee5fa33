import { percentHundredths } from './names.js';
import type { Policy, PolicyChoice, PolicyParameters } from './types.js';

export type Editable = Policy['editable'][number];
type TieBreak = NonNullable<PolicyParameters['tieBreaks']>[number];

/** What the form of a policy holds; percentages as people type them. */
export interface PolicyValues {
  name: string;
  weighs: boolean;
  theory?: number | null;
  practice?: number | null;
  panel?: NonNullable<PolicyParameters['panel']>;
  tieBreaks?: TieBreak[];
  prizeRanks?: { award: string; from: number; to: number }[];
  prizePercentages?: { award: string; percent: number }[];
  countRounding?: NonNullable<PolicyParameters['countRounding']>;
}

export const tieBreakChoices: readonly TieBreak[] = ['practice', 'theory', 'time', 'eachPart', 'criterion'];

export function valuesOfPolicy({ name, parameters }: Policy): PolicyValues {
  const { partWeights, panel, tieBreaks, prizeRanks, prizePercentages, countRounding } = parameters;
  return {
    name,
    weighs: Boolean(partWeights),
    theory: (partWeights?.theoryHundredths ?? 2000) / 100,
    practice: (partWeights?.practiceHundredths ?? 8000) / 100,
    ...(panel ? { panel } : {}),
    tieBreaks: tieBreaks ?? [],
    prizeRanks: prizeRanks ?? [],
    prizePercentages: (prizePercentages ?? []).map(({ award, percentHundredths: share }) => ({
      award,
      percent: share / 100,
    })),
    ...(countRounding ? { countRounding } : {}),
  };
}

/** The choice as the API takes it: only what this policy lets be set. */
export function choiceOf(values: PolicyValues, editable: readonly Editable[]): PolicyChoice {
  const has = (parameter: Editable) => editable.includes(parameter);
  const parameters: PolicyParameters = {
    ...(has('partWeights')
      ? {
          partWeights: values.weighs
            ? {
                theoryHundredths: percentHundredths(values.theory) ?? 0,
                practiceHundredths: percentHundredths(values.practice) ?? 0,
              }
            : null,
        }
      : {}),
    ...(has('panel') && values.panel ? { panel: values.panel } : {}),
    ...(has('tieBreaks') ? { tieBreaks: values.tieBreaks ?? [] } : {}),
    ...(has('prizeRanks') ? { prizeRanks: values.prizeRanks ?? [] } : {}),
    ...(has('prizePercentages')
      ? {
          prizePercentages: (values.prizePercentages ?? []).map(({ award, percent }) => ({
            award,
            percentHundredths: percentHundredths(percent) ?? 0,
          })),
        }
      : {}),
    ...(has('countRounding') && values.countRounding ? { countRounding: values.countRounding } : {}),
  };
  return { name: values.name, parameters };
}
