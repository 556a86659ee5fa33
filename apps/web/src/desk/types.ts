import type { Schemas } from '../account/session.js';
import type { StateLook } from '../parts/state-tag.js';

export type Desk = Schemas['DeskReply'];
export type DeskCell = Schemas['DeskCellDto'];
export type CellState = DeskCell['state'];
export type CellCounts = Schemas['CellCountsDto'];
export type DeskSpread = Schemas['DeskSpreadDto'];
export type Implausible = Schemas['ImplausibleDto'];
export type Candidate = Schemas['SignOffCandidateDto'];
export type Deduction = Schemas['DeductionReply'];
export type SkillProgress = Schemas['SkillProgressDto'];

/** States in the order in which a form goes through them. */
export const cellStates: readonly CellState[] = [
  'missing',
  'notStarted',
  'inProgress',
  'spread',
  'reopened',
  'submitted',
  'signed',
  'notNeeded',
];

export const lookOf: Record<CellState, StateLook> = {
  missing: 'blocking',
  notStarted: 'waiting',
  inProgress: 'running',
  spread: 'warning',
  reopened: 'unknown',
  submitted: 'passed',
  signed: 'locked',
  notNeeded: 'ended',
};

/** Forms that are needed: everything but works of entries that do not compete. */
export const neededOf = (counts: CellCounts): number =>
  cellStates.reduce((sum, state) => sum + (state === 'notNeeded' ? 0 : counts[state]), 0);
