import { useQuery } from '@tanstack/react-query';
import { useLive } from '../api/live.js';
import { got, outdate } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { ByHand } from '../look/by-hand.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { PlaceClock } from './place-clock.js';
import { TimeRecords } from './time-records.js';
import { useSecondsSince } from './use-floor-clock.js';
import { useFloorText } from './words.js';

const path = '/api/v1/events/{eventId}/my-time';

/** A competitor's own clocks on a phone, and each record to be confirmed. */
export default function OwnTimePage() {
  const t = useFloorText();
  const { id: eventId } = useEvent();
  const own = useQuery({ ...got(path, { params: { path: { eventId } } }), refetchInterval: 20_000 });
  const read = () => void outdate(path);
  useLive(`/api/v1/events/${eventId}/progress/live`, read, read);
  const seconds = useSecondsSince(own.dataUpdatedAt);
  if (own.isPending) return <Loading />;
  if (own.isError) return <LoadError error={own.error} onRetry={() => void own.refetch()} />;
  return (
    <ByHand>
      <div className="reading-page">
        <PageHeader title={t('nav.own')} line={t('own.line')} />
        {own.data.items.length === 0 ? (
          <EmptyState icon="timer" title={t('own.none')} line={t('own.noneLine')} />
        ) : (
          own.data.items.map((place) => (
            <article key={place.placementId} className={`place is-${place.state} own-place`}>
              <header>
                <h2>
                  {place.workstation ? t('floor.place', { place: place.workstation }) : t('floor.noPlace')}
                  <span className="quiet figures">{t('own.entry', { entry: place.entryNumber ?? '' })}</span>
                </h2>
              </header>
              <PlaceClock place={place} seconds={seconds} />
              <TimeRecords eventId={eventId} records={place.records} part="competitor" />
            </article>
          ))
        )}
      </div>
    </ByHand>
  );
}
