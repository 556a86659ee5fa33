import { ConfigProvider } from 'antd';
import type { ReactNode } from 'react';
import { handTheme } from './theme.js';

/** What is used standing, with one hand, next to a machine: 18 px text and targets of at least 48 px. */
export function ByHand({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider theme={handTheme} componentSize="middle">
      <div className="by-hand">{children}</div>
    </ConfigProvider>
  );
}
