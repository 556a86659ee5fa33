import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { sendFile } from '../api/send-file.js';
import type { PartMarkPreview } from './types.js';

/** A list of marks as it was given: a file, or rows pasted from a spreadsheet. */
export type MarkListSource = { file: File } | { text: string };

/** What a list would do; nothing is kept. */
export function previewOf(
  eventId: string,
  moduleId: string,
  source: MarkListSource,
): Promise<PartMarkPreview> {
  if ('file' in source)
    return sendFile(`/api/v1/events/${eventId}/modules/${moduleId}/part-mark-previews`, source.file);
  return take(
    api.POST('/api/v1/events/{eventId}/modules/{moduleId}/part-mark-previews', {
      params: { path: { eventId, moduleId } },
      body: { text: source.text },
    }),
  );
}

/** Takes the whole list over, or nothing. */
export function importOf(
  eventId: string,
  moduleId: string,
  source: MarkListSource,
  key: string,
): Promise<PartMarkPreview> {
  if ('file' in source)
    return sendFile(`/api/v1/events/${eventId}/modules/${moduleId}/part-mark-imports`, source.file, {}, key);
  return take(
    api.POST('/api/v1/events/{eventId}/modules/{moduleId}/part-mark-imports', {
      params: { path: { eventId, moduleId } },
      body: { text: source.text },
      headers: idempotencyKey(key),
    }),
  );
}
