import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { CopyText } from '../parts/copy-text.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useAccountText } from './words.js';

interface TokenWish {
  name: string;
  days: number;
}

const lifetimes = [7, 30, 90, 365];

/** Makes a token and shows it once. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useAccountText();
  const [token, setToken] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = useVerb({
    send: ({ name, days }: TokenWish, key) =>
      take(
        api.POST('/api/v1/account/tokens', {
          body: { name, expiresAt: new Date(Date.now() + days * 86_400_000).toISOString() },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: ['/api/v1/account/tokens'],
    onDone: (made) => setToken(made.token),
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const close = () => {
    setToken(null);
    setProblem(null);
    onClose();
  };
  return (
    <>
      <FormDialog<TokenWish>
        open={open && token === null}
        title={t('tokens.create')}
        verb={t('tokens.create')}
        busy={create.isPending}
        problem={problem}
        initial={{ days: 90 }}
        onSubmit={(wish) => create.mutate(wish)}
        onClose={close}
      >
        <Form.Item
          name="name"
          label={t('tokens.name')}
          rules={[{ required: true, whitespace: true, message: t('tokens.nameMissing') }]}
        >
          <Input maxLength={100} autoFocus />
        </Form.Item>
        <Form.Item name="days" label={t('tokens.days')}>
          <Select
            options={lifetimes.map((days) => ({ value: days, label: t('tokens.day', { count: days }) }))}
          />
        </Form.Item>
      </FormDialog>
      <Modal
        open={open && token !== null}
        title={t('tokens.createdTitle')}
        onCancel={close}
        mask={{ closable: false }}
        footer={
          <Button type="primary" onClick={close}>
            {t('tokens.close')}
          </Button>
        }
      >
        <p>{t('tokens.once')}</p>
        {token === null ? null : <CopyText text={token} />}
      </Modal>
    </>
  );
}
