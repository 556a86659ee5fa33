import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { instantOf, wallClock } from '../events/wall-clock.js';
import { defaultZone } from '../language/format.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useApplicationNames } from './application-names.js';
import type { WindowAuthority, WindowRow } from './types.js';
import { useApplicationsText } from './words.js';

interface WindowValues {
  area: string;
  planYear: number;
  opensAt: Dayjs;
  closesAt: Dayjs;
  notice?: string | null;
  reason?: string | null;
}

type Level = WindowRow['level'];

/** Opens the window of a year, or changes one that stands. */
export function WindowDialog({
  editing,
  areas,
  onClose,
}: {
  editing: WindowRow | 'new' | null;
  areas: readonly WindowAuthority[];
  onClose: () => void;
}) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const [problem, setProblem] = useState<Problem | null>(null);
  const standing = editing === 'new' || editing === null ? null : editing;
  const save = useVerb({
    send: ({ area, planYear, opensAt, closesAt, notice, reason }: WindowValues) => {
      const [level, divisionCode = ''] = area.split(' ') as [Level, string];
      return take(
        api.PUT('/api/v1/application-windows/{level}/{divisionCode}/{planYear}', {
          params: { path: { level, divisionCode, planYear } },
          ...(standing ? { headers: ifMatch(standing.version) } : {}),
          body: {
            opensAt: instantOf(opensAt, defaultZone),
            closesAt: instantOf(closesAt, defaultZone),
            notice: notice ?? null,
            reason: reason ?? null,
          },
        }),
      );
    },
    outdates: ['/api/v1/application-windows'],
    said: t('windows.done'),
    onDone: onClose,
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const [first] = areas;
  const required = (field: string) => [{ required: true, message: t('new.required', { field }) }];
  if (editing === null) return null;
  return (
    <FormDialog<WindowValues>
      open
      title={standing ? t('windows.changeTitle', { year: standing.planYear }) : t('windows.openTitle')}
      verb={standing ? t('windows.change') : t('windows.open')}
      busy={save.isPending}
      problem={problem}
      initial={{
        area: standing
          ? `${standing.level} ${standing.divisionCode}`
          : `${first?.level ?? ''} ${first?.divisionCode ?? ''}`,
        planYear: standing?.planYear ?? new Date().getFullYear() + 1,
        ...(standing
          ? {
              opensAt: wallClock(standing.opensAt, defaultZone) as Dayjs,
              closesAt: wallClock(standing.closesAt, defaultZone) as Dayjs,
              notice: standing.notice,
            }
          : {}),
      }}
      onSubmit={save.mutate}
      onClose={onClose}
    >
      <Form.Item name="area" label={t('windows.area')} rules={required(t('windows.area'))}>
        <Select
          disabled={standing !== null}
          options={areas.map((one) => ({
            value: `${one.level} ${one.divisionCode}`,
            label: names.areaOf(one),
          }))}
        />
      </Form.Item>
      <Form.Item name="planYear" label={t('windows.year')} rules={required(t('windows.year'))}>
        <InputNumber min={2000} max={2100} precision={0} disabled={standing !== null} />
      </Form.Item>
      <Form.Item name="opensAt" label={t('windows.opensAt')} rules={required(t('windows.opensAt'))}>
        <DatePicker showTime style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="closesAt"
        label={t('windows.closesAt')}
        extra={t('windows.closesLine')}
        rules={required(t('windows.closesAt'))}
      >
        <DatePicker showTime style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="notice" label={t('windows.notice')}>
        <Input maxLength={200} />
      </Form.Item>
      {standing ? (
        <Form.Item
          name="reason"
          label={t('windows.reason')}
          rules={
            standing.state === 'closed'
              ? [
                  {
                    required: true,
                    whitespace: true,
                    message: t('new.required', { field: t('windows.reason') }),
                  },
                ]
              : []
          }
        >
          <Input maxLength={500} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
