import { Link } from 'react-router';
import { untilDue } from '../language/format.js';
import { useSaid } from '../language/language.js';
import { useNow, useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import type { Waiting } from './waiting.js';
import { useHomeText } from './words.js';

/** One line of what waits, the whole of it a link to where it is done. */
export function WaitingLine({ item }: { item: Waiting }) {
  const said = useSaid();
  return (
    <li>
      <Link to={item.href} className="waiting-line">
        <span className="waiting-what">{said(item.message)}</span>
        {item.dueAt ? <Due at={item.dueAt} /> : null}
        <Icon name="next" size="1em" />
      </Link>
    </li>
  );
}

/** The clock of a line: how long is left (shape and word before colour), and the time itself. */
function Due({ at }: { at: string }) {
  const t = useHomeText();
  const times = useTimes();
  const now = useNow();
  const { unit, count, past } = untilDue(at, now);
  const key =
    `due.${past ? 'past' : 'left'}${unit === 'minute' ? 'Minute' : unit === 'hour' ? 'Hour' : 'Day'}` as const;
  const close = past || (unit === 'minute' && count < 60);
  return (
    <span
      className={`due figures${past ? ' due-past' : close ? ' due-close' : ''}`}
      title={t('due.at', { time: times.showNamed(at) })}
    >
      <Icon name="timer" size="1.1em" />
      {t(key, { count })}
    </span>
  );
}
