import { Button } from 'antd';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { AuditDetails, type AuditEntry } from './audit-details.js';
import { useRecordsText } from './words.js';

const pageSize = 200;

/**
 * Who did what, when: in an event, or (for administrators) what belongs to no event. `?subjectType=&subjectId=` in the
 * address shows one thing only.
 */
export default function AuditPage() {
  const t = useRecordsText();
  const said = useSaid();
  const times = useTimes();
  const { eventId } = useParams();
  const [params, setParams] = useSearchParams();
  const subjectType = params.get('subjectType');
  const subjectId = params.get('subjectId');
  const narrowed = {
    ...(eventId === undefined ? {} : { eventId }),
    ...(subjectType === null ? {} : { subjectType }),
    ...(subjectId === null ? {} : { subjectId }),
  };
  const entries = useKeyset<AuditEntry>(['/api/v1/audit', narrowed, 'page'], (after) =>
    take(
      api.GET('/api/v1/audit', {
        params: { query: { ...narrowed, limit: pageSize, ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  const kinds = useMemo(
    () => [...new Map((entries.rows ?? []).map((entry) => [entry.subjectType, said(entry.subjectText)]))],
    [entries.rows, said],
  );
  const columns = useMemo<Column<AuditEntry>[]>(
    () => [
      { key: 'at', title: t('audit.at'), value: (row) => times.showNamed(row.at, 'second'), width: 190 },
      {
        key: 'who',
        title: t('audit.who'),
        value: (row) =>
          row.by === null ? t('audit.system') : (row.by.displayName ?? t('audit.undisclosed')),
        width: 140,
      },
      { key: 'what', title: t('audit.what'), value: (row) => said(row.text), width: 220 },
      {
        key: 'kind',
        title: t('audit.kind'),
        value: (row) =>
          row.subjectName === null ? said(row.subjectText) : `${said(row.subjectText)} · ${row.subjectName}`,
        filter: { options: kinds.map(([value, text]) => ({ value, text })), of: (row) => row.subjectType },
        width: 140,
      },
      { key: 'reason', title: t('audit.reason'), value: (row) => row.reason, width: 260 },
      { key: 'subject', title: t('audit.subject'), value: (row) => row.subjectId, width: 320, hidden: true },
    ],
    [t, said, times, kinds],
  );
  const showOnly = (only: { subjectType: string; subjectId: string } | null) =>
    setParams(only === null ? {} : { ...only });
  const query = new URLSearchParams(narrowed).toString();
  return (
    <>
      <PageHeader
        title={t('audit.title')}
        line={t('audit.line')}
        actions={
          <Button icon={<Icon name="export" />} href={`/api/v1/audit/export?${query}`} download>
            {t('audit.exportAll')}
          </Button>
        }
      />
      <DataTable
        id="audit"
        columns={columns}
        rows={entries.rows}
        rowKey={(row) => row.id}
        error={entries.error}
        onRetry={entries.retry}
        more={entries.more}
        details={(row) => <AuditDetails entry={row} onOnly={showOnly} />}
        detailsTitle={(row) => said(row.text)}
        actions={
          subjectId === null ? null : <Button onClick={() => showOnly(null)}>{t('audit.showAll')}</Button>
        }
        empty={<EmptyState icon="audit" title={t('audit.none')} line={t('audit.noneLine')} />}
        exportName={t('audit.title')}
      />
    </>
  );
}
