import { aspectMark, type AspectMark, type PanelRule } from '@luban/scoring';
import type { AspectCard } from './entered-value.js';

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
  /** Aspects with no value or with judges missing; a spread is not among them. */
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

/** Looks at a whole form; which mark a value earns is decided by @luban/scoring. Aspects keep the order given. */
export function formStanding(
  aspects: readonly AspectCard[],
  values: Iterable<StandingValue>,
  panel: PanelRule,
): FormStanding {
  const entered = new Map<string, string[]>();
  for (const { aspectId, value } of values) {
    const known = entered.get(aspectId);
    if (known) known.push(value);
    else entered.set(aspectId, [value]);
  }
  const marks = aspects.map((aspect) => ({
    aspectId: aspect.id,
    code: aspect.code,
    mark: aspectMark({ ...aspect, id: aspect.code }, entered.get(aspect.id) ?? [], panel),
  }));
  const done = marks.filter(({ mark }) => mark.state === 'marked');
  return {
    aspects: marks,
    marked: done.length,
    missing: marks
      .filter(({ mark }) => mark.state !== 'marked' && mark.state !== 'spread')
      .map(({ code }) => code),
    spreads: marks.flatMap(({ aspectId, code, mark }) =>
      mark.state === 'spread' ? [{ aspectId, code, spread: mark.spread ?? 0 }] : [],
    ),
    subtotalHundredths: done.length
      ? done.reduce((sum, { mark }) => sum + (mark.markHundredths ?? 0), 0)
      : null,
    isComplete: marks.length > 0 && done.length === marks.length,
  };
}
