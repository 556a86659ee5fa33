export const timeRecordKinds = ['start', 'stop', 'pause', 'resume', 'extraTime', 'move'] as const;
export type TimeRecordKind = (typeof timeRecordKinds)[number];

/** Where an entry stands with its time in a module. */
export type FloorState = 'notStarted' | 'running' | 'paused' | 'stopped';

/**
 * Which record may follow where, and where it leads: the one table, used by the server to refuse and by the floor
 * screen to hide. A move to another session stops a running clock: the work goes on there with what is left
 * (V, DOMAIN.md 4, S46).
 */
export const floorTransitions: Readonly<Record<FloorState, Partial<Record<TimeRecordKind, FloorState>>>> = {
  notStarted: { start: 'running', extraTime: 'notStarted', move: 'notStarted' },
  running: { pause: 'paused', stop: 'stopped', extraTime: 'running', move: 'paused' },
  paused: { resume: 'running', stop: 'stopped', extraTime: 'paused', move: 'paused' },
  stopped: {},
};

export interface TimedFact {
  kind: TimeRecordKind;
  /** When it happened. */
  at: Date;
  /** Minutes of extra time 补时. */
  minutes: number | null;
}

/** What the records of one placement come to, at a given moment. Durations are whole seconds. */
export interface FloorTime {
  state: FloorState;
  startedAt: Date | null;
  stoppedAt: Date | null;
  /** Time worked: from start to stop without the pauses. */
  workedSeconds: number;
  /** What may be worked: the module's duration and extra time. */
  allowedSeconds: number;
  /** Negative when over time. */
  remainingSeconds: number;
}

/** The state after these records, in order. Throws on an order the table does not know: stored records never have one. */
export function floorState(records: readonly TimedFact[]): FloorState {
  return records.reduce<FloorState>((state, { kind }) => {
    const next = floorTransitions[state][kind];
    if (!next) throw new Error(`a ${kind} cannot follow ${state}`);
    return next;
  }, 'notStarted');
}

/** Whether a record of this kind may follow. */
export const mayFollow = (state: FloorState, kind: TimeRecordKind): boolean =>
  floorTransitions[state][kind] !== undefined;

/** Adds up the records of one placement, in order of time; a running clock is read at `now`. */
export function floorTime(records: readonly TimedFact[], durationMinutes: number, now: Date): FloorTime {
  let state: FloorState = 'notStarted';
  let runningSince: Date | null = null;
  let startedAt: Date | null = null;
  let stoppedAt: Date | null = null;
  let workedMs = 0;
  let extraMinutes = 0;
  for (const { kind, at, minutes } of records) {
    const next: FloorState | undefined = floorTransitions[state][kind];
    if (!next) throw new Error(`a ${kind} cannot follow ${state}`);
    if (runningSince && next !== 'running') {
      workedMs += at.getTime() - runningSince.getTime();
      runningSince = null;
    } else if (!runningSince && next === 'running') {
      runningSince = at;
    }
    if (kind === 'start') startedAt = at;
    if (kind === 'stop') stoppedAt = at;
    if (kind === 'extraTime') extraMinutes += minutes ?? 0;
    state = next;
  }
  if (runningSince) workedMs += Math.max(0, now.getTime() - runningSince.getTime());
  const workedSeconds = Math.floor(workedMs / 1000);
  const allowedSeconds = (durationMinutes + extraMinutes) * 60;
  return {
    state,
    startedAt,
    stoppedAt,
    workedSeconds,
    allowedSeconds,
    remainingSeconds: allowedSeconds - workedSeconds,
  };
}

/**
 * The time that breaks ties (shorter is better, DOMAIN.md 6): worked time of a finished work, without pauses.
 * Null while it has not been stopped: an unfinished time is no time.
 */
export function timeSeconds(records: readonly TimedFact[]): number | null {
  const time = floorTime(records, 0, new Date(0));
  return time.state === 'stopped' ? time.workedSeconds : null;
}
