const dayMs = 86_400_000;

/** Whether a name is a time zone this machine knows (`Asia/Shanghai`). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export const dayIn = (instant: Date, zone: string): string =>
  new Date(wallClock(instant, zone)).toISOString().slice(0, 10);

/** Whole days from one calendar day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);

/** A calendar day some days on. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The same time of day in the zone, some days on; a change to summer time in between changes nothing for people. */
export function sameTimeDaysOn(instant: Date, zone: string, days: number): Date {
  const wanted = wallClock(instant, zone) + days * dayMs;
  const guess = wanted - (wallClock(instant, zone) - instant.getTime());
  // The offset there may differ from the one here: correct once with the offset found at the guess.
  return new Date(guess + (wanted - wallClock(new Date(guess), zone)));
}

/** What the clocks on the wall show, read as if it were UTC; milliseconds. */
function wallClock(instant: Date, zone: string): number {
  const part = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  return Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
    instant.getMilliseconds(),
  );
}
