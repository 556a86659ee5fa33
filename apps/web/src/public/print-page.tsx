import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PrintPage } from '../parts/print-page.js';
import { awardText, statusText } from '../results/award.js';
import { usePublicText } from './words.js';

/** 公示名单 while provisional, 获奖名单 once final: what is public, on paper. */
export default function PublicPrintPage() {
  const t = usePublicText();
  const { eventId = '' } = useParams();
  const path = { params: { path: { eventId } } };
  const event = useQuery(got('/api/v1/public/events/{eventId}', path));
  const results = useQuery(got('/api/v1/public/events/{eventId}/results', path));
  if (event.isPending || results.isPending) return <Loading />;
  if (event.isError) return <LoadError error={event.error} onRetry={() => void event.refetch()} />;
  if (results.isError) return <LoadError error={results.error} onRetry={() => void results.refetch()} />;
  const { skills } = results.data;
  if (skills.length === 0)
    return (
      <EmptyState
        icon="medal"
        title={t('noResults')}
        line={t('noResultsLine')}
        action={<GoButton to={`/e/${eventId}`}>{t('tab.overview')}</GoButton>}
      />
    );
  const final = skills.every(({ kind }) => kind === 'final');
  return (
    <PrintPage
      title={t(`listTitle.${final ? 'final' : 'provisional'}`)}
      subtitle={event.data.name}
      versionCode={skills.map(({ code, versionCode }) => `${code}:${versionCode}`).join(' ')}
    >
      {skills.map((skill) =>
        skill.groups.map((group) => (
          <div key={`${skill.skillId}/${group.groupId}`} className="paper-block">
            <h2>
              {skill.name} · {group.name}
            </h2>
            {skill.correction && skill.note ? <p>{t('banner.correction', { note: skill.note })}</p> : null}
            <table className="paper">
              <thead>
                <tr>
                  <th className="figures">{t('rank')}</th>
                  <th>{t('name')}</th>
                  <th>{t('delegation')}</th>
                  <th className="figures">{t('total')}</th>
                  {skill.scaled ? <th className="figures">{t('scaled')}</th> : null}
                  <th>{t('award')}</th>
                </tr>
              </thead>
              <tbody>
                {group.placings
                  .filter((placing) => !final || placing.award !== null)
                  .map((placing) => (
                    <tr key={placing.entryId}>
                      <td className="figures">{placing.rank ?? notYet}</td>
                      <td>{placing.names.join('、')}</td>
                      <td>{placing.delegation}</td>
                      <td className="figures">{formatMark(placing.totalHundredths)}</td>
                      {skill.scaled ? <td className="figures">{placing.scaledScore ?? notYet}</td> : null}
                      <td>{placing.award ? awardText(placing.award) : statusText(placing.status)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )),
      )}
    </PrintPage>
  );
}
