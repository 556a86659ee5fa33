import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { CopyText } from '../parts/copy-text.js';
import { download } from '../parts/download.js';
import { StateTag } from '../parts/state-tag.js';
import type { Draw } from './types.js';
import { useRegistrationText } from './words.js';

/** The draws of a skill, latest first, each with what is needed to recompute it. */
export function DrawRecords({ skillId }: { skillId: string }) {
  const t = useRegistrationText();
  const event = useEvent();
  const draws = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/draws', {
      params: { path: { eventId: event.id, skillId } },
    }),
  );
  if (draws.isError) return <LoadError error={draws.error} onRetry={() => void draws.refetch()} />;
  const [latest] = draws.data?.items ?? [];
  return (
    <section className="page-section" aria-labelledby="proof">
      <div className="section-head">
        <h2 id="proof">{t('draws.proof')}</h2>
      </div>
      <p className="quiet">{t('draws.proofLine', { algorithm: latest?.algorithm ?? 'luban.draw/1' })}</p>
      {draws.data?.items.map((draw) => (
        <DrawRecord key={draw.id} draw={draw} />
      ))}
    </section>
  );
}

function DrawRecord({ draw }: { draw: Draw }) {
  const t = useRegistrationText();
  const times = useTimes();
  const event = useEvent();
  const inputs = async () => {
    const at = { params: { path: { eventId: event.id, skillId: draw.skillId, drawId: draw.id } } };
    const detail = await take(api.GET('/api/v1/events/{eventId}/skills/{skillId}/draws/{drawId}', at));
    download(
      `draw-${draw.id}.json`,
      JSON.stringify({ seed: detail.seed, inputs: detail.inputs }, null, 2),
      'application/json',
    );
  };
  return (
    <div className="draw-record">
      <p>
        <StateTag look={draw.supersededAt ? 'ended' : 'passed'}>
          {draw.supersededAt ? t('draws.superseded') : t('draws.current')}
        </StateTag>{' '}
        <strong>{t(draw.kind === 'full' ? 'draws.full' : 'draws.supplementary')}</strong>{' '}
        {t('draws.by', { name: draw.byName ?? '–', at: times.showNamed(draw.at, 'second') })}
        {draw.kind === 'full' ? ` · ${t(`draws.${draw.stationRule}`)}` : ''}
        {draw.reason ? ` · ${t('draws.reason', { reason: draw.reason })}` : ''}
      </p>
      <dl className="entry-facts proof">
        <dt>{t('draws.seed')}</dt>
        <dd>
          <code>{draw.seed}</code> <CopyText text={draw.seed} />
        </dd>
        <dt>{t('draws.hash')}</dt>
        <dd>
          <code>{draw.inputsHash}</code>
        </dd>
        <dt>{t('draws.codeHash')}</dt>
        <dd>
          <code>{draw.codeSeedHash}</code>
          <div className="quiet">{t('draws.codeHashLine')}</div>
        </dd>
      </dl>
      <Button size="small" onClick={() => void inputs()}>
        {t('draws.inputs')}
      </Button>
    </div>
  );
}
