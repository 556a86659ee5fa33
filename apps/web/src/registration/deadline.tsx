import { useEvent } from '../frame/event.js';
import { untilDue } from '../language/format.js';
import { useNow, useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { useRegistrationText } from './words.js';

/** Where registration stands for delegations, as the server decides it: on the second, by its own clock. */
export function useRegistrationDoor(): 'notYet' | 'open' | 'closed' {
  const event = useEvent();
  const now = useNow(5);
  if (event.stage === 'draft') return 'notYet';
  if (event.stage !== 'registration') return 'closed';
  if (event.registrationOpensAt && now < new Date(event.registrationOpensAt)) return 'notYet';
  return event.registrationClosesAt && now >= new Date(event.registrationClosesAt) ? 'closed' : 'open';
}

/** When registration closes, with a clock. */
export function Deadline() {
  const t = useRegistrationText();
  const times = useTimes();
  const event = useEvent();
  const now = useNow(5);
  const door = useRegistrationDoor();
  const { registrationOpensAt: opensAt, registrationClosesAt: closesAt } = event;
  const words = () => {
    if (door === 'notYet')
      return opensAt ? t('entries.notOpen', { at: times.showNamed(opensAt) }) : t('entries.notOpenYet');
    if (door === 'closed')
      return closesAt && event.stage === 'registration'
        ? t('entries.closed', { at: times.showNamed(closesAt, 'second') })
        : t('entries.over');
    if (!closesAt) return t('entries.noDeadline');
    const { unit, count } = untilDue(closesAt, now);
    return `${t('entries.closesAt', { at: times.showNamed(closesAt) })} · ${t('entries.left', { time: t(`entries.${unit}`, { count }) })}`;
  };
  const near = door === 'open' && closesAt && new Date(closesAt).getTime() - now.getTime() < 24 * 3_600_000;
  return (
    <span className={`deadline${near ? ' deadline-near' : ''}`}>
      <Icon name="timer" />
      {words()}
    </span>
  );
}
