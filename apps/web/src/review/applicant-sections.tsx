import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Application } from '../applications/types.js';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { GoButton } from '../parts/go-button.js';
import { AmendDrawer } from './amend-drawer.js';
import { AmendmentCard } from './amendment-list.js';
import { ConditionRow } from './condition-list.js';
import { ReportDialog } from './report-dialog.js';
import { type Review, reviewPaths } from './types.js';
import { useReviewText } from './words.js';
import './review.css';

/**
 * What follows a decision, for the applicant's page of an application: its printed record, the conditions to be met and
 * the amendments. Shows nothing before there is a decision.
 */
export function ApplicantReviewSections({ application }: { application: Application }) {
  const t = useReviewText();
  const review = useQuery(
    got('/api/v1/applications/{applicationId}/review', {
      params: { path: { applicationId: application.id } },
    }),
  );
  if (!review.data) return null;
  const read = review.data;
  const granted = read.state === 'granted' || read.state === 'grantedWithConditions';
  return (
    <>
      {read.decision ? (
        <p>
          <GoButton to={`/decision-records/${application.id}`} icon={<Icon name="print" />}>
            {t('record.open')}
          </GoButton>
        </p>
      ) : null}
      {read.conditions.length > 0 ? <ApplicantConditions review={read} /> : null}
      {granted || read.amendments.length > 0 ? (
        <ApplicantAmendments review={read} application={application} />
      ) : null}
    </>
  );
}

function ApplicantConditions({ review }: { review: Review }) {
  const t = useReviewText();
  const [reporting, setReporting] = useState<string | null>(null);
  return (
    <section className="panel" id="conditions">
      <h2>{t('condition.title')}</h2>
      <p className="quiet">{t('condition.line')}</p>
      <ul className="desk-list-plain">
        {review.conditions.map((condition) => (
          <ConditionRow key={condition.id} applicationId={review.id} condition={condition}>
            {review.actions.includes('meetCondition') &&
            (condition.state === 'open' || condition.state === 'reported') ? (
              <Button
                size="small"
                type={condition.state === 'open' ? 'primary' : 'default'}
                onClick={() => setReporting(condition.id)}
              >
                {t(condition.state === 'open' ? 'condition.report' : 'condition.reportAgain')}
              </Button>
            ) : null}
          </ConditionRow>
        ))}
      </ul>
      {reporting ? (
        <ReportDialog review={review} conditionId={reporting} onClose={() => setReporting(null)} />
      ) : null}
    </section>
  );
}

function ApplicantAmendments({ review, application }: { review: Review; application: Application }) {
  const t = useReviewText();
  const [open, setOpen] = useState(false);
  const waits = review.amendments.some(({ state }) => state === 'submitted');
  const withdraw = useVerb({
    send: (amendmentId: string) =>
      take(
        api.DELETE('/api/v1/applications/{applicationId}/amendments/{amendmentId}', {
          params: { path: { applicationId: review.id, amendmentId } },
          headers: ifMatch(review.version),
        } as never),
      ),
    outdates: reviewPaths,
    said: t('amendment.withdrawnDone'),
  });
  return (
    <section className="panel" id="amendments">
      <div className="section-head">
        <h2>{t('amendment.title')}</h2>
        {review.actions.includes('amend') && !waits ? (
          <Button icon={<Icon name="edit" />} onClick={() => setOpen(true)}>
            {t('amendment.propose')}
          </Button>
        ) : null}
      </div>
      <p className="quiet">{t('amendment.line')}</p>
      {review.amendments.length === 0 ? <p className="quiet">{t('amendment.none')}</p> : null}
      {[...review.amendments].reverse().map((amendment) => (
        <AmendmentCard key={amendment.id} amendment={amendment}>
          {amendment.state === 'submitted' && review.actions.includes('withdrawAmendment') ? (
            <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(amendment.id)}>
              {t('amendment.withdraw')}
            </Button>
          ) : null}
        </AmendmentCard>
      ))}
      {open ? <AmendDrawer review={review} application={application} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
