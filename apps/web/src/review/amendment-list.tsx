import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { DecideAmendmentDialog } from './amendment-dialog.js';
import { FindingCards } from './finding-cards.js';
import type { AmendedField, Review, ReviewAmendment } from './types.js';
import { useReviewText } from './words.js';

const looks: Record<ReviewAmendment['state'], StateLook> = {
  recorded: 'passed',
  submitted: 'running',
  granted: 'passed',
  declined: 'blocking',
  withdrawn: 'ended',
};

/** The amendments of an application for the authority: what changes, what the rules say to it, and the decision. */
export function AmendmentList({ review }: { review: Review }) {
  const t = useReviewText();
  const [deciding, setDeciding] = useState<ReviewAmendment | null>(null);
  return (
    <>
      {[...review.amendments].reverse().map((amendment) => (
        <AmendmentCard key={amendment.id} amendment={amendment}>
          {amendment.state === 'submitted' ? (
            <>
              <AmendmentFindings review={review} amendment={amendment} />
              {review.actions.includes('decideAmendment') ? (
                <Button type="primary" onClick={() => setDeciding(amendment)}>
                  {t('amendment.decide')}
                </Button>
              ) : null}
            </>
          ) : null}
        </AmendmentCard>
      ))}
      {deciding ? (
        <DecideAmendmentDialog review={review} amendment={deciding} onClose={() => setDeciding(null)} />
      ) : null}
    </>
  );
}

/** One amendment: its weight and state, field by field before and after, who and why. */
export function AmendmentCard({ amendment, children }: { amendment: ReviewAmendment; children?: ReactNode }) {
  const t = useReviewText();
  const times = useTimes();
  return (
    <section className="amendment-card">
      <header>
        <strong>{t('amendment.number', { number: amendment.number })}</strong>
        <StateTag look={amendment.weight === 'minor' ? 'waiting' : 'warning'} quiet>
          {t(`amendment.${amendment.weight}`)}
        </StateTag>
        <StateTag look={looks[amendment.state]}>{t(`amendment.${amendment.state}`)}</StateTag>
      </header>
      <p className="quiet">
        {t('amendment.by', {
          name: amendment.byName ?? '–',
          time: times.show(amendment.at),
          reason: amendment.reason,
        })}
      </p>
      <AmendedFields changes={amendment.changes} />
      {amendment.decidedAt ? (
        <p>
          {t('amendment.decidedBy', {
            name: amendment.decidedByName ?? t('amendment.office'),
            time: times.show(amendment.decidedAt),
            reason: amendment.decisionReason ?? '',
            article: amendment.article ?? '',
          })}
        </p>
      ) : null}
      {children}
    </section>
  );
}

export function AmendedFields({ changes }: { changes: readonly AmendedField[] }) {
  const t = useReviewText();
  const said = useSaid();
  return (
    <table className="desk-table amended-fields">
      <thead>
        <tr>
          <th>{t('amendment.field')}</th>
          <th>{t('amendment.before')}</th>
          <th>{t('amendment.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.field}>
            <td>
              {said(change.label)}
              <div>
                <StateTag look={change.weight === 'minor' ? 'waiting' : 'warning'} quiet>
                  {t(`amendment.${change.weight}`)}
                </StateTag>
              </div>
            </td>
            <td className="lines">{change.before ?? t('amendment.empty')}</td>
            <td className="lines">{change.after ?? t('amendment.empty')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AmendmentFindings({ review, amendment }: { review: Review; amendment: ReviewAmendment }) {
  const t = useReviewText();
  const examined = useQuery(
    got('/api/v1/applications/{applicationId}/amendments/{amendmentId}/findings', {
      params: { path: { applicationId: review.id, amendmentId: amendment.id } },
    }),
  );
  return (
    <details className="amendment-findings">
      <summary>{t('amendment.findings')}</summary>
      <Answered query={examined}>{(read) => <FindingCards findings={read.findings} />}</Answered>
    </details>
  );
}
