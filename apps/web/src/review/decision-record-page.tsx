import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useApplicationNames } from '../applications/application-names.js';
import type { Application } from '../applications/types.js';
import { useApplicationsText } from '../applications/words.js';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { useEvidenceLine } from '../parts/evidence.js';
import { EmptyState } from '../parts/empty-state.js';
import { PrintPage } from '../parts/print-page.js';
import type { Review } from './types.js';
import { useReviewText } from './words.js';
import './review.css';

/** The decision as a sheet of paper: outcome, reason, article, conditions and the findings it was taken on. */
export default function DecisionRecordPage() {
  const { applicationId = '' } = useParams();
  const at = { params: { path: { applicationId } } };
  const review = useQuery(got('/api/v1/applications/{applicationId}/review', at));
  const application = useQuery(got('/api/v1/applications/{applicationId}', at));
  return (
    <Answered query={review} lines={12}>
      {(read) => (
        <Answered query={application} lines={12}>
          {(document) => <Record review={read} application={document} />}
        </Answered>
      )}
    </Answered>
  );
}

function Record({ review, application }: { review: Review; application: Application }) {
  const t = useReviewText();
  const a = useApplicationsText();
  const said = useSaid();
  const evidence = useEvidenceLine();
  const times = useTimes();
  const names = useApplicationNames();
  const { decision, submission } = review;
  if (!decision) return <EmptyState icon="paper" title={t('record.none')} line={t('record.noneLine')} />;
  const unverified = [
    ...new Set(
      decision.findings
        .filter(({ citation }) => citation.grade === 'unverified')
        .map(({ citation }) => said(citation.article)),
    ),
  ];
  const facts: [string, string][] = [
    [t('record.contest'), `${review.edition ?? ''}${review.name}`],
    [t('record.applicant'), review.leadName],
    [
      t('record.year'),
      [String(review.planYear), review.class ? names.classOf(review.class) : null, names.areaOf(application)]
        .filter(Boolean)
        .join(' · '),
    ],
    ...(submission
      ? [
          [
            t('record.submission'),
            t('record.submissionLine', {
              number: submission.number,
              time: times.showNamed(submission.arrivedAt),
              code: submission.pageCode,
            }),
          ] as [string, string],
        ]
      : []),
    ...(application.policy ? [[t('record.policy'), said(application.policy.title)] as [string, string]] : []),
    [t('record.outcome'), t(`outcome.${decision.outcome}`)],
    [t('record.reason'), decision.reason],
    [t('record.article'), decision.article],
    [t('record.decidedBy'), [decision.organisationName, decision.byName].filter(Boolean).join(' ')],
    [t('record.decidedAt'), times.showNamed(decision.at)],
  ];
  const despite = decision.findings.filter((finding) => finding.despite);
  return (
    <PrintPage
      title={t('record.title')}
      subtitle={review.name}
      versionCode={`${submission?.pageCode ?? '–'} · ${decision.stepId.slice(-8).toUpperCase()}`}
      signatures={[t('record.signReview'), t('record.signCheck'), t('record.signApprove')]}
    >
      <table className="paper">
        <tbody>
          {facts.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="record-label">
                {label}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {review.conditions.length > 0 ? (
        <>
          <h2 className="record-heading">{t('record.conditions')}</h2>
          <table className="paper">
            <thead>
              <tr>
                <th>{t('record.condition')}</th>
                <th className="record-day">{t('record.dueOn')}</th>
              </tr>
            </thead>
            <tbody>
              {review.conditions.map((condition) => (
                <tr key={condition.id}>
                  <td>{condition.text}</td>
                  <td className="figures">{condition.dueOn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      <h2 className="record-heading">{t('record.findings')}</h2>
      <table className="paper">
        <thead>
          <tr>
            <th className="record-day">{t('record.result')}</th>
            <th>{t('record.check')}</th>
            <th>{t('record.evidence')}</th>
            <th>{t('record.article')}</th>
          </tr>
        </thead>
        <tbody>
          {decision.findings.map((finding, i) => (
            <tr key={`${finding.code}-${i}`}>
              <td>{a(`findings.severity.${finding.severity}`)}</td>
              <td>{said(finding.message)}</td>
              <td>{evidence(finding.evidence) || '–'}</td>
              <td>
                {said(finding.citation.article)}
                {finding.citation.grade === 'unverified' ? `（${a('findings.unverified')}）` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {despite.length > 0 ? (
        <>
          <h2 className="record-heading">{t('record.despite')}</h2>
          <ul>
            {despite.map((finding) => (
              <li key={finding.code}>
                {said(finding.message)}：{finding.despite}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h2 className="record-heading">{t('record.unverified')}</h2>
      <p>{unverified.length > 0 ? unverified.join('；') : t('record.unverifiedNone')}</p>
      <p>{t('record.official')}</p>
    </PrintPage>
  );
}
