import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import type { Skill } from '../events/types.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { drawPaths } from './types.js';
import { useRegistrationText } from './words.js';

interface Values {
  workstationId: string;
  toWorkstationId?: string;
  reason: string;
}

/** A workstation has failed: it is marked so and its entries go to a free one. */
export function FailDialog({ open, skill, onClose }: { open: boolean; skill: Skill; onClose: () => void }) {
  const t = useRegistrationText();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const fail = useVerb({
    send: (values: Values, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/workstation-failures', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: { ...values, toWorkstationId: values.toWorkstationId || null },
        }),
      ),
    outdates: drawPaths,
    said: ({ moved, toWorkstationCode }) =>
      moved.length > 0
        ? t('draws.failed', { count: moved.length, to: toWorkstationCode ?? '' })
        : t('draws.failedNone'),
    onDone: close,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const working = skill.workstations.filter(({ state }) => state !== 'failed');
  return (
    <FormDialog<Values>
      open={open}
      title={t('draws.failTitle')}
      verb={t('draws.failVerb')}
      busy={fail.isPending}
      problem={problem}
      onSubmit={(values) => fail.mutate(values)}
      onClose={close}
      initial={{ toWorkstationId: '' }}
    >
      <p>{t('draws.failLine')}</p>
      <Form.Item name="workstationId" label={t('draws.failStation')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={working.map(({ id, code }) => ({ value: id, label: code }))}
        />
      </Form.Item>
      <Form.Item name="toWorkstationId" label={t('draws.failTo')}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('draws.failAuto') },
            ...working.map(({ id, code, state }) => ({
              value: id,
              label: state === 'spare' ? `${code} · ${t('draws.spare')}` : code,
            })),
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('draws.moveReason')} rules={[{ required: true, min: 2, max: 500 }]}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
