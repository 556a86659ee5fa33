import { Button, Input } from 'antd';
import { useState } from 'react';
import { ifMatch, idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { reviewPaths, type SeenApplication } from './types.js';
import { useReviewText } from './words.js';

/** A step that was just taken and how it is taken back; without a kind it only says what was done. */
export interface Undoable {
  id: string;
  said: string;
  undo:
    | { kind: 'acceptance' | 'decision'; version: number }
    | { kind: 'bulk'; applications: SeenApplication[] }
    | null;
}

/** Stays below the desk after each step: what was done, and one button that takes it back for a short reason. */
export function UndoBar(props: { undoable: Undoable; onClose: () => void; onUndone: (id: string) => void }) {
  const t = useReviewText();
  const { id, said, undo } = props.undoable;
  const [words, setWords] = useState<string | null>(null);
  const written = words ?? t('act.undoReasonUsual');
  const reason = written.trim();
  const verb = useVerb({
    send: async (wish: NonNullable<Undoable['undo']>, key) => {
      if (wish.kind === 'bulk') {
        await take(
          api.POST('/api/v1/review-desk/acceptance-undos', {
            body: { applications: wish.applications, reason },
            headers: idempotencyKey(key),
          }),
        );
        return;
      }
      const init = {
        params: { path: { applicationId: id }, query: { reason } },
        headers: ifMatch(wish.version),
      };
      if (wish.kind === 'acceptance')
        await take(api.DELETE('/api/v1/applications/{applicationId}/acceptance', init as never));
      else await take(api.DELETE('/api/v1/applications/{applicationId}/decision', init as never));
    },
    outdates: reviewPaths,
    onDone: (_, wish) => {
      props.onClose();
      if (wish.kind !== 'bulk') props.onUndone(id);
    },
  });
  return (
    <div className="undo-bar" role="status">
      <Icon name="checkIn" />
      <span>{said}</span>
      {undo ? (
        <Input
          size="small"
          style={{ width: 160 }}
          aria-label={t('act.undoReason')}
          maxLength={200}
          value={written}
          onChange={({ target }) => setWords(target.value)}
        />
      ) : null}
      {undo ? (
        <Button
          size="small"
          icon={<Icon name="undo" />}
          loading={verb.isPending}
          disabled={reason === ''}
          onClick={() => verb.mutate(undo)}
        >
          {t('act.undo')}
        </Button>
      ) : null}
      {undo ? <span className="quiet">{t('act.undoUntil')}</span> : null}
      <Button
        size="small"
        type="text"
        aria-label={t('act.close')}
        icon={<Icon name="close" />}
        onClick={props.onClose}
      />
    </div>
  );
}
