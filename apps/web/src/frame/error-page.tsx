import { Button } from 'antd';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { useSessionIfAny } from '../account/session.js';
import { Problem } from '../api/problem.js';
import { useLanguage } from '../language/language.js';
import { formatTime } from '../language/format.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { LoadError, useParentPath } from './load-error.js';
import { useFrameText } from './words.js';

/** A page that is not there offers the parent and the reader's home. */
export function MissingPage() {
  const t = useFrameText();
  const parent = useParentPath();
  const session = useSessionIfAny();
  return (
    <div className="notice">
      <title>{t('missing.title')}</title>
      <Icon name="search" size={28} />
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.line')}</p>
      <p className="notice-actions">
        {parent === '/' ? null : <GoButton to={parent}>{t('missing.parent')}</GoButton>}
        <GoButton type="primary" to={session ? '/home' : '/'}>
          {t(session ? 'missing.home' : 'missing.publicHome')}
        </GoButton>
      </p>
    </div>
  );
}

/** What a route shows when its screen throws: what happened, what is safe, what to do. */
export function RouteError() {
  const t = useFrameText();
  const language = useLanguage();
  const thrown = useRouteError();
  if (isRouteErrorResponse(thrown) && thrown.status === 404) return <MissingPage />;
  if (thrown instanceof Problem) return <LoadError error={thrown} onRetry={() => location.reload()} />;
  // After an update the browser may ask for a part that is no longer there.
  const updated = thrown instanceof TypeError && /module|import/i.test(thrown.message);
  return (
    <div className="notice" role="alert">
      <Icon name="refresh" size={28} />
      <h1>{updated ? t('broken.newVersion') : t('broken.title')}</h1>
      {updated ? null : (
        <>
          <p>{t('broken.line')}</p>
          <p className="notice-code" lang={language}>
            {formatTime(new Date().toISOString(), Intl.DateTimeFormat().resolvedOptions().timeZone, 'second')}{' '}
            · {thrown instanceof Error ? thrown.message.slice(0, 160) : String(thrown).slice(0, 160)}
          </p>
        </>
      )}
      <p className="notice-actions">
        <Button type="primary" onClick={() => location.reload()}>
          {t('broken.reload')}
        </Button>
      </p>
    </div>
  );
}
