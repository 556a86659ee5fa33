import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { got } from '../api/query.js';
import { Icon } from '../look/icons.js';
import { DataTable } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { useContestColumns } from './contest-columns.js';
import { useFilterNames } from './filter-names.js';
import { useInsightText } from './words.js';
import { type ContestFilters, filterNames, queryOf, useYearScope } from './year-scope.js';
import './insight.css';

/** The contests behind a figure: what was clicked stands as filters, each of which can be taken away. */
export default function ContestsPage() {
  const t = useInsightText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { scope } = useYearScope();
  const year = scope.year ?? new Date().getFullYear();
  const filters: ContestFilters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
  const overview = useQuery(got('/api/v1/insight/year', { params: { query: { ...scope, year } } }));
  const named = useFilterNames(filters, overview.data);
  const query = { ...scope, ...filters, year, limit: 500 };
  const contests = useKeyset(['/api/v1/insight/contests', query], (after) =>
    take(
      api.GET('/api/v1/insight/contests', {
        // The server checks each filter; a link with a wrong one is answered with its name.
        params: { query: { ...query, ...(after ? { after } : {}) } as never },
      }),
    ),
  );
  const columns = useContestColumns();
  const without = (name: string | null) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      for (const one of filterNames) if (name === null || one === name) next.delete(one);
      return next;
    });
  const back = `/insight?${queryOf({ ...scope, year }).toString()}`;
  const rows = useMemo(() => contests.rows, [contests.rows]);
  return (
    <>
      <PageHeader
        title={t('list.title', { year })}
        crumbs={[
          { label: t('list.back'), to: back },
          { label: named.map(({ text }) => text).join(' · ') || t('list.all') },
        ]}
        line={
          named.length === 0 ? (
            t('list.all')
          ) : (
            <span className="filter-chips" role="group" aria-label={t('list.filters')}>
              {named.map(({ name, text }) => (
                <Button
                  key={name}
                  size="small"
                  aria-label={t('list.remove', { name: text })}
                  icon={<Icon name="close" />}
                  iconPlacement="end"
                  onClick={() => without(name)}
                >
                  {text}
                </Button>
              ))}
              {named.length > 1 ? (
                <Button size="small" type="link" onClick={() => without(null)}>
                  {t('list.clear')}
                </Button>
              ) : null}
            </span>
          )
        }
      />
      <DataTable
        id="insight-contests"
        prefixed
        columns={columns}
        rows={rows}
        rowKey={(row) => row.applicationId}
        error={contests.error}
        onRetry={contests.retry}
        more={contests.more}
        onOpen={(row) => void navigate(`/review/${row.applicationId}`)}
        exportName={`${year} ${t('list.export')}`}
        empty={
          <EmptyState
            icon="event"
            title={t('list.empty')}
            line={t('list.emptyLine')}
            action={<GoButton to={back}>{t('list.back')}</GoButton>}
          />
        }
      />
    </>
  );
}
