import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import type { RecordTime } from './types.js';
import { useFloorText } from './words.js';

/** The paths whose answers a record on the floor changes. */
export const floorPaths = [
  '/api/v1/events/{eventId}/skills/{skillId}/floor',
  '/api/v1/events/{eventId}/my-time',
  '/api/v1/events/{eventId}/skills/{skillId}/deductions',
] as const;

/** Records a timed fact. Two taps in a row are two wishes: the second is refused by the order of things. */
export function useRecordTime(eventId: string) {
  const t = useFloorText();
  const verb = useVerb({
    send: ({ fact }: { fact: RecordTime; onDone?: () => void }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/time-records', {
          params: { path: { eventId } },
          body: fact,
          headers: idempotencyKey(key),
        }),
      ),
    outdates: floorPaths,
    said: t('done'),
    onDone: (_answer, { onDone }) => onDone?.(),
  });
  return {
    record: (fact: RecordTime, onDone?: () => void) => verb.mutate(onDone ? { fact, onDone } : { fact }),
    isPending: verb.isPending,
  };
}
