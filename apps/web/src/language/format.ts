import type { Language } from './words.js';

/** Where competitions are held unless an event says otherwise. */
export const defaultZone = 'Asia/Shanghai';

/** "Not yet marked": never looks like zero. */
export const notYet = '–';

/**
 * A mark on screen and on paper: always two decimals, `–` when there is none yet.
 * @param hundredths an integer number of hundredths, or null/undefined when not yet marked
 */
export function formatMark(hundredths: number | null | undefined): string {
  if (hundredths === null || hundredths === undefined) return notYet;
  if (!Number.isInteger(hundredths))
    throw new RangeError(`marks are integers in hundredths, got ${hundredths}`);
  const size = Math.abs(hundredths);
  const digits = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return hundredths < 0 ? `−${digits}` : digits;
}

/** A count with thousands separated: `1,240`; `–` when unknown. */
export function formatCount(count: number | null | undefined): string {
  return count === null || count === undefined ? notYet : count.toLocaleString('en-US');
}

/** How much of an instant is shown. */
export type TimePart = 'dayTime' | 'day' | 'time' | 'second';

const parts: Record<TimePart, Intl.DateTimeFormatOptions> = {
  dayTime: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  second: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
};

/**
 * An instant in an event's time zone, sortable to the eye: `2026-11-22 14:32`, the same in both languages.
 * @param iso an ISO 8601 instant with its zone, as the API gives it; null or undefined shows `–`
 * @param zone an IANA zone name; the event's
 */
export function formatTime(
  iso: string | null | undefined,
  zone: string = defaultZone,
  part: TimePart = 'dayTime',
): string {
  if (!iso) return notYet;
  const instant = new Date(iso);
  if (Number.isNaN(instant.getTime())) return notYet;
  const found = new Map(
    new Intl.DateTimeFormat('en-GB', { ...parts[part], timeZone: zone, hourCycle: 'h23' })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const day = part === 'time' ? '' : `${found.get('year')}-${found.get('month')}-${found.get('day')}`;
  const clock =
    part === 'day'
      ? ''
      : [found.get('hour'), found.get('minute'), found.get('second')]
          .filter((value) => value !== undefined)
          .join(':');
  return [day, clock].filter(Boolean).join(' ');
}

/**
 * A zone's name for people: `中国标准时间` / `China Standard Time`. Shown wherever the reader's own clock differs from
 * the event's (see `zoneMatters`).
 */
export function zoneName(zone: string, language: Language, at: Date = new Date()): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const part = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}

/** Whether a time shown in `zone` could be mistaken by a reader whose own clock runs in `readerZone`. */
export function zoneMatters(zone: string, readerZone: string, at: Date = new Date()): boolean {
  const clock = (timeZone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return clock(zone) !== clock(readerZone);
}

/** How long until, or since, an instant: whole minutes below two hours, whole hours below two days, then whole days. */
export function untilDue(
  dueAt: string,
  now: Date,
): { unit: 'minute' | 'hour' | 'day'; count: number; past: boolean } {
  const milliseconds = new Date(dueAt).getTime() - now.getTime();
  const past = milliseconds < 0;
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return { unit: 'minute', count: minutes, past };
  if (minutes < 48 * 60) return { unit: 'hour', count: Math.floor(minutes / 60), past };
  return { unit: 'day', count: Math.floor(minutes / 1440), past };
}
