import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { got } from '../api/query.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { DemoFlag } from './parts/demo-flag.js';
import { SmallBar } from './parts/target-bars.js';
import { classOf, type ClassCount, type PlanSummary } from './types.js';
import { usePlansText } from './words.js';

const levels = ['nationalIndustry', 'provincial', 'municipal', 'county'] as const;

/** Plans of all years and areas in reach: target, granted, and what waits. */
export default function PlanListPage() {
  const t = usePlansText();
  const navigate = useNavigate();
  const plans = useQuery(got('/api/v1/plans'));
  const columns = useMemo<Column<PlanSummary>[]>(
    () => [
      {
        key: 'year',
        title: t('list.year'),
        value: (row) => String(row.planYear),
        width: 84,
        filter: {
          options: [...new Set(plans.data?.items.map(({ planYear }) => String(planYear)))].map((value) => ({
            value,
            text: value,
          })),
        },
      },
      {
        key: 'area',
        title: t('list.area'),
        value: (row) => row.areaName,
        render: (row) => (
          <>
            {row.areaName}
            <DemoFlag demo={row.demo} />
          </>
        ),
        width: 150,
      },
      {
        key: 'level',
        title: t('list.level'),
        value: (row) => t(`level.${row.level}`),
        width: 90,
        filter: {
          options: levels.map((value) => ({ value, text: t(`level.${value}`) })),
          of: (row) => row.level,
        },
      },
      ...(['one', 'two', null] as const).map((of): Column<PlanSummary> => ({
        key: `class-${of ?? 'none'}`,
        title: of === null ? t('list.none') : t('list.class', { class: classOf(t, of) }),
        value: (row) => counted(row, of)?.granted ?? null,
        render: (row) => {
          const count = counted(row, of);
          return count ? <SmallBar count={count} /> : '–';
        },
        width: 190,
      })),
      {
        key: 'state',
        title: t('list.state'),
        value: (row) => stateOf(t, row).text,
        render: (row) => <StateTag look={stateOf(t, row).look}>{stateOf(t, row).text}</StateTag>,
        width: 170,
      },
      {
        key: 'waiting',
        title: t('list.waiting'),
        value: (row) => waitingOf(t, row),
        width: 190,
      },
      { key: 'document', title: t('list.document'), value: (row) => row.documentNumber, width: 190 },
    ],
    [t, plans.data],
  );
  return (
    <>
      <PageHeader title={t('list.title')} line={t('list.line')} />
      <DataTable
        id="annual-plans"
        columns={columns}
        rows={plans.data?.items}
        rowKey={(row) => `${row.level}-${row.divisionCode}-${row.planYear}`}
        error={plans.error}
        onRetry={() => void plans.refetch()}
        onOpen={(row) => void navigate(`/annual-plans/${row.level}/${row.divisionCode}/${row.planYear}`)}
        exportName={t('list.export')}
        empty={<EmptyState icon="publish" title={t('list.empty')} line={t('list.emptyLine')} />}
      />
    </>
  );
}

type Text = ReturnType<typeof usePlansText>;

const counted = (row: PlanSummary, of: ClassCount['class']) => row.counts.find((count) => count.class === of);

function stateOf(t: Text, { draftNumber, publishedNumber }: PlanSummary) {
  if (draftNumber !== null)
    return { look: 'running' as const, text: t('state.draft', { number: draftNumber }) };
  if (publishedNumber !== null)
    return { look: 'passed' as const, text: t('state.published', { number: publishedNumber }) };
  return { look: 'waiting' as const, text: t('state.none') };
}

const waitingOf = (t: Text, { waiting }: PlanSummary): string =>
  (['added', 'removed', 'corrected'] as const)
    .filter((kind) => waiting[kind] > 0)
    .map((kind) => t(`waiting.${kind}`, { count: waiting[kind] }))
    .join(' · ') || t('waiting.nothing');
