import { Button, Form } from 'antd';
import { OccupationPicker } from '../catalogue/occupation-picker.js';
import { Icon } from '../look/icons.js';
import { useFilingsText } from './words.js';

const occupationsMax = 20;

/** The occupations of the contest, one picker each; the first is needed. */
export function OccupationFields() {
  const t = useFilingsText();
  return (
    <Form.Item label={t('field.occupations')} extra={t('form.occupationsHint')}>
      <Form.List name="occupations">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="filing-occupation">
                <Form.Item
                  name={field.name}
                  rules={[
                    {
                      required: true,
                      message: t('form.required', { field: t('field.occupation', { number: index + 1 }) }),
                    },
                  ]}
                >
                  <OccupationPicker aria-label={t('field.occupation', { number: index + 1 })} />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button
                    type="text"
                    icon={<Icon name="remove" />}
                    aria-label={t('form.removeOccupation', { number: index + 1 })}
                    onClick={() => remove(field.name)}
                  />
                ) : null}
              </div>
            ))}
            {fields.length < occupationsMax ? (
              <Button icon={<Icon name="add" />} onClick={() => add(null)}>
                {t('form.addOccupation')}
              </Button>
            ) : null}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
