import { Form, Input } from 'antd';
import { useState } from 'react';
import type { Problem } from '../api/problem.js';
import { useEvent } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { FindingList, type Finding } from '../parts/finding-list.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useEnterStage } from './event-stage.js';
import type { NextStage } from './types.js';
import { useEventsText } from './words.js';

/** A step back: what it means, what stands in its way, and the reason that will be kept. */
export function StepBackDialog({
  open,
  way,
  onClose,
}: {
  open: boolean;
  way: NextStage;
  onClose: () => void;
}) {
  const t = useEventsText();
  const frame = useFrameText();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = useEnterStage(event.id, {
    onDone: onClose,
    onProblem: (met) => {
      if (met.isStale) return false;
      setProblem(met);
      return true;
    },
  });
  const blocking = way.findings.filter(({ severity }) => severity !== 'passed');
  const met = (problem?.extra as { findings?: Finding[] } | undefined)?.findings;
  const stage = frame(`stage.${way.to}`);
  return (
    <FormDialog<{ reason: string }>
      open={open}
      title={t('back.title', { stage })}
      verb={t('back.title', { stage })}
      busy={enter.isPending}
      problem={problem}
      onSubmit={({ reason }) => enter.mutate({ to: way.to, reason, version: event.version })}
      onClose={onClose}
    >
      <p>{t('back.line')}</p>
      {(met ?? blocking.length > 0) ? <FindingList findings={met ?? blocking} onGo={onClose} /> : null}
      <Form.Item
        name="reason"
        label={t('back.reason')}
        rules={[{ required: true, whitespace: true, message: t('back.reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
    </FormDialog>
  );
}
