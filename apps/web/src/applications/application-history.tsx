import { useTimes } from '../language/times.js';
import { sectionOfField } from './looks.js';
import type { Application } from './types.js';
import { applicationsWords, useApplicationsText } from './words.js';

/** The word of a step; the code where a newer server knows one that this page does not. */
export const stepWord = (action: string): string => applicationsWords.find(`step.${action}`) ?? action;

/** Every step of the application's way: who, when, for whom, why and by which article. The latest first. */
export function ApplicationHistory({ steps }: { steps: Application['steps'] }) {
  const t = useApplicationsText();
  const times = useTimes();
  if (steps.length === 0) return <p className="quiet">{t('steps.none')}</p>;
  return (
    <ol className="step-list">
      {[...steps].reverse().map((step) => (
        <li key={step.id} className={step.undoneAt ? 'step-undone' : undefined}>
          <div className="step-head">
            <strong>{stepWord(step.action)}</strong>
            {step.undoneAt ? <span className="quiet">{t('steps.undone')}</span> : null}
            <time dateTime={step.at}>{times.showNamed(step.at, 'second')}</time>
          </div>
          <div className="quiet">{[step.organisationName, step.byName].filter(Boolean).join(' · ')}</div>
          {step.reason ? (
            <div className="as-written">
              {t('steps.reason')}: {step.reason}
            </div>
          ) : null}
          {step.article ? (
            <div>
              {t('steps.article')}: {step.article}
            </div>
          ) : null}
          {step.markedFields.length > 0 ? (
            <ul className="mark-list">
              {step.markedFields.map(({ field, remark }) => (
                <li key={field}>
                  {t(`section.${sectionOfField(field)}`)}: {remark}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
