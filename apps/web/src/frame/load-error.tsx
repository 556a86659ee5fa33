import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
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

/**
 * What a query answered, once it has: quiet lines before, the reason and a retry when it failed. An answer stays on
 * screen when reading it again fails (the bar above says that the server is away).
 * @example <Answered query={useQuery(got('/api/v1/…'))}>{(list) => …}</Answered>
 */
export function Answered<Data>(props: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'isError' | 'refetch'>;
  children: (data: Data) => ReactNode;
  lines?: number;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading {...(props.lines === undefined ? {} : { lines: props.lines })} />;
}

/** One level up from where the reader is: `/events/1/entries/2` → `/events/1/entries`. */
export function useParentPath(): string {
  const { pathname } = useLocation();
  const up = pathname.replace(/\/+$/, '').split('/').slice(0, -1).join('/');
  return up === '' ? '/' : up;
}
