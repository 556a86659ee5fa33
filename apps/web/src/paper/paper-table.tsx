import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { cellKey } from '../marking/form-draft.js';
import { calculationOf, rulesOf, seatsOfAspect } from '../marking/form-marks.js';
import { CalculationRule } from '../marking/calculation-rule.js';
import type { Form, FormAspect } from '../marking/types.js';
import { MarkFigure } from '../parts/mark-figure.js';
import { StateTag } from '../parts/state-tag.js';
import { cellsOf, isOneDigit, type Reading, type Typed, valueTyped } from './paper-values.js';
import { usePaperText } from './words.js';

export interface PaperTableProps {
  form: Form;
  typed: Typed;
  reading: Reading;
  disabled: boolean;
  /** All gaps are shown, not only those that were passed over. */
  tried: boolean;
  /** Cells where two readings differ. */
  differing: ReadonlySet<string>;
  onType: (key: string, text: string) => void;
  /** Enter on the last cell, or Ctrl + Enter anywhere. */
  onEnd: () => void;
  /** Moves the cursor there whenever `turn` grows. */
  goTo: { key: string; turn: number } | null;
}

/**
 * The signed sheet as a dense table, typed with one hand on the number pad: Enter moves on, arrows move about, a digit
 * of a judgement moves on by itself. A row for each aspect, a column for each judge, one value for a measurement.
 */
