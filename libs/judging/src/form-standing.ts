import { type AspectMark, formTotal, type Policy } from '@luban/scoring';
import type { AspectCard } from './entered-value.js';

/** What of a skill's policy a marking form is computed by. */
export type MarkingRules = Pick<Policy, 'judgement' | 'rounding'>;

/** A value as it stands on a form. */
export interface StandingValue {
  aspectId: string;
  seat: number;
  value: string;
}

/** Where a form stands: what is marked, what is missing, where judges lie too far apart, and what it adds up to. */
export interface FormStanding {
  aspects: { aspectId: string; code: string; mark: AspectMark }[];
  /** Aspects with a mark, of all. */
  marked: number;
  /** Codes of aspects with no value or with judges missing; a spread is not among them. */
  missing: string[];
  spreads: OpenSpread[];
  /** Sum of the marks there are. Null while there is none: "not yet marked" is not zero. */
  subtotalHundredths: number | null;
  /** Every aspect has a mark: the form may be handed in. */
  isComplete: boolean;
}

/** An aspect whose scores lie too far apart: the same judges discuss and score again (DOMAIN.md 5). */
export interface OpenSpread {
  aspectId: string;
  code: string;
  /** Difference between highest and lowest: steps, or marks where judges give marks. */
  spread: number;
}

/** Looks at a form, or at some aspects of it; which mark a value earns is decided by @luban/scoring. */
export function formStanding(
  aspects: readonly AspectCard[],
  values: Iterable<StandingValue>,
  rules: MarkingRules,
): FormStanding {
  const scores = new Map<string, string[]>();
  for (const { aspectId, value } of values) scores.set(aspectId, [...(scores.get(aspectId) ?? []), value]);
  const total = formTotal(
    { code: '', name: '', dayOfMarking: null, aspects: aspects.map(asInScheme) },
    scores,
    rules,
  );
  const marks = aspects.map(({ id, code }, index) => ({
    aspectId: id,
    code,
    mark: total.aspects[index] as AspectMark,
  }));
  const marked = marks.filter(({ mark }) => mark.state === 'marked').length;
  return {
    aspects: marks,
    marked,
    missing: marks
      .filter(({ mark }) => mark.state !== 'marked' && mark.state !== 'spread')
      .map(({ code }) => code),
    spreads: marks.flatMap(({ aspectId, code, mark }) =>
      mark.state === 'spread' ? [{ aspectId, code, spread: mark.spread ?? 0 }] : [],
    ),
    subtotalHundredths: marked > 0 ? total.soFarHundredths : null,
    isComplete: total.totalHundredths !== null && marks.length > 0,
  };
}

/** An aspect as scoring knows it; scores go by the row's id. */
const asInScheme = (aspect: AspectCard) => ({
  id: aspect.id,
  kind: aspect.kind,
  maxHundredths: aspect.maxHundredths,
  calculation: aspect.calculation,
  description: '',
  extra: '',
  requirement: '',
  section: null,
  descriptors: [],
  captions: [],
});
