import type { Dayjs } from 'dayjs';
import { defaultZone } from '../language/format.js';
import type { CreateEvent, EventDto } from './types.js';
import { dayOf, dayText, instantOf, wallClock } from './wall-clock.js';

/** What the form of an event's basics holds: days and times as the clocks on the wall in the event's zone. */
export interface EventValues {
  name: string;
  nameEn?: string | null;
  level: EventDto['level'];
  specialKind?: EventDto['specialKind'];
  edition?: string | null;
  heldYear?: number | null;
  dates: [Dayjs, Dayjs];
  opens?: Dayjs | null;
  closes?: Dayjs | null;
  divisionCode?: string | null;
  industryCode?: string | null;
  timeZone: string;
}

export const valuesOf = (event: EventDto): EventValues => ({
  name: event.name,
  nameEn: event.nameEn,
  level: event.level,
  specialKind: event.specialKind,
  edition: event.edition,
  heldYear: event.heldYear,
  dates: [dayOf(event.startsOn), dayOf(event.endsOn)] as [Dayjs, Dayjs],
  opens: wallClock(event.registrationOpensAt, event.timeZone),
  closes: wallClock(event.registrationClosesAt, event.timeZone),
  divisionCode: event.divisionCode,
  industryCode: event.industryCode,
  timeZone: event.timeZone,
});

/** The registration window as the API takes it. */
export const windowOf = ({
  opens,
  closes,
  timeZone,
}: Pick<EventValues, 'opens' | 'closes' | 'timeZone'>) => ({
  registrationOpensAt: opens ? instantOf(opens, timeZone) : null,
  registrationClosesAt: closes ? instantOf(closes, timeZone) : null,
});

export const bodyOf = (values: EventValues): CreateEvent => ({
  name: values.name.trim(),
  nameEn: values.nameEn?.trim() || null,
  level: values.level,
  specialKind: values.specialKind ?? null,
  edition: values.edition?.trim() || null,
  heldYear: values.heldYear ?? values.dates[0].year(),
  startsOn: dayText(values.dates[0]),
  endsOn: dayText(values.dates[1]),
  divisionCode: values.divisionCode?.trim() || null,
  industryCode: values.industryCode?.trim().toUpperCase() || null,
  timeZone: values.timeZone || defaultZone,
  ...windowOf(values),
});
