import { Collapse } from 'antd';
import { useTimes } from '../language/times.js';
import { FindingList } from '../parts/finding-list.js';
import { useFindings } from './finding-words.js';
import type { Application, ApplicationChange } from './types.js';
import { applicationsWords, useApplicationsText } from './words.js';

/** What was submitted, each time: when it arrived, what differs from the time before, what the rules found. */
export function SubmissionRecords({ application }: { application: Application }) {
  const t = useApplicationsText();
  const times = useTimes();
  const asFindings = useFindings();
  if (application.submissions.length === 0) return <p className="quiet">{t('steps.none')}</p>;
  return (
    <Collapse
      size="small"
      items={[...application.submissions].reverse().map((submission) => ({
        key: submission.id,
        label: (
          <span className="submission-label">
            <strong>{t('submissions.number', { number: submission.number })}</strong>{' '}
            <span className="quiet figures">
              {t('submissions.line', {
                who: submission.byName ?? '–',
                time: times.showNamed(submission.arrivedAt, 'second'),
                code: submission.pageCode,
              })}
            </span>
          </span>
        ),
        children: (
          <>
            {submission.number > 1 ? (
              <>
                <h3>{t('submissions.changes')}</h3>
                <ChangeList changes={submission.changes} none={t('submissions.noChanges')} />
              </>
            ) : null}
            <h3>{t('submissions.findings')}</h3>
            <FindingList findings={asFindings(submission.findings)} />
          </>
        ),
      }))}
    />
  );
}

/** What differs, field by field. */
export function ChangeList({ changes, none }: { changes: readonly ApplicationChange[]; none: string }) {
  const t = useApplicationsText();
  if (changes.length === 0) return <p className="quiet">{none}</p>;
  return (
    <dl className="change-list">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldWord(field)}</dt>
          <dd>
            <del aria-label={t('change.before')}>{before ?? t('change.empty')}</del>
            <ins aria-label={t('change.after')}>{after ?? t('change.empty')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Fields that the form calls by another key than the server. */
const fieldKeys: Record<string, string> = {
  parties: 'section.parties',
  earlierEditions: 'field.editions',
  inspectionYears: 'field.inspection',
  occupations: 'field.occupation',
};

/** What the form calls a field that a return marks or a change names. */
export const fieldWord = (field: string): string =>
  applicationsWords.find(fieldKeys[field] ?? `field.${field.split('.')[0] ?? field}`) ?? field;
