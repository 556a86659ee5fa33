import { uuid } from '../api/attempt.js';
import { offlineProblem, problemFrom } from '../api/problem.js';
import { noteReachable } from '../api/reachable.js';
import { currentLanguage } from '../language/language.js';
import type { Application } from './types.js';

/**
 * Sends a document with its fields; `onProgress` hears how much of it has been sent, 0 to 100. Answers the application
 * as it then is. Refusals are thrown as `Problem`.
 */
export function sendDocument(
  applicationId: string,
  file: File,
  fields: Readonly<Record<string, string>>,
  onProgress: (percent: number) => void,
): Promise<Application> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file, file.name);
  return new Promise((resolve, reject) => {
    // fetch cannot say how much of a body has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/applications/${applicationId}/documents`);
    request.setRequestHeader('Accept-Language', currentLanguage() === 'zh' ? 'zh-CN' : 'en');
    request.setRequestHeader('Idempotency-Key', uuid());
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(Math.round((100 * loaded) / total));
    };
    request.onerror = () => {
      noteReachable(false);
      reject(offlineProblem());
    };
    request.onload = () => {
      noteReachable(true);
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as Application);
        return;
      }
      const response = new Response(request.responseText, { status: request.status });
      void problemFrom(response).then(reject);
    };
    request.send(form);
  });
}
