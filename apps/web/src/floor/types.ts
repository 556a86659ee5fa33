import type { Schemas } from '../account/session.js';
import type { StateLook } from '../parts/state-tag.js';

export type Floor = Schemas['FloorReply'];
export type FloorPlace = Schemas['FloorPlaceDto'];
export type FloorSession = Schemas['FloorSessionDto'];
export type TimeRecord = Schemas['TimeRecordDto'];
export type TimeKind = TimeRecord['kind'];
export type FloorState = FloorPlace['state'];
export type RecordTime = Schemas['RecordTime'];

/**
 * Which record may follow where; the server refuses by the same table (libs/judging time-rules.ts).
 */
export const mayFollow: Record<FloorState, readonly TimeKind[]> = {
  notStarted: ['start', 'extraTime', 'move'],
  running: ['pause', 'stop', 'extraTime', 'move'],
  paused: ['resume', 'stop', 'extraTime', 'move'],
  stopped: [],
};

export const lookOf: Record<FloorState, StateLook> = {
  notStarted: 'waiting',
  running: 'running',
  paused: 'warning',
  stopped: 'ended',
};

/** Whether the entry takes part in the module at all. */
export const competes = ({ status }: FloorPlace): boolean =>
  status === 'entered' || status === 'present' || status === 'retired';

/** `1:05:09`, `5:09`; a minus sign when over time. */
export function clockText(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(size / 3600);
  const rest = `${two(Math.floor((size % 3600) / 60))}:${two(size % 60)}`;
  return `${seconds < 0 ? '−' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`;
}
