import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import type { components } from '../api/schema.js';
import { useEventName } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { untilDue, zoneName } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useNow, useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { useCompetitorText } from './words.js';
import './competitor.css';

type MyEntry = components['schemas']['MyEntry'];
type MyPlacement = components['schemas']['MyPlacement'];

const statusLooks: Record<MyPlacement['status'], StateLook> = {
  entered: 'waiting',
  present: 'passed',
  absent: 'warning',
  withdrawn: 'ended',
  retired: 'warning',
  disqualified: 'blocking',
};

/** A competitor's own sessions and workstations, made for a phone: the next one large, with a clock. */
export default function MyPlacementsPage() {
  const t = useCompetitorText();
  const language = useLanguage();
  const event = useEvent();
  const name = useEventName();
  const mine = useQuery({
    ...got('/api/v1/events/{eventId}/my-placements', { params: { path: { eventId: event.id } } }),
    refetchInterval: 60_000,
  });
  if (mine.isError && !mine.data) return <LoadError error={mine.error} onRetry={() => void mine.refetch()} />;
  if (!mine.data) return <Loading />;
  return (
    <div className="my-day">
      <PageHeader title={t('title')} line={name} />
      {mine.data.entries.length === 0 ? (
        <EmptyState icon="person" title={t('empty')} line={t('emptyLine')} />
      ) : null}
      {mine.data.entries.map((entry) => (
        <EntryDay key={entry.entryId} entry={entry} />
      ))}
      <p className="quiet">{t('zone', { zone: zoneName(mine.data.timeZone, language) })}</p>
    </div>
  );
}

function EntryDay({ entry }: { entry: MyEntry }) {
  const t = useCompetitorText();
  const language = useLanguage();
  const now = useNow(10);
  const placed = entry.placements.filter(({ startsAt }) => startsAt !== null);
  const next = placed.find(({ endsAt }) => endsAt !== null && new Date(endsAt) > now);
  const rest = entry.placements.filter((place) => place !== next);
  const out = entry.status === 'withdrawn' || entry.status === 'disqualified';
  return (
    <section className="my-entry">
      <h2>{language === 'en' && entry.skillNameEn ? entry.skillNameEn : entry.skillName}</h2>
      <p className="my-who">
        {entry.entryNumber ? (
          <span>
            {t('number')} <strong className="figures">{entry.entryNumber}</strong>
          </span>
        ) : null}
        <span>{entry.groupName}</span>
        <span>{entry.delegationName}</span>
        {entry.status === 'entered' || entry.status === 'present' ? null : (
          <StateTag look={statusLooks[entry.status]}>{t(`status.${entry.status}`)}</StateTag>
        )}
      </p>
      {entry.state === 'accepted' ? null : (
        <p>
          <StateTag look={entry.state === 'returned' ? 'warning' : 'waiting'}>
            {t(`state.${entry.state}`)}
          </StateTag>
        </p>
      )}
      {next && !out ? <NextPlace place={next} /> : null}
      {placed.length === 0 ? <p className="my-later">{t('notDrawn')}</p> : null}
      {!next && placed.length > 0 ? <p className="my-later">{t('afterAll')}</p> : null}
      {rest.map((place) => (
        <OtherPlace key={place.moduleId} place={place} />
      ))}
      <dl className="my-facts">
        {entry.venueName ? (
          <>
            <dt>{t('venue')}</dt>
            <dd>
              {entry.venueName}
              {entry.venueAddress ? <span className="quiet"> {entry.venueAddress}</span> : null}
            </dd>
          </>
        ) : null}
        {entry.teamMates.length > 0 ? (
          <>
            <dt>{t('team')}</dt>
            <dd>
              {entry.teamName ? `${entry.teamName}：` : ''}
              {entry.teamMates.join('、')}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** The session that comes next, or is going on: where and in how long. */
function NextPlace({ place }: { place: MyPlacement }) {
  const t = useCompetitorText();
  const times = useTimes();
  const now = useNow(10);
  const { unit, count, past } = untilDue(place.startsAt ?? now.toISOString(), now);
  const clock = t(unit, { count });
  return (
    <article className={`my-next${past ? ' my-now' : ''}`} aria-label={past ? t('now') : t('next')}>
      <header>
        <span>{past ? t('now') : t('next')}</span>
        <StateTag look={statusLooks[place.status]}>{t(`status.${place.status}`)}</StateTag>
      </header>
      <div className="my-module">
        {place.moduleCode} {place.moduleName}
      </div>
      <div className="my-big">
        <div>
          <small>{t('station')}</small>
          <strong className="figures">{place.workstationCode ?? '–'}</strong>
        </div>
        <div>
          <small>{t('start')}</small>
          <strong className="figures">{times.show(place.startsAt, 'time')}</strong>
        </div>
      </div>
      <p className="my-clock" role="timer">
        {past ? t('started', { time: clock }) : t('inTime', { time: clock })}
      </p>
      <p className="quiet figures">
        {times.show(place.startsAt, 'day')} · {place.sessionName} · {times.show(place.startsAt, 'time')}–
        {times.show(place.endsAt, 'time')} · {t('minutes', { count: place.durationMinutes })}
      </p>
      {place.movedBecause ? <p className="my-moved">{t('moved', { reason: place.movedBecause })}</p> : null}
    </article>
  );
}

function OtherPlace({ place }: { place: MyPlacement }) {
  const t = useCompetitorText();
  const times = useTimes();
  const now = useNow(60);
  const over = place.endsAt !== null && new Date(place.endsAt) <= now;
  return (
    <article className={`my-other${over ? ' my-over' : ''}`}>
      <div>
        <strong>
          {place.moduleCode} {place.moduleName}
        </strong>
        <div className="quiet figures">
          {place.startsAt ? `${times.show(place.startsAt).slice(5)} · ${place.sessionName}` : t('undrawn')}
        </div>
        {place.movedBecause ? (
          <div className="my-moved">{t('moved', { reason: place.movedBecause })}</div>
        ) : null}
      </div>
      <div className="my-station figures">
        {place.workstationCode ?? '–'}
        <small>
          {over ? (place.status === 'entered' ? t('over') : t(`status.${place.status}`)) : t('station')}
        </small>
      </div>
    </article>
  );
}
