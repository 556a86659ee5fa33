import type { eventStages } from '../frame/event.js';
import type { StateLook } from '../parts/state-tag.js';

/** How a stage looks as a state: not begun, under way, done. */
export const stageLook: Readonly<Record<(typeof eventStages)[number], StateLook>> = {
  draft: 'waiting',
  registration: 'running',
  preparation: 'running',
  competition: 'running',
  results: 'running',
  provisional: 'running',
  final: 'passed',
};
