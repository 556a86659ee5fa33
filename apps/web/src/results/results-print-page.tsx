import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatMark, notYet } from '../language/format.js';
import { PrintPage } from '../parts/print-page.js';
import { awardText, statusText } from './award.js';
import { useResultsText } from './words.js';

/** 成绩汇总表 on paper, in the layout that organisers file (DOMAIN.md 10). */
export default function ResultsPrintPage() {
  const t = useResultsText();
  const { eventId = '', skillId = '' } = useParams();
  const [params] = useSearchParams();
  const version = Number(params.get('version')) || undefined;
  const event = useQuery(got('/api/v1/events/{eventId}', { params: { path: { eventId } } }));
  const results = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}/results', {
      params: { path: { eventId, skillId }, query: version === undefined ? {} : { version } },
    }),
  );
  if (results.isPending || event.isPending) return <Loading />;
  if (results.isError) return <LoadError error={results.error} onRetry={() => void results.refetch()} />;
  const { rows, skillName, versionCode } = results.data;
  const modules = rows[0]?.modules ?? [];
  const scaled = rows.some((row) => row.scaledScore !== null);
  return (
    <PrintPage
      title={t('paper.title')}
      subtitle={`${event.data?.name ?? ''}　${skillName}`}
      versionCode={versionCode}
      signatures={t('paper.signatures').split('|')}
      landscape
    >
      <table className="paper paper-small">
        <thead>
          <tr>
            <th>{t('column.number')}</th>
            <th>{t('column.entryNumber')}</th>
            <th>{t('column.workstation')}</th>
            <th>{t('column.name')}</th>
            <th>{t('column.unit')}</th>
            <th>{t('column.group')}</th>
            <th className="figures">{t('column.theory')}</th>
            <th className="figures">{t('column.practice')}</th>
            {modules.map(({ code }) => (
              <th key={code} className="figures">
                {code}
              </th>
            ))}
            <th className="figures">{t('column.total')}</th>
            {scaled ? <th className="figures">{t('column.scaled')}</th> : null}
            <th className="figures">{t('column.rank')}</th>
            <th>{t('column.award')}</th>
            <th>{t('column.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.entryId}>
              <td className="figures">{at + 1}</td>
              <td>{row.entryNumber}</td>
              <td>{row.workstations.join('、')}</td>
              <td>{row.competitors.join('、')}</td>
              <td>{[...new Set(row.units.filter(Boolean))].join('、') || row.delegationName}</td>
              <td>{row.groupName}</td>
              <td className="figures">{formatMark(row.theoryHundredths)}</td>
              <td className="figures">{formatMark(row.practiceHundredths)}</td>
              {row.modules.map(({ code, markHundredths }) => (
                <td key={code} className="figures">
                  {formatMark(markHundredths)}
                </td>
              ))}
              <td className="figures">{formatMark(row.totalHundredths)}</td>
              {scaled ? <td className="figures">{row.scaledScore ?? notYet}</td> : null}
              <td className="figures">{row.rank ?? notYet}</td>
              <td>{row.award ? awardText(row.award) : ''}</td>
              <td>{row.undecided ? t('results.undecided') : statusText(row.status)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PrintPage>
  );
}
