import { Button, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { EventCard } from './event-card.js';
import { useLandingText } from './words.js';

/** The public front: what Luban is in one sentence, and the events. */
export default function LandingPage() {
  const t = useLandingText();
  const frame = useFrameText();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const events = useKeyset(['/api/v1/public/events'], (after) =>
    take(
      api.GET('/api/v1/public/events', {
        params: { query: { limit: 100, ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  const wanted = search.trim().toLowerCase();
  const shown = (events.rows ?? []).filter(
    ({ name, nameEn }) =>
      name.toLowerCase().includes(wanted) || (nameEn ?? '').toLowerCase().includes(wanted),
  );
  const look = (q: string) => setParams(q === '' ? {} : { q }, { replace: true });

  return (
    <>
      <title>{`${frame('brand')} · ${t('title')}`}</title>
      <section className="hero">
        <h1>{t('headline')}</h1>
        <p>{t('line')}</p>
      </section>
      <section aria-labelledby="events">
        <div className="section-head">
          <h2 id="events">{t('events')}</h2>
          {(events.rows?.length ?? 0) > 4 || search !== '' ? (
            <Input
              className="table-search"
              allowClear
              prefix={<Icon name="search" />}
              aria-label={t('search')}
              placeholder={t('search')}
              value={search}
              onChange={(change) => look(change.target.value)}
            />
          ) : null}
        </div>
        {events.rows === undefined ? (
          events.error ? (
            <LoadError error={events.error} onRetry={events.retry} />
          ) : (
            <Loading />
          )
        ) : events.rows.length === 0 ? (
          <EmptyState icon="event" title={t('none')} line={t('noneLine')} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon="search"
            title={t('noMatch', { search })}
            action={<Button onClick={() => look('')}>{t('clear')}</Button>}
          />
        ) : (
          <ul className="event-list">
            {shown.map((event) => (
              <EventCard key={event.id} event={event} />
            ))}
          </ul>
        )}
        {events.more.has ? (
          <Button loading={events.more.loading} onClick={events.more.load}>
            {t('more')}
          </Button>
        ) : null}
      </section>
    </>
  );
}
