import { Badge } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { AccountMenu } from './account-menu.js';
import { Brand } from './brand.js';
import { LanguageSwitch } from './language-switch.js';
import { RoleSwitch } from './role-switch.js';
import { useFrameText } from './words.js';

/**
 * The bar above everything behind sign-in.
 * @param unread how many notices wait in the inbox; null while no inbox is known (then it is left out)
 */
export function TopBar({ unread, before }: { unread: number | null; before?: ReactNode }) {
  const t = useFrameText();
  return (
    <header className="top-bar">
      {before}
      <Brand to="/home" />
      <RoleSwitch />
      <span className="grow" />
      {unread === null ? null : (
        <Badge count={unread} size="small" color="var(--ink-soft)" offset={[-3, 6]}>
          <GoButton
            to="/inbox"
            type="text"
            icon={<Icon name="bell" />}
            aria-label={unread > 0 ? t('inboxUnread', { count: unread }) : t('inbox')}
          />
        </Badge>
      )}
      <LanguageSwitch />
      <AccountMenu />
    </header>
  );
}
