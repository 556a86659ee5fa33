import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { changedFields, shownValue } from './changed-fields.js';
import { usePartText } from './words.js';

/** The thing whose history is read: as the audit names it (`form`, `entry`, `event`…). */
export interface HistorySubject {
  eventId?: string;
  subjectType: string;
  subjectId: string;
}

/** The quiet "history" on each thing: who did what, when, and what it changed. */
export function HistoryButton(subject: HistorySubject) {
  const t = usePartText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="text" icon={<Icon name="history" />} onClick={() => setOpen(true)}>
        {t('history.open')}
      </Button>
      <HistoryDrawer subject={subject} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** The drawer itself, for places that open it in another way. */
export function HistoryDrawer(props: { subject: HistorySubject; open: boolean; onClose: () => void }) {
  const t = usePartText();
  return (
    <Drawer open={props.open} onClose={props.onClose} size={460} title={t('history.title')} destroyOnHidden>
      <HistoryEntries subject={props.subject} />
    </Drawer>
  );
}

function HistoryEntries({ subject }: { subject: HistorySubject }) {
  const t = usePartText();
  const said = useSaid();
  const times = useTimes();
  const entries = useInfiniteQuery({
    queryKey: ['/api/v1/audit', subject],
    queryFn: ({ pageParam }) =>
      take(
        api.GET('/api/v1/audit', {
          params: { query: { ...subject, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  if (entries.isPending) return <Loading />;
  if (entries.isError && !entries.data)
    return <LoadError error={entries.error} onRetry={() => void entries.refetch()} />;
  const items = entries.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <p className="quiet">{t('history.none')}</p>;
  return (
    <>
      <ol className="history">
        {items.map((entry) => (
          <li key={entry.id}>
            <div className="history-head">
              <strong>{said(entry.text)}</strong>
              <time dateTime={entry.at}>{times.showNamed(entry.at, 'second')}</time>
            </div>
            <div className="quiet">
              {entry.by === null ? t('history.system') : (entry.by.displayName ?? t('history.withheld'))}
            </div>
            {entry.reason ? (
              <div>
                {t('history.reason')}: {entry.reason}
              </div>
            ) : null}
            {entry.withheld ? <div className="quiet">{t('history.contentWithheld')}</div> : null}
            <Change before={entry.before} after={entry.after} />
          </li>
        ))}
      </ol>
      {entries.hasNextPage ? (
        <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
          {t('history.more')}
        </Button>
      ) : null}
    </>
  );
}

/** What the entry changed, field by field. */
function Change({ before, after }: { before?: unknown; after?: unknown }) {
  const fields = changedFields(before, after);
  if (fields.length === 0) return null;
  return (
    <dl className="history-change">
      {fields.map(({ name, was, is }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {was === undefined ? null : <del>{shownValue(was)}</del>}
            {is === undefined ? null : <ins>{shownValue(is)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
