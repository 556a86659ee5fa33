import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import type { Delegation } from './types.js';
import { useRegistrationText } from './words.js';

interface Values {
  code: string;
  name: string;
  nameEn?: string;
  position?: number;
}

/** A new delegation, or another one changed. */
export function DelegationForm({ of, onClose }: { of: Delegation | 'new' | null; onClose: () => void }) {
  const t = useRegistrationText();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const old = of === 'new' ? null : of;
  const save = useVerb({
    send: (values: Values, key) => {
      const body = { ...values, nameEn: values.nameEn?.trim() || null };
      const { position: _, ...added } = body;
      return old
        ? take(
            api.PATCH('/api/v1/events/{eventId}/delegations/{delegationId}', {
              params: { path: { eventId: event.id, delegationId: old.id } },
              headers: ifMatch(old.version),
              body,
            }),
          )
        : take(
            api.POST('/api/v1/events/{eventId}/delegations', {
              params: { path: { eventId: event.id } },
              headers: idempotencyKey(key),
              body: added,
            }),
          );
    },
    outdates: ['/api/v1/events/{eventId}/delegations', '/api/v1/events/{eventId}/stage'],
    said: t('delegations.saved'),
    onDone: () => close(),
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const close = () => {
    setProblem(null);
    onClose();
  };
  return (
    <FormDialog<Values>
      open={of !== null}
      title={old ? old.name : t('delegations.add')}
      verb={old ? t('delegations.save') : t('delegations.addVerb')}
      busy={save.isPending}
      problem={problem}
      onSubmit={(values) => save.mutate(values)}
      onClose={close}
      initial={
        old ? { code: old.code, name: old.name, nameEn: old.nameEn ?? '', position: old.position } : {}
      }
    >
      <Form.Item name="code" label={t('delegations.code')} rules={[{ required: true, max: 12 }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t('delegations.name')} rules={[{ required: true, max: 80 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="nameEn" label={t('delegations.nameEn')} rules={[{ max: 80 }]}>
        <Input />
      </Form.Item>
      {old ? (
        <Form.Item name="position" label={t('delegations.position')}>
          <InputNumber min={0} precision={0} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
