import { useState } from 'react';
import { asProblem } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { outdate } from '../api/query.js';
import type { Problem } from '../api/problem.js';
import { Alert } from 'antd';
import { useEvent } from '../frame/event.js';
import { useSaid } from '../language/language.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { usePaperText } from './words.js';

/** The scan of the signed sheet, beside its entry; it becomes the form's when the entry is checked. */
export function ScanDrop({ entryId }: { entryId: string }) {
  const t = usePaperText();
  const said = useSaid();
  const event = useEvent();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isThere, setThere] = useState(false);
  const send = async (file: File) => {
    try {
      await sendFile(`/api/v1/events/${event.id}/paper-entries/${entryId}/scan`, file, {}, undefined, 'PUT');
      setProblem(null);
      setThere(true);
      await outdate('/api/v1/events/{eventId}/paper-entries');
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  return (
    <section className="paper-scan">
      <h2>{t('enter.scanTitle')}</h2>
      {problem ? <Alert type="error" showIcon role="alert" title={said(problem.said)} /> : null}
      {isThere ? <Alert type="success" showIcon title={t('enter.scanDone')} /> : null}
      <UploadDrop accept=".pdf,.jpg,.jpeg,.png" onFile={send} hint={t('enter.scanHint')} />
    </section>
  );
}
