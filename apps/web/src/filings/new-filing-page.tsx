import { useQuery } from '@tanstack/react-query';
import { Alert, Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { DivisionPicker } from '../catalogue/division-picker.js';
import type { PickedOccupation } from '../catalogue/occupation-picker.js';
import { Answered } from '../frame/load-error.js';
import { useFaults } from '../parts/form-dialog.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import type { Filer } from './filers.js';
import { OccupationFields } from './occupation-fields.js';
import { useFilingsText } from './words.js';
import './filings.css';

interface Values {
  organisationId: string;
  divisionCode: string;
  name: string;
  occupations: (PickedOccupation | null)[];
  startsOn: Dayjs;
  endsOn: Dayjs;
  place: string;
  competitors: number;
  contact: string;
}

const asDay = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** Files a contest: what, when and where, with whom. */
export default function NewFilingPage() {
  const t = useFilingsText();
  const filers = useQuery(got('/api/v1/filings/filers'));
  return (
    <div className="reading-page">
      <PageHeader
        title={t('form.title')}
        crumbs={[{ label: t('nav'), to: '/filings' }, { label: t('form.title') }]}
        line={t('form.line')}
      />
      <Answered query={filers}>
        {({ items }) =>
          items.some(({ level }) => level !== null) ? (
            <FilingForm filers={items.filter(({ level }) => level !== null)} />
          ) : (
            <EmptyState
              icon="organisation"
              title={
                items[0] ? t('form.notFiler', { name: items[0].organisationName }) : t('form.noOrganisation')
              }
              action={<GoButton to="/applications">{t('form.toApplications')}</GoButton>}
            />
          )
        }
      </Answered>
    </div>
  );
}

/** A fault of an occupation's code or name stands at its picker. */
const atPickers = (met: Problem): Problem =>
  new Problem(
    met.code,
    met.status,
    met.said,
    met.errors.map((fault) => ({ ...fault, path: fault.path.replace(/^(occupations\.\d+)\..*/, '$1') })),
    met.retryAfterSeconds,
    met.extra,
  );

function FilingForm({ filers }: { filers: readonly Filer[] }) {
  const t = useFilingsText();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const rest = useFaults(form, problem);
  const chosen = Form.useWatch('organisationId', form) ?? filers[0]?.organisationId;
  const filer = filers.find(({ organisationId }) => organisationId === chosen);
  const file = useVerb({
    send: ({ startsOn, endsOn, occupations, ...values }: Values, key) =>
      take(
        api.POST('/api/v1/filings', {
          headers: idempotencyKey(key),
          body: {
            ...values,
            occupations: occupations.filter((each) => each !== null),
            startsOn: asDay(startsOn),
            endsOn: asDay(endsOn),
          },
        }),
      ),
    outdates: ['/api/v1/filings'],
    said: ({ number }) => t('form.done', { number }),
    onDone: ({ id }) => void navigate(`/filings/${id}`, { replace: true }),
    onProblem: (met) => {
      setProblem(atPickers(met));
      return met.errors.length > 0;
    },
  });
  const needed = (field: string) => ({
    required: true,
    message: t('form.required', { field: field.replace(/（.*/, '') }),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ block: 'center', focus: true }}
      initialValues={{
        organisationId: filers[0]?.organisationId,
        divisionCode: filers[0]?.areas[0]?.divisionCode,
        occupations: [null],
      }}
      onFinish={(values) => {
        setProblem(null);
        file.mutate(values);
      }}
    >
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      <section className="panel filing-panel" aria-labelledby="what">
        <h2 id="what">{t('form.what')}</h2>
        <Form.Item
          name="name"
          label={t('field.name')}
          extra={t('form.nameHint')}
          rules={[needed(t('field.name'))]}
        >
          <Input maxLength={100} showCount />
        </Form.Item>
        <OccupationFields />
        <Form.Item name="competitors" label={t('field.competitors')} rules={[needed(t('field.competitors'))]}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: 160 }} />
        </Form.Item>
      </section>
      <section className="panel filing-panel" aria-labelledby="when">
        <h2 id="when">{t('form.when')}</h2>
        <div className="filing-row">
          <Form.Item name="startsOn" label={t('field.starts')} rules={[needed(t('field.starts'))]}>
            <DatePicker
              onChange={(day) => {
                const ends = form.getFieldValue('endsOn') as Dayjs | undefined;
                if (day && (!ends || ends.isBefore(day))) form.setFieldValue('endsOn', day);
              }}
            />
          </Form.Item>
          <Form.Item name="endsOn" label={t('field.ends')} rules={[needed(t('field.ends'))]}>
            <DatePicker />
          </Form.Item>
        </div>
        <Form.Item name="place" label={t('field.place')} rules={[needed(t('field.place'))]}>
          <Input maxLength={200} />
        </Form.Item>
      </section>
      <section className="panel filing-panel" aria-labelledby="who">
        <h2 id="who">{t('form.who')}</h2>
        <FilerField
          filers={filers}
          onFiler={(filer) => form.setFieldValue('divisionCode', filer?.areas[0]?.divisionCode)}
        />
        <AreaField filer={filer} rule={needed(t('field.authority'))} />
        <Form.Item
          name="contact"
          label={t('field.contact')}
          extra={t('form.contactHint')}
          rules={[needed(t('field.contact'))]}
        >
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </section>
      <Button type="primary" htmlType="submit" loading={file.isPending}>
        {t('form.submit')}
      </Button>
    </Form>
  );
}

/** For which of one's organisations; where there is one, it is said and not asked. */
function FilerField({
  filers,
  onFiler,
}: {
  filers: readonly Filer[];
  onFiler: (filer: Filer | undefined) => void;
}) {
  const t = useFilingsText();
  const [only, another] = filers;
  if (only && !another)
    return (
      <>
        <Form.Item label={t('field.organisation')}>{only.organisationName}</Form.Item>
        <Form.Item name="organisationId" hidden noStyle>
          <Input />
        </Form.Item>
      </>
    );
  return (
    <Form.Item name="organisationId" label={t('field.organisation')} extra={t('form.organisationHint')}>
      <Select
        onChange={(id: string) => onFiler(filers.find(({ organisationId }) => organisationId === id))}
        options={filers.map((each) => ({ value: each.organisationId, label: each.organisationName }))}
      />
    </Form.Item>
  );
}

/** With the authority of which area; an organisation whose area is not known names it. */
function AreaField({
  filer,
  rule,
}: {
  filer: Filer | undefined;
  rule: { required: boolean; message: string };
}) {
  const t = useFilingsText();
  if (!filer || filer.areas.length === 0)
    return (
      <Form.Item name="divisionCode" label={t('field.area')} extra={t('form.areaOnly')} rules={[rule]}>
        <DivisionPicker />
      </Form.Item>
    );
  return (
    <Form.Item name="divisionCode" label={t('field.authority')} extra={t('form.areaHint')} rules={[rule]}>
      <Select
        options={filer.areas.map(({ divisionCode, areaName, authorityName }) => ({
          value: divisionCode,
          label: `${areaName ?? divisionCode} · ${authorityName ?? t('form.noAuthority')}`,
        }))}
      />
    </Form.Item>
  );
}
