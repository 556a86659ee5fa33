import { useQuery } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { deviceName } from './device-name.js';
import { signOut } from './session.js';
import { useAccountText } from './words.js';

/** The devices on which one is signed in; each can be signed out from here. */
export function SessionList() {
  const t = useAccountText();
  const frame = useFrameText();
  const times = useTimes();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const sessions = useQuery(got('/api/v1/sessions'));
  const end = useVerb({
    send: (sessionId: string) =>
      api.DELETE('/api/v1/sessions/{sessionId}', { params: { path: { sessionId } } }),
    outdates: ['/api/v1/sessions'],
    said: t('sessions.ended'),
  });
  return (
    <section className="page-section" aria-labelledby="sessions">
      <div className="section-head">
        <h2 id="sessions">{t('sessions.title')}</h2>
        <Button
          onClick={() =>
            modal.confirm({
              title: frame('account.signOutEverywhere'),
              content: frame('account.signOutEverywhereAsk'),
              okText: frame('account.signOutEverywhere'),
              onOk: async () => {
                await signOut(true);
                void navigate('/sign-in', { replace: true });
              },
            })
          }
        >
          {t('sessions.endAll')}
        </Button>
      </div>
      <p className="quiet">{t('sessions.line')}</p>
      <Answered query={sessions} lines={3}>
        {({ items }) => (
          <Table
            size="middle"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={items}
            columns={[
              {
                key: 'device',
                title: t('sessions.device'),
                render: (_, row) => (
                  <span title={row.userAgent ?? ''}>
                    {deviceName(row.userAgent) ?? t('sessions.unknownDevice')}
                  </span>
                ),
              },
              {
                key: 'address',
                title: t('sessions.address'),
                className: 'figures',
                render: (_, row) => row.address ?? '–',
              },
              {
                key: 'since',
                title: t('sessions.since'),
                className: 'figures',
                render: (_, row) => times.showNamed(row.createdAt),
              },
              {
                key: 'seen',
                title: t('sessions.seen'),
                className: 'figures',
                render: (_, row) => times.showNamed(row.lastSeenAt),
              },
              {
                key: 'end',
                align: 'right',
                render: (_, row) =>
                  row.current ? (
                    <StateTag look="passed" quiet>
                      {t('sessions.current')}
                    </StateTag>
                  ) : (
                    <Button
                      size="small"
                      loading={end.isPending && end.variables === row.id}
                      onClick={() => end.mutate(row.id)}
                    >
                      {t('sessions.end')}
                    </Button>
                  ),
              },
            ]}
          />
        )}
      </Answered>
    </section>
  );
}
