import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone.js';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/**
 * What a picker shows for an instant: the clocks on the wall in the event's zone, as a date without any zone. Pickers
 * only know the reader's own zone; so they are given wall time and what they answer is put back into the event's zone.
 */
export const wallClock = (iso: string | null | undefined, zone: string): Dayjs | null =>
  iso ? dayjs(dayjs(iso).tz(zone).format('YYYY-MM-DDTHH:mm:ss')) : null;

/** The instant at which the clocks in the zone show this; ISO 8601 in UTC. */
export const instantOf = (wall: Dayjs, zone: string): string =>
  dayjs.tz(wall.format('YYYY-MM-DDTHH:mm:ss'), zone).toISOString();

/** The instant at `HH:mm` on a day `YYYY-MM-DD` in the zone, some minutes on. */
export const instantAt = (day: string, time: string, zone: string, minutesOn = 0): string =>
  dayjs.tz(`${day}T${time}:00`, zone).add(minutesOn, 'minute').toISOString();

/** A calendar day some days on, `YYYY-MM-DD`. */
export const dayAfter = (day: string, days: number): string =>
  dayjs(day).add(days, 'day').format('YYYY-MM-DD');

/** A picker's day as `YYYY-MM-DD`. */
export const dayText = (day: Dayjs): string => day.format('YYYY-MM-DD');

export const dayOf = (text: string | null | undefined): Dayjs | null => (text ? dayjs(text) : null);
