import { Button } from 'antd';
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

/** Stays below the desk after each step: what was done, and one button that takes it back. */
export function UndoBar(props: { undoable: Undoable; onClose: () => void; onUndone: (id: string) => void }) {
  const t = useReviewText();
  const { id, said, undo } = props.undoable;
  const verb = useVerb({
    send: async (wish: NonNullable<Undoable['undo']>, key) => {
      if (wish.kind === 'bulk') {
        await take(
          api.POST('/api/v1/review-desk/acceptance-undos', {
            body: { applications: wish.applications },
            headers: idempotencyKey(key),
          }),
        );
        return;
      }
      const init = { params: { path: { applicationId: id } }, headers: ifMatch(wish.version) };
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
        <Button
          size="small"
          icon={<Icon name="undo" />}
          loading={verb.isPending}
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
