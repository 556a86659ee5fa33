import { Button, Popconfirm } from 'antd';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import type { WindowRow } from './types.js';
import { useApplicationsText } from './words.js';

/** Closes an open window now, by the server's clock. */
export function CloseWindowButton({ window }: { window: WindowRow }) {
  const t = useApplicationsText();
  const close = useVerb({
    send: ({ level, divisionCode, planYear, version }: WindowRow) =>
      take(
        api.PUT('/api/v1/application-windows/{level}/{divisionCode}/{planYear}/closure', {
          params: { path: { level, divisionCode, planYear } },
          headers: ifMatch(version),
          body: {},
        }),
      ),
    outdates: ['/api/v1/application-windows'],
    said: t('windows.closed'),
  });
  return (
    <Popconfirm
      title={t('windows.close')}
      description={t('windows.closeLine', { year: window.planYear })}
      okText={t('windows.close')}
      onConfirm={() => close.mutate(window)}
    >
      <Button size="small" loading={close.isPending}>
        {t('windows.close')}
      </Button>
    </Popconfirm>
  );
}
