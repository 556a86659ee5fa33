import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useFrameText } from '../frame/words.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { useApplicationNames } from './application-names.js';
import { stateLook, states } from './looks.js';
import { NewApplicationDialog } from './new-application-dialog.js';
import type { ApplicationRow } from './types.js';
import { useApplicationsText } from './words.js';
import './applications.css';

/** The applications of one's own organisation, the latest plan year first. */
export default function ApplicationListPage() {
  const t = useApplicationsText();
  const frame = useFrameText();
  const names = useApplicationNames();
  const times = useTimes();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const wantedYear = params.get('new');
  const [drafting, setDrafting] = useState(wantedYear !== null);
  const list = useKeyset(['/api/v1/applications'], (after) =>
    take(api.GET('/api/v1/applications', { params: { query: { limit: 200, ...(after ? { after } : {}) } } })),
  );
  const years = [...new Set((list.rows ?? []).map(({ planYear }) => String(planYear)))];
  const columns = useMemo<Column<ApplicationRow>[]>(
    () => [
      {
        key: 'name',
        title: t('list.name'),
        value: (row) => [row.edition, row.name].filter(Boolean).join(' '),
        render: (row) => (
          <span>
            <strong>{row.name}</strong> {row.edition ? <span className="quiet">{row.edition}</span> : null}
            {row.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
            {row.historic ? <span className="demo-flag">{t('list.historic')}</span> : null}
          </span>
        ),
        width: 280,
      },
      {
        key: 'state',
        title: t('list.state'),
        value: (row) => t(`state.${row.state}`),
        render: (row) => (
          <StateTag look={stateLook[row.state]} quiet>
            {t(`state.${row.state}`)}
          </StateTag>
        ),
        filter: {
          options: states.map((state) => ({ value: state, text: t(`state.${state}`) })),
          of: (row) => row.state,
        },
        width: 160,
      },
      {
        key: 'due',
        title: t('list.due'),
        value: (row) => dueOf(row, t, times.show),
        width: 200,
      },
      {
        key: 'year',
        title: t('list.year'),
        value: (row) => String(row.planYear),
        filter: { options: years.map((year) => ({ value: year, text: year })) },
        width: 110,
      },
      {
        key: 'class',
        title: t('list.class'),
        value: (row) => names.classOf(row.class),
        filter: {
          options: (['one', 'two'] as const).map((one) => ({ value: one, text: names.classOf(one) })),
          of: (row) => row.class ?? '',
        },
        width: 110,
      },
      { key: 'authority', title: t('list.authority'), value: (row) => names.areaOf(row), width: 150 },
      {
        key: 'occupations',
        title: t('list.occupations'),
        value: (row) => row.occupations.join('、'),
        width: 180,
      },
      {
        key: 'final',
        title: t('list.final'),
        value: (row) => names.span(row.finalFrom, row.finalTo),
        width: 200,
      },
      {
        key: 'submitted',
        title: t('list.submitted'),
        value: (row) => (row.submittedAt ? times.show(row.submittedAt) : null),
        width: 150,
      },
    ],
    [t, frame, names, times, years.join(' ')],
  );
  const draft = (
    <Button type="primary" icon={<Icon name="add" />} onClick={() => setDrafting(true)}>
      {t('list.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} line={t('list.line')} actions={draft} />
      <DataTable
        id="applications"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        onOpen={(row) => void navigate(`/applications/${row.id}`)}
        exportName={t('list.export')}
        empty={<EmptyState icon="paper" title={t('list.empty')} line={t('list.emptyLine')} action={draft} />}
      />
      <NewApplicationDialog
        open={drafting}
        planYear={wantedYear === null ? null : Number(wantedYear)}
        onClose={() => {
          setDrafting(false);
          setParams(
            (now) => {
              now.delete('new');
              return now;
            },
            { replace: true },
          );
        }}
      />
    </>
  );
}

/** Until when something has to be done with it, in words. */
function dueOf(
  row: ApplicationRow,
  t: ReturnType<typeof useApplicationsText>,
  show: (iso: string) => string,
): string | null {
  if (row.state === 'returned' && row.completionDueAt)
    return t('list.dueReturned', { time: show(row.completionDueAt) });
  if ((row.state === 'draft' || row.state === 'returned') && row.windowClosesAt)
    return t('list.dueWindow', { time: show(row.windowClosesAt) });
  return null;
}
