import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { useWaitingByRole } from '../home/waiting.js';
import { Icon } from '../look/icons.js';
import { useFrameText } from './words.js';

/** The role in which the person works; with several, switching leads to that role's home. Roles are never mixed. */
export function RoleSwitch() {
  const t = useFrameText();
  const { role, held, become } = useActiveRole();
  const navigate = useNavigate();
  const waiting = useWaitingByRole();
  if (held.length < 2) return <span className="role-name">{t(`role.${role}`)}</span>;

  const items = held.map((other) => ({
    key: other,
    label: (
      <span className="role-line">
        {t(`role.${other}`)}
        {waiting.get(other) ? <span className="count">{waiting.get(other)}</span> : null}
      </span>
    ),
    onClick: () => {
      become(other);
      void navigate('/home');
    },
  }));
  return (
    <Dropdown menu={{ items, selectable: true, selectedKeys: [role] }} trigger={['click']}>
      <Button
        className="role-switch"
        aria-label={`${t('role.switch')} ${t('role.active', { role: t(`role.${role}`) })}`}
      >
        {t(`role.${role}`)}
        <Icon name="down" size="1em" />
      </Button>
    </Dropdown>
  );
}
