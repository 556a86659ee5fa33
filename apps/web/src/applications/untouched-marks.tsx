import { Alert } from 'antd';
import { fieldWord } from './submission-records.js';
import type { Application } from './types.js';
import { useApplicationsText } from './words.js';

/** Fields that the last return marked and nobody has changed since; a document counts by what was uploaded after it. */
export function untouchedMarks({ state, steps, documents, changes, submissions }: Application): string[] {
  const returned = steps.findLast((step) => step.toState === 'returned');
  if (!returned) return [];
  const changed = state === 'returned' ? changes : (submissions.at(-1)?.changes ?? []);
  const added = documents.filter(({ uploadedAt }) => uploadedAt > returned.at).map(({ kind }) => kind);
  return [...new Set(returned.markedFields.map(({ field }) => field))].filter((field) => {
    if (field === 'documents') return added.length === 0;
    if (field.startsWith('documents.')) return !added.some((kind) => field === `documents.${kind}`);
    return !changed.some((change) => change.field === field);
  });
}

/** Says which marked fields stand as they were; it may come back so, but nobody overlooks it. */
export function UntouchedMarks({ application }: { application: Application }) {
  const t = useApplicationsText();
  if (!['returned', 'submitted', 'accepted', 'underReview'].includes(application.state)) return null;
  const fields = untouchedMarks(application);
  if (fields.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="form-problem"
      title={t('returned.untouched', { fields: fields.map(fieldWord).join('、') })}
    />
  );
}
