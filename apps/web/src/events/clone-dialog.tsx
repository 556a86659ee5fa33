import { DatePicker, Form, Input, InputNumber } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { dayOf, dayText } from './wall-clock.js';
import { useEventsText } from './words.js';

interface Values {
  name: string;
  edition?: string;
  heldYear: number;
  startsOn: Dayjs;
}

/** Next year's event from this one: a name and a first day are enough. */
export function CloneDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useEventsText();
  const event = useEvent();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<Problem | null>(null);
  const clone = useVerb({
    send: ({ name, edition, heldYear, startsOn }: Values, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/clones', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: { name, edition: edition?.trim() || null, heldYear, startsOn: dayText(startsOn) },
        }),
      ),
    outdates: ['/api/v1/events', '/api/v1/home'],
    said: t('clone.done'),
    onDone: (made) => {
      onClose();
      void navigate(`/events/${made.id}`);
    },
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  const nextYear = event.heldYear + 1;
  return (
    <FormDialog<Values>
      open={open}
      title={t('clone.title')}
      verb={t('clone.submit')}
      busy={clone.isPending}
      problem={problem}
      initial={{
        name: event.name.replaceAll(String(event.heldYear), String(nextYear)),
        heldYear: nextYear,
        startsOn: dayOf(event.startsOn)?.add(1, 'year'),
      }}
      onSubmit={clone.mutate}
      onClose={onClose}
    >
      <p>{t('clone.line')}</p>
      <Form.Item name="name" label={t('clone.name')} rules={[{ required: true, min: 2 }]}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="form-row">
        <Form.Item name="edition" label={t('clone.edition')} extra={t('field.editionHelp')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="heldYear" label={t('clone.year')} rules={[{ required: true }]}>
          <InputNumber min={1950} max={2100} />
        </Form.Item>
        <Form.Item name="startsOn" label={t('clone.startsOn')} rules={[{ required: true }]}>
          <DatePicker allowClear={false} />
        </Form.Item>
      </div>
    </FormDialog>
  );
}
