import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { useResultsText } from './words.js';

/** Everything that was ever published of the event, newest first: what, which version, by whom and why. */
export function PublicationHistory({ eventId }: { eventId: string }) {
  const t = useResultsText();
  const times = useTimes();
  const list = useQuery(got('/api/v1/events/{eventId}/publications', { params: { path: { eventId } } }));
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('publish.history')}</h2>
      </div>
      {list.isPending ? <Loading /> : null}
      {list.isError ? <LoadError error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data?.items.length === 0 ? <p className="quiet">{t('publish.historyNone')}</p> : null}
      {list.data?.items.map((one) => (
        <div key={one.id} className="publication-line">
          <strong>{one.skillName}</strong>
          <span>
            {t(one.kind === 'final' ? 'publish.final' : 'publish.provisional')} ·{' '}
            {t('results.version', { number: one.versionNumber })}
          </span>
          <StateTag look={one.supersededAt ? 'ended' : 'passed'} quiet>
            {t(one.supersededAt ? 'publish.superseded' : 'publish.current')}
          </StateTag>
          <span className="quiet figures">
            {t('publish.by', { name: one.by ?? '–', time: times.showNamed(one.at) })}
          </span>
          <span className="quiet">
            {one.names === 'full' ? `${t('publish.full')}：${one.namesBasis ?? ''}` : t('publish.masked')}
          </span>
          {one.note ? <span className="publication-note">{one.note}</span> : null}
        </div>
      ))}
    </section>
  );
}
