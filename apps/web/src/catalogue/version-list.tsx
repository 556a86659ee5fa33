import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useTimes } from '../language/times.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import type { CatalogueImport, Kind } from './kinds.js';
import { useCatalogueText } from './words.js';

export const importLooks: Record<CatalogueImport['state'], StateLook> = {
  previewed: 'waiting',
  applied: 'passed',
  discarded: 'ended',
};

/** The imports of a catalogue in one edition, newest first; a row opens what it changed. */
export function VersionList({ kind, edition }: { kind: Kind; edition: string }) {
  const t = useCatalogueText();
  const times = useTimes();
  const go = useNavigate();
  const list = useKeyset(['/api/v1/catalogue/imports', kind, edition], (after) =>
    take(
      api.GET('/api/v1/catalogue/imports', {
        params: { query: { kind, edition, limit: 100, ...(after ? { after } : {}) } },
      }),
    ),
  );
  const columns = useMemo((): Column<CatalogueImport>[] => {
    const count = (key: 'added' | 'changed' | 'removed' | 'unchanged'): Column<CatalogueImport> => ({
      ...{ key, title: t(`preview.${key}`), kind: 'count', width: 80, value: (row) => row[key] },
    });
    return [
      { key: 'number', title: t('versions.number'), kind: 'count', width: 70, value: (row) => row.number },
      {
        key: 'state',
        title: t('versions.state'),
        width: 110,
        value: (row) => t(`preview.states.${row.state}`),
        render: (row) => (
          <StateTag look={importLooks[row.state]}>{t(`preview.states.${row.state}`)}</StateTag>
        ),
      },
      { key: 'source', title: t('versions.source'), width: 300, value: (row) => row.source },
      ...(['added', 'changed', 'removed', 'unchanged'] as const).map(count),
      {
        key: 'at',
        title: t('versions.at'),
        width: 150,
        value: (row) => times.show(row.appliedAt ?? row.createdAt, 'dayTime'),
      },
      {
        key: 'by',
        title: t('versions.by'),
        width: 130,
        value: (row) => row.appliedByName ?? row.createdByName ?? t('versions.system'),
      },
    ];
  }, [t, times]);
  return (
    <DataTable
      id="catalogue-versions"
      columns={columns}
      rows={list.rows}
      rowKey={(row) => row.id}
      error={list.error}
      onRetry={list.retry}
      more={list.more}
      onOpen={(row) => void go(`/catalogues/imports/${row.id}`)}
      exportName={t('versions.export')}
      empty={<EmptyState icon="history" title={t('versions.empty')} />}
    />
  );
}
