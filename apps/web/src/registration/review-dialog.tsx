import { useQuery } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { OutcomeList } from './outcomes-dialog.js';
import { entryPaths, type Entry, type EntryOutcomes } from './types.js';
import { useRegistrationText } from './words.js';

interface Review {
  decision: 'accept' | 'return';
  entries: Entry[];
}

/** Many entries reviewed at once: first what would happen to each, then, on confirmation, exactly that. */
export function ReviewDialog(props: {
  review: Review | null;
  onClose: () => void;
  onDone: (outcomes: EntryOutcomes) => void;
}) {
  return props.review ? <Opened {...props} review={props.review} /> : null;
}

function Opened({
  review,
  onClose,
  onDone,
}: {
  review: Review;
  onClose: () => void;
  onDone: (outcomes: EntryOutcomes) => void;
}) {
  const t = useRegistrationText();
  const event = useEvent();
  const [reason, setReason] = useState('');
  const { decision, entries } = review;
  const at = { params: { path: { eventId: event.id } } };
  const body = { decision, entries: entries.map(({ id, version }) => ({ id, version })) };
  const preview = useQuery({
    queryKey: ['entry-review-preview', event.id, body],
    gcTime: 0,
    queryFn: () => take(api.POST('/api/v1/events/{eventId}/entry-review-previews', { ...at, body })),
  });
  const confirm = useVerb({
    send: (why: string, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/entry-reviews', {
          ...at,
          headers: idempotencyKey(key),
          body: { ...body, ...(decision === 'return' ? { reason: why } : {}) },
        }),
      ),
    outdates: entryPaths,
    onDone: (outcomes) => {
      onClose();
      if (outcomes) onDone(outcomes);
    },
  });
  const doubtful =
    preview.data?.outcomes.filter(({ done, findings }) => done && findings.length > 0).length ?? 0;
  return (
    <Modal
      open
      width={720}
      title={t(`entries.reviewTitle_${decision}`, { count: entries.length })}
      okText={decision === 'accept' ? t('entries.confirmAccept') : t('entries.confirmReturn')}
      cancelText={t('entry.cancel')}
      okButtonProps={{
        disabled:
          !preview.data || preview.data.done === 0 || (decision === 'return' && reason.trim().length < 2),
        danger: decision === 'return',
      }}
      confirmLoading={confirm.isPending}
      onOk={() => confirm.mutate(reason.trim())}
      onCancel={onClose}
    >
      {preview.isError ? (
        <LoadError error={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <Loading />
      ) : (
        <>
          <p>
            {t('entries.reviewLine')} <strong>{t('entries.willDo', { count: preview.data.done })}</strong>
            {preview.data.refused > 0 ? `，${t('entries.willNot', { count: preview.data.refused })}` : ''}
            {doubtful > 0 ? `，${t('entries.doubtful', { count: doubtful })}` : ''}
          </p>
          {decision === 'return' ? (
            <label className="stacked-label">
              {t('entries.returnReason')}
              <Input.TextArea
                rows={3}
                maxLength={500}
                value={reason}
                onChange={(change) => setReason(change.target.value)}
              />
            </label>
          ) : null}
          <OutcomeList outcomes={preview.data} entries={entries} />
        </>
      )}
    </Modal>
  );
}
