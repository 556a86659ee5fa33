import { formatMark, notYet } from '../language/format.js';
import { cellKey, shownValue, type FormDraft } from '../marking/form-draft.js';
import { calculationOf, rulesOf, type FormMarks } from '../marking/form-marks.js';
import { choiceOf } from '../marking/entered-number.js';
import type { Form, FormAspect } from '../marking/types.js';
import { StateTag } from '../parts/state-tag.js';
import { useDeskText } from './words.js';

/** A form's values and marks, to be read. */
export function PeekTable({ form, draft, marks }: { form: Form; draft: FormDraft; marks: FormMarks }) {
  const t = useDeskText();
  const { judges } = rulesOf(form).judgement.panel;
  const seats = Array.from({ length: judges }, (_, i) => i + 1);
  const nameOf = (seat: number) =>
    form.seats.find((one) => one.seat === seat)?.name ?? t('peek.seat', { seat });
  const isComplete = marks.marked === form.aspects.length;
  return (
    <table className="peek-table">
      <thead>
        <tr>
          <th>{t('peek.aspect')}</th>
          <th className="right">{t('peek.measured')}</th>
          {seats.map((seat) => (
            <th key={seat} className="right">
              {nameOf(seat)}
            </th>
          ))}
          <th className="right">{t('peek.mark')}</th>
        </tr>
      </thead>
      <tbody>
        {form.aspects.map((aspect) => {
          const mark = marks.byAspect.get(aspect.id);
          return (
            <tr key={aspect.id} className={mark?.state === 'spread' ? 'is-spread' : undefined}>
              <td>
                <span className="figures">{aspect.code}</span> {aspect.description}
              </td>
              <td className="right figures">
                {aspect.kind === 'measurement' ? measured(aspect, draft) : null}
              </td>
              {seats.map((seat) => (
                <td key={seat} className="right figures">
                  {aspect.kind === 'judgement'
                    ? (shownValue(draft, cellKey(aspect.id, seat)) ?? notYet)
                    : null}
                </td>
              ))}
              <td className="right figures">
                {mark?.state === 'spread' ? (
                  <StateTag look="warning" quiet>
                    {String(mark.spread ?? '')}
                  </StateTag>
                ) : null}{' '}
                {formatMark(mark?.markHundredths)}
                <span className="quiet"> / {formatMark(aspect.maxHundredths)}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={seats.length + 2}>{t('peek.total')}</td>
          <td className="right figures">
            <strong>{formatMark(isComplete ? marks.subtotalHundredths : null)}</strong>
            <span className="quiet"> / {formatMark(form.subCriterion.maxHundredths)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function measured(aspect: FormAspect, draft: FormDraft): string {
  const value = shownValue(draft, cellKey(aspect.id, 0));
  const calculation = calculationOf(aspect);
  if (value === null) return notYet;
  if (calculation?.type !== 'CHOICE') return value;
  return calculation.choices[choiceOf(calculation.choices, value) ?? -1]?.label ?? value;
}
