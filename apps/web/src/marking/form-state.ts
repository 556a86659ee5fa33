import type { StateLook } from '../parts/state-tag.js';
import type { MyForm } from './types.js';

export type MyFormState =
  'notStarted' | 'inProgress' | 'spread' | 'ready' | 'submitted' | 'signed' | 'reopened';

/** The one word a judge needs about a form. */
export function stateOf(form: MyForm, aspectCount: number): MyFormState {
  if (form.state !== 'open') return form.state;
  if (form.spreads > 0) return 'spread';
  if (form.marked >= aspectCount) return 'ready';
  if (form.reopened) return 'reopened';
  return form.revision > 0 ? 'inProgress' : 'notStarted';
}

export const lookOf: Record<MyFormState, StateLook> = {
  notStarted: 'waiting',
  inProgress: 'running',
  spread: 'warning',
  ready: 'passed',
  submitted: 'ended',
  signed: 'locked',
  reopened: 'unknown',
};
