import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { setUpPaths, type Skill, type Workstation } from './types.js';
import { useEventsText } from './words.js';

interface Values {
  codes: string;
  state: Workstation['state'];
}

/** Many workstations at once: `A01–A24`. */
export function AddWorkstations({
  open,
  skill,
  onClose,
}: {
  open: boolean;
  skill: Skill;
  onClose: () => void;
}) {
  const t = useEventsText();
  const { id: eventId } = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useVerb({
    send: (body: Values, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/workstations', {
          params: { path: { eventId, skillId: skill.id } },
          headers: idempotencyKey(key),
          body,
        }),
      ),
    outdates: setUpPaths,
    said: (made) => t('station.created', { count: made.items.length }),
    onDone: () => {
      setProblem(null);
      onClose();
    },
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  return (
    <FormDialog<Values>
      open={open}
      title={t('station.add')}
      verb={t('station.add')}
      busy={add.isPending}
      problem={problem}
      initial={{ state: 'usable' }}
      onSubmit={add.mutate}
      onClose={() => {
        setProblem(null);
        onClose();
      }}
    >
      <Form.Item
        name="codes"
        label={t('station.codes')}
        extra={t('station.codesHelp')}
        rules={[{ required: true, whitespace: true, message: t('station.codesHelp') }]}
      >
        <Input.TextArea rows={2} maxLength={5000} />
      </Form.Item>
      <Form.Item name="state" required label={t('station.state')}>
        <Radio.Group
          options={(['usable', 'spare', 'failed'] as const).map((state) => ({
            value: state,
            label: t(`station.${state}`),
          }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
