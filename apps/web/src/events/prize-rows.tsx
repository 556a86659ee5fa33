import { Button, Form, InputNumber, Select } from 'antd';
import { Icon } from '../look/icons.js';
import { awardName } from './names.js';
import type { PolicyValues } from './policy-values.js';
import { useEventsText } from './words.js';

const usual = ['firstPrize', 'secondPrize', 'thirdPrize', 'excellence', 'gold', 'silver', 'bronze'];

/** Prizes one after another: by ranks, each beginning where the one before ends; or by shares of those who competed. */
export function PrizeRows({ by }: { by: 'ranks' | 'percentages' }) {
  const t = useEventsText();
  const form = Form.useFormInstance<PolicyValues>();
  const list = by === 'ranks' ? 'prizeRanks' : 'prizePercentages';
  const label = t(by === 'ranks' ? 'policy.prizeRanks' : 'policy.prizePercentages');
  const chosen = (Form.useWatch(list, form) ?? []) as readonly { award: string }[];
  const next = () => {
    const { prizeRanks = [], prizePercentages = [] } = form.getFieldsValue();
    const taken = [...prizeRanks, ...prizePercentages].map((prize) => prize?.award);
    const award = usual.find((one) => !taken.includes(one)) ?? '';
    const from = (prizeRanks.at(-1)?.to ?? 0) + 1;
    return by === 'ranks' ? { award, from, to: from + 4 } : { award, percent: 10 };
  };
  return (
    <fieldset className="rows">
      <legend>{label}</legend>
      <Form.List name={list}>
        {(rows, { add, remove }, { errors }) => (
          <>
            <ol>
              {rows.map(({ key, name }, at) => (
                <li key={key} className="row">
                  <Form.Item
                    name={[name, 'award']}
                    noStyle
                    rules={[{ required: true, message: t('field.required', { field: t('policy.award') }) }]}
                  >
                    <Select
                      className="grow"
                      aria-label={`${t('policy.award')} ${at + 1}`}
                      options={awardOptions(chosen[at]?.award)}
                    />
                  </Form.Item>
                  {by === 'ranks' ? (
                    <>
                      <span className="quiet">{t('policy.from')}</span>
                      <Form.Item name={[name, 'from']} noStyle>
                        <InputNumber min={1} max={100_000} aria-label={t('policy.from')} />
                      </Form.Item>
                      <span className="quiet">{t('policy.to')}</span>
                      <Form.Item name={[name, 'to']} noStyle>
                        <InputNumber min={1} max={100_000} aria-label={t('policy.to')} />
                      </Form.Item>
                    </>
                  ) : (
                    <>
                      <Form.Item name={[name, 'percent']} noStyle>
                        <InputNumber min={0.01} max={100} aria-label={t('policy.percent')} />
                      </Form.Item>
                      <span className="quiet">%</span>
                    </>
                  )}
                  <Button
                    type="text"
                    aria-label={t('policy.remove')}
                    icon={<Icon name="close" />}
                    onClick={() => remove(name)}
                  />
                </li>
              ))}
            </ol>
            <Form.ErrorList errors={errors} />
            <Button type="dashed" icon={<Icon name="add" />} onClick={() => add(next())}>
              {t('policy.addPrize')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** The usual awards by name, and the one that stands there, should it be the contest's own. */
const awardOptions = (own: string | undefined) =>
  [...new Set([...usual, ...(own ? [own] : [])])].map((award) => ({ value: award, label: awardName(award) }));
