import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { paperPaths, type PaperEntry } from './types.js';
import { usePaperText } from './words.js';

const presets = ['misread', 'wrongSheet', 'unreadable', 'unsigned'] as const;

/** Sends an entry back with a reason, or takes back one's own. Open while `entry` is given. */
export function RefuseDialog(props: {
  entry: Pick<PaperEntry, 'id'> | null;
  withdraw?: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const t = usePaperText();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const refuse = useVerb({
    send: ({ id, reason }: { id: string; reason: string }) =>
      take(
        api.DELETE('/api/v1/events/{eventId}/paper-entries/{entryId}', {
          params: { path: { eventId: event.id, entryId: id } },
          body: { reason },
        }),
      ),
    outdates: paperPaths,
    said: t('refuse.done'),
    onDone: () => {
      setProblem(null);
      props.onDone();
    },
    onProblem: (found) => {
      setProblem(found);
      return true;
    },
  });
  return (
    <FormDialog<{ reason: string }>
      open={props.entry !== null}
      title={t(props.withdraw ? 'refuse.withdrawTitle' : 'refuse.title')}
      verb={t(props.withdraw ? 'refuse.withdraw' : 'refuse.verb')}
      busy={refuse.isPending}
      problem={problem}
      onClose={() => {
        setProblem(null);
        props.onClose();
      }}
      onSubmit={({ reason }) => props.entry && refuse.mutate({ id: props.entry.id, reason: reason.trim() })}
    >
      <p>{t('refuse.line')}</p>
      <Form.Item noStyle shouldUpdate>
        {(form) => (
          <p className="paper-presets">
            {presets.map((preset) => (
              <Button
                key={preset}
                size="small"
                onClick={() => form.setFieldValue('reason', t(`refuse.presets.${preset}`))}
              >
                {t(`refuse.presets.${preset}`)}
              </Button>
            ))}
          </p>
        )}
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('refuse.reason')}
        rules={[{ required: true, min: 2, whitespace: true }]}
      >
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
