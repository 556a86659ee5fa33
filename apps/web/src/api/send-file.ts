import { currentLanguage } from '../language/language.js';
import { idempotencyKey } from './attempt.js';
import { offlineProblem, problemFrom } from './problem.js';
import { noteReachable } from './reachable.js';

/**
 * Sends a file with form fields and answers the reply's body. Refusals are thrown as `Problem`, like those of `api`.
 * @param key the idempotency key of a creating POST; none for previews
 */
export async function sendFile<Answer>(
  path: string,
  file: Blob,
  fields: Readonly<Record<string, string>> = {},
  key?: string,
  method: 'POST' | 'PUT' = 'POST',
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file, file instanceof File ? file.name : 'pasted.txt');
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      body: form,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
        ...(key === undefined ? {} : idempotencyKey(key)),
      },
    });
  } catch {
    noteReachable(false);
    throw offlineProblem();
  }
  noteReachable(true);
  if (!response.ok) throw await problemFrom(response);
  return (await response.json()) as Answer;
}

/** What was pasted, as the file that the server reads. */
export const pastedFile = (text: string): Blob => new Blob([text], { type: 'text/plain' });
