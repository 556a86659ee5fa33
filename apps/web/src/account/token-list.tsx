import { useQuery } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { useState } from 'react';
import { api } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { NewToken } from './new-token.js';
import { useAccountText } from './words.js';

/** Tokens for scripts: create (shown once), see when last used, revoke. */
export function TokenList() {
  const t = useAccountText();
  const times = useTimes();
  const { modal } = App.useApp();
  const [creating, setCreating] = useState(false);
  const tokens = useQuery(got('/api/v1/account/tokens'));
  const revoke = useVerb({
    send: (tokenId: string) =>
      api.DELETE('/api/v1/account/tokens/{tokenId}', { params: { path: { tokenId } } }),
    outdates: ['/api/v1/account/tokens'],
    said: t('tokens.revoked'),
  });
  const create = <Button onClick={() => setCreating(true)}>{t('tokens.create')}</Button>;
  return (
    <section className="page-section" aria-labelledby="tokens">
      <div className="section-head">
        <h2 id="tokens">{t('tokens.title')}</h2>
        {(tokens.data?.items.length ?? 0) > 0 ? create : null}
      </div>
      <p className="quiet">{t('tokens.line')}</p>
      <Answered query={tokens} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="key" title={t('tokens.empty')} line={t('tokens.emptyLine')} action={create} />
          ) : (
            <Table
              size="middle"
              rowKey="id"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={items}
              columns={[
                { key: 'name', title: t('tokens.name'), dataIndex: 'name' },
                {
                  key: 'created',
                  title: t('tokens.created'),
                  className: 'figures',
                  render: (_, row) => times.showNamed(row.createdAt),
                },
                {
                  key: 'used',
                  title: t('tokens.used'),
                  className: 'figures',
                  render: (_, row) => (row.lastUsedAt ? times.showNamed(row.lastUsedAt) : t('tokens.unused')),
                },
                {
                  key: 'expires',
                  title: t('tokens.expires'),
                  className: 'figures',
                  render: (_, row) => (row.expiresAt ? times.showNamed(row.expiresAt) : t('tokens.never')),
                },
                {
                  key: 'revoke',
                  align: 'right',
                  render: (_, row) => (
                    <Button
                      size="small"
                      danger
                      onClick={() =>
                        modal.confirm({
                          title: t('tokens.revokeTitle', { name: row.name }),
                          content: t('tokens.revokeLine'),
                          okText: t('tokens.revoke'),
                          okButtonProps: { danger: true },
                          onOk: () => revoke.mutateAsync(row.id).catch(() => undefined),
                        })
                      }
                    >
                      {t('tokens.revoke')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Answered>
      <NewToken open={creating} onClose={() => setCreating(false)} />
    </section>
  );
}
