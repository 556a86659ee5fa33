import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { type Application, applicationPaths } from './types.js';
import { useApplicationsText } from './words.js';

/** Takes an application back, with the reason; says what comes of it. */
export function WithdrawButton({ application }: { application: Application }) {
  const t = useApplicationsText();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const withdraw = useVerb({
    send: ({ reason }: { reason: string }) =>
      take(
        api.PUT('/api/v1/applications/{applicationId}/withdrawal', {
          params: { path: { applicationId: application.id } },
          headers: ifMatch(application.version),
          body: { reason },
        }),
      ),
    outdates: applicationPaths,
    said: t('withdraw.done'),
    onDone: () => setOpen(false),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const granted = application.state === 'granted' || application.state === 'grantedWithConditions';
  return (
    <>
      <Button icon={<Icon name="undo" />} onClick={() => setOpen(true)}>
        {t('withdraw.verb')}
      </Button>
      <FormDialog<{ reason: string }>
        open={open}
        title={t('withdraw.title')}
        verb={t('withdraw.verb')}
        busy={withdraw.isPending}
        problem={problem}
        onSubmit={withdraw.mutate}
        onClose={() => setOpen(false)}
      >
        <p>{t('withdraw.line')}</p>
        {granted ? (
          <Alert type="warning" showIcon className="form-problem" title={t('withdraw.granted')} />
        ) : null}
        <Form.Item
          name="reason"
          label={t('withdraw.reason')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('new.required', { field: t('withdraw.reason') }),
            },
          ]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
