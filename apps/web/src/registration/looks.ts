import type { StateLook } from '../parts/state-tag.js';
import type { Entry } from './types.js';

/** How the state of an entry's review looks. */
export const stateLooks: Record<Entry['state'], StateLook> = {
  draft: 'waiting',
  submitted: 'running',
  returned: 'warning',
  accepted: 'passed',
};

/** How a status looks: what takes a result away blocks, what is missing warns. */
export const statusLooks: Record<Entry['status'], StateLook> = {
  entered: 'waiting',
  present: 'passed',
  absent: 'warning',
  withdrawn: 'ended',
  retired: 'warning',
  disqualified: 'blocking',
};
