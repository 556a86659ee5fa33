import { useQuery } from '@tanstack/react-query';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { awardText, statusText } from './award.js';
import { useResultsText } from './words.js';

/** What one version changes against another, entry by entry, as people read it. */
export function Differences(props: { eventId: string; skillId: string; from: number; to: number }) {
  const t = useResultsText();
  const { eventId, skillId, from, to } = props;
  const found = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/result-versions/{from}/differences/{to}', {
      params: { path: { eventId, skillId, from, to } },
    }),
  );
  if (found.isPending) return <Loading />;
  if (found.isError) return <LoadError error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data.items.length === 0) return <p className="quiet">{t('results.noChanges')}</p>;
  return (
    <table className="difference-table">
      <caption>{t('publish.differencesTitle', { from, to })}</caption>
      <thead>
        <tr>
          <th>{t('column.name')}</th>
          <th>{t('column.field')}</th>
          <th>{t('column.before')}</th>
          <th>{t('column.after')}</th>
        </tr>
      </thead>
      <tbody>
        {found.data.items.map(({ entryId, label, field, before, after }) => (
          <tr key={`${entryId}/${field}`}>
            <td>{label}</td>
            <td>{t(`field.${field}`)}</td>
            <td className="figures">{shown(field, before)}</td>
            <td className="figures">
              <strong>{shown(field, after)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shown(field: string, value: string | null): string {
  if (value === null) return notYet;
  if (field === 'totalHundredths') return formatMark(Number(value));
  if (field === 'award') return awardText(value);
  if (field === 'status') return statusText(value) ?? notYet;
  return value;
}
