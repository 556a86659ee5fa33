import { Input, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import type { GetPath } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import type { Form } from '../marking/types.js';
import { useDeskText } from './words.js';

/** Opens a signed form again: the reason is asked for and kept. */
export function ReopenDialog(props: { form: Form; outdates: readonly GetPath[]; onClose: () => void }) {
  const { form } = props;
  const t = useDeskText();
  const [reason, setReason] = useState('');
  const reopen = useVerb({
    send: (wish: string) =>
      take(
        api.DELETE('/api/v1/events/{eventId}/forms/{formId}/sign-off', {
          params: { path: { eventId: form.eventId, formId: form.id } },
          body: { reason: wish },
        }),
      ),
    outdates: props.outdates,
    said: t('peek.reopened'),
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={t('peek.reopenTitle', { work: form.workCode, sub: form.subCriterion.code })}
      okText={t('peek.reopen')}
      okButtonProps={{ disabled: reason.trim().length < 5, loading: reopen.isPending }}
      onOk={() => reopen.mutate(reason.trim())}
      onCancel={props.onClose}
    >
      <p>{t('peek.reopenLine')}</p>
      <label htmlFor="reopen-reason">{t('peek.reason')}</label>
      <Input.TextArea
        id="reopen-reason"
        autoSize={{ minRows: 3 }}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
