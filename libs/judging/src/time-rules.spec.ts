import fc from 'fast-check';
import {
  floorState,
  floorTime,
  floorTransitions,
  mayFollow,
  timeRecordKinds,
  timeSeconds,
} from './time-rules.js';
import type { TimedFact, TimeRecordKind } from './time-rules.js';

const clock = (minute: number) => new Date(Date.UTC(2026, 10, 12, 1, minute));
const fact = (kind: TimeRecordKind, minute: number, minutes: number | null = null): TimedFact => ({
  kind,
  at: clock(minute),
  minutes,
});

describe('time on the floor', () => {
  it('counts from start to stop without the pauses', () => {
    const records = [fact('start', 0), fact('pause', 10), fact('resume', 15), fact('stop', 40)];
    expect(timeSeconds(records)).toBe(35 * 60);
    expect(floorTime(records, 60, clock(50))).toMatchObject({
      state: 'stopped',
      workedSeconds: 2100,
      allowedSeconds: 3600,
    });
  });

  it('gives no tie-break time to a work that was never stopped', () => {
    expect(timeSeconds([])).toBeNull();
    expect(timeSeconds([fact('start', 0), fact('pause', 10)])).toBeNull();
  });

  it('reads a running clock at the moment asked for, and goes below zero when over time', () => {
    const records = [fact('start', 0)];
    expect(floorTime(records, 30, clock(20)).remainingSeconds).toBe(600);
    expect(floorTime(records, 30, clock(31)).remainingSeconds).toBe(-60);
  });

  it('adds extra time to what is allowed, not to what was worked', () => {
    const records = [fact('start', 0), fact('extraTime', 20, 15), fact('stop', 40)];
    expect(floorTime(records, 30, clock(40))).toMatchObject({ workedSeconds: 2400, allowedSeconds: 2700 });
  });

  it('stops the clock at a move to another session and goes on there with what is left', () => {
    const records = [fact('start', 0), fact('move', 20), fact('resume', 50), fact('stop', 59)];
    expect(timeSeconds(records)).toBe(29 * 60);
  });

  it('knows no second start, no pause before the start and nothing after the stop', () => {
    expect(mayFollow('running', 'start')).toBe(false);
    expect(mayFollow('notStarted', 'pause')).toBe(false);
    expect(timeRecordKinds.some((kind) => mayFollow('stopped', kind))).toBe(false);
    expect(() => floorState([fact('pause', 0)])).toThrow('a pause cannot follow notStarted');
  });

  it('never works longer than from start to stop, whatever lies between', () => {
    const way = fc.array(
      fc.record({ kind: fc.constantFrom(...timeRecordKinds), gap: fc.integer({ min: 0, max: 30 }) }),
    );
    fc.assert(
      fc.property(way, (steps) => {
        const records: TimedFact[] = [];
        let minute = 0;
        for (const { kind, gap } of steps) {
          if (!floorTransitions[floorState(records)][kind]) continue;
          minute += gap;
          records.push(fact(kind, minute, kind === 'extraTime' ? 5 : null));
        }
        const { workedSeconds, startedAt } = floorTime(records, 60, clock(minute));
        const span = startedAt ? (clock(minute).getTime() - startedAt.getTime()) / 1000 : 0;
        expect(workedSeconds).toBeGreaterThanOrEqual(0);
        expect(workedSeconds).toBeLessThanOrEqual(span);
      }),
    );
  });
});
