import { type CellCountsDto, type CellState, cellStates } from './marking-desk.dto.js';
import type { FormState } from './marking-form.dto.js';

/** What is known of one cell of the matrix. */
export interface CellFacts {
  needed: boolean;
  form: { state: FormState; values: number; spreads: number; reopened: boolean } | null;
}

/** The one word a cell shows. */
export function cellState({ needed, form }: CellFacts): CellState {
  if (!needed) return 'notNeeded';
  if (!form) return 'missing';
  if (form.state !== 'open') return form.state;
  if (form.spreads > 0) return 'spread';
  if (form.reopened) return 'reopened';
  return form.values > 0 ? 'inProgress' : 'notStarted';
}

export function noCells(): CellCountsDto {
  return {
    notNeeded: 0,
    missing: 0,
    notStarted: 0,
    inProgress: 0,
    spread: 0,
    reopened: 0,
    submitted: 0,
    signed: 0,
  };
}

/** Adds up counts, state by state. */
export function sumOfCells(all: Iterable<CellCountsDto>): CellCountsDto {
  const sum = noCells();
  for (const counts of all) for (const state of cellStates) sum[state] += counts[state];
  return sum;
}
