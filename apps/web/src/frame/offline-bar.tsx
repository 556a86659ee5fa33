import { useReachable } from '../api/reachable.js';
import { Icon } from '../look/icons.js';
import { useFrameText } from './words.js';

/** Says that the server cannot be reached, for as long as it cannot. */
export function OfflineBar() {
  const t = useFrameText();
  const reachable = useReachable();
  return (
    <div role="status" className={reachable ? undefined : 'offline-bar'}>
      {reachable ? null : (
        <>
          <Icon name="offline" />
          <strong>{t('offline.title')}</strong>
          <span>{t('offline.line')}</span>
        </>
      )}
    </div>
  );
}
