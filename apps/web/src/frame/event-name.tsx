import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { got } from '../api/query.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { useFrameText } from './words.js';

/** Above an event's navigation: the way back, its name in the reader's language, its stage. */
export function EventName({ eventId }: { eventId: string }) {
  const t = useFrameText();
  const language = useLanguage();
  const { data: event } = useQuery(got('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
  return (
    <div className="event-name">
      <Link to="/events" className="event-back">
        <Icon name="back" size="1em" />
        {t('allEvents')}
      </Link>
      <Link to={`/events/${eventId}`} className="event-title">
        {event ? (language === 'en' && event.nameEn ? event.nameEn : event.name) : ' '}
      </Link>
      {event ? (
        <span className="event-stage">
          {t(`stage.${event.stage}`)}
          {event.demo ? <span className="demo-flag">{t('demo')}</span> : null}
        </span>
      ) : null}
    </div>
  );
}
