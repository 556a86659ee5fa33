import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import type { Schemas } from '../account/session.js';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { useFaults } from '../parts/form-dialog.js';
import { StateTag } from '../parts/state-tag.js';
import { useNoticesText } from './words.js';
import './notices.css';

type Setting = Schemas['MailAddressDto'];
type Fields = Schemas['SetMailAddressDto'];

const path = '/api/v1/account/mail-address';
/** Catches a slip before it is sent; what an address may be is the server's to say. */
const oneAddress = /^\s*[!-~]+@[!-~]+\s*$/;
/** While a mail is on its way its fate is asked for this often. */
const watchMs = 2000;

/** Where one is written to and how often, on the account page. */
export function MailSettings() {
  const t = useNoticesText();
  const { hash } = useLocation();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (hash === '#mail') section.current?.scrollIntoView();
  }, [hash]);
  const setting = useQuery({
    ...got(path),
    refetchInterval: ({ state }) => (state.data?.lastMail?.state === 'waiting' ? watchMs : false),
  });
  return (
    <section className="page-section" aria-labelledby="mail" ref={section}>
      <div className="section-head">
        <h2 id="mail">{t('mail.title')}</h2>
      </div>
      <p className="quiet">{t('mail.line')}</p>
      <Answered query={setting} lines={3}>
        {(answer) => <MailForm key={answer.version} setting={answer} />}
      </Answered>
    </section>
  );
}

function MailForm({ setting }: { setting: Setting }) {
  const t = useNoticesText();
  const { role } = useActiveRole();
  const [form] = Form.useForm<Fields>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const typed = Form.useWatch('address', form);
  const rest = useFaults(form, problem);
  const save = useVerb({
    send: (body: Fields) =>
      take(
        api.PUT(path, {
          params: {},
          body: { ...body, address: body.address.trim() },
          headers: ifMatch(setting.version),
        }),
      ),
    outdates: [path],
    said: t('mail.saved'),
    onProblem: (refused) => {
      setProblem(refused);
      return refused.status === 400;
    },
  });
  return (
    <>
      {setting.mailIsSent ? null : (
        <Alert
          type="info"
          showIcon
          title={t('mail.notSent')}
          description={role === 'administrator' ? t('mail.notSentAdmin') : null}
          className="form-problem"
        />
      )}
      <Form<Fields>
        form={form}
        layout="vertical"
        className="mail-form"
        requiredMark={false}
        initialValues={{ address: setting.address ?? '', rhythm: setting.rhythm }}
        onFinish={(fields) => {
          setProblem(null);
          save.mutate(fields);
        }}
      >
        {rest === null ? null : <Alert type="error" showIcon role="alert" title={rest} />}
        <Form.Item
          name="address"
          label={t('mail.address')}
          rules={[
            { required: true, whitespace: true, message: t('mail.addressMissing') },
            { pattern: oneAddress, message: t('mail.addressOdd') },
          ]}
          {...(setting.sender ? { extra: t('mail.addressHint', { sender: setting.sender }) } : {})}
        >
          <Input autoComplete="email" inputMode="email" maxLength={254} />
        </Form.Item>
        <Form.Item name="rhythm" label={t('mail.rhythm')}>
          <Radio.Group>
            {(['each', 'daily', 'never'] as const).map((rhythm) => (
              <Radio key={rhythm} value={rhythm}>
                {t(`mail.${rhythm}`)} <span className="quiet">{t(`mail.${rhythm}Hint`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <div className="mail-buttons">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('mail.save')}
          </Button>
          <TestMail setting={setting} changed={(typed ?? '').trim() !== (setting.address ?? '')} />
          {setting.address === null ? null : <RemoveAddress version={setting.version} />}
        </div>
      </Form>
      {setting.lastMail ? <LastMail mail={setting.lastMail} /> : null}
    </>
  );
}

function TestMail({ setting, changed }: { setting: Setting; changed: boolean }) {
  const t = useNoticesText();
  const test = useVerb({
    send: (_: void, key) => take(api.POST('/api/v1/account/test-mails', { headers: idempotencyKey(key) })),
    outdates: [path],
  });
  if (!setting.mailIsSent || setting.address === null) return null;
  return (
    <Button
      disabled={changed}
      title={changed ? t('mail.testSaveFirst') : ''}
      loading={test.isPending}
      onClick={() => test.mutate()}
    >
      {t('mail.test')}
    </Button>
  );
}

function RemoveAddress({ version }: { version: number }) {
  const t = useNoticesText();
  const { modal } = App.useApp();
  const remove = useVerb({
    send: (_: void) => take(api.DELETE(path, { params: {}, headers: ifMatch(version) })),
    outdates: [path],
    said: t('mail.removed'),
  });
  return (
    <Button
      type="text"
      icon={<Icon name="remove" />}
      loading={remove.isPending}
      onClick={() =>
        modal.confirm({
          title: t('mail.removeAsk'),
          content: t('mail.removeLine'),
          okText: t('mail.remove'),
          onOk: () => remove.mutate(),
        })
      }
    >
      {t('mail.remove')}
    </Button>
  );
}

const looks = { waiting: 'waiting', sent: 'passed', failed: 'blocking' } as const;

/** What became of the last mail: for the test, and for a reader who wonders why none comes. */
function LastMail({ mail }: { mail: NonNullable<Setting['lastMail']> }) {
  const t = useNoticesText();
  const times = useTimes();
  const retrying = mail.state === 'waiting' && mail.attempts > 0;
  return (
    <div className="mail-last" role="status">
      <span className="quiet">{t('mail.last')}</span>
      <StateTag look={retrying ? 'warning' : looks[mail.state]}>
        {t(retrying ? 'mailState.retrying' : `mailState.${mail.state}`)}
      </StateTag>
      <span className="quiet figures">{times.showNamed(mail.sentAt ?? mail.createdAt, 'second')}</span>
      <span>{mail.subject}</span>
      {mail.error ? <span className="mail-reason quiet">{mail.error}</span> : null}
    </div>
  );
}
