import { useEffect, useState } from 'react';
import { formatTime } from '../language/format.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

const hourMs = 3_600_000;

/** The server's clock: this device's, put right by the last answer. Ticks each second in the last day. */
function useServerNow(serverTime: string, answeredAt: number, until: string | null): number {
  const offset = Date.parse(serverTime) - answeredAt;
  const [now, setNow] = useState(() => Date.now() + offset);
  const left = until === null ? Infinity : Date.parse(until) - now;
  const everyMs = left > -hourMs && left < 25 * hourMs ? 1000 : 30_000;
  useEffect(() => {
    setNow(Date.now() + offset);
    const timer = setInterval(() => setNow(Date.now() + offset), everyMs);
    return () => clearInterval(timer);
  }, [offset, everyMs]);
  return now;
}

/**
 * How long the window is open, by the server's clock: days, then hours and minutes, the last day to the second. A
 * returned application runs against the time until which it is to be completed.
 */
export function WindowClock({
  application,
  answeredAt,
}: {
  application: Pick<Application, 'window' | 'state' | 'completionDueAt' | 'serverTime'>;
  /** When the answer with `serverTime` arrived, by this device's clock. */
  answeredAt: number;
}) {
  const t = useApplicationsText();
  const { window, completionDueAt } = application;
  const returned = application.state === 'returned' && completionDueAt !== null;
  const opens = window !== null && Date.parse(application.serverTime) < Date.parse(window.opensAt);
  const until = returned
    ? completionDueAt
    : window === null
      ? null
      : opens
        ? window.opensAt
        : window.closesAt;
  const now = useServerNow(application.serverTime, answeredAt, until);
  if (until === null) {
    return (
      <span className="window-clock">
        <span>{t('clock.none')}</span>
      </span>
    );
  }
  const left = Date.parse(until) - now;
  const stillOpens = opens && left > 0;
  const over = left <= 0 && !opens;
  const line = returned ? 'clock.dueAt' : stillOpens ? 'clock.opensAt' : 'clock.closesAt';
  const label = over
    ? returned
      ? 'clock.overdue'
      : 'clock.closed'
    : returned
      ? 'clock.due'
      : stillOpens
        ? 'clock.notYet'
        : 'clock.open';
  const shownUntil = opens && !stillOpens ? (window?.closesAt ?? until) : until;
  return (
    <span
      className={`window-clock${over ? ' window-over' : left < 24 * hourMs && !stillOpens ? ' window-soon' : ''}`}
      role="timer"
    >
      <span>{t(label)}</span>
      {over ? null : <strong>{remaining(Math.max(0, left), t)}</strong>}
      <span className="quiet figures">
        {t(line, { time: formatTime(shownUntil, 'Asia/Shanghai', 'second') })} · {t('clock.rule')}
      </span>
    </span>
  );
}

function remaining(left: number, t: ReturnType<typeof useApplicationsText>): string {
  if (left >= 24 * hourMs) {
    const days = Math.floor(left / (24 * hourMs));
    return t('clock.days', { count: days, hours: Math.floor((left % (24 * hourMs)) / hourMs) });
  }
  const seconds = Math.floor(left / 1000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}
