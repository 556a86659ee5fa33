import { useTimes } from '../language/times.js';
import { StateTag } from '../parts/state-tag.js';
import { ActionBar } from './action-bar.js';
import { FindingCards } from './finding-cards.js';
import type { Review } from './types.js';
import type { Undoable } from './undo-bar.js';
import { useSaid } from '../language/language.js';
import { useReviewText } from './words.js';

/** What the rules found, and below it what the reader may do now. */
export function FindingsColumn(props: { review: Review; onDone: (done: Undoable, leaves: boolean) => void }) {
  const { review } = props;
  const t = useReviewText();
  const said = useSaid();
  const times = useTimes();
  const { decision, submission } = review;
  const findings = decision?.findings ?? review.findings;
  const count = (severity: string) => findings.filter((one) => one.severity === severity).length;
  return (
    <>
      <div className="desk-scroll">
        <h2 className="desk-findings-title">{t(decision ? 'findings.decided' : 'findings.title')}</h2>
        {submission ? (
          <p className="quiet">
            {t('findings.line', { number: submission.number, time: times.show(submission.arrivedAt) })}
          </p>
        ) : null}
        <div className="desk-findings-counts">
          {(['blocking', 'warning', 'unknown', 'passed'] as const).map((severity) => (
            <StateTag key={severity} look={count(severity) > 0 ? severity : 'ended'} quiet>
              {t(`findings.${severity}`, { count: count(severity) })}
            </StateTag>
          ))}
        </div>
        {findings.length === 0 ? (
          <p className="quiet">
            {t('findings.none')}
            <br />
            {t('findings.noneLine')}
          </p>
        ) : (
          <FindingCards findings={findings} />
        )}
        {decision ? (
          <div className="decision-card">
            <h3>
              {t(`outcome.${decision.outcome}`)} · {times.show(decision.at)}
            </h3>
            <p>{decision.reason}</p>
            <p className="quiet">
              {t('findings.articleIs', { article: decision.article })}
              <br />
              {decision.organisationName} {decision.byName}
            </p>
          </div>
        ) : null}
      </div>
      <footer className="desk-actions">
        {review.bar ? <StateTag look="warning">{said(review.bar.message)}</StateTag> : null}
        <ActionBar {...props} />
      </footer>
    </>
  );
}
