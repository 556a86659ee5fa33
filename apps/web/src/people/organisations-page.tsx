import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useKeyset } from '../api/keyset.js';
import { DivisionName } from '../catalogue/division-name.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { GoButton } from '../parts/go-button.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { kinds, OrganisationForm } from './organisation-form.js';
import { usePeopleText } from './words.js';

type OrganisationRow = Schemas['OrganisationDto'];

/** Who hosts, organises and sends. */
export default function OrganisationsPage() {
  const t = usePeopleText();
  const [editing, setEditing] = useState<OrganisationRow | 'new' | null>(null);
  const list = useKeyset(['/api/v1/organisations'], (after) =>
    take(
      api.GET('/api/v1/organisations', { params: { query: { limit: 500, ...(after ? { after } : {}) } } }),
    ),
  );
  const overview = useQuery(got('/api/v1/catalogue'));
  const columns = useMemo(
    (): Column<OrganisationRow>[] => [
      { key: 'name', title: t('organisations.name'), value: (row) => row.name, width: 260 },
      { key: 'shortName', title: t('organisations.shortName'), value: (row) => row.shortName },
      { key: 'nameEn', title: t('organisations.nameEn'), value: (row) => row.nameEn, width: 200 },
      {
        key: 'kind',
        title: t('organisations.kind'),
        value: (row) => t(`organisations.kinds.${row.kind}`),
        filter: {
          options: kinds.map((value) => ({ value, text: t(`organisations.kinds.${value}`) })),
          of: (row) => row.kind,
        },
      },
      {
        key: 'division',
        title: t('organisations.division'),
        value: (row) => row.divisionCode,
        render: (row) => (row.divisionCode ? <DivisionName code={row.divisionCode} /> : '–'),
      },
      { key: 'industry', title: t('organisations.industry'), value: (row) => row.industryCode },
      {
        key: 'edit',
        title: t('account.edit'),
        value: () => null,
        render: (row) =>
          row.mayEdit ? (
            <Button size="small" onClick={() => setEditing(row)}>
              {t('account.edit')}
            </Button>
          ) : (
            <span className="quiet" title={t('organisations.notYours')}>
              –
            </span>
          ),
        width: 100,
      },
    ],
    [t],
  );
  const add = { label: t('organisations.add'), onClick: () => setEditing('new') };
  return (
    <>
      <PageHeader
        title={t('organisations.title')}
        line={t('organisations.line')}
        primary={add}
        actions={
          overview.data?.mayImport ? (
            <GoButton to="/catalogues/organisations/import">{t('organisations.import')}</GoButton>
          ) : null
        }
      />
      <DataTable
        id="organisations"
        columns={columns}
        rows={list.rows}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        rowKey={(row) => row.id}
        exportName={t('organisations.export')}
        empty={
          <EmptyState
            icon="organisation"
            title={t('organisations.empty')}
            line={t('organisations.emptyLine')}
            action={<Button onClick={add.onClick}>{add.label}</Button>}
          />
        }
      />
      <OrganisationForm
        organisation={editing === 'new' ? null : editing}
        open={editing !== null}
        onClose={() => setEditing(null)}
      />
    </>
  );
}
