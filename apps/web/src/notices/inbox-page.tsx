import { Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { useVerb } from '../api/verb.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { TableMore } from '../parts/table-more.js';
import { type Notice, NoticeLine } from './notice-line.js';
import { useUnread } from './unread.js';
import { useNoticesText } from './words.js';
import './notices.css';

const stale = ['/api/v1/notices', '/api/v1/notices/unread-count'] as const;

/** What one was told, newest first, by days. */
export default function InboxPage() {
  const t = useNoticesText();
  const [params, setParams] = useSearchParams();
  const show = params.get('show') === 'unread' ? 'unread' : 'all';
  const unread = useUnread();
  const list = useKeyset<Notice>(['/api/v1/notices', show], (after) =>
    take(
      api.GET('/api/v1/notices', {
        params: { query: { show, limit: 50, ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  const mark = useVerb({
    send: ({ id, as }: { id: string; as: 'read' | 'unread' }) => {
      const at = { params: { path: { noticeId: id } } };
      return take(
        as === 'read'
          ? api.PUT('/api/v1/notices/{noticeId}/reading', at)
          : api.DELETE('/api/v1/notices/{noticeId}/reading', at),
      );
    },
    outdates: stale,
  });
  const markAll = useVerb({
    send: (upTo: string) => take(api.PUT('/api/v1/notices/reading', { body: { upTo } })),
    outdates: stale,
  });
  const choose = (next: string) => setParams(next === 'unread' ? { show: 'unread' } : {}, { replace: true });
  const newest = list.rows?.[0];
  return (
    <div className="reading-page">
      <PageHeader
        title={t('inbox.title')}
        line={unread === null ? null : unread > 0 ? t('inbox.line', { count: unread }) : t('inbox.allRead')}
        actions={
          <>
            <GoButton to="/account#mail">{t('inbox.mailSettings')}</GoButton>
            {unread && newest ? (
              <Button loading={markAll.isPending} onClick={() => markAll.mutate(newest.id)}>
                {t('inbox.readAll')}
              </Button>
            ) : null}
          </>
        }
      />
      <Segmented
        className="inbox-show"
        aria-label={t('inbox.show')}
        value={show}
        onChange={choose}
        options={[
          { value: 'all', label: t('inbox.all') },
          { value: 'unread', label: t('inbox.unread') },
        ]}
      />
      {list.rows === undefined ? (
        list.error ? (
          <LoadError error={list.error} onRetry={list.retry} />
        ) : (
          <Loading />
        )
      ) : list.rows.length === 0 ? (
        <Nothing show={show} onAll={() => choose('all')} />
      ) : (
        <>
          <Days notices={list.rows} busy={mark.isPending} onMark={(id, as) => mark.mutate({ id, as })} />
          <TableMore {...list.more} count={list.rows.length} />
        </>
      )}
    </div>
  );
}

function Nothing({ show, onAll }: { show: 'all' | 'unread'; onAll: () => void }) {
  const t = useNoticesText();
  if (show === 'all') return <EmptyState icon="bell" title={t('inbox.none')} line={t('inbox.noneLine')} />;
  return (
    <EmptyState
      icon="checkIn"
      title={t('inbox.noneUnread')}
      line={t('inbox.noneUnreadLine')}
      action={<Button onClick={onAll}>{t('inbox.showAll')}</Button>}
    />
  );
}

/** The notices under the day on which they came. */
function Days(props: {
  notices: readonly Notice[];
  busy: boolean;
  onMark: (id: string, as: 'read' | 'unread') => void;
}) {
  const t = useNoticesText();
  const times = useTimes();
  const today = times.show(new Date().toISOString(), 'day');
  const days = new Map<string, Notice[]>();
  for (const notice of props.notices) {
    const day = times.show(notice.createdAt, 'day');
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days].map(([day, notices]) => (
    <section key={day} className="inbox-day">
      <h2 className="figures">{day === today ? `${t('inbox.today')} ${day}` : day}</h2>
      <ul>
        {notices.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            busy={props.busy}
            onMark={(as) => props.onMark(notice.id, as)}
          />
        ))}
      </ul>
    </section>
  ));
}
