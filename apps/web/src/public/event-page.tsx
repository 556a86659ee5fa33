import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';
import { ZoneContext } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { useBoards } from './boards.js';
import { Overview } from './overview.js';
import { ProgressView } from './progress-view.js';
import { ResultsView } from './results-view.js';
import { usePublicText } from './words.js';

const tabs = ['overview', 'progress', 'results'] as const;

/** The public page of an event: what it is, how far marking is, and – once published – its results. */
export default function PublicEventPage() {
  const t = usePublicText();
  const frame = useFrameText();
  const language = useLanguage();
  const { eventId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const event = useQuery(got('/api/v1/public/events/{eventId}', { params: { path: { eventId } } }));
  const { board, results, liveness } = useBoards(eventId);
  if (event.isPending) return <Loading />;
  if (event.isError) return <LoadError error={event.error} onRetry={() => void event.refetch()} />;
  const { data } = event;
  const published = (results.data?.skills.length ?? 0) > 0;
  const first = published ? 'results' : data.stage === 'competition' ? 'progress' : 'overview';
  const tab = tabs.find((one) => one === params.get('tab')) ?? first;
  const name = language === 'en' && data.nameEn ? data.nameEn : data.name;
  const running = data.stage !== 'final';
  return (
    <ZoneContext value={data.timeZone}>
      <title>{`${name} · ${frame('brand')}`}</title>
      <header className="public-event-head">
        <div>
          <h1>
            {name}
            {data.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
          </h1>
          <p className="quiet figures">
            {data.startsOn === data.endsOn ? data.startsOn : `${data.startsOn} – ${data.endsOn}`}
            {' · '}
            <StateTag look={running ? 'running' : 'passed'} quiet>
              {frame(`stage.${data.stage}`)}
            </StateTag>
          </p>
        </div>
        <div className="public-event-actions">
          <GoButton to={`/e/${eventId}/hall`} icon={<Icon name="matrix" />}>
            {t('hall')}
          </GoButton>
          {published ? (
            <GoButton to={`/e/${eventId}/print`} icon={<Icon name="print" />}>
              {t('print')}
            </GoButton>
          ) : null}
        </div>
      </header>
      <Tabs
        activeKey={tab}
        onChange={(key) => setParams(key === first ? {} : { tab: key }, { replace: true })}
        items={[
          { key: 'overview', label: t('tab.overview'), children: <Overview event={data} /> },
          {
            key: 'progress',
            label: t('tab.progress'),
            children: (
              <ProgressView board={board.data ?? null} pending={board.isPending} liveness={liveness} />
            ),
          },
          {
            key: 'results',
            label: t('tab.results'),
            children: (
              <ResultsView
                results={results.data ?? null}
                pending={results.isPending}
                onProgress={() => setParams({ tab: 'progress' }, { replace: true })}
              />
            ),
          },
        ]}
      />
    </ZoneContext>
  );
}
