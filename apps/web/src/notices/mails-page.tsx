import { Alert, Button, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { TableMore } from '../parts/table-more.js';
import { useNoticesText } from './words.js';
import './notices.css';

type Mail = Schemas['MailDto'];
const states = ['waiting', 'failed', 'sent'] as const;
const looks = { waiting: 'waiting', sent: 'passed', failed: 'blocking' } as const;
const kinds = { single: 'kindSingle', digest: 'kindDigest', reminder: 'kindReminder' } as const;

/** The mails of the installation, for its administrator: what waits, what went wrong, why, and the way to try again. */
export default function MailsPage() {
  const t = useNoticesText();
  const times = useTimes();
  const [params, setParams] = useSearchParams();
  const state = states.find((known) => known === params.get('state'));
  const counted = useQuery({
    ...got('/api/v1/mails', { params: { query: { limit: 1 } } }),
    refetchInterval: 15_000,
  });
  const mails = useKeyset<Mail>(['/api/v1/mails', 'list', state ?? ''], (after) =>
    take(
      api.GET('/api/v1/mails', {
        params: { query: { limit: 50, ...(state ? { state } : {}), ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  const again = useVerb({
    send: (mailId: string) => api.PUT('/api/v1/mails/{mailId}/attempt', { params: { path: { mailId } } }),
    outdates: ['/api/v1/mails'],
    said: t('mails.tried'),
  });
  return (
    <>
      <PageHeader title={t('mails.title')} line={t('mails.line')} />
      {counted.data && !counted.data.mailIsSent ? (
        <Alert type="info" showIcon title={t('mails.off')} />
      ) : null}
      <div className="mails-bar">
        <Select
          aria-label={t('mails.state')}
          value={state ?? ''}
          onChange={(next) => setParams(next === '' ? {} : { state: next }, { replace: true })}
          style={{ minWidth: 140 }}
          options={[
            { value: '', label: t('mails.anyState') },
            ...states.map((each) => ({ value: each, label: t(`mailState.${each}`) })),
          ]}
        />
        {counted.data ? (
          <>
            <StateTag look="waiting">{t('mails.waiting', { count: counted.data.counts.waiting })}</StateTag>
            <StateTag look={counted.data.counts.failed > 0 ? 'blocking' : 'passed'}>
              {t('mails.failed', { count: counted.data.counts.failed })}
            </StateTag>
          </>
        ) : null}
      </div>
      {mails.rows === undefined ? (
        mails.error ? (
          <LoadError error={mails.error} onRetry={mails.retry} />
        ) : (
          <Loading />
        )
      ) : mails.rows.length === 0 ? (
        <EmptyState
          icon="inbox"
          title={state ? t('mails.noneState') : t('mails.none')}
          line={t('mails.noneLine')}
        />
      ) : (
        <Table<Mail>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          dataSource={mails.rows}
          columns={[
            {
              key: 'state',
              title: t('mails.state'),
              render: (_, row) => <StateTag look={looks[row.state]}>{t(`mailState.${row.state}`)}</StateTag>,
            },
            {
              key: 'to',
              title: t('mails.to'),
              render: (_, row) => (
                <>
                  {row.displayName ?? '–'}
                  <div className="quiet">{row.address}</div>
                </>
              ),
            },
            {
              key: 'subject',
              title: t('mails.subject'),
              width: 320,
              render: (_, row) => (
                <div className="mail-subject">
                  {row.subject}
                  <div className="quiet">{t(`mails.${kinds[row.kind]}`)}</div>
                </div>
              ),
            },
            {
              key: 'created',
              title: t('mails.created'),
              className: 'figures',
              render: (_, row) => times.showNamed(row.createdAt, 'second'),
            },
            { key: 'attempts', title: t('mails.attempts'), dataIndex: 'attempts', align: 'right' },
            {
              key: 'sent',
              title: `${t('mails.sentAt')} / ${t('mails.nextAt')}`,
              className: 'figures',
              render: (_, row) => times.showNamed(row.sentAt ?? row.nextAttemptAt, 'second') || '–',
            },
            {
              key: 'error',
              title: t('mails.reason'),
              width: 280,
              render: (_, row) => <div className="mail-reason">{row.error ?? '–'}</div>,
            },
            {
              key: 'do',
              align: 'right',
              render: (_, row) =>
                row.state === 'sent' ? null : (
                  <Button
                    size="small"
                    loading={again.isPending && again.variables === row.id}
                    onClick={() => again.mutate(row.id)}
                  >
                    {t('mails.tryAgain')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <TableMore {...mails.more} count={mails.rows?.length ?? 0} />
    </>
  );
}
