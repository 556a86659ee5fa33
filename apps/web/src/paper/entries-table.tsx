import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag } from '../parts/state-tag.js';
import { RefuseDialog } from './refuse-dialog.js';
import { ScanDrop } from './scan-drop.js';
import { Differences } from './differences.js';
import type { PaperEntry } from './types.js';
import { usePaperText } from './words.js';

const listPath = '/api/v1/events/{eventId}/paper-entries';

/** Paper entries in one state, latest first; the next page comes on request. */
export function usePaperEntries(eventId: string, state: PaperEntry['state']) {
  return useKeyset([listPath, eventId, state], (after) =>
    take(
      api.GET(listPath, {
        params: { path: { eventId }, query: { state, limit: 100, ...(after ? { after } : {}) } },
      }),
    ),
  );
}

/** Entries in one state: a checker opens one to read it again, anybody else sees its story beside the list. */
export function EntriesTable({ state }: { state: PaperEntry['state'] }) {
  const t = usePaperText();
  const event = useEvent();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const entries = usePaperEntries(event.id, state);
  const columns = useEntryColumns(state);
  const [refusing, setRefusing] = useState<PaperEntry | null>(null);
  const checks = role === 'checker' && state === 'entered';
  const empty = {
    entered: [
      t('paper.noEntered'),
      t(role === 'checker' ? 'paper.noEnteredChecker' : 'paper.noEnteredRecorder'),
    ],
    refused: [t('paper.noRefused'), t('paper.noRefusedLine')],
    checked: [t('paper.noChecked'), t('paper.noCheckedLine')],
  }[state];
  return (
    <>
      <DataTable
        key={state}
        id={`paper-${state}`}
        columns={columns}
        rows={entries.rows}
        rowKey={(row) => row.id}
        error={entries.error}
        onRetry={entries.retry}
        more={entries.more}
        exportName={t('paper.export')}
        empty={<EmptyState icon="paper" title={empty[0] ?? ''} line={empty[1]} />}
        {...(checks
          ? { onOpen: (row: PaperEntry) => void navigate(`/events/${event.id}/paper/entries/${row.id}`) }
          : {
              detailsTitle: (row: PaperEntry) =>
                `${row.subCriterionCode} ${row.subCriterionName} · ${row.workCode}`,
              details: (row: PaperEntry) => (
                <EntryStory entry={row} onWithdraw={() => setRefusing(row)} mayAdd={role === 'recorder'} />
              ),
            })}
      />
      <RefuseDialog
        entry={refusing}
        withdraw
        onClose={() => setRefusing(null)}
        onDone={() => setRefusing(null)}
      />
    </>
  );
}

function EntryStory(props: { entry: PaperEntry; mayAdd: boolean; onWithdraw: () => void }) {
  const t = usePaperText();
  const times = useTimes();
  const { entry } = props;
  const waits = entry.state === 'entered';
  return (
    <div className="paper-story">
      <dl>
        <dt>{t('column.state')}</dt>
        <dd>
          <EntryState entry={entry} />
        </dd>
        <dt>{t('column.enteredBy')}</dt>
        <dd>
          {entry.enteredBy} <span className="quiet figures">{times.showNamed(entry.enteredAt)}</span>
        </dd>
        {entry.checkedBy ? (
          <>
            <dt>{t('column.checkedBy')}</dt>
            <dd>
              {entry.checkedBy} <span className="quiet figures">{times.showNamed(entry.checkedAt)}</span>
            </dd>
          </>
        ) : null}
        {entry.refusedReason ? (
          <>
            <dt>{t('column.reason')}</dt>
            <dd>{entry.refusedReason}</dd>
          </>
        ) : null}
        <dt>{t('column.scan')}</dt>
        <dd>{t(entry.hasScan ? 'column.scanThere' : 'column.scanNone')}</dd>
      </dl>
      {entry.differences.length > 0 ? <Differences differences={entry.differences} /> : null}
      {waits && props.mayAdd ? <ScanDrop entryId={entry.id} /> : null}
      {waits && entry.isMine ? (
        <p>
          <Button danger onClick={props.onWithdraw}>
            {t('refuse.withdraw')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

function EntryState({ entry }: { entry: PaperEntry }) {
  const t = usePaperText();
  if (entry.state === 'checked') return <StateTag look="passed">{t('state.checked')}</StateTag>;
  if (entry.state === 'refused') return <StateTag look="warning">{t('state.refused')}</StateTag>;
  return entry.differences.length > 0 ? (
    <StateTag look="warning">{t('state.differing')}</StateTag>
  ) : (
    <StateTag look="waiting">{t('state.entered')}</StateTag>
  );
}

function useEntryColumns(state: PaperEntry['state']): Column<PaperEntry>[] {
  const t = usePaperText();
  const times = useTimes();
  return useMemo(() => {
    const columns: Column<PaperEntry>[] = [
      {
        key: 'subCriterion',
        title: t('column.subCriterion'),
        value: (row) => `${row.subCriterionCode} ${row.subCriterionName}`,
        width: 220,
      },
      {
        key: 'work',
        title: t('column.work'),
        value: (row) => row.workCode,
        render: (row) => <span className="code">{row.workCode}</span>,
        width: 110,
      },
      { key: 'skill', title: t('column.skill'), value: (row) => row.skillName, width: 140 },
      {
        key: 'state',
        title: t('column.state'),
        value: (row) =>
          row.state === 'entered' && row.differences.length > 0
            ? t('state.differing')
            : t(`state.${row.state}`),
        render: (row) => <EntryState entry={row} />,
        width: 120,
      },
      {
        key: 'enteredBy',
        title: t('column.enteredBy'),
        value: (row) => row.enteredBy,
        render: (row) => (
          <>
            {row.enteredBy}
            {row.isMine ? <span className="quiet"> · {t('paper.mine')}</span> : null}
          </>
        ),
        width: 190,
      },
      {
        key: 'enteredAt',
        title: t('column.enteredAt'),
        value: (row) => times.show(row.enteredAt),
        width: 150,
      },
    ];
    if (state === 'entered')
      columns.push({
        key: 'differences',
        title: t('column.differences'),
        value: (row) => row.differences.length,
        kind: 'count',
        width: 90,
      });
    if (state === 'checked')
      columns.push(
        { key: 'checkedBy', title: t('column.checkedBy'), value: (row) => row.checkedBy, width: 140 },
        {
          key: 'checkedAt',
          title: t('column.checkedAt'),
          value: (row) => times.show(row.checkedAt),
          width: 150,
        },
      );
    if (state === 'refused')
      columns.push({
        key: 'reason',
        title: t('column.reason'),
        value: (row) => row.refusedReason,
        width: 240,
      });
    columns.push({
      key: 'scan',
      title: t('column.scan'),
      value: (row) => t(row.hasScan ? 'column.scanThere' : 'column.scanNone'),
      width: 90,
    });
    return columns;
  }, [t, times, state]);
}
