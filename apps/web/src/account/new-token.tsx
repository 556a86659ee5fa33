import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { CopyText } from '../parts/copy-text.js';
import { useAccountText } from './words.js';

interface TokenWish {
  name: string;
  /** 0: never expires. */
  days: number;
}

/** Makes a token and shows it once. */
export function NewToken({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useAccountText();
  const [form] = Form.useForm<TokenWish>();
  const [token, setToken] = useState<string | null>(null);
  const create = useVerb({
    send: ({ name, days }: TokenWish, key) =>
      take(
        api.POST('/api/v1/account/tokens', {
          body: { name, expiresAt: days === 0 ? null : new Date(Date.now() + days * 86_400_000).toISOString() },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: ['/api/v1/account/tokens'],
    onDone: (made) => setToken(made.token),
  });
  const close = () => {
    setToken(null);
    form.resetFields();
    onClose();
  };
  return (
    <Modal
      open={open}
      title={t(token === null ? 'tokens.create' : 'tokens.createdTitle')}
      onCancel={close}
      destroyOnHidden
      mask={{ closable: token === null }}
      footer={
        token === null ? (
          <>
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
              {t('tokens.create')}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={close}>
            {t('tokens.close')}
          </Button>
        )
      }
    >
      {token === null ? (
        <Form form={form} layout="vertical" requiredMark={false} initialValues={{ days: 90 }} onFinish={(wish) => create.mutate(wish)}>
          <Form.Item
            name="name"
            label={t('tokens.name')}
            rules={[{ required: true, whitespace: true, message: t('tokens.nameMissing') }]}
          >
            <Input maxLength={80} autoFocus />
          </Form.Item>
          <Form.Item name="days" label={t('tokens.days')}>
            <Select
              options={[
                ...[7, 30, 90, 365].map((days) => ({ value: days, label: t('tokens.day', { count: days }) })),
                { value: 0, label: t('tokens.never') },
              ]}
            />
          </Form.Item>
        </Form>
      ) : (
        <>
          <p>{t('tokens.once')}</p>
          <CopyText text={token} />
        </>
      )}
    </Modal>
  );
}
