import { Descriptions } from 'antd';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { MailSettings } from '../notices/mail-settings.js';
import { PageHeader } from '../parts/page-header.js';
import { HeldRoles } from './held-roles.js';
import { SessionList } from './session-list.js';
import { useSession } from './session.js';
import { TokenList } from './token-list.js';
import { useAccountText } from './words.js';

/** One's own account: who one is here, the devices signed in, the tokens for scripts. */
export default function AccountPage() {
  const t = useAccountText();
  const session = useSession();
  return (
    <div className="reading-page">
      <PageHeader
        title={t('page.title')}
        actions={
          <GoButton to="/account/password" icon={<Icon name="key" />}>
            {t('password.title')}
          </GoButton>
        }
      />
      <Descriptions
        column={1}
        items={[
          { key: 'name', label: t('page.name'), children: session.account.displayName },
          ...(session.account.organisation
            ? [
                {
                  key: 'organisation',
                  label: t('page.organisation'),
                  children: session.account.organisation.name,
                },
              ]
            : []),
          { key: 'login', label: t('page.login'), children: session.account.login },
          {
            key: 'roles',
            label: t('page.roles'),
            children: <HeldRoles />,
          },
        ]}
      />
      <MailSettings />
      <SessionList />
      <TokenList />
    </div>
  );
}
