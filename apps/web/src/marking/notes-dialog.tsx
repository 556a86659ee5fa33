import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { idempotencyKey } from '../api/attempt.js';
import { useVerb } from '../api/verb.js';
import { useTimes } from '../language/times.js';
import { ByHand } from '../look/by-hand.js';
import type { Form } from './types.js';
import { useMarkingText } from './words.js';

/** Remarks on a form (`aspectId` null) or on one of its aspects. */
export function NotesDialog({
  form,
  aspectId,
  onClose,
}: {
  form: Form;
  aspectId: string | null;
  onClose: () => void;
}) {
  const t = useMarkingText();
  const times = useTimes();
  const [text, setText] = useState('');
  const params = { path: { eventId: form.eventId, formId: form.id } };
  const write = useVerb({
    send: (wish: string, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/forms/{formId}/notes', {
          params,
          body: { text: wish, ...(aspectId === null ? {} : { aspectId }) },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: ['/api/v1/events/{eventId}/forms/{formId}'],
    said: t('notes.added'),
    onDone: () => setText(''),
  });
  const notes = form.notes.filter((note) => note.aspectId === aspectId);
  const code = form.aspects.find(({ id }) => id === aspectId)?.code;
  return (
    <Modal
      open
      title={code === undefined ? t('notes.titleForm') : t('notes.title', { code })}
      footer={null}
      onCancel={onClose}
    >
      <ByHand>
        <ul className="notes">
          {notes.length === 0 ? <li className="quiet">{t('notes.none')}</li> : null}
          {notes.map((note) => (
            <li key={note.id}>
              <p>{note.text}</p>
              <span className="quiet">
                {note.by} · {times.show(note.at)}
              </span>
            </li>
          ))}
        </ul>
        {form.state === 'signed' ? null : (
          <div className="note-form">
            <label htmlFor="note-text">{t('notes.text')}</label>
            <Input.TextArea
              id="note-text"
              autoSize={{ minRows: 3 }}
              maxLength={2000}
              value={text}
              onChange={({ target }) => setText(target.value)}
            />
            <Button
              type="primary"
              disabled={text.trim() === ''}
              loading={write.isPending}
              onClick={() => write.mutate(text.trim())}
            >
              {t('notes.add')}
            </Button>
          </div>
        )}
      </ByHand>
    </Modal>
  );
}
