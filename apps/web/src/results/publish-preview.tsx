import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { AwardName } from './award.js';
import { maskedName } from './masked-name.js';
import type { Publishable } from './types.js';
import { useResultsText } from './words.js';

/** The first rows as the public will see them. */
export function PublishPreview(props: { eventId: string; skill: Publishable; names: 'full' | 'masked' }) {
  const t = useResultsText();
  const { eventId, skill, names } = props;
  const results = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/results', {
      params: { path: { eventId, skillId: skill.skillId }, query: { version: skill.latestVersion } },
    }),
  );
  if (results.isPending) return <Loading />;
  if (results.isError) return <LoadError error={results.error} onRetry={() => void results.refetch()} />;
  return (
    <table className="difference-table">
      <caption>{skill.skillName}</caption>
      <thead>
        <tr>
          <th>{t('column.rank')}</th>
          <th>{t('column.name')}</th>
          <th>{t('column.delegation')}</th>
          <th>{t('column.group')}</th>
          <th>{t('column.total')}</th>
          <th>{t('column.award')}</th>
        </tr>
      </thead>
      <tbody>
        {results.data.rows.slice(0, 5).map((row) => (
          <tr key={row.entryId}>
            <td className="figures">{row.rank ?? notYet}</td>
            <td>{row.competitors.map((name) => (names === 'full' ? name : maskedName(name))).join('、')}</td>
            <td>{row.delegationName}</td>
            <td>{row.groupName}</td>
            <td className="figures">{formatMark(row.totalHundredths)}</td>
            <td>
              <AwardName award={row.award} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
