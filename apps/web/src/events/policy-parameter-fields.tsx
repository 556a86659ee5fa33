import { Form, InputNumber, Radio, Select } from 'antd';
import { PrizeRows } from './prize-rows.js';
import type { Editable, PolicyValues } from './policy-values.js';
import { TieBreakRows } from './tie-break-rows.js';
import { useEventsText } from './words.js';

/** What may be set within the chosen policy. */
export function PolicyParameterFields({ editable }: { editable: readonly Editable[] }) {
  const t = useEventsText();
  if (editable.length === 0) return <p className="quiet">{t('policy.noParameters')}</p>;
  return (
    <>
      {editable.includes('partWeights') ? <PartWeightFields /> : null}
      {editable.includes('panel') ? (
        <Form.Item name="panel" required label={t('policy.panel')}>
          <Radio.Group
            className="radio-lines"
            options={(['meanOfThree', 'trimmedMeanOfFive'] as const).map((panel) => ({
              value: panel,
              label: t(`policy.${panel}`),
            }))}
          />
        </Form.Item>
      ) : null}
      {editable.includes('tieBreaks') ? <TieBreakRows /> : null}
      {editable.includes('prizeRanks') ? <PrizeRows by="ranks" /> : null}
      {editable.includes('prizePercentages') ? <PrizeRows by="percentages" /> : null}
      {editable.includes('countRounding') ? (
        <Form.Item name="countRounding" required label={t('policy.rounding')} className="form-medium">
          <Select
            options={(['floor', 'halfUp', 'ceil'] as const).map((rounding) => ({
              value: rounding,
              label: t(`policy.${rounding}`),
            }))}
          />
        </Form.Item>
      ) : null}
    </>
  );
}

/** 理论 / 实操: typing one share sets the other. */
function PartWeightFields() {
  const t = useEventsText();
  const form = Form.useFormInstance<PolicyValues>();
  const weighs = Form.useWatch('weighs', form);
  const other = (field: 'theory' | 'practice') => (share: number | null) => {
    if (share !== null) form.setFieldValue(field, Math.round((100 - share) * 100) / 100);
  };
  return (
    <>
      <Form.Item name="weighs" required label={t('policy.weights')}>
        <Radio.Group
          className="radio-lines"
          options={[
            { value: false, label: t('policy.weightsOff') },
            { value: true, label: t('policy.weightsOn') },
          ]}
        />
      </Form.Item>
      {weighs ? (
        <div className="form-row form-inset">
          <Form.Item name="theory" required label={t('policy.theory')} className="form-short">
            <InputNumber min={0.01} max={99.99} onChange={other('practice')} />
          </Form.Item>
          <Form.Item name="practice" required label={t('policy.practice')} className="form-short">
            <InputNumber min={0.01} max={99.99} onChange={other('theory')} />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}
