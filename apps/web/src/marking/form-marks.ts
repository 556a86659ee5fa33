import { aspectMark, formTotal, type AspectMark, type Calculation, type Policy } from '@luban/scoring';
import { cellKey, shownValue, type FormDraft } from './form-draft.js';
import type { Form, FormAspect } from './types.js';

/** What the form comes to with every tap, by the server's own arithmetic. */
export interface FormMarks {
  byAspect: ReadonlyMap<string, AspectMark>;
  marked: number;
  unmarked: string[];
  spreads: string[];
  /** Null while nothing is marked: never shown as zero. */
  subtotalHundredths: number | null;
}

export const rulesOf = (form: Form): Pick<Policy, 'judgement' | 'rounding'> =>
  form.rules as unknown as Pick<Policy, 'judgement' | 'rounding'>;

export const calculationOf = (aspect: FormAspect): Calculation | null =>
  aspect.calculation as Calculation | null;

/** Seats of an aspect: 0 is the team's one value, from 1 the judges'. */
export function seatsOfAspect(form: Form, aspect: FormAspect): number[] {
  const { judges } = rulesOf(form).judgement.panel;
  return aspect.kind === 'measurement' ? [0] : Array.from({ length: judges }, (_, i) => i + 1);
}

/** The mark that one value earns by itself, or why it cannot be one. */
export function markOfValue(form: Form, aspect: FormAspect, value: string): AspectMark {
  return aspectMark(scored(aspect), [value], rulesOf(form).judgement.panel);
}

export function marksOf(form: Form, draft: FormDraft): FormMarks {
  const scores = new Map<string, string[]>();
  for (const aspect of form.aspects) {
    const values = seatsOfAspect(form, aspect).map((seat) => shownValue(draft, cellKey(aspect.id, seat)));
    scores.set(
      aspect.id,
      values.filter((value) => value !== null),
    );
  }
  const { code, name } = form.subCriterion;
  const total = formTotal(
    { code, name, dayOfMarking: null, aspects: form.aspects.map(scored) },
    scores,
    rulesOf(form),
  );
  const marks = form.aspects.map((aspect, i) => ({ id: aspect.id, mark: total.aspects[i] as AspectMark }));
  const marked = marks.filter(({ mark }) => mark.state === 'marked').length;
  const idsOf = (matches: (mark: AspectMark) => boolean) =>
    marks.filter(({ mark }) => matches(mark)).map(({ id }) => id);
  return {
    byAspect: new Map(marks.map(({ id, mark }) => [id, mark])),
    marked,
    unmarked: idsOf(({ state }) => state === 'unmarked' || state === 'incomplete' || state === 'invalid'),
    spreads: idsOf(({ state }) => state === 'spread'),
    subtotalHundredths: marked > 0 ? total.soFarHundredths : null,
  };
}

const scored = (aspect: FormAspect) => ({ ...aspect, calculation: calculationOf(aspect), captions: [] });
