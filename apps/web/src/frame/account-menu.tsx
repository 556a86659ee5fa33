import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { signOut, useSession } from '../account/session.js';
import { Icon } from '../look/icons.js';
import { useFrameText } from './words.js';

/** The person's own menu: account, password, sign out here or everywhere. */
export function AccountMenu() {
  const t = useFrameText();
  const { account } = useSession();
  const navigate = useNavigate();
  const { modal } = App.useApp();

  const leave = async (everywhere: boolean) => {
    await signOut(everywhere);
    void navigate('/sign-in', { replace: true });
  };
  const items = [
    { key: 'who', label: <span className="menu-who">{account.login}</span>, disabled: true },
    {
      key: 'mine',
      icon: <Icon name="person" />,
      label: t('account.mine'),
      onClick: () => void navigate('/account'),
    },
    {
      key: 'password',
      icon: <Icon name="key" />,
      label: t('account.changePassword'),
      onClick: () => void navigate('/account/password'),
    },
    { type: 'divider' as const },
    {
      key: 'out',
      icon: <Icon name="signOut" />,
      label: t('account.signOut'),
      onClick: () => void leave(false),
    },
    {
      key: 'everywhere',
      icon: <Icon name="lock" />,
      label: t('account.signOutEverywhere'),
      onClick: () =>
        modal.confirm({
          title: t('account.signOutEverywhere'),
          content: t('account.signOutEverywhereAsk'),
          okText: t('account.signOutEverywhere'),
          onOk: () => leave(true),
        }),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button
        type="text"
        icon={<Icon name="person" />}
        aria-label={`${t('account.menu')} ${account.displayName}`}
      >
        <span className="wide-only">{account.displayName}</span>
      </Button>
    </Dropdown>
  );
}
