import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Icon } from '../look/icons.js';
import { usePartText } from './words.js';

/**
 * One row's details beside the table: the table stays where it was, and the neighbours are one press away.
 * @param at the row's place among those shown, from 0; -1 when it was filtered out
 */
export function TableDrawer(props: {
  open: boolean;
  title: ReactNode;
  children: ReactNode;
  at: number;
  count: number;
  onStep: (to: number) => void;
  onClose: () => void;
  afterClose: () => void;
}) {
  const t = usePartText();
  const { at, count } = props;
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      afterOpenChange={(open) => (open ? undefined : props.afterClose())}
      size={520}
      mask={false}
      focusable={{ focusTriggerAfterClose: false }}
      title={props.title}
      extra={
        at < 0 ? null : (
          <span className="row-steps">
            <span className="quiet figures">
              {at + 1} / {count}
            </span>
            <Button
              type="text"
              icon={<Icon name="up" />}
              aria-label={t('table.previous')}
              disabled={at === 0}
              onClick={() => props.onStep(at - 1)}
            />
            <Button
              type="text"
              icon={<Icon name="down" />}
              aria-label={t('table.next')}
              disabled={at === count - 1}
              onClick={() => props.onStep(at + 1)}
            />
          </span>
        )
      }
    >
      {props.children}
    </Drawer>
  );
}
