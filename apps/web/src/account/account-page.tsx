import { Descriptions } from 'antd';
import { useFrameText } from '../frame/words.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { roles } from './roles.js';
import { SessionList } from './session-list.js';
import { heldRoles, useSession } from './session.js';
import { TokenList } from './token-list.js';
import { useAccountText } from './words.js';

/** One's own account: who one is here, the devices signed in, the tokens for scripts. */
export default function AccountPage() {
  const t = useAccountText();
  const frame = useFrameText();
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
          { key: 'login', label: t('page.login'), children: session.account.login },
          {
            key: 'roles',
            label: t('page.roles'),
            children: heldRoles(session, roles)
              .map((role) => frame(`role.${role}`))
              .join('、'),
          },
        ]}
      />
      <SessionList />
      <TokenList />
    </div>
  );
}
