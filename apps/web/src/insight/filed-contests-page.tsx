import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { type Column, DataTable } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { useInsightText } from './words.js';
import { type FiledContest, queryOf, useYearScope } from './year-scope.js';
import './insight.css';

/** The contests that enterprises and schools filed 备案 in the area. */
export default function FiledContestsPage() {
  const t = useInsightText();
  const navigate = useNavigate();
  const { scope } = useYearScope();
  const year = scope.year ?? new Date().getFullYear();
  const query = { ...scope, year, limit: 500 };
  const filed = useKeyset(['/api/v1/insight/filed-contests', query], (after) =>
    take(
      api.GET('/api/v1/insight/filed-contests', {
        params: { query: { ...query, ...(after ? { after } : {}) } },
      }),
    ),
  );
  const columns = useMemo<Column<FiledContest>[]>(
    () => [
      { key: 'name', title: t('filed.name'), value: (row) => row.name, width: 280 },
      { key: 'number', title: t('filed.number'), value: (row) => row.number, width: 160 },
      { key: 'organisation', title: t('filed.organisation'), value: (row) => row.organisation, width: 220 },
      {
        key: 'level',
        title: t('filed.level'),
        value: (row) => t(`levels.${row.level}`),
        width: 110,
        filter: {
          options: (['enterprise', 'school'] as const).map((value) => ({
            value,
            text: t(`levels.${value}`),
          })),
          of: (row) => row.level,
        },
      },
      { key: 'place', title: t('filed.place'), value: (row) => row.areaName, width: 140 },
      {
        key: 'dates',
        title: t('filed.dates'),
        value: (row) => (row.startsOn === row.endsOn ? row.startsOn : `${row.startsOn} – ${row.endsOn}`),
        width: 200,
      },
      {
        key: 'competitors',
        title: t('filed.competitors'),
        value: (row) => row.competitors,
        kind: 'count',
        total: 'sum',
        width: 100,
      },
    ],
    [t],
  );
  const back = `/insight?${queryOf({ ...scope, year }).toString()}`;
  return (
    <>
      <PageHeader
        title={t('filed.title', { year })}
        crumbs={[{ label: t('list.back'), to: back }, { label: t('lower.filings') }]}
      />
      <DataTable
        id="insight-filed"
        prefixed
        columns={columns}
        rows={filed.rows}
        rowKey={(row) => row.id}
        error={filed.error}
        onRetry={filed.retry}
        more={filed.more}
        onOpen={(row) => void navigate(`/filings/${row.id}`)}
        exportName={`${year} ${t('filed.export')}`}
        empty={
          <EmptyState
            icon="event"
            title={t('filed.empty')}
            line={t('filed.emptyLine')}
            action={<GoButton to={back}>{t('list.back')}</GoButton>}
          />
        }
      />
    </>
  );
}
