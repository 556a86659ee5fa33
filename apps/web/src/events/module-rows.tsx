import { Button, Form, Input, InputNumber, Select, TimePicker } from 'antd';
import { Icon } from '../look/icons.js';
import { firstModule, type ModuleRow, nextCode, type NewSkillValues } from './new-skill-values.js';
import { useEventsText } from './words.js';

/** The modules of a new skill, a row each: what it is, how long, and when its sittings are. */
export function ModuleRows() {
  const t = useEventsText();
  const form = Form.useFormInstance<NewSkillValues>();
  const heads = [
    'module.code',
    'module.name',
    'module.part',
    'module.day',
    'module.minutes',
    'module.weight',
    'quick.startsAt',
    'quick.sittings',
    'quick.gap',
  ] as const;
  const cell = (field: string) => t('field.required', { field });
  return (
    <Form.List name="modules">
      {(rows, { add, remove }) => (
        <>
          <div className="module-rows-scroll">
            <table className="module-rows">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(head)}
                    </th>
                  ))}
                  <th />
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, name }) => (
                  <tr key={key}>
                    <td className="w-code">
                      <Form.Item
                        name={[name, 'code']}
                        rules={[{ required: true, message: cell(t('module.code')) }]}
                        noStyle
                      >
                        <Input maxLength={16} aria-label={t('module.code')} />
                      </Form.Item>
                    </td>
                    <td className="w-name">
                      <Form.Item
                        name={[name, 'name']}
                        rules={[{ required: true, whitespace: true, message: cell(t('module.name')) }]}
                      >
                        <Input maxLength={100} aria-label={t('module.name')} />
                      </Form.Item>
                    </td>
                    <td className="w-part">
                      <Form.Item name={[name, 'part']} noStyle>
                        <Select
                          aria-label={t('module.part')}
                          options={[
                            { value: 'practice', label: t('module.practice') },
                            { value: 'theory', label: t('module.theory') },
                          ]}
                        />
                      </Form.Item>
                    </td>
                    <NumberCell at={name} field="day" label={t('module.day')} min={1} max={60} />
                    <NumberCell
                      at={name}
                      field="durationMinutes"
                      label={t('module.minutes')}
                      min={1}
                      max={10_000}
                      step={10}
                    />
                    <NumberCell
                      at={name}
                      field="weight"
                      label={t('module.weight')}
                      min={0.01}
                      max={100}
                      optional
                    />
                    <td className="w-time">
                      <Form.Item name={[name, 'startsAt']} noStyle>
                        <TimePicker
                          format="HH:mm"
                          minuteStep={5}
                          needConfirm={false}
                          aria-label={t('quick.startsAt')}
                        />
                      </Form.Item>
                    </td>
                    <NumberCell at={name} field="sittings" label={t('quick.sittings')} min={1} max={20} />
                    <NumberCell
                      at={name}
                      field="gapMinutes"
                      label={t('quick.gap')}
                      min={0}
                      max={1440}
                      step={10}
                    />
                    <td>
                      <Button
                        type="text"
                        icon={<Icon name="close" />}
                        aria-label={t('quick.removeModule')}
                        onClick={() => remove(name)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button
            icon={<Icon name="add" />}
            onClick={() => {
              const before = (form.getFieldValue('modules') ?? []) as ModuleRow[];
              const last = before.at(-1) ?? firstModule;
              add({
                ...last,
                code: nextCode(before),
                name: '',
                weight: null,
                day: last.day + 1,
              });
            }}
          >
            {t('quick.addModule')}
          </Button>
          <p className="quiet">{t('module.weightHelp')}</p>
        </>
      )}
    </Form.List>
  );
}

function NumberCell(props: {
  at: number;
  field: keyof ModuleRow;
  label: string;
  min: number;
  max: number;
  step?: number;
  optional?: boolean;
}) {
  const t = useEventsText();
  return (
    <td className="w-number">
      <Form.Item
        name={[props.at, props.field]}
        noStyle
        rules={
          props.optional ? [] : [{ required: true, message: t('field.required', { field: props.label }) }]
        }
      >
        <InputNumber min={props.min} max={props.max} step={props.step ?? 1} aria-label={props.label} />
      </Form.Item>
    </td>
  );
}
