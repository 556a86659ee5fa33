import { Alert } from 'antd';
import { formatTime } from '../language/format.js';
import { useTimes } from '../language/times.js';
import { sectionOfField } from './looks.js';
import { ChangeList, fieldWord } from './submission-records.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** Why it was returned, what is to be completed, until when, and what has been changed since. */
export function ReturnedNote({ application }: { application: Application }) {
  const t = useApplicationsText();
  const times = useTimes();
  if (application.state !== 'returned') return null;
  const step = application.steps.findLast(({ toState }) => toState === 'returned');
  return (
    <section className="panel" aria-labelledby="returned">
      <h2 id="returned">{t('returned.title')}</h2>
      {step ? (
        <p className="as-written">
          {t('returned.by', {
            who: [step.organisationName, step.byName].filter(Boolean).join(' '),
            time: times.show(step.at),
            reason: step.reason ?? '',
          })}
        </p>
      ) : null}
      {application.completionDueAt ? (
        <Alert
          type="warning"
          showIcon
          className="form-problem"
          title={t('returned.due', {
            time: formatTime(application.completionDueAt, 'Asia/Shanghai', 'second'),
          })}
        />
      ) : null}
      {application.markedFields.length > 0 ? (
        <>
          <h3>{t('returned.marks')}</h3>
          <ul className="mark-list">
            {application.markedFields.map(({ field, remark }) => (
              <li key={field}>
                <a href={`#${sectionOfField(field)}`}>{fieldWord(field)}</a> {remark}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <h3>{t('returned.changed')}</h3>
      <ChangeList changes={application.changes} none={t('returned.changedNone')} />
    </section>
  );
}
