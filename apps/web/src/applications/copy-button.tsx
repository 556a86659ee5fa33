import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

interface CopyWish {
  planYear: number;
  edition?: string | null;
}

/** A draft for another year from this application; says what carries over and what does not. */
export function CopyButton({ application }: { application: Application }) {
  const t = useApplicationsText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const copy = useVerb({
    send: (wish: CopyWish, key) =>
      take(
        api.POST('/api/v1/applications/{applicationId}/copies', {
          params: { path: { applicationId: application.id } },
          headers: idempotencyKey(key),
          body: wish,
        }),
      ),
    outdates: ['/api/v1/applications', '/api/v1/home'],
    said: t('copy.done'),
    onDone: ({ id }) => {
      setOpen(false);
      void navigate(`/applications/${id}`);
    },
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  return (
    <>
      <Button icon={<Icon name="copy" />} onClick={() => setOpen(true)}>
        {t('copy.verb')}
      </Button>
      <FormDialog<CopyWish>
        open={open}
        title={t('copy.title')}
        verb={t('copy.verb')}
        busy={copy.isPending}
        problem={problem}
        initial={{ planYear: application.planYear + 1 }}
        onSubmit={copy.mutate}
        onClose={() => setOpen(false)}
      >
        <p>{t('copy.keeps')}</p>
        <p>{t('copy.leaves')}</p>
        <Form.Item name="planYear" label={t('copy.year')} rules={[{ required: true }]}>
          <InputNumber min={2000} max={2100} precision={0} />
        </Form.Item>
        <Form.Item name="edition" label={t('copy.edition')} extra={t('new.editionLine')}>
          <Input maxLength={30} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
