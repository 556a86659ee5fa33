import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag } from '../parts/state-tag.js';
import { usePaperEntries } from './entries-table.js';
import type { PaperForm } from './types.js';
import { usePaperText } from './words.js';

type Row = PaperForm & { returnedFor: string | null; isReturned: boolean };

/** Forms that wait for their paper; those sent back come first, with the reason. */
export function FormsTable() {
  const t = usePaperText();
  const event = useEvent();
  const navigate = useNavigate();
  const forms = useQuery({
    ...got('/api/v1/events/{eventId}/paper-forms', { params: { path: { eventId: event.id } } }),
    refetchInterval: 30_000,
  });
  const refused = usePaperEntries(event.id, 'refused').rows;
  const rows = useMemo(() => {
    // Latest first: the first entry of a form is the one that was sent back last.
    const reasons = new Map<string, string | null>();
    for (const { formId, refusedReason } of refused ?? []) {
      if (!reasons.has(formId)) reasons.set(formId, refusedReason ?? null);
    }
    const all = forms.data?.items.map((form): Row => ({
      ...form,
      isReturned: reasons.has(form.formId),
      returnedFor: reasons.get(form.formId) ?? null,
    }));
    return all?.sort((a, b) => Number(b.isReturned) - Number(a.isReturned));
  }, [forms.data, refused]);
  const returned = rows?.filter(({ isReturned }) => isReturned).length ?? 0;
  const columns = useMemo(
    (): Column<Row>[] => [
      {
        key: 'subCriterion',
        title: t('column.subCriterion'),
        value: (row) => `${row.subCriterionCode} ${row.subCriterionName}`,
        filter: {
          options: [...new Set(rows?.map((row) => `${row.subCriterionCode} ${row.subCriterionName}`))].map(
            (value) => ({ value, text: value }),
          ),
        },
        width: 240,
      },
      {
        key: 'work',
        title: t('column.work'),
        value: (row) => row.workCode,
        render: (row) => <span className="code">{row.workCode}</span>,
        width: 120,
      },
      { key: 'skill', title: t('column.skill'), value: (row) => row.skillName, width: 160 },
      {
        key: 'day',
        title: t('column.day'),
        value: (row) => (row.dayOfMarking === null ? null : t('column.dayOf', { day: row.dayOfMarking })),
        width: 100,
      },
      {
        key: 'state',
        title: t('column.state'),
        value: (row) =>
          t(row.isReturned ? 'state.returned' : row.hasMarks ? 'state.hasMarks' : 'state.waiting'),
        render: (row) =>
          row.isReturned ? (
            <StateTag look="warning">{t('state.returned')}</StateTag>
          ) : (
            <StateTag look={row.hasMarks ? 'running' : 'waiting'}>
              {t(row.hasMarks ? 'state.hasMarks' : 'state.waiting')}
            </StateTag>
          ),
        width: 170,
      },
      { key: 'reason', title: t('column.reason'), value: (row) => row.returnedFor, width: 220 },
    ],
    [t, rows],
  );
  return (
    <>
      {returned > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="page-alert paper-gap"
          title={t('paper.returned', { count: returned })}
        />
      ) : null}
      <DataTable
        id="paper-forms"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.formId}
        error={forms.error}
        onRetry={() => void forms.refetch()}
        onOpen={(row) => void navigate(`/events/${event.id}/paper/forms/${row.formId}`)}
        exportName={t('paper.export')}
        empty={<EmptyState icon="paper" title={t('paper.noForms')} line={t('paper.noFormsLine')} />}
      />
    </>
  );
}
