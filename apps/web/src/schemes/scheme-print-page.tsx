import { useQuery } from '@tanstack/react-query';
import type { SchemeTree } from '@luban/scoring';
import { Fragment } from 'react';
import { useParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { PrintPage } from '../parts/print-page.js';
import { criterionSum, subSum, treeCounts } from './tree-sums.js';
import { useSchemeText } from './words.js';

/** A marking scheme on A4. */
export default function SchemePrintPage() {
  const t = useSchemeText();
  const language = useLanguage();
  const { eventId = '', skillId = '', schemeId = '' } = useParams();
  const scheme = useQuery(
    got('/api/v1/events/{eventId}/schemes/{schemeId}', { params: { path: { eventId, schemeId } } }),
  );
  const skill = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}', { params: { path: { eventId, skillId } } }),
  );
  return (
    <Answered query={scheme}>
      {(found) => {
        const tree = found.tree as SchemeTree;
        const name = (language === 'en' && skill.data?.nameEn) || skill.data?.name || '';
        return (
          <PrintPage
            title={`${name} ${t('list.title')}`}
            subtitle={t('print.subtitle', {
              count: treeCounts(tree).aspects,
              total: formatMark(found.totalHundredths),
            })}
            versionCode={`${found.number}.${found.version}`}
            signatures={language === 'zh' ? ['裁判长', '监督'] : ['Chief judge', 'Supervisor']}
          >
            <table className="paper">
              <thead>
                <tr>
                  <th>{t('import.field.id')}</th>
                  <th>{t('tree.description')}</th>
                  <th>{t('tree.kind')}</th>
                  <th>{t('tree.max')}</th>
                </tr>
              </thead>
              <tbody>
                {tree.criteria.map((criterion) => (
                  <Fragment key={criterion.code}>
                    <tr className="paper-group">
                      <th>{criterion.code}</th>
                      <th colSpan={2}>{criterion.name}</th>
                      <td className="figures">{formatMark(criterionSum(criterion))}</td>
                    </tr>
                    {criterion.subCriteria.map((sub) => (
                      <Fragment key={sub.code}>
                        <tr>
                          <th>{sub.code}</th>
                          <th colSpan={2}>
                            {sub.name}{' '}
                            {sub.dayOfMarking === null
                              ? ''
                              : `· ${t('print.day', { day: sub.dayOfMarking })}`}
                          </th>
                          <td className="figures">{formatMark(subSum(sub))}</td>
                        </tr>
                        {sub.aspects.map((aspect) => (
                          <tr key={aspect.id}>
                            <td>{aspect.id}</td>
                            <td>
                              {[aspect.description, aspect.requirement, aspect.extra]
                                .filter(Boolean)
                                .join(' · ')}
                              {aspect.descriptors.map((text, score) => (
                                <div key={score}>
                                  {score}: {text}
                                </div>
                              ))}
                            </td>
                            <td>{t(`kind.${aspect.kind}`)}</td>
                            <td className="figures">{formatMark(aspect.maxHundredths)}</td>
                          </tr>
                        ))}
                      </Fragment>
                    ))}
                  </Fragment>
                ))}
              </tbody>
            </table>
          </PrintPage>
        );
      }}
    </Answered>
  );
}
