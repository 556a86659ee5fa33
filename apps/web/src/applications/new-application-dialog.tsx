import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { OrganisationPicker } from '../catalogue/organisation-picker.js';
import { useVerb } from '../api/verb.js';
import { formatTime } from '../language/format.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useApplicationNames } from './application-names.js';
import type { CreateApplication, WindowAuthority, WindowRow } from './types.js';
import { useApplicationsText } from './words.js';

interface NewValues {
  leadOrganisationId?: string;
  area: string;
  planYear: number;
  class?: 'one' | 'two' | null;
  name: string;
  edition?: string | null;
}

const areaKey = ({ level, divisionCode }: Pick<WindowAuthority, 'level' | 'divisionCode'>) =>
  `${level} ${divisionCode}`;

/** To whom, for which year, in which class, under which name: enough for a draft. */
export function NewApplicationDialog({
  open,
  planYear,
  onClose,
}: {
  open: boolean;
  planYear: number | null;
  onClose: () => void;
}) {
  const t = useApplicationsText();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const windows = useQuery({ ...got('/api/v1/application-windows'), enabled: open });
  const create = useVerb({
    send: ({ area, ...wish }: NewValues, key) => {
      const [level, divisionCode = ''] = area.split(' ') as [CreateApplication['level'], string];
      return take(
        api.POST('/api/v1/applications', {
          headers: idempotencyKey(key),
          body: { ...wish, level, divisionCode, class: wish.class ?? null },
        }),
      );
    },
    outdates: ['/api/v1/applications', '/api/v1/home'],
    onDone: ({ id }) => void navigate(`/applications/${id}`),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const national = windows.data?.items.find(
    ({ level, state }) => level === 'nationalIndustry' && state === 'open',
  );
  const year = planYear ?? national?.planYear ?? new Date().getFullYear() + 1;
  if (!windows.data) return null;
  return (
    <FormDialog<NewValues>
      open={open}
      width={560}
      title={t('new.title')}
      verb={t('new.verb')}
      busy={create.isPending}
      problem={problem}
      initial={{ area: 'nationalIndustry 000000', planYear: year, class: 'two' }}
      onSubmit={create.mutate}
      onClose={onClose}
    >
      <NewFields
        authorities={windows.data.authorities}
        windows={windows.data.items}
        several={problem?.errors.some(({ path }) => path === 'leadOrganisationId') ?? false}
      />
    </FormDialog>
  );
}

function NewFields({
  authorities,
  windows,
  several,
}: {
  authorities: readonly WindowAuthority[];
  windows: readonly WindowRow[];
  /** The person applies for several organisations and has to say which. */
  several: boolean;
}) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const area = Form.useWatch<string>('area');
  const year = Form.useWatch<number>('planYear');
  const required = (field: string) => [{ required: true, message: t('new.required', { field }) }];
  const level = area?.split(' ')[0];
  const window = windows.find((one) => areaKey(one) === area && one.planYear === year);
  return (
    <>
      <Form.Item
        name="area"
        label={t('new.authority')}
        extra={t('new.authorityLine')}
        rules={required(t('new.authority'))}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('new.noAuthority')}
          options={authorities.map((one) => ({
            value: areaKey(one),
            label: `${names.areaOf(one)} · ${one.authorityNames.join('、')}`,
          }))}
        />
      </Form.Item>
      {several ? (
        <Form.Item name="leadOrganisationId" label={t('new.lead')} rules={required(t('new.lead'))}>
          <OrganisationPicker allowClear={false} />
        </Form.Item>
      ) : null}
      <Form.Item
        name="planYear"
        label={t('new.year')}
        extra={t('new.yearLine')}
        rules={required(t('new.year'))}
      >
        <InputNumber min={2000} max={2100} precision={0} />
      </Form.Item>
      <WindowLine window={window} />
      <Form.Item
        name="class"
        label={t('new.class')}
        required={level === 'nationalIndustry'}
        {...(level === 'nationalIndustry' ? { extra: t('new.classLine') } : {})}
        getValueProps={(value: 'one' | 'two' | null | undefined) => ({ value: value ?? '' })}
        normalize={(value: string) => (value === '' ? null : value)}
      >
        <Radio.Group
          options={[
            ...(['one', 'two'] as const).map((value) => ({ value, label: names.classOf(value) })),
            ...(level === 'nationalIndustry' ? [] : [{ value: '', label: t('class.none') }]),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="name"
        label={t('new.name')}
        extra={t('new.nameLine')}
        rules={[{ ...required(t('new.name'))[0], whitespace: true }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="edition" label={t('new.edition')} extra={t('new.editionLine')}>
        <Input maxLength={30} />
      </Form.Item>
    </>
  );
}

/** Whether the chosen authority receives applications for the chosen year, and until when. */
function WindowLine({ window }: { window: WindowRow | undefined }) {
  const t = useApplicationsText();
  const at = (iso: string) => formatTime(iso, 'Asia/Shanghai', 'second');
  if (!window) return <Alert type="info" showIcon className="form-problem" title={t('new.windowNone')} />;
  const title =
    window.state === 'open'
      ? t('new.windowOpen', { time: at(window.closesAt) })
      : window.state === 'notYet'
        ? t('new.windowNotYet', { time: at(window.opensAt) })
        : t('new.windowClosed', { time: at(window.closesAt) });
  const type = window.state === 'closed' ? 'warning' : 'info';
  return <Alert type={type} showIcon className="form-problem" title={title} />;
}
