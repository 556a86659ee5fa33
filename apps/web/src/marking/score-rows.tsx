import { cellKey, shownValue, type FormDraft } from './form-draft.js';
import { rulesOf, seatsOfAspect } from './form-marks.js';
import { NumberField } from './measurement-field.js';
import type { Form, FormAspect } from './types.js';
import { useMarkingText } from './words.js';

export interface ScoreRowsProps {
  form: Form;
  aspect: FormAspect;
  draft: FormDraft;
  disabled: boolean;
  /** Each judge scores on their own: the others' scores show once the own is given. */
  alone: boolean;
  padKey: string | null;
  onPad: (key: string | null) => void;
  onType: (key: string, text: string | null) => void;
  onEnter: (key: string, value: string | null) => void;
  onNext: () => void;
}

const steps = ['0', '1', '2', '3'] as const;

/** A judgement: a row for each judge, a target for each step, and what the chosen step means. */
export function ScoreRows(props: ScoreRowsProps) {
  const { form, aspect, draft, alone } = props;
  const t = useMarkingText();
  const mine = form.seats.find(({ isMe }) => isMe)?.seat;
  const hasMine = mine !== undefined && shownValue(draft, cellKey(aspect.id, mine)) !== null;
  return (
    <div className="score-rows">
      {seatsOfAspect(form, aspect).map((seat) => {
        const key = cellKey(aspect.id, seat);
        const judge = form.seats.find((one) => one.seat === seat);
        const name = judge?.name ?? t('form.seat', { seat });
        const value = shownValue(draft, key);
        const isHidden = alone && !judge?.isMe && !hasMine;
        return (
          <div key={seat} className={`score-row${judge?.isMe ? ' is-me' : ''}`}>
            <span className="score-name">
              {name}
              {judge?.isMe ? <span className="quiet">{t('form.me')}</span> : null}
            </span>
            {isHidden ? (
              <span className="quiet">{t(value === null ? 'form.notMarked' : 'form.scoredHidden')}</span>
            ) : (
              <Scores {...props} cell={key} name={name} value={value} />
            )}
          </div>
        );
      })}
    </div>
  );
}

function Scores(props: ScoreRowsProps & { cell: string; name: string; value: string | null }) {
  const { form, aspect, draft, cell, value, name, disabled } = props;
  const t = useMarkingText();
  if (rulesOf(form).judgement.panel.scores === 'marks') {
    return (
      <NumberField
        form={form}
        aspect={aspect}
        label={`${aspect.code} ${name}`}
        value={value}
        typing={draft.typing[cell] ?? null}
        disabled={disabled}
        possible={String(aspect.maxHundredths / 100)}
        isPadOpen={props.padKey === cell}
        onPad={(open) => props.onPad(open ? cell : null)}
        onType={(text) => props.onType(cell, text)}
        onEnter={(entered) => props.onEnter(cell, entered)}
        onNext={props.onNext}
      />
    );
  }
  return (
    <>
      <span className="steps" role="group" aria-label={`${aspect.code} ${name}`}>
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            className="step figures"
            aria-pressed={value === step}
            title={aspect.descriptors[Number(step)] ?? ''}
            disabled={disabled}
            onClick={() => props.onEnter(cell, value === step ? null : step)}
          >
            {step}
          </button>
        ))}
      </span>
      <span className={value === null ? 'step-means quiet' : 'step-means'}>
        {value === null ? t('form.notMarked') : `${value} = ${aspect.descriptors[Number(value)] ?? ''}`}
      </span>
    </>
  );
}
