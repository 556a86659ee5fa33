import { formatTime } from '../language/format.js';
import type { Module, Session } from './types.js';

/** A sitting drawn on its day: where it begins and how long it is, in hundredths of the axis. */
export interface Block {
  session: Session;
  module: Module;
  from: string;
  to: string;
  leftPercent: number;
  widthPercent: number;
  /** It lasts less than its module. */
  short: boolean;
}

export interface DayLanes {
  day: string;
  /** 1 for the first day of the event; null outside its days. */
  number: number | null;
  lanes: { module: Module; blocks: Block[] }[];
}

/** The hours the axis runs over: from the first session's hour to the last one's end, at least a morning. */
export interface Axis {
  fromHour: number;
  toHour: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Sessions as days, each with a lane for every module that sits on it; the same axis for all days. */
export function dayLanes(
  event: { startsOn: string; endsOn: string; timeZone: string },
  modules: readonly Module[],
  sessions: readonly Session[],
): { axis: Axis; days: DayLanes[] } {
  const at = (iso: string) => {
    const [day = '', time = ''] = formatTime(iso, event.timeZone).split(' ');
    return { day, minutes: minutesOf(time), time };
  };
  const drawn = sessions.flatMap((session) => {
    const module = modules.find(({ id }) => id === session.moduleId);
    if (!module) return [];
    const from = at(session.startsAt);
    const to = at(session.endsAt);
    // A session past midnight is drawn to the end of its day.
    const end = to.day === from.day ? to.minutes : 24 * 60;
    const lasts = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
    return [{ session, module, from, to, end, short: lasts < module.durationMinutes }];
  });
  const fromHour = Math.floor(Math.min(8 * 60, ...drawn.map(({ from }) => from.minutes)) / 60);
  const toHour = Math.ceil(Math.max(18 * 60, ...drawn.map(({ end }) => end)) / 60);
  const span = (toHour - fromHour) * 60;
  const days = [...new Set([...daysOf(event), ...drawn.map(({ from }) => from.day)])].sort();
  return {
    axis: { fromHour, toHour },
    days: days.map((day) => {
      const here = drawn.filter(({ from }) => from.day === day);
      return {
        day,
        number: day >= event.startsOn && day <= event.endsOn ? daysBetween(event.startsOn, day) + 1 : null,
        lanes: modules
          .filter(({ id }) => here.some(({ module }) => module.id === id))
          .map((module) => ({
            module,
            blocks: here
              .filter((one) => one.module.id === module.id)
              .map(({ session, from, to, end, short }) => ({
                session,
                module,
                from: from.time,
                to: to.time,
                leftPercent: ((from.minutes - fromHour * 60) / span) * 100,
                widthPercent: ((end - from.minutes) / span) * 100,
                short,
              })),
          })),
      };
    }),
  };
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The event's days; a long event shows only those with sessions. */
function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string[] {
  const count = daysBetween(startsOn, endsOn) + 1;
  if (count > 10) return [];
  return Array.from({ length: count }, (_, n) =>
    new Date(Date.parse(`${startsOn}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
  );
}
