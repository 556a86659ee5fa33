import { Button, Form, Select } from 'antd';
import { Icon } from '../look/icons.js';
import { tieBreakChoices, type PolicyValues } from './policy-values.js';
import { useEventsText } from './words.js';

/** What tells equal marks apart, in the order applied; each can be moved up or down by a button. */
export function TieBreakRows() {
  const t = useEventsText();
  const form = Form.useFormInstance<PolicyValues>();
  const chosen = Form.useWatch('tieBreaks', form) ?? [];
  const free = tieBreakChoices.filter((choice) => !chosen.includes(choice));
  const label = t('policy.tieBreaks');
  return (
    <fieldset className="rows">
      <legend>{label}</legend>
      <Form.List name="tieBreaks">
        {(rows, { add, remove, move }) => (
          <>
            {rows.length === 0 ? <p className="quiet">{t('policy.noTieBreak')}</p> : null}
            <ol>
              {rows.map(({ key, name }, at) => (
                <li key={key} className="row">
                  <span className="row-number figures">{at + 1}</span>
                  <Form.Item name={name} noStyle>
                    <Select
                      aria-label={`${label} ${at + 1}`}
                      className="grow"
                      options={tieBreakChoices.map((choice) => ({
                        value: choice,
                        label: t(`policy.tieBreak.${choice}`),
                        disabled: chosen.includes(choice) && chosen[at] !== choice,
                      }))}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    aria-label={t('policy.up')}
                    icon={<Icon name="up" />}
                    disabled={at === 0}
                    onClick={() => move(at, at - 1)}
                  />
                  <Button
                    type="text"
                    aria-label={t('policy.down')}
                    icon={<Icon name="down" />}
                    disabled={at === rows.length - 1}
                    onClick={() => move(at, at + 1)}
                  />
                  <Button
                    type="text"
                    aria-label={t('policy.remove')}
                    icon={<Icon name="close" />}
                    onClick={() => remove(name)}
                  />
                </li>
              ))}
            </ol>
            {free[0] ? (
              <Button type="dashed" icon={<Icon name="add" />} onClick={() => add(free[0])}>
                {t('policy.addTieBreak')}
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
