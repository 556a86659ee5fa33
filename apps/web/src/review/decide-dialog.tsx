import { Alert, Button, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { enterPicks } from '../parts/enter-picks.js';
import { useSaid } from '../language/language.js';
import type { Problem } from '../api/problem.js';
import { Icon } from '../look/icons.js';
import { useFaults } from '../parts/form-dialog.js';
import { ArticleField } from './article-field.js';
import type { DecideApplication, Review } from './types.js';
import { useReviewText } from './words.js';

type Outcome = DecideApplication['outcome'];

interface Values {
  outcome: Outcome;
  reason: string;
  article: string;
  conditions?: { text: string; dueOn: Dayjs }[];
  despite?: { code: string; reason: string }[];
}

/** The decision: outcome, reason, article; conditions with their days; blocking findings answered one by one. */
export function DecideDialog(props: {
  review: Review;
  busy: boolean;
  problem: Problem | null;
  onDecide: (wish: DecideApplication) => void;
  onClose: () => void;
}) {
  const t = useReviewText();
  const said = useSaid();
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch('outcome', form) ?? 'granted';
  const rest = useFaults(form, props.problem);
  const blocking = props.review.findings.filter(({ severity }) => severity === 'blocking');
  const unverified = [
    ...new Set(
      props.review.findings
        .filter(({ citation, severity }) => citation.grade === 'unverified' && severity !== 'passed')
        .map(({ citation }) => said(citation.article)),
    ),
  ];
  const rules = [{ required: true, whitespace: true, message: t('decide.required') }];
  const presets = {
    granted: 'presetGrant',
    grantedWithConditions: 'presetConditions',
    declined: 'presetDecline',
  } as const;
  const send = ({ outcome: chosen, reason, article, conditions, despite }: Values) =>
    props.onDecide({
      outcome: chosen,
      reason: reason.trim(),
      article: article.trim(),
      ...(chosen === 'grantedWithConditions'
        ? {
            conditions: (conditions ?? []).map(({ text, dueOn }) => ({
              text,
              dueOn: dueOn.format('YYYY-MM-DD'),
            })),
          }
        : {}),
      ...(chosen !== 'declined' && blocking.length > 0 ? { despite: despite ?? [] } : {}),
    });
  return (
    <Modal
      open
      width={720}
      title={`${t('decide.title')} · ${props.review.name}`}
      okText={t(`decide.${outcome}`)}
      cancelText={t('cancel')}
      okButtonProps={{ htmlType: 'submit', loading: props.busy, danger: outcome === 'declined' }}
      onCancel={(event) => {
        // What was typed is not lost to a key.
        if (!('key' in event) || !form.isFieldsTouched()) props.onClose();
      }}
      mask={{ closable: false }}
      destroyOnHidden
      modalRender={(dialog) => (
        <Form<Values>
          form={form}
          {...enterPicks}
          layout="vertical"
          requiredMark="optional"
          initialValues={{
            outcome: blocking.length > 0 ? 'declined' : 'granted',
            conditions: [{}],
            despite: blocking.map(({ code }) => ({ code, reason: '' })),
          }}
          onFinish={send}
        >
          {dialog}
        </Form>
      )}
    >
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      <Form.Item name="outcome" label={t('decide.outcome')} required>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          options={(['granted', 'grantedWithConditions', 'declined'] as const).map((value) => ({
            value,
            label: t(`decide.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('decide.reason')} extra={t('decide.reasonLine')} rules={rules}>
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
      <Button
        size="small"
        className="preset"
        onClick={() => form.setFieldValue('reason', t(`decide.${presets[outcome]}`))}
      >
        {t(`decide.${presets[outcome]}`)}
      </Button>
      <Form.Item name="article" label={t('decide.article')} extra={t('decide.articleLine')} rules={rules}>
        <ArticleField findings={props.review.findings} />
      </Form.Item>
      {outcome === 'grantedWithConditions' ? <ConditionFields /> : null}
      {outcome !== 'declined' && blocking.length > 0 ? (
        <fieldset className="decide-group">
          <legend>{t('decide.despite')}</legend>
          <p className="quiet">{t('decide.despiteLine', { count: blocking.length })}</p>
          {blocking.map((finding, i) => (
            <div key={finding.code}>
              <Form.Item name={['despite', i, 'code']} hidden>
                <Input />
              </Form.Item>
              <Form.Item name={['despite', i, 'reason']} label={said(finding.message)} rules={rules}>
                <Input maxLength={1000} />
              </Form.Item>
            </div>
          ))}
        </fieldset>
      ) : null}
      {unverified.length > 0 ? (
        <p className="quiet">{t('decide.unverified', { list: unverified.join('；') })}</p>
      ) : null}
      <p className="quiet">{t('decide.next')}</p>
    </Modal>
  );
}

function ConditionFields() {
  const t = useReviewText();
  return (
    <fieldset className="decide-group">
      <legend>{t('decide.conditions')}</legend>
      <Form.List name="conditions">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="condition-fields">
                <Form.Item
                  name={[name, 'text']}
                  label={t('decide.condition')}
                  rules={[{ required: true, whitespace: true, message: t('decide.required') }]}
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
                </Form.Item>
                <Form.Item
                  name={[name, 'dueOn']}
                  label={t('decide.dueOn')}
                  rules={[{ required: true, message: t('decide.required') }]}
                >
                  <DatePicker disabledDate={(day) => !day.isAfter(dayjs(), 'day')} />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button
                    type="text"
                    aria-label={t('decide.removeCondition')}
                    icon={<Icon name="remove" />}
                    onClick={() => remove(name)}
                  />
                ) : null}
              </div>
            ))}
            <Button size="small" icon={<Icon name="add" />} onClick={() => add({})}>
              {t('decide.addCondition')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
