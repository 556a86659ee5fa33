import { dayAfter, instantAt } from './wall-clock.js';

/** A module as the quick form holds it: enough to lay out its sessions. */
export interface PlannedModule {
  code: string;
  day: number;
  durationMinutes: number;
  /** `HH:mm` on the wall in the event's zone; without one no session is laid out. */
  startsAt: string | null;
  sittings: number;
  gapMinutes: number;
}

export interface PlannedSession {
  moduleCode: string;
  name: string;
  startsAt: string;
  endsAt: string;
}

/** The sittings of each module, one after the other from its start, each as long as the module. */
export function plannedSessions(
  event: { startsOn: string; timeZone: string },
  modules: readonly PlannedModule[],
  nameOf: (sitting: number) => string,
): PlannedSession[] {
  return modules.flatMap(({ code, day, durationMinutes, startsAt, sittings, gapMinutes }) => {
    if (startsAt === null || !code) return [];
    const on = dayAfter(event.startsOn, day - 1);
    return Array.from({ length: sittings }, (_, sitting) => {
      const from = sitting * (durationMinutes + gapMinutes);
      return {
        moduleCode: code,
        name: nameOf(sitting + 1),
        startsAt: instantAt(on, startsAt, event.timeZone, from),
        endsAt: instantAt(on, startsAt, event.timeZone, from + durationMinutes),
      };
    });
  });
}
