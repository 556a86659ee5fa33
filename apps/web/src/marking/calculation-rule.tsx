import { Button, Popover } from 'antd';
import type { Calculation, Clause } from '@luban/scoring';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { calculationOf, rulesOf } from './form-marks.js';
import type { Form, FormAspect } from './types.js';
import { useMarkingText } from './words.js';

/** Which rule makes a value a mark: in a sentence, with its clause and whether that is verified. */
export function CalculationRule({ form, aspect }: { form: Form; aspect: FormAspect }) {
  const t = useMarkingText();
  const content =
    aspect.kind === 'judgement' ? <PanelText form={form} /> : <CalculationText aspect={aspect} />;
  return (
    <Popover trigger="click" content={<div className="rule-text">{content}</div>} placement="bottomRight">
      <Button type="text" size="small" icon={<Icon name="rule" />}>
        {t('form.rule')}
      </Button>
    </Popover>
  );
}

function CalculationText({ aspect }: { aspect: FormAspect }) {
  const t = useMarkingText();
  const calculation = calculationOf(aspect);
  const unit =
    calculation && 'deductionType' in calculation && calculation.deductionType === 'percent' ? '%' : '';
  return (
    <>
      <p>
        {calculation === null
          ? t('calc.FULL_OR_ZERO')
          : t(`calc.${calculation.type}`, gapsOf(calculation, unit))}
      </p>
      {calculation?.type === 'RANGED_SCORE' ? (
        <ul>
          {calculation.ranges.map(({ lower, upper, deduction }, i) => (
            <li key={i}>
              {t('calc.range', {
                from: shortNumber(Number(calculation.target) - Number(lower)),
                to: shortNumber(Number(calculation.target) + Number(upper)),
                deduction: deduction + unit,
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function PanelText({ form }: { form: Form }) {
  const t = useMarkingText();
  const said = useSaid();
  const { panel, clause } = rulesOf(form).judgement;
  const isTrimmed = panel.dropHighest + panel.dropLowest > 0;
  const shown: Clause = clause;
  return (
    <>
      <p>
        {isTrimmed
          ? t('calc.TRIMMED', { judges: panel.judges, high: panel.dropHighest, low: panel.dropLowest })
          : t('calc.MEAN', { judges: panel.judges, spread: panel.spreadFrom ?? '–' })}
      </p>
      <p className="quiet">{t('calc.clause', { text: said(shown.text), source: shown.source })}</p>
      {shown.grade === 'recalled' || shown.grade === 'design' ? (
        <p className="quiet">{t('calc.unverified')}</p>
      ) : null}
    </>
  );
}

function gapsOf(calculation: Calculation, unit: string): Record<string, string> {
  if (calculation.type === 'NUMBER_COMPLETED') return { possible: calculation.possible };
  if (calculation.type === 'RANGED_SCORE') return { target: calculation.target };
  if (calculation.type !== 'REGULAR_DIFFERENCE_DEDUCTION') return {};
  return { target: calculation.target, step: calculation.step, deduction: calculation.deduction + unit };
}

const shortNumber = (value: number): string => String(Number(value.toFixed(6)));
