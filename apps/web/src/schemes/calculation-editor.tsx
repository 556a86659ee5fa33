import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { type Calculation, computeAspectMark, MEAN_OF_THREE } from '@luban/scoring';
import { formatMark } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { newCalculation } from './tree-edits.js';
import { useSchemeText } from './words.js';

const types = [
  'NUMBER_COMPLETED',
  'CHOICE',
  'REGULAR_DIFFERENCE_DEDUCTION',
  'RANGED_SCORE',
  'PASS_FAIL',
] as const;

/** How a measured value becomes a mark: the five calculations, with a value to try them on. */
export function CalculationEditor(props: {
  calculation: Calculation | null;
  maxHundredths: number;
  onChange: (calculation: Calculation | null) => void;
  disabled: boolean;
}) {
  const { calculation, onChange, disabled } = props;
  const t = useSchemeText();
  return (
    <div className="calculation">
      <label>
        <span>{t('tree.calculation')}</span>
        <Select
          value={calculation?.type ?? 'NONE'}
          disabled={disabled}
          popupMatchSelectWidth={false}
          options={(['NONE', ...types] as const).map((type) => ({ value: type, label: t(`calc.${type}`) }))}
          onChange={(type: 'NONE' | Calculation['type']) =>
            onChange(type === 'NONE' ? null : newCalculation(type))
          }
        />
      </label>
      {calculation ? <Parameters {...props} calculation={calculation} /> : null}
      {calculation && calculation.type !== 'PASS_FAIL' ? (
        <Trial {...props} calculation={calculation} />
      ) : null}
    </div>
  );
}

type Given = { calculation: Calculation; onChange: (calculation: Calculation) => void; disabled: boolean };

function Parameters({ calculation, onChange, disabled }: Given) {
  const t = useSchemeText();
  const unit =
    'deductionType' in calculation ? (
      <label>
        <span>{t('calc.deductionType')}</span>
        <Select
          value={calculation.deductionType}
          disabled={disabled}
          options={(['marks', 'percent'] as const).map((type) => ({ value: type, label: t(`calc.${type}`) }))}
          onChange={(deductionType) => onChange({ ...calculation, deductionType })}
        />
      </label>
    ) : null;
  const amount = (label: string, value: string, change: (value: string) => Calculation) => (
    <Amount
      key={label}
      label={label}
      value={value}
      disabled={disabled}
      onChange={(next) => onChange(change(next))}
    />
  );
  switch (calculation.type) {
    case 'PASS_FAIL':
      return null;
    case 'NUMBER_COMPLETED':
      return amount(t('calc.possible'), calculation.possible, (possible) => ({ ...calculation, possible }));
    case 'REGULAR_DIFFERENCE_DEDUCTION':
      return (
        <>
          {amount(t('calc.target'), calculation.target, (target) => ({ ...calculation, target }))}
          {amount(t('calc.tolerance'), calculation.tolerance ?? '0', (tolerance) => ({
            ...calculation,
            tolerance,
          }))}
          {amount(t('calc.step'), calculation.step, (step) => ({ ...calculation, step }))}
          {amount(t('calc.each'), calculation.deduction, (deduction) => ({ ...calculation, deduction }))}
          {unit}
        </>
      );
    case 'CHOICE':
      return (
        <>
          {unit}
          <Rows
            rows={calculation.choices}
            fresh={{ label: '', deduction: '0' }}
            add={t('calc.addChoice')}
            disabled={disabled}
            onChange={(choices) => onChange({ ...calculation, choices })}
          >
            {(choice, change) => (
              <>
                <Input
                  aria-label={t('calc.choice')}
                  className="choice-label"
                  value={choice.label}
                  disabled={disabled}
                  onChange={(typed) => change({ ...choice, label: typed.target.value })}
                />
                <Amount
                  label={t('calc.deduction')}
                  value={choice.deduction}
                  disabled={disabled}
                  onChange={(deduction) => change({ ...choice, deduction })}
                />
              </>
            )}
          </Rows>
        </>
      );
    case 'RANGED_SCORE':
      return (
        <>
          {amount(t('calc.target'), calculation.target, (target) => ({ ...calculation, target }))}
          {unit}
          <Rows
            rows={calculation.ranges}
            fresh={{ lower: '0', upper: '0', deduction: '0' }}
            add={t('calc.addRange')}
            disabled={disabled}
            onChange={(ranges) => onChange({ ...calculation, ranges })}
          >
            {(range, change) =>
              (['lower', 'upper', 'deduction'] as const).map((key) => (
                <Amount
                  key={key}
                  label={t(`calc.${key}`)}
                  value={range[key]}
                  disabled={disabled}
                  onChange={(value) => change({ ...range, [key]: value })}
                />
              ))
            }
          </Rows>
          <p className="quiet">{t('calc.outside')}</p>
        </>
      );
  }
}

