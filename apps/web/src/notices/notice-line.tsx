import { Button } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../account/session.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { StateShape } from '../parts/state-tag.js';
import { useNoticesText } from './words.js';

export type Notice = Schemas['NoticeDto'];

/** One notice: the sentence is the link to its thing, and following it has read it. */
export function NoticeLine(props: {
  notice: Notice;
  onMark: (as: 'read' | 'unread') => void;
  busy: boolean;
}) {
  const { notice, onMark } = props;
  const t = useNoticesText();
  const said = useSaid();
  const times = useTimes();
  const unread = notice.readAt === null;
  const words = said(notice.message);
  return (
    <li className={unread ? 'inbox-line inbox-unread' : 'inbox-line'}>
      <span className="inbox-state">
        {unread ? (
          notice.urgency === 'now' ? (
            <StateShape look="warning" title={t('inbox.isUrgent')} />
          ) : (
            <span className="inbox-dot" role="img" aria-label={t('inbox.isUnread')} />
          )
        ) : null}
      </span>
      {notice.href === null ? (
        <span className="inbox-words">{words}</span>
      ) : (
        <Link className="inbox-words" to={notice.href} onClick={() => (unread ? onMark('read') : undefined)}>
          {words}
        </Link>
      )}
      <time className="inbox-time figures" dateTime={notice.createdAt}>
        {times.show(notice.createdAt, 'time')}
      </time>
      <Button
        type="text"
        size="small"
        className="inbox-mark"
        disabled={props.busy}
        onClick={() => onMark(unread ? 'read' : 'unread')}
      >
        {t(unread ? 'inbox.read' : 'inbox.unreadAgain')}
      </Button>
    </li>
  );
}
