import { Link } from 'react-router';
import { useEvent } from '../frame/event.js';
import { formatCount } from '../language/format.js';
import { useEventsText } from './words.js';

/** How much of the set-up is there, each number leading to where it is made. */
export function EventNumbers() {
  const t = useEventsText();
  const { id, counts } = useEvent();
  const lines = [
    { key: 'skills', count: counts.skills, to: 'skills' },
    { key: 'groups', count: counts.groups, to: 'skills' },
    { key: 'modules', count: counts.modules, to: 'skills' },
    { key: 'sessions', count: counts.sessions, to: 'skills' },
    { key: 'workstations', count: counts.workstationsUsable, to: 'skills' },
    { key: 'venues', count: counts.venues, to: 'venues' },
  ] as const;
  return (
    <section className="panel" aria-labelledby="numbers">
      <h2 id="numbers">{t('home.numbers')}</h2>
      <ul className="numbers">
        {lines.map(({ key, count, to }) => (
          <li key={key}>
            <Link to={`/events/${id}/${to}`}>
              <span className="number figures">{formatCount(count)}</span>
              <span>{t(`number.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {counts.workstationsSpare + counts.workstationsFailed > 0 ? (
        <p className="quiet figures">
          {t('number.workstationsNote', {
            spare: counts.workstationsSpare,
            failed: counts.workstationsFailed,
          })}
        </p>
      ) : null}
    </section>
  );
}
