import { Button, Skeleton } from 'antd';
import { useLocation } from 'react-router';
import { asProblem } from '../api/problem.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { useFrameText } from './words.js';

/** What is shown while a page is read: quiet lines, after a moment only. */
export function Loading({ lines = 5 }: { lines?: number }) {
  return (
    <div className="loading" aria-busy="true">
      <Skeleton active title={false} paragraph={{ rows: lines }} />
    </div>
  );
}

/** Why something could not be read, in the server's words, and what to do: try again, or go up. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useFrameText();
  const said = useSaid();
  const problem = asProblem(error);
  const parent = useParentPath();
  return (
    <div className="notice" role="alert">
      <Icon name={problem.isOffline ? 'offline' : 'search'} size={28} />
      <h2>
        {problem.isNotFound ? t('missing.title') : problem.isOffline ? t('offline.title') : t('failed.title')}
      </h2>
      <p>{said(problem.said)}</p>
      <p className="notice-actions">
        {onRetry && !problem.isNotFound ? (
          <Button type="primary" icon={<Icon name="refresh" />} onClick={onRetry}>
            {t('failed.retry')}
          </Button>
        ) : null}
        <GoButton to={parent}>{t('missing.parent')}</GoButton>
      </p>
    </div>
  );
}

/** One level up from where the reader is: `/events/1/entries/2` → `/events/1/entries`. */
export function useParentPath(): string {
  const { pathname } = useLocation();
  const up = pathname.replace(/\/+$/, '').split('/').slice(0, -1).join('/');
  return up === '' ? '/' : up;
}
