import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { type Review, reviewPaths } from './types.js';
import { useReviewText } from './words.js';

/** Who stands aside from this application, declared here and ended here. */
export function RecusalSection({ review }: { review: Review }) {
  const t = useReviewText();
  const times = useTimes();
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const office = review.parts.some((part) => part !== 'applicant');
  const end = useVerb({
    send: ({ recusalId, reason }: { recusalId: string; reason: string }) =>
      take(
        api.DELETE('/api/v1/applications/{applicationId}/recusals/{recusalId}', {
          params: { path: { applicationId: review.id, recusalId }, query: { reason } },
        } as never),
      ),
    outdates: reviewPaths,
    said: t('recusal.ended'),
    onDone: () => setEnding(null),
    onProblem: (refusal) => {
      setProblem(refusal);
      return true;
    },
  });
  return (
    <>
      {review.recusals.length === 0 ? <p className="quiet">{t('recusal.none')}</p> : null}
      <ul className="desk-list-plain">
        {review.recusals.map((recusal) => (
          <li key={recusal.id}>
            <div>
              {t('recusal.at', { name: recusal.name, time: times.show(recusal.at) })}
              <div className="quiet">
                {recusal.reason} · {t(recusal.declaredBySelf ? 'recusal.own' : 'recusal.byOffice')}
              </div>
            </div>
            {office ? (
              <Button
                size="small"
                onClick={() => {
                  setProblem(null);
                  setEnding(recusal.id);
                }}
              >
                {t('recusal.end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {office ? (
        <Button size="small" icon={<Icon name="person" />} onClick={() => setOpen(true)}>
          {t('act.recuse')}
        </Button>
      ) : null}
      {ending !== null ? (
        <ReasonDialog
          title={t('recusal.end')}
          label={t('recusal.endReason')}
          verb={t('recusal.end')}
          needed
          busy={end.isPending}
          problem={problem}
          onSend={(reason) => end.mutate({ recusalId: ending, reason })}
          onClose={() => setEnding(null)}
        />
      ) : null}
      {open ? <RecusalDialog review={review} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function RecusalDialog({ review, onClose }: { review: Review; onClose: () => void }) {
  const t = useReviewText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const at = { params: { path: { applicationId: review.id } } };
  const candidates = useQuery(got('/api/v1/applications/{applicationId}/recusals/candidates', at));
  const declare = useVerb({
    send: ({ accountId, reason }: { accountId?: string; reason: string }, key) =>
      take(
        api.POST('/api/v1/applications/{applicationId}/recusals', {
          ...at,
          headers: idempotencyKey(key),
          body: { reason, ...(accountId ? { accountId } : {}) },
        }),
      ),
    outdates: reviewPaths,
    said: t('recusal.done'),
    onDone: onClose,
    onProblem: (refusal) => {
      setProblem(refusal);
      return true;
    },
  });
  return (
    <FormDialog<{ accountId?: string; reason: string }>
      open
      title={t('recusal.title')}
      verb={t('recusal.verb')}
      busy={declare.isPending}
      problem={problem}
      initial={{ accountId: '' }}
      onSubmit={declare.mutate}
      onClose={onClose}
    >
      <p>{t('recusal.line')}</p>
      <Form.Item name="accountId" label={t('recusal.who')}>
        <Select
          options={[
            { value: '', label: t('recusal.self') },
            ...(candidates.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('recusal.reason')}
        rules={[{ required: true, whitespace: true, message: t('decide.required') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
