import { useEvent } from '../frame/event.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import type { RosterPreview } from './types.js';
import { useRegistrationText } from './words.js';

/** After an import: what it brought, and where to go on. */
export function RosterDone({ counts, submitted }: { counts: RosterPreview['counts']; submitted: boolean }) {
  const t = useRegistrationText();
  const event = useEvent();
  return (
    <EmptyState
      icon="checkIn"
      title={t('roster.done', { count: counts.entries })}
      line={
        <>
          {t('roster.doneLine', { competitors: counts.competitors, entered: counts.entered })}{' '}
          {submitted ? t('roster.doneSubmitted') : t('roster.doneDraft')}
        </>
      }
      action={
        <GoButton type="primary" to={`/events/${event.id}/entries${submitted ? '' : '?state=draft'}`}>
          {t('roster.toEntries')}
        </GoButton>
      }
    />
  );
}
