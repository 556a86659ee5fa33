import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Problem } from '../api/problem.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useMarkableFields } from './markable-fields.js';
import type { ReturnApplication, Review } from './types.js';
import { useReviewText } from './words.js';

interface Values {
  reason: string;
  dueOn: Dayjs;
  markedFields: { field: string; remark: string }[];
}

/** Back to the applicant: which fields, what is wrong with each, and until when. */
export function ReturnDialog(props: {
  review: Review;
  busy: boolean;
  problem: Problem | null;
  onReturn: (wish: ReturnApplication) => void;
  onClose: () => void;
}) {
  const t = useReviewText();
  const fields = useMarkableFields();
  const required = [{ required: true, whitespace: true, message: t('decide.required') }];
  return (
    <FormDialog<Values>
      open
      width={720}
      title={`${t('back.title')} · ${props.review.name}`}
      verb={t('back.verb')}
      busy={props.busy}
      problem={props.problem}
      initial={{ markedFields: [{ field: undefined as never, remark: '' }], dueOn: dayjs().add(10, 'day') }}
      onSubmit={({ reason, dueOn, markedFields }) =>
        props.onReturn({ reason, dueOn: dueOn.format('YYYY-MM-DD'), markedFields })
      }
      onClose={props.onClose}
    >
      <p className="quiet">{t('back.line')}</p>
      <Form.Item name="reason" label={t('back.reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} autoFocus />
      </Form.Item>
      <fieldset className="decide-group">
        <legend>{t('back.fields')}</legend>
        <Form.List name="markedFields">
          {(marks, { add, remove }) => (
            <>
              {marks.map(({ key, name }) => (
                <div key={key} className="mark-fields">
                  <Form.Item
                    name={[name, 'field']}
                    label={t('back.field')}
                    rules={[{ required: true, message: t('decide.required') }]}
                  >
                    <Select
                      showSearch={{ optionFilterProp: 'label' }}
                      options={fields.map(({ field, words }) => ({ value: field, label: words }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'remark']} label={t('back.remark')} rules={required}>
                    <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
                  </Form.Item>
                  {marks.length > 1 ? (
                    <Button
                      type="text"
                      aria-label={t('back.remove')}
                      icon={<Icon name="remove" />}
                      onClick={() => remove(name)}
                    />
                  ) : null}
                </div>
              ))}
              <Button size="small" icon={<Icon name="add" />} onClick={() => add({})}>
                {t('back.add')}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <div>
        <Form.Item
          name="dueOn"
          label={t('back.dueOn')}
          rules={[{ required: true, message: t('decide.required') }]}
        >
          <DatePicker disabledDate={(day) => !day.isAfter(dayjs(), 'day')} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
