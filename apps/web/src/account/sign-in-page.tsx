import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { api, take } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useSaid } from '../language/language.js';
import { backPath } from './back.js';
import { Gate } from './gate.js';
import { beginSession, useSessionIfAny } from './session.js';
import { useAccountText } from './words.js';

interface Credentials {
  login: string;
  password: string;
}

/** Signing in, and back to where one was. A slow-down after repeated failures is told with its clock. */
export default function SignInPage() {
  const t = useAccountText();
  const said = useSaid();
  const { search } = useLocation();
  const navigate = useNavigate();
  const session = useSessionIfAny();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const [waitSeconds, startWait] = useCountdown();

  if (session && !sending) return <Navigate to={backPath(search)} replace />;

  const submit = async (credentials: Credentials) => {
    setSending(true);
    setProblem(null);
    try {
      const answer = await take(
        api.POST('/api/v1/session', {
          body: { login: credentials.login.trim(), password: credentials.password },
        }),
      );
      beginSession(answer);
      void navigate(backPath(search), { replace: true });
    } catch (thrown) {
      const refused = asProblem(thrown);
      setProblem(refused);
      if (refused.status === 429) startWait(refused.retryAfterSeconds ?? 30);
    } finally {
      setSending(false);
    }
  };
  return (
    <Gate title={t('signIn.title')}>
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(values) => void submit(values)}
      >
        {waitSeconds > 0 ? (
          <Alert type="warning" showIcon role="status" title={t('signIn.wait', { seconds: waitSeconds })} />
        ) : problem && problem.status !== 429 ? (
          <Alert type="error" showIcon role="alert" title={said(problem.said)} />
        ) : null}
        <Form.Item
          name="login"
          label={t('signIn.login')}
          rules={[{ required: true, message: t('signIn.loginMissing') }]}
        >
          <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('signIn.password')}
          rules={[{ required: true, message: t('signIn.passwordMissing') }]}
          {...(capsLock ? { extra: t('signIn.capsLock') } : {})}
        >
          <Input.Password
            autoComplete="current-password"
            onKeyUp={(press) => setCapsLock(press.getModifierState('CapsLock'))}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={sending} disabled={waitSeconds > 0}>
          {waitSeconds > 0 ? t('signIn.waitButton', { seconds: waitSeconds }) : t('signIn.submit')}
        </Button>
      </Form>
      <p className="gate-help">{t('signIn.help')}</p>
    </Gate>
  );
}

/** Seconds that run down to zero, and how to start them. */
function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return [left, setLeft];
}
