import { useTimes } from '../language/times.js';
import type { EventDto } from './types.js';
import { useEventsText } from './words.js';

type Facts = Pick<EventDto, 'level' | 'class' | 'specialKind' | 'edition' | 'startsOn' | 'endsOn'>;

/** One quiet line about an event: its rung of the ladder, edition, dates, and the zone where it could be mistaken. */
export function EventFacts({ event }: { event: Facts }) {
  const t = useEventsText();
  const times = useTimes();
  const facts = [
    t(`level.${event.level}`),
    event.class ? t(`class.${event.class}`) : null,
    event.specialKind ? t(`special.${event.specialKind}`) : null,
    event.edition,
    event.startsOn === event.endsOn ? event.startsOn : `${event.startsOn} – ${event.endsOn}`,
    times.zoneNote,
  ];
  return (
    <span className="facts figures">
      {facts.filter(Boolean).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}
