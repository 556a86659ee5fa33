import { useEffect, useRef } from 'react';
import { formatMark } from '../language/format.js';
import { choiceOf, numberAsKept, valueOfChoice } from './entered-number.js';
import { calculationOf, markOfValue } from './form-marks.js';
import { NumberPad } from './number-pad.js';
import type { Form, FormAspect } from './types.js';
import { useMarkingText } from './words.js';

export interface MeasurementProps {
  form: Form;
  aspect: FormAspect;
  value: string | null;
  /** Half-typed text, null while nothing is being typed. */
  typing: string | null;
  disabled: boolean;
  isPadOpen: boolean;
  onPad: (open: boolean) => void;
  onType: (text: string | null) => void;
  onEnter: (value: string | null) => void;
  onNext: () => void;
}

/** The team's one agreed value: yes or no, one of the choices, or a number with its pad. */
export function MeasurementField(props: MeasurementProps) {
  const calculation = calculationOf(props.aspect);
  if (calculation === null || calculation.type === 'PASS_FAIL') return <YesNo {...props} />;
  if (calculation.type === 'CHOICE') return <Choices {...props} choices={calculation.choices} />;
  return (
    <NumberField
      {...props}
      possible={calculation.type === 'NUMBER_COMPLETED' ? calculation.possible : null}
    />
  );
}

function YesNo({ aspect, value, disabled, onEnter }: MeasurementProps) {
  const t = useMarkingText();
  const options = [
    { value: '1', label: t('form.full'), mark: aspect.maxHundredths },
    { value: '0', label: t('form.none'), mark: 0 },
  ];
  return (
    <div className="choices" role="group" aria-label={aspect.code}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="choice"
          aria-pressed={value === option.value}
          disabled={disabled}
          onClick={() => onEnter(value === option.value ? null : option.value)}
        >
          <span>{option.label}</span>
          <span className="figures quiet">{formatMark(option.mark)}</span>
        </button>
      ))}
    </div>
  );
}

function Choices(props: MeasurementProps & { choices: readonly { label: string }[] }) {
  const { form, aspect, value, disabled, choices, onEnter } = props;
  const chosen = choiceOf(choices, value);
  return (
    <div className="choices" role="group" aria-label={aspect.code}>
      {choices.map((choice, index) => {
        const kept = valueOfChoice(choices, index);
        return (
          <button
            key={kept}
            type="button"
            className="choice"
            aria-pressed={chosen === index}
            disabled={disabled}
            onClick={() => onEnter(chosen === index ? null : kept)}
          >
            <span>{choice.label}</span>
            <span className="figures quiet">
              {formatMark(markOfValue(form, aspect, kept).markHundredths)}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** Also used where judges give marks instead of steps. */
export function NumberField(props: MeasurementProps & { possible: string | null; label?: string }) {
  const { form, aspect, value, typing, disabled, isPadOpen, possible, onPad, onType, onEnter, onNext } =
    props;
  const t = useMarkingText();
  const input = useRef<HTMLInputElement>(null);
  const text = typing ?? value ?? '';
  const kept = text.trim() === '' ? null : numberAsKept(text);
  const mark = kept === null ? null : markOfValue(form, aspect, kept);
  const isBeyond =
    possible !== null && kept !== null && (Number(kept) > Number(possible) || Number(kept) < 0);
  const isBad = (text.trim() !== '' && kept === null) || mark?.state === 'invalid' || isBeyond;
  useEffect(() => {
    if (isPadOpen) input.current?.focus();
  }, [isPadOpen]);
  const commit = () => {
    if (isBad) return;
    onEnter(kept);
    onPad(false);
    onNext();
  };
  return (
    <div className="number-field">
      <div className="number-line">
        <input
          ref={input}
          className="number-input figures"
          aria-label={props.label ?? aspect.code}
          aria-invalid={isBad}
          // No keyboard of the tablet: the pad below is always there, and a real keyboard works as well.
          inputMode="none"
          autoComplete="off"
          placeholder="–"
          disabled={disabled}
          value={text}
          onFocus={() => onPad(true)}
          onChange={({ target }) => onType(target.value)}
          onBlur={() => {
            if (typing !== null && !isBad) onEnter(kept);
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') commit();
            if (key === 'Escape') {
              onType(null);
              onPad(false);
            }
          }}
        />
        {isBad ? (
          <span className="number-fault" role="alert">
            {isBeyond ? t('form.beyond', { possible }) : t('form.invalid')}
          </span>
        ) : null}
      </div>
      {isPadOpen && !disabled ? (
        <div onPointerDown={(press) => press.preventDefault()}>
          <NumberPad text={text} onText={onType} canEnter={!isBad} onEnter={commit} />
        </div>
      ) : null}
    </div>
  );
}
