import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { useAccountText } from './words.js';

interface Passwords {
  current: string;
  next: string;
  again: string;
}

const shortest = 10;

/** Changes one's own password; the server has the last word on what it accepts. */
export function PasswordForm({ onDone, large }: { onDone: () => void; large?: boolean }) {
  const t = useAccountText();
  const said = useSaid();
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = useVerb({
    send: ({ current, next }: Passwords) => api.PUT('/api/v1/account/password', { body: { current, next } }),
    said: t('password.done'),
    onDone,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <Form<Passwords>
      layout="vertical"
      requiredMark={false}
      size={large ? 'large' : 'middle'}
      onFinish={(passwords) => {
        setProblem(null);
        change.mutate(passwords);
      }}
    >
      {problem ? (
        <Alert type="error" showIcon role="alert" title={said(problem.errors[0]?.message ?? problem.said)} />
      ) : null}
      <Form.Item
        name="current"
        label={t('password.current')}
        rules={[{ required: true, message: t('password.currentMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.next')}
        extra={t('password.rule')}
        dependencies={['current']}
        rules={[
          { required: true, min: shortest, message: t('password.tooShort') },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value && value === getFieldValue('current')
                ? Promise.reject(new Error(t('password.same')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block={large === true} loading={change.isPending}>
        {t('password.submit')}
      </Button>
    </Form>
  );
}