const isAmount = (text: string): boolean => /^-?\d{1,12}(\.\d{1,8})?$/.test(text.trim());

/** A decimal quantity. What is no number is shown as wrong and not passed on, so that the scheme stays readable. */
function Amount(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  disabled: boolean;
}) {
  const t = useSchemeText();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? props.value;
  return (
    <label className="amount">
      <span>{props.label}</span>
      <Input
        className="figures"
        inputMode="decimal"
        value={shown}
        disabled={props.disabled}
        status={isAmount(shown) ? '' : 'error'}
        title={isAmount(shown) ? '' : t('calc.notANumber')}
        onChange={(change) => {
          const next = change.target.value;
          setTyped(next);
          if (isAmount(next)) props.onChange(String(Number(next.trim())));
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}

function Rows<Row>(props: {
  rows: readonly Row[];
  fresh: Row;
  add: string;
  disabled: boolean;
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (row: Row) => void) => React.ReactNode;
}) {
  const t = useSchemeText();
  const { rows, onChange } = props;
  return (
    <div className="calculation-rows">
      {rows.map((row, at) => (
        <div key={at} className="calculation-row">
          {props.children(row, (next) => onChange(rows.map((one, index) => (index === at ? next : one))))}
          {props.disabled ? null : (
            <Button
              type="text"
              aria-label={t('calc.removeRow')}
              icon={<Icon name="remove" />}
              disabled={rows.length === 1}
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {props.disabled ? null : (
        <Button size="small" icon={<Icon name="add" />} onClick={() => onChange([...rows, props.fresh])}>
          {props.add}
        </Button>
      )}
    </div>
  );
}

/** The same arithmetic as at the marking, on a value that the person makes up. */
function Trial({ calculation, maxHundredths }: { calculation: Calculation; maxHundredths: number }) {
  const t = useSchemeText();
  const [value, setValue] = useState('');
  const result = value.trim() === '' ? null : tried(calculation, maxHundredths, value);
  return (
    <label className="amount trial">
      <span>{t('calc.try')}</span>
      {calculation.type === 'CHOICE' ? (
        <Select
          className="trial-choice"
          value={value || null}
          options={calculation.choices.map(({ label }, at) => ({
            value: String(at + 1),
            label: label || String(at + 1),
          }))}
          onChange={setValue}
          aria-label={t('calc.tryValue')}
        />
      ) : (
        <Input
          className="figures"
          inputMode="decimal"
          aria-label={t('calc.tryValue')}
          value={value}
          onChange={(typed) => setValue(typed.target.value)}
        />
      )}
      <output className="figures">{result === null ? '' : t('calc.tryMark', { mark: result })}</output>
    </label>
  );
}

/** The mark, or null where the value gives none. Nobody judges a measurement: the panel does not matter. */
function tried(calculation: Calculation, maxHundredths: number, value: string): string | null {
  const aspect = { id: '', kind: 'measurement' as const, maxHundredths, calculation };
  const mark = computeAspectMark(aspect, [value.trim()], MEAN_OF_THREE);
  return mark === null ? null : formatMark(mark);
}