export function PaperTable(props: PaperTableProps) {
  const { form, typed, reading, goTo } = props;
  const t = usePaperText();
  const area = useRef<HTMLTableElement>(null);
  const { judges } = rulesOf(form).judgement.panel;
  const hasJudgement = form.aspects.some(({ kind }) => kind === 'judgement');
  const seats = Array.from({ length: hasJudgement ? judges : 1 }, (_, i) => i + 1);
  const order = cellsOf(form).map(({ key }) => key);
  const furthest = order.reduce((last, key, at) => ((typed[key] ?? '').trim() === '' ? last : at), -1);
  const gaps = new Set(
    reading.missing.filter(({ key }) => props.tried || order.indexOf(key) < furthest).map(({ key }) => key),
  );
  const bad = new Set(reading.bad.map(({ key }) => key));
  const focus = (key: string | undefined) => {
    const input = key ? area.current?.querySelector<HTMLInputElement>(`[data-cell="${key}"]`) : null;
    input?.focus();
    input?.select();
  };
  useEffect(() => focus(goTo?.key), [goTo]);
  const step = (key: string, by: number) => {
    const next = order[order.indexOf(key) + by];
    if (next) focus(next);
    else if (by > 0) props.onEnd();
  };
  const stepRow = (aspect: FormAspect, seat: number, by: number) => {
    const to = form.aspects[form.aspects.indexOf(aspect) + by];
    if (!to) return;
    const there = seatsOfAspect(form, to);
    focus(cellKey(to.id, there.includes(seat) ? seat : (there[0] ?? 0)));
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, key: string, aspect: FormAspect, seat: number) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const moves: Record<string, (() => void) | undefined> = {
      Enter: () => (event.ctrlKey || event.metaKey ? props.onEnd() : step(key, event.shiftKey ? -1 : 1)),
      ArrowDown: () => stepRow(aspect, seat, 1),
      ArrowUp: () => stepRow(aspect, seat, -1),
      ArrowRight: selectionEnd === value.length ? () => step(key, order.at(-1) === key ? 0 : 1) : undefined,
      ArrowLeft: selectionStart === 0 ? () => step(key, -1) : undefined,
    };
    // Here and not on change: typing the digit that stands there already moves on as well.
    const isDigit = isOneDigit(form, aspect) && /^[0-3]$/.test(event.key) && !event.ctrlKey && !event.metaKey;
    const digit = () => {
      props.onType(key, event.key);
      if (order.at(-1) !== key) step(key, 1);
    };
    const move = isDigit ? digit : moves[event.key];
    if (!move || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move();
  };
  const input = (aspect: FormAspect, seat: number, label: string) => {
    const key = cellKey(aspect.id, seat);
    const state = bad.has(key)
      ? ' is-bad'
      : props.differing.has(key)
        ? ' is-differing'
        : gaps.has(key)
          ? ' is-missing'
          : '';
    return (
      <input
        data-cell={key}
        className={`paper-cell figures${state}`}
        aria-label={label}
        aria-invalid={bad.has(key) || gaps.has(key)}
        title={
          bad.has(key)
            ? t('sheet.badCell')
            : props.differing.has(key)
              ? t('sheet.differingCell')
              : gaps.has(key)
                ? t('sheet.missingCell')
                : undefined
        }
        inputMode="decimal"
        autoComplete="off"
        disabled={props.disabled}
        value={typed[key] ?? ''}
        onFocus={({ target }) => target.select()}
        onKeyDown={(event) => onKey(event, key, aspect, seat)}
        onChange={({ target, nativeEvent }) => {
          const text = target.value;
          props.onType(key, text);
          const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing;
          const whole = isOneDigit(form, aspect) && valueTyped(form, aspect, text) !== null;
          if (whole && !composing && order.at(-1) !== key) step(key, 1);
        }}
      />
    );
  };
  return (
    <div className="paper-sheet">
      <table ref={area}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.code')}</th>
            <th scope="col">{t('sheet.aspect')}</th>
            <th scope="col" className="figures">
              {t('sheet.max')}
            </th>
            {hasJudgement ? (
              seats.map((seat) => (
                <th key={seat} scope="col" className="paper-seat">
                  {form.seats.find((one) => one.seat === seat)?.name ?? t('sheet.seat', { seat })}
                </th>
              ))
            ) : (
              <th scope="col">{t('sheet.value')}</th>
            )}
            <th scope="col" className="figures">
              {t('sheet.mark')}
            </th>
          </tr>
        </thead>
        <tbody>
          {form.aspects.map((aspect) => {
            const mark = reading.marks.byAspect.get(aspect.id);
            const isMarked = mark?.state === 'marked';
            return (
              <tr key={aspect.id}>
                <th scope="row" className="figures">
                  {aspect.code}
                </th>
                <td>
                  <div className="paper-aspect">
                    <span>{aspect.description}</span>
                    <CalculationRule form={form} aspect={aspect} />
                  </div>
                  <Accepted form={form} aspect={aspect} />
                  {mark?.state === 'spread' ? <StateTag look="blocking">{t('sheet.spread')}</StateTag> : null}
                </td>
                <td className="figures">
                  <MarkFigure hundredths={aspect.maxHundredths} />
                </td>
                {aspect.kind === 'measurement' ? (
                  <td colSpan={seats.length} className="paper-measured">
                    {input(aspect, 0, t('sheet.measuredLabel', { code: aspect.code }))}
                  </td>
                ) : (
                  seatsOfAspect(form, aspect).map((seat) => (
                    <td key={seat} className="paper-scored">
                      {input(aspect, seat, t('sheet.scoredLabel', { code: aspect.code, seat }))}
                    </td>
                  ))
                )}
                <td className="figures">
                  <MarkFigure hundredths={isMarked ? mark.markHundredths : null} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What may be typed here, in a few quiet words. */
function Accepted({ form, aspect }: { form: Form; aspect: FormAspect }): ReactNode {
  const t = usePaperText();
  const calculation = calculationOf(aspect);
  const words =
    aspect.kind === 'judgement'
      ? rulesOf(form).judgement.panel.scores === 'zeroToThree'
        ? t('sheet.takesSteps')
        : t('sheet.takesMarks')
      : calculation === null || calculation.type === 'PASS_FAIL'
        ? t('sheet.takesYes')
        : calculation.type === 'CHOICE'
          ? calculation.choices.map(({ label }, at) => `${at + 1} ${label}`).join(' · ')
          : calculation.type === 'NUMBER_COMPLETED'
            ? t('sheet.takesCount', { possible: calculation.possible })
            : t('sheet.takesNumber');
  return <div className="paper-takes quiet">{words}</div>;
}
