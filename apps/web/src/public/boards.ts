import { useQuery } from '@tanstack/react-query';
import { useLive, type Liveness } from '../api/live.js';
import { got, outdate } from '../api/query.js';
import type { paths } from '../api/schema.js';

type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type PublicEvent = Get<'/api/v1/public/events/{eventId}'>;
export type ProgressBoard = Get<'/api/v1/public/events/{eventId}/board'>;
export type ProgressSkill = ProgressBoard['skills'][number];
export type PublishedResults = Get<'/api/v1/public/events/{eventId}/results'>;
export type PublishedSkill = PublishedResults['skills'][number];

const boardPath = '/api/v1/public/events/{eventId}/board';
const resultsPath = '/api/v1/public/events/{eventId}/results';

/** Both snapshots, read again whenever one of them changes. No snapshot yet is no error: `data` is null then. */
export function useBoards(eventId: string) {
  const params = { params: { path: { eventId } } };
  const board = useQuery(got(boardPath, params));
  const results = useQuery(got(resultsPath, params));
  const liveness: Liveness = useLive(
    board.data ? `/api/v1/public/events/${eventId}/live` : null,
    () => void outdate(boardPath, resultsPath),
    () => void outdate(boardPath, resultsPath),
  );
  return { board, results, liveness };
}

/** Percent of the forms that are signed; null before there are any. */
export const progressOf = ({ formsSigned, formsExpected }: ProgressSkill): number | null =>
  formsExpected === 0 ? null : Math.floor((formsSigned * 100) / formsExpected);
