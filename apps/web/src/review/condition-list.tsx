import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useTimes } from '../language/times.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { ReasonDialog } from './reason-dialog.js';
import { type Review, type ReviewCondition, reviewPaths } from './types.js';
import { useReviewText } from './words.js';

const looks: Record<ReviewCondition['state'], StateLook> = {
  open: 'waiting',
  reported: 'running',
  met: 'passed',
  cancelled: 'ended',
};

/** The conditions of a grant for the authority: it confirms what the applicant reports, or returns the report. */
export function ConditionList({ review }: { review: Review }) {
  const t = useReviewText();
  const [asked, setAsked] = useState<{ id: string; what: 'confirmation' | 'return' } | null>(null);
  const settle = useVerb({
    send: ({ id, what, words }: { id: string; what: 'confirmation' | 'return'; words: string }) => {
      const init = {
        params: { path: { applicationId: review.id, conditionId: id } },
        headers: ifMatch(review.version),
      };
      return what === 'confirmation'
        ? take(
            api.PUT('/api/v1/applications/{applicationId}/conditions/{conditionId}/confirmation', {
              ...init,
              body: words ? { note: words } : {},
            } as never),
          )
        : take(
            api.PUT('/api/v1/applications/{applicationId}/conditions/{conditionId}/return', {
              ...init,
              body: { reason: words },
            } as never),
          );
    },
    outdates: reviewPaths,
    said: t(asked?.what === 'return' ? 'condition.returnedDone' : 'condition.confirmed'),
    onDone: () => setAsked(null),
  });
  return (
    <>
      <ul className="desk-list-plain">
        {review.conditions.map((condition) => (
          <ConditionRow key={condition.id} applicationId={review.id} condition={condition}>
            {condition.state === 'reported' && review.actions.includes('confirmCondition') ? (
              <>
                <Button
                  size="small"
                  type="primary"
                  onClick={() => setAsked({ id: condition.id, what: 'confirmation' })}
                >
                  {t('condition.confirm')}
                </Button>
                <Button size="small" onClick={() => setAsked({ id: condition.id, what: 'return' })}>
                  {t('condition.return')}
                </Button>
              </>
            ) : null}
          </ConditionRow>
        ))}
      </ul>
      {asked ? (
        <ReasonDialog
          title={t(asked.what === 'confirmation' ? 'condition.confirmTitle' : 'condition.returnTitle')}
          label={t(asked.what === 'confirmation' ? 'condition.confirmNote' : 'condition.returnReason')}
          verb={t(asked.what === 'confirmation' ? 'condition.confirm' : 'condition.return')}
          needed={asked.what === 'return'}
          busy={settle.isPending}
          onSend={(words) => settle.mutate({ ...asked, words })}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
}

/** A condition: what, until when, how it stands. */
export function ConditionRow(props: {
  applicationId: string;
  condition: ReviewCondition;
  children?: ReactNode;
}) {
  const { applicationId, condition } = props;
  const t = useReviewText();
  const times = useTimes();
  return (
    <li>
      <div>
        <div>{condition.text}</div>
        <div className="quiet">
          <span className="figures">{t('condition.dueOn', { day: condition.dueOn })}</span>
          {condition.reportedAt
            ? ` · ${t('condition.reportedAt', { time: times.show(condition.reportedAt), note: condition.reportNote ?? '–' })}`
            : ''}
          {condition.metAt ? ` · ${t('condition.metAt', { time: times.show(condition.metAt) })}` : ''}
          {condition.metNote ? ` · ${condition.metNote}` : ''}
        </div>
        {condition.fileName ? (
          <a href={`/api/v1/applications/${applicationId}/conditions/${condition.id}/file`}>
            {t('condition.file', { name: condition.fileName })}
          </a>
        ) : null}
        {condition.returnedReason ? (
          <div className="finding-despite">
            {t('condition.returned', { reason: condition.returnedReason })}
          </div>
        ) : null}
      </div>
      <div className="desk-list-side">
        {condition.overdue ? (
          <StateTag look="blocking">{t('condition.overdue')}</StateTag>
        ) : (
          <StateTag look={looks[condition.state]} quiet>
            {t(`condition.${condition.state}`)}
          </StateTag>
        )}
        {props.children}
      </div>
    </li>
  );
}
