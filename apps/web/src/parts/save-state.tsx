import { StateTag, type StateLook } from './state-tag.js';
import { usePartText } from './words.js';
import { useTimes } from '../language/times.js';

export type Saving =
  | { state: 'saved'; at?: string | undefined }
  | { state: 'unsaved' }
  | { state: 'sending' }
  | { state: 'refused' }
  | { state: 'offline' };

const looks: Record<Saving['state'], StateLook> = {
  saved: 'passed',
  unsaved: 'waiting',
  sending: 'running',
  refused: 'blocking',
  offline: 'warning',
};

/** Saved, unsaved, sending, off-line – with the count of what has not been sent yet beside it. */
export function SaveState({ saving, unsent = 0 }: { saving: Saving; unsent?: number }) {
  const t = usePartText();
  const times = useTimes();
  const word =
    saving.state === 'saved' && saving.at !== undefined
      ? t('save.savedAt', { time: times.show(saving.at, 'time') })
      : t(`save.${saving.state}`);
  return (
    <span className="save-state" role="status">
      <StateTag look={looks[saving.state]} quiet>
        {word}
      </StateTag>
      {unsent > 0 ? <span className="unsent">{t('save.unsent', { count: unsent })}</span> : null}
    </span>
  );
}
