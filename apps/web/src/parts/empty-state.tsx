import type { ReactNode } from 'react';
import { Icon, type IconName } from '../look/icons.js';

/**
 * Nothing is here yet: says what would be, and offers the way to it.
 * @example <EmptyState icon="roster" title={t('empty')} line={t('emptyLine')} action={<Button …/>} />
 */
export function EmptyState(props: { title: string; line?: ReactNode; action?: ReactNode; icon?: IconName }) {
  return (
    <div className="empty-state">
      <Icon name={props.icon ?? 'inbox'} size={28} />
      <h2>{props.title}</h2>
      {props.line ? <p>{props.line}</p> : null}
      {props.action ? <div className="notice-actions">{props.action}</div> : null}
    </div>
  );
}
