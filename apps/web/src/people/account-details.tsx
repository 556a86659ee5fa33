import { Alert, App, Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { ifMatch } from '../api/attempt.js';
import type { GetPath } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { CopyText } from '../parts/copy-text.js';
import { HistoryButton } from '../parts/history-drawer.js';
import { type AccountRow, type GrantRow, useGrantWords } from './account-words.js';
import { EditAccount } from './edit-account.js';
import { GiveRole } from './give-role.js';
import { usePeopleText } from './words.js';

export const accountPaths: readonly GetPath[] = ['/api/v1/accounts'];

/** One account in the drawer: its roles, and what whoever looks may do with it. */
export function AccountDetails({ account, eventId }: { account: AccountRow; eventId: string | null }) {
  const t = usePeopleText();
  const [dialog, setDialog] = useState<'edit' | 'role' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Descriptions
        column={1}
        items={[
          { key: 'login', label: t('column.login'), children: account.login },
          { key: 'organisation', label: t('column.organisation'), children: account.organisationName ?? '–' },
        ]}
      />
      <section className="page-section" aria-labelledby="account-roles">
        <div className="section-head">
          <h3 id="account-roles">{t('account.roles')}</h3>
          <Button onClick={() => setDialog('role')} disabled={account.disabledAt !== null}>
            {t('account.giveRole')}
          </Button>
        </div>
        <GrantList account={account} />
      </section>
      <section className="page-section">
        {account.mayManage ? null : <Alert type="info" showIcon title={t('account.beyondYou')} />}
        <div className="page-header-actions">
          {account.mayManage ? (
            <>
              <Button onClick={() => setDialog('edit')}>{t('account.edit')}</Button>
              <ResetPassword account={account} />
              <Disable account={account} />
            </>
          ) : null}
          <HistoryButton
            subjectType="account"
            subjectId={account.id}
            {...(eventId === null ? {} : { eventId })}
          />
        </div>
      </section>
      <EditAccount account={account} open={dialog === 'edit'} onClose={close} />
      <GiveRole account={account} eventId={eventId} open={dialog === 'role'} onClose={close} />
    </>
  );
}

function GrantList({ account }: { account: AccountRow }) {
  const t = usePeopleText();
  const grantWords = useGrantWords();
  const { modal } = App.useApp();
  const end = useVerb({
    send: (grant: GrantRow) =>
      api.DELETE('/api/v1/role-grants/{roleGrantId}', { params: { path: { roleGrantId: grant.id } } }),
    outdates: accountPaths,
    said: t('role.ended'),
  });
  if (account.roles.length === 0) return <p className="quiet">{t('account.noRoles')}</p>;
  return (
    <ul className="held-roles">
      {account.roles.map((grant) => (
        <li key={grant.id}>
          {grantWords(grant, true)}{' '}
          {grant.mayEnd ? (
            <Button
              size="small"
              onClick={() =>
                modal.confirm({
                  title: t('role.endTitle', { role: grantWords(grant) }),
                  content: t('role.endAsk', { name: account.displayName }),
                  okText: t('role.end'),
                  okButtonProps: { danger: true },
                  onOk: () => end.mutateAsync(grant).catch(() => undefined),
                })
              }
            >
              {t('role.end')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ResetPassword({ account }: { account: AccountRow }) {
  const t = usePeopleText();
  const { modal } = App.useApp();
  const [fresh, setFresh] = useState<string | null>(null);
  const reset = useVerb({
    send: () =>
      take(api.PUT('/api/v1/accounts/{accountId}/password', { params: { path: { accountId: account.id } } })),
    outdates: accountPaths,
    onDone: (answer) => setFresh(answer.initialPassword),
  });
  return (
    <>
      <Button
        disabled={account.disabledAt !== null}
        onClick={() =>
          modal.confirm({
            title: t('account.resetPassword'),
            content: t('account.resetAsk', { name: account.displayName }),
            okText: t('account.resetPassword'),
            onOk: () => reset.mutateAsync(undefined).catch(() => undefined),
          })
        }
      >
        {t('account.resetPassword')}
      </Button>
      <Modal
        open={fresh !== null}
        title={t('account.resetDone')}
        footer={null}
        onCancel={() => setFresh(null)}
        mask={{ closable: false }}
      >
        <p>
          {account.displayName} · {account.login}
        </p>
        {fresh === null ? null : <CopyText text={fresh} />}
        <p className="quiet">{t('account.resetHand')}</p>
      </Modal>
    </>
  );
}

function Disable({ account }: { account: AccountRow }) {
  const t = usePeopleText();
  const { modal } = App.useApp();
  const enabled = account.disabledAt === null;
  const change = useVerb({
    send: (disabled: boolean) =>
      take(
        api.PATCH('/api/v1/accounts/{accountId}', {
          params: { path: { accountId: account.id } },
          body: { disabled },
          headers: ifMatch(account.version),
        }),
      ),
    outdates: accountPaths,
    said: t(enabled ? 'account.disabled' : 'account.enabled'),
  });
  if (!enabled) return <Button onClick={() => change.mutate(false)}>{t('account.enable')}</Button>;
  return (
    <Button
      danger
      onClick={() =>
        modal.confirm({
          title: t('account.disable'),
          content: t('account.disableAsk', { name: account.displayName }),
          okText: t('account.disable'),
          okButtonProps: { danger: true },
          onOk: () => change.mutateAsync(true).catch(() => undefined),
        })
      }
    >
      {t('account.disable')}
    </Button>
  );
}
