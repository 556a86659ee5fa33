import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { entryPaths, type Entry, type EntryOutcomes } from './types.js';

/** Submits many entries; what became of each is handed on. */
export function useSubmitEntries(
  onOutcomes: (outcomes: EntryOutcomes) => void,
): (entries: readonly Entry[]) => Promise<void> {
  const event = useEvent();
  const submit = useVerb({
    send: (entries: { id: string; version: number }[], key) =>
      take(
        api.POST('/api/v1/events/{eventId}/entry-submissions', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: { entries },
        }),
      ),
    outdates: entryPaths,
    onDone: onOutcomes,
  });
  return (entries) =>
    submit.mutateAsync(entries.map(({ id, version }) => ({ id, version }))).then(
      () => undefined,
      () => undefined,
    );
}
