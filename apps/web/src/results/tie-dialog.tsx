import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import type { UndecidedTie } from './types.js';
import { useResultsText } from './words.js';

/** The chief judge's ruling on one tie: puts the works in order and says why. */
export function TieDialog(props: {
  eventId: string;
  skillId: string;
  tie: UndecidedTie;
  onClose: () => void;
}) {
  const t = useResultsText();
  const { eventId, skillId, tie } = props;
  const [order, setOrder] = useState(tie.entries);
  const [problem, setProblem] = useState<Problem | null>(null);
  const rule = useVerb({
    send: (wish: { order: string[]; reason: string }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/tie-rulings', {
          params: { path: { eventId, skillId } },
          body: wish,
          headers: idempotencyKey(key),
        }),
      ),
    outdates: [
      '/api/v1/events/{eventId}/skills/{skillId}/ranking',
      '/api/v1/events/{eventId}/skills/{skillId}/decoding',
      '/api/v1/home',
    ],
    said: t('tie.done'),
    onDone: props.onClose,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const move = (from: number, to: number) =>
    setOrder((now) => {
      const next = [...now];
      const [moved] = next.splice(from, 1);
      if (moved) next.splice(to, 0, moved);
      return next;
    });
  return (
    <FormDialog<{ reason: string }>
      open
      title={t('tie.dialog')}
      verb={t('tie.confirm')}
      busy={rule.isPending}
      problem={problem}
      onSubmit={({ reason }) =>
        rule.mutate({ order: order.map(([code = '']) => code), reason: reason.trim() })
      }
      onClose={props.onClose}
    >
      <p>{t('tie.line')}</p>
      <div className="field-label">{t('tie.order')}</div>
      <ol className="tie-order">
        {order.map((codes, at) => (
          <li key={codes.join('/')}>
            <span className="figures tie-place">{tie.position + at}</span>
            <span className="code">{codes.join(' + ')}</span>
            <Button
              icon={<Icon name="up" />}
              aria-label={`${t('tie.up')} ${codes.join(' + ')}`}
              disabled={at === 0}
              onClick={() => move(at, at - 1)}
            />
            <Button
              icon={<Icon name="down" />}
              aria-label={`${t('tie.down')} ${codes.join(' + ')}`}
              disabled={at === order.length - 1}
              onClick={() => move(at, at + 1)}
            />
          </li>
        ))}
      </ol>
      <Form.Item
        name="reason"
        label={t('tie.reason')}
        extra={t('tie.reasonHelp')}
        rules={[{ required: true, min: 5, whitespace: true, message: t('tie.reasonNeeded') }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  );
}
