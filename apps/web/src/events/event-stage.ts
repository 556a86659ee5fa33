import { useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client.js';
import { ifMatch } from '../api/attempt.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import type { EventStage, NextStage } from './types.js';
import { useEventsText } from './words.js';

/** Where an event stands, how it came there, and what each next stage still needs. */
export const useEventStage = (eventId: string) =>
  useQuery(got('/api/v1/events/{eventId}/stage', { params: { path: { eventId } } }));

/** The verb that takes an event to another stage. */
export function useEnterStage(
  eventId: string,
  more: { onDone?: () => void; onProblem?: (problem: Problem) => boolean } = {},
) {
  const t = useEventsText();
  const said = useSaid();
  return useVerb({
    send: ({
      to,
      reason,
      version,
    }: {
      to: NextStage['to'];
      reason?: string;
      version: number;
    }): Promise<EventStage> =>
      take(
        api.PUT('/api/v1/events/{eventId}/stage', {
          params: { path: { eventId } },
          headers: ifMatch(version),
          body: { to, reason: reason ?? null },
        }),
      ),
    outdates: [
      '/api/v1/events/{eventId}',
      '/api/v1/events/{eventId}/stage',
      '/api/v1/events',
      '/api/v1/home',
      '/api/v1/public/events',
    ],
    said: (answer) => t('home.entered', { stage: said(answer.stageName) }),
    ...(more.onDone ? { onDone: more.onDone } : {}),
    ...(more.onProblem ? { onProblem: more.onProblem } : {}),
  });
}

/** The way forward, if there is one. */
export const wayForward = (stage: EventStage): NextStage | undefined =>
  stage.next.find(({ direction }) => direction === 'forward');

/** The way back, if the reader may take it. */
export const wayBack = (stage: EventStage): NextStage | undefined =>
  stage.next.find(({ direction, yours }) => direction === 'back' && yours);
