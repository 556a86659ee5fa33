import { Link } from 'react-router';
import type { paths } from '../api/schema.js';
import { eventStages } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { landingWords, useLandingText } from './words.js';

export type PublicEvent =
  paths['/api/v1/public/events']['get']['responses'][200]['content']['application/json']['items'][number];

const looks: Record<(typeof eventStages)[number], StateLook> = {
  draft: 'waiting',
  registration: 'running',
  preparation: 'running',
  competition: 'running',
  results: 'running',
  provisional: 'running',
  final: 'passed',
};

/** One event in the public list: its name, when, which rung of the ladder, where it stands. */
export function EventCard({ event }: { event: PublicEvent }) {
  const t = useLandingText();
  const frame = useFrameText();
  const language = useLanguage();
  const level = `level.${event.level}`;
  return (
    <li>
      <Link to={`/e/${event.id}`} className="event-card">
        <span className="event-card-name">
          {language === 'en' && event.nameEn ? event.nameEn : event.name}
          {event.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
        </span>
        <span className="event-card-facts figures">
          <span>
            {event.startsOn === event.endsOn ? event.startsOn : `${event.startsOn} – ${event.endsOn}`}
          </span>
          <span>{landingWords.knows(level) ? t(level) : event.level}</span>
        </span>
        <span className="event-card-stage">
          <StateTag look={looks[event.stage]} quiet>
            {frame(`stage.${event.stage}`)}
          </StateTag>
          <StagePips at={event.stage} />
        </span>
      </Link>
    </li>
  );
}

/** How far the event has come, as one pip for each stage; the words beside it say the same. */
function StagePips({ at }: { at: PublicEvent['stage'] }) {
  const now = eventStages.indexOf(at);
  return (
    <span className="pips" aria-hidden="true">
      {eventStages.map((stage, index) => (
        <i key={stage} className={index < now ? 'pip pip-done' : index === now ? 'pip pip-now' : 'pip'} />
      ))}
    </span>
  );
}
