import { Form } from 'antd';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { type NewSkillValues, plannedModule } from './new-skill-values.js';
import { plannedSessions } from './planned-sessions.js';
import { useEventsText } from './words.js';

/** The sessions that will be made of the rows above, as they are typed. */
export function PlannedList() {
  const t = useEventsText();
  const times = useTimes();
  const event = useEvent();
  const modules = Form.useWatch((values: NewSkillValues) => values.modules) ?? [];
  const complete = modules.filter((row) => row && row.durationMinutes > 0 && row.day > 0 && row.sittings > 0);
  const sessions = plannedSessions(event, complete.map(plannedModule), (n) => t('quick.sitting', { n }));
  if (sessions.length === 0) return null;
  return (
    <div className="planned">
      <h3>{t('quick.planned')}</h3>
      <ol>
        {sessions.map((session) => (
          <li key={`${session.moduleCode} ${session.startsAt}`}>
            <strong>{session.moduleCode}</strong> {session.name}
            <span className="quiet figures">
              {times.show(session.startsAt).slice(5)} – {times.show(session.endsAt, 'time')}
            </span>
          </li>
        ))}
      </ol>
      {times.zoneNote ? <p className="quiet">{t('session.zone', { zone: times.zoneNote })}</p> : null}
    </div>
  );
}
