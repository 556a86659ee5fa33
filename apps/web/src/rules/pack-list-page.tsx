import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { NewDraftDialog } from './new-draft-dialog.js';
import { useOwnAreas } from './own-areas.js';
import { PackTimeline } from './pack-timeline.js';
import { areaOf, spanOf, stateLooks, type PackSummary } from './types.js';
import { useRulesText } from './words.js';
import './rules.css';

const levels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;
const states = ['draft', 'scheduled', 'inForce', 'past'] as const;

/** All packs in reach: which is in force since when, and the drafts. */
export default function PackListPage() {
  const t = useRulesText();
  const said = useSaid();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const [making, setMaking] = useState(false);
  const packs = useQuery(got('/api/v1/rule-packs', { params: { query: { limit: 500 } } }));
  const columns = useMemo<Column<PackSummary>[]>(
    () => [
      {
        key: 'name',
        title: t('list.name'),
        value: (row) => said(row.title),
        render: (row) => (
          <span className="pack-name">
            {said(row.title)} <span className="quiet figures">{row.code}</span>
          </span>
        ),
      },
      {
        key: 'area',
        title: t('list.area'),
        value: (row) => areaOf(t, row),
        width: 180,
        filter: {
          options: levels.map((value) => ({ value, text: t(`level.${value}`) })),
          of: (row) => row.level,
        },
      },
      {
        key: 'state',
        title: t('list.state'),
        value: (row) => t(`state.${row.state}`),
        render: (row) => <StateTag look={stateLooks[row.state]}>{t(`state.${row.state}`)}</StateTag>,
        width: 130,
        filter: {
          options: states.map((value) => ({ value, text: t(`state.${value}`) })),
          of: (row) => row.state,
        },
      },
      {
        key: 'force',
        title: t('list.force'),
        value: (row) => spanOf(t, row),
        render: (row) => <span className="figures">{spanOf(t, row)}</span>,
        width: 220,
      },
      { key: 'rules', title: t('list.rules'), kind: 'count', value: (row) => row.ruleCount, width: 90 },
      {
        key: 'unverified',
        title: t('list.unverified'),
        kind: 'count',
        value: (row) => row.unverifiedCount,
        width: 100,
      },
    ],
    [t, said],
  );
  const rows = packs.data?.items;
  const own = useOwnAreas(role === 'reviewer');
  const add =
    role === 'reviewer' ? (
      <Button type="primary" icon={<Icon name="add" />} onClick={() => setMaking(true)}>
        {t('list.new')}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader title={t('list.title')} line={t('list.line')} actions={add} />
      {rows && rows.length > 0 ? (
        <section className="pack-now" aria-label={t('list.now')}>
          <h2>{t('list.now')}</h2>
          <PackTimeline packs={rows} own={own} />
        </section>
      ) : null}
      <section className="page-section">
        <h2>{t('list.packs')}</h2>
        <DataTable
          id="rule-packs"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          error={packs.error}
          onRetry={() => void packs.refetch()}
          onOpen={(row) => void navigate(`/rules/${row.id}`)}
          exportName={t('list.title')}
          empty={<EmptyState icon="rule" title={t('list.empty')} line={t('list.emptyLine')} action={add} />}
        />
      </section>
      <NewDraftDialog
        open={making}
        packs={rows ?? []}
        onClose={() => setMaking(false)}
        onMade={(id) => void navigate(`/rules/${id}/edit`)}
      />
    </>
  );
}
