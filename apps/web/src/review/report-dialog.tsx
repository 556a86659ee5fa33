import { Form, Input, Upload } from 'antd';
import { Button } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { currentLanguage } from '../language/language.js';
import { type Problem, problemFrom } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { type Review, reviewPaths } from './types.js';
import { useReviewText } from './words.js';

/** The applicant says how a condition was met, with a file where there is one. */
export function ReportDialog(props: { review: Review; conditionId: string; onClose: () => void }) {
  const { review, conditionId, onClose } = props;
  const t = useReviewText();
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const report = useVerb({
    send: async ({ note, scan }: { note: string; scan: File | null }) => {
      if (!scan)
        return take(
          api.PUT('/api/v1/applications/{applicationId}/conditions/{conditionId}/report', {
            params: { path: { applicationId: review.id, conditionId } },
            headers: ifMatch(review.version),
            body: { note },
          } as never),
        );
      return sendReport(
        `/api/v1/applications/${review.id}/conditions/${conditionId}/report`,
        review.version,
        note,
        scan,
      );
    },
    outdates: reviewPaths,
    said: t('condition.reportDone'),
    onDone: onClose,
    onProblem: (refusal) => {
      setProblem(refusal);
      return true;
    },
  });
  return (
    <FormDialog<{ note?: string }>
      open
      title={t('condition.reportTitle')}
      verb={t('condition.report')}
      busy={report.isPending}
      problem={problem}
      onSubmit={({ note }) => report.mutate({ note: note?.trim() ?? '', scan: file })}
      onClose={onClose}
    >
      <Form.Item
        name="note"
        label={t('condition.reportNote')}
        rules={[
          {
            validator: (_, note: string | undefined) =>
              note?.trim() || file
                ? Promise.resolve()
                : Promise.reject(new Error(t('condition.reportNeeds'))),
          },
        ]}
      >
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
      <Form.Item label={t('condition.reportFile')}>
        <Upload
          maxCount={1}
          beforeUpload={(chosen) => {
            setFile(chosen);
            return false;
          }}
          onRemove={() => setFile(null)}
        >
          <Button icon={<Icon name="import" />}>{t('condition.chooseFile')}</Button>
        </Upload>
      </Form.Item>
    </FormDialog>
  );
}

/** A report with its file: multipart, which the generated client does not speak. */
async function sendReport(path: string, version: number, note: string, scan: File): Promise<unknown> {
  const form = new FormData();
  form.set('note', note);
  form.set('file', scan, scan.name);
  const response = await fetch(path, {
    method: 'PUT',
    body: form,
    credentials: 'same-origin',
    headers: { ...ifMatch(version), 'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' },
  });
  if (!response.ok) throw await problemFrom(response);
  return response.json();
}
