import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { PrintPage } from '../parts/print-page.js';
import { awardText } from './award.js';
import { useResultsText } from './words.js';

/** 成绩汇总表 before decoding: work codes only. */
export default function RankingPrintPage() {
  const t = useResultsText();
  const { eventId = '', skillId = '' } = useParams();
  const event = useQuery(got('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
  const ranking = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/ranking', { params: { path: { eventId, skillId } } }),
  );
  if (ranking.isPending || event.isPending) return <Loading />;
  if (ranking.isError) return <LoadError error={ranking.error} onRetry={() => void ranking.refetch()} />;
  const { rows, skillName, versionCode } = ranking.data;
  return (
    <PrintPage
      title={t('paper.titleCoded')}
      subtitle={`${event.data?.name ?? ''}　${skillName}`}
      versionCode={versionCode}
      signatures={t('paper.signatures').split('|')}
    >
      <table className="paper">
        <thead>
          <tr>
            <th>{t('column.number')}</th>
            <th>{t('column.code')}</th>
            <th>{t('column.group')}</th>
            <th className="figures">{t('column.total')}</th>
            <th className="figures">{t('column.rank')}</th>
            <th>{t('column.award')}</th>
            <th>{t('column.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.codes.join('/')}>
              <td className="figures">{at + 1}</td>
              <td>{row.codes.join(' + ')}</td>
              <td>{row.groupName}</td>
              <td className="figures">{formatMark(row.totalHundredths)}</td>
              <td className="figures">{row.rank ?? notYet}</td>
              <td>{row.award ? awardText(row.award) : ''}</td>
              <td>
                {row.undecided
                  ? t('ranking.undecided')
                  : row.totalHundredths === null
                    ? t('ranking.unmarked')
                    : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPage>
  );
}
