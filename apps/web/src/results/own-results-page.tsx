import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { AwardName, statusText } from './award.js';
import { Explanation } from './explanation.js';
import type { OwnResult } from './types.js';
import { useResultsText } from './words.js';

/** Published results of one's own entries, for a phone: marks by module, rank and award. */
export default function OwnResultsPage() {
  const t = useResultsText();
  const { id: eventId } = useEvent();
  const { role } = useActiveRole();
  const own = useQuery(got('/api/v1/events/{eventId}/my-results', { params: { path: { eventId } } }));
  const [asked, setAsked] = useState<OwnResult | null>(null);
  if (own.isPending) return <Loading />;
  if (own.isError) return <LoadError error={own.error} onRetry={() => void own.refetch()} />;
  return (
    <div className="reading-page">
      <PageHeader title={t(role === 'competitor' ? 'own.title' : 'own.titleTeam')} line={t('own.line')} />
      {own.data.items.length === 0 ? (
        <EmptyState icon="medal" title={t('own.none')} line={t('own.noneLine')} />
      ) : (
        <div className="own-results">
          {own.data.items.map((result) => (
            <OwnCard key={result.entryId} result={result} onWhy={() => setAsked(result)} />
          ))}
        </div>
      )}
      <Drawer
        open={asked !== null}
        onClose={() => setAsked(null)}
        size={520}
        title={asked ? `${asked.skillName} · ${asked.competitors.join('、')}` : null}
        destroyOnHidden
      >
        {asked ? (
          <Explanation eventId={eventId} skillId={asked.skillId} entryId={asked.entryId} row={asked} />
        ) : null}
      </Drawer>
    </div>
  );
}

function OwnCard({ result, onWhy }: { result: OwnResult; onWhy: () => void }) {
  const t = useResultsText();
  const times = useTimes();
  const state = statusText(result.status);
  return (
    <article className="panel own-card">
      <header>
        <h2>{result.skillName}</h2>
        <StateTag look={result.kind === 'final' ? 'passed' : 'running'} quiet>
          {t(`kind.${result.kind}`)}
        </StateTag>
      </header>
      <p className="quiet">
        {[result.competitors.join('、'), result.groupName, result.entryNumber].filter(Boolean).join(' · ')}
      </p>
      <div className="own-place">
        <strong className="own-total figures">{formatMark(result.totalHundredths)}</strong>
        {result.scaledScore === null ? null : (
          <span className="figures">
            {t('column.scaled')} {result.scaledScore}
          </span>
        )}
        <span>
          {result.rank === null ? (state ?? t('own.noRank')) : t('own.rank', { rank: result.rank })}
        </span>
        <AwardName award={result.award} />
      </div>
      <h3>{t('own.modules')}</h3>
      <dl className="own-modules">
        {result.modules.map(({ code, name, markHundredths }) => (
          <div key={code}>
            <dt>
              {code} {name}
            </dt>
            <dd className="figures">{formatMark(markHundredths)}</dd>
          </div>
        ))}
      </dl>
      <footer>
        <span className="quiet figures">{times.showNamed(result.publishedAt)}</span>
        <Button onClick={onWhy}>{t('own.why')}</Button>
      </footer>
      {result.kind === 'provisional' ? <p className="quiet">{t('own.provisional')}</p> : null}
    </article>
  );
}
