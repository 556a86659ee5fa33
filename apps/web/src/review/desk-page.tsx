import { Button } from 'antd';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useKeyset } from '../api/keyset.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { BulkAcceptDialog } from './bulk-dialog.js';
import { DeskSheet } from './desk-sheet.js';
import { QueueFilters } from './queue-filters.js';
import { QueueRow } from './queue-row.js';
import type { DeskRow } from './types.js';
import { UndoBar, type Undoable } from './undo-bar.js';
import { addressNow, useDeskFilter } from './use-desk-filter.js';
import { useDeskKeys } from './use-desk-keys.js';
import { useReviewText } from './words.js';
import './review.css';

const path = '/api/v1/review-desk';

/** The reviewer's desk: the queue on the left, the application in the middle, what the rules found on the right. */
export default function DeskPageScreen() {
  const t = useReviewText();
  const [params, setParams] = useSearchParams();
  const applicationId = params.get('open') ?? undefined;
  const { filter, choose, clear, narrowed } = useDeskFilter();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<DeskRow[] | null>(null);
  const [undoable, setUndoable] = useState<Undoable | null>(null);
  const search = useRef<HTMLInputElement | null>(null);
  const list = useKeyset<DeskRow>([path, 'queue', filter], (after) =>
    take(
      api.GET(path, { params: { query: { ...filter, limit: 50, ...(after ? { after } : {}) } as never } }),
    ),
  );
  const counted = useQuery(got(path, { params: { query: { ...filter, limit: 1 } as never } }));
  const page = counted.data;
  const rows = useMemo(() => list.rows ?? [], [list.rows]);
  const open = useCallback(
    (id: string) =>
      setParams(
        () => {
          const next = addressNow();
          next.set('open', id);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const at = rows.findIndex(({ id }) => id === applicationId);
  const go = (by: number) => {
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))];
    if (next) open(next.id);
  };
  useDeskKeys({ go, search });
  // What is decided leaves the queue: the next one takes its place.
  const after = (done: Undoable, leaves: boolean) => {
    setUndoable(done);
    if (!leaves || filter.queue === 'all' || filter.queue === 'decided') return;
    const next = rows[at + 1] ?? rows[at - 1];
    open(at >= 0 && next && next.id !== done.id ? next.id : done.id);
  };
  const choosable = rows.filter(({ actions }) => actions.includes('accept'));
  const picked = choosable.filter(({ id }) => chosen.has(id));
  const exported = new URLSearchParams(filter as Record<string, string>);
  return (
    <div className="desk-page">
      <PageHeader
        title={t('list.title')}
        actions={
          <Button icon={<Icon name="export" />} href={`/api/v1/review-desk.xlsx?${exported.toString()}`}>
            {t('list.export')}
          </Button>
        }
      />
      <div className="desk-columns">
        <section className="desk-column desk-list" aria-label={t('list.title')}>
          <QueueFilters {...{ filter, narrowed, page, choose, clear, search }} />
          {choosable.length > 0 ? (
            <ChosenBar
              picked={picked}
              all={choosable.length}
              onAll={() => setChosen(new Set(choosable.map(({ id }) => id)))}
              onNone={() => setChosen(new Set())}
              onAccept={() => setBulk(picked)}
            />
          ) : null}
          <Queue
            list={list}
            activeId={applicationId}
            chosen={chosen}
            empty={
              narrowed > 0 || filter.q
                ? t('list.emptyLine')
                : filter.queue === 'toAccept'
                  ? t('list.emptyToAccept')
                  : filter.queue === 'toReview'
                    ? t('list.emptyToReview')
                    : t('list.emptyLine')
            }
            onOpen={open}
            onChoose={(id, on) =>
              setChosen((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id)))
            }
          />
        </section>
        {applicationId ? (
          <DeskSheet key={applicationId} applicationId={applicationId} onDone={after} />
        ) : (
          <section className="desk-column desk-blank">
            <EmptyState icon="paper" title={t('sheet.choose')} line={t('sheet.chooseLine')} />
            <p className="quiet desk-keys">{t('list.keys')}</p>
          </section>
        )}
      </div>
      {undoable ? (
        <UndoBar undoable={undoable} onClose={() => setUndoable(null)} onUndone={(id) => open(id)} />
      ) : null}
      {bulk ? (
        <BulkAcceptDialog
          rows={bulk}
          onClose={() => setBulk(null)}
          onDone={(done) => {
            setChosen(new Set());
            setUndoable(done);
          }}
        />
      ) : null}
    </div>
  );
}

function Queue(props: {
  list: ReturnType<typeof useKeyset<DeskRow>>;
  activeId: string | undefined;
  chosen: ReadonlySet<string>;
  empty: string;
  onOpen: (id: string) => void;
  onChoose: (id: string, on: boolean) => void;
}) {
  const t = useReviewText();
  const { list, activeId, chosen } = props;
  if (!list.rows) return list.error ? <LoadError error={list.error} onRetry={list.retry} /> : <Loading />;
  if (list.rows.length === 0) return <EmptyState icon="inbox" title={t('list.empty')} line={props.empty} />;
  return (
    <>
      <ul className="desk-rows">
        {list.rows.map((row) => (
          <QueueRow
            key={row.id}
            row={row}
            active={row.id === activeId}
            chosen={chosen.has(row.id)}
            onOpen={() => props.onOpen(row.id)}
            onChoose={row.actions.includes('accept') ? (on) => props.onChoose(row.id, on) : undefined}
          />
        ))}
      </ul>
      {list.more.has ? (
        <Button block type="text" loading={list.more.loading} onClick={list.more.load}>
          {t('list.more')}
        </Button>
      ) : null}
    </>
  );
}

function ChosenBar(props: {
  picked: readonly DeskRow[];
  all: number;
  onAll: () => void;
  onNone: () => void;
  onAccept: () => void;
}) {
  const t = useReviewText();
  const count = props.picked.length;
  return (
    <div className="desk-chosen">
      {count === 0 ? (
        <Button type="link" size="small" onClick={props.onAll}>
          {t('list.chooseAll')}
        </Button>
      ) : (
        <>
          <span className="figures">{t('list.chosen', { count })}</span>
          <Button size="small" type="primary" onClick={props.onAccept}>
            {t('list.accept')}
          </Button>
          <Button size="small" type="text" onClick={props.onNone}>
            {t('list.clear')}
          </Button>
        </>
      )}
    </div>
  );
}
