import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Segmented } from 'antd';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { useSaid } from '../language/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { DueDay } from './due-day.js';
import { ObligationDetails } from './obligation-details.js';
import { kinds, lookOf, states, type Obligation } from './types.js';
import { useObligationsText } from './words.js';
import './obligations.css';

/** What is owed after contests: by state, with its day; handed in, checked or returned beside the list. */
export default function ObligationsPage() {
  const t = useObligationsText();
  const said = useSaid();
  const { role } = useActiveRole();
  const isHost = role === 'host';
  const [params, setParams] = useSearchParams();
  const applicationId = params.get('applicationId');
  const state = params.get('state') ?? '';
  const put = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete('open');
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const planYear = Number(params.get('year') ?? 0);
  const wanted = states.find((one) => one === state);
  const list = useQuery(
    got('/api/v1/obligations', {
      params: {
        query: {
          ...(applicationId ? { applicationId } : {}),
          ...(planYear ? { planYear } : {}),
          ...(wanted ? { state: wanted } : {}),
          ...(state === 'overdue' ? { overdue: 'true' as const } : {}),
        },
      },
    }),
  );
  const rows = list.data?.items;
  const columns = useMemo<Column<Obligation>[]>(
    () => [
      {
        key: 'title',
        title: t('column.title'),
        value: (row) => said(row.title),
        render: (row) => <span className="owed-title">{said(row.title)}</span>,
        width: 210,
      },
      { key: 'contest', title: t('column.contest'), value: (row) => row.contest, width: 240 },
      { key: 'host', title: t('column.host'), value: (row) => row.hostName, width: 160, hidden: isHost },
      {
        key: 'kind',
        title: t('column.kind'),
        value: (row) => t(`kind.${row.kind}`),
        width: 126,
        filter: {
          options: kinds.map((value) => ({ value, text: t(`kind.${value}`) })),
          of: (row) => row.kind,
        },
      },
      {
        key: 'due',
        title: t('column.dueOn'),
        value: (row) => row.dueOn ?? t('due.next'),
        render: (row) => <DueDay obligation={row} />,
        width: 150,
      },
      {
        key: 'state',
        title: t('column.state'),
        value: (row) => t(`state.${row.state}`),
        render: (row) => (
          <StateTag look={lookOf(row)}>
            {row.overdue && row.state === 'open' ? t('state.overdue') : t(`state.${row.state}`)}
          </StateTag>
        ),
        width: 110,
      },
      { key: 'year', title: t('column.year'), value: (row) => String(row.planYear), width: 90 },
      {
        key: 'level',
        title: t('column.level'),
        value: (row) => t(`level.${row.level}`),
        hidden: true,
      },
      { key: 'file', title: t('column.file'), value: (row) => row.fileName, width: 180, hidden: true },
    ],
    [t, said, isHost],
  );
  const counts = list.data?.counts;
  const label = (one: 'overdue' | (typeof states)[number]) =>
    `${t(`state.${one}`)}${counts ? ` ${counts[one]}` : ''}`;
  return (
    <>
      <PageHeader title={t('title')} line={t(isHost ? 'lineHost' : 'lineAuthority')} />
      <div className="owed-bar">
        <Segmented
          value={state}
          onChange={(value) => put('state', value)}
          options={[
            { value: '', label: t('all') },
            { value: 'overdue', label: label('overdue') },
            ...states.map((value) => ({ value, label: label(value) })),
          ]}
        />
        <label className="owed-year">
          {t('column.year')}
          <InputNumber
            min={1950}
            max={2100}
            precision={0}
            value={planYear || null}
            onChange={(value) => put('year', value === null ? '' : String(value))}
          />
        </label>
        {rows && rows.length >= 1000 ? <span className="quiet">{t('most')}</span> : null}
        {applicationId ? (
          <span className="quiet">
            {t('onlyContest')}{' '}
            <Button size="small" onClick={() => put('applicationId', '')}>
              {t('showAll')}
            </Button>
          </span>
        ) : null}
      </div>
      <DataTable
        id="obligations"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={() => void list.refetch()}
        detailsTitle={(row) => said(row.title)}
        details={(row) => <ObligationDetails key={row.id} obligation={row} />}
        exportName={t('export')}
        empty={
          state === '' ? (
            <EmptyState icon="note" title={t('empty')} line={t(isHost ? 'emptyHost' : 'emptyAuthority')} />
          ) : (
            <EmptyState
              icon="note"
              title={t('noneOf')}
              action={<Button onClick={() => put('state', '')}>{t('showAll')}</Button>}
            />
          )
        }
      />
    </>
  );
}
