import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import type { paths } from '../api/schema.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { EmptyState } from '../parts/empty-state.js';
import { JobProgress } from '../parts/job-progress.js';
import { PageHeader } from '../parts/page-header.js';
import { TableMore } from '../parts/table-more.js';
import { recordsWords, useRecordsText } from './words.js';

type Job =
  paths['/api/v1/events/{eventId}/jobs']['get']['responses'][200]['content']['application/json']['items'][number];

/** The long work of an event, newest first: what runs, what has ended and how. */
export default function JobsPage() {
  const t = useRecordsText();
  const { id: eventId } = useEvent();
  const jobs = useKeyset<Job>(['/api/v1/events/{eventId}/jobs', eventId], (after) =>
    take(
      api.GET('/api/v1/events/{eventId}/jobs', {
        params: { path: { eventId }, query: { limit: 30, ...(after === null ? {} : { after }) } },
      }),
    ),
  );
  if (jobs.rows === undefined)
    return jobs.error ? <LoadError error={jobs.error} onRetry={jobs.retry} /> : <Loading />;
  return (
    <div className="reading-page">
      <PageHeader title={t('jobs.title')} line={t('jobs.line')} />
      {jobs.rows.length === 0 ? (
        <EmptyState icon="timer" title={t('jobs.none')} line={t('jobs.noneLine')} />
      ) : (
        <div className="job-list">
          {jobs.rows.map((job) => (
            <JobProgress
              key={job.id}
              jobId={job.id}
              initial={job}
              title={recordsWords.find(`jobs.name.${job.name}`) ?? job.name}
              summary={(ended) => <Times requestedAt={job.requestedAt} finishedAt={ended.finishedAt} />}
            />
          ))}
        </div>
      )}
      <TableMore {...jobs.more} count={jobs.rows.length} />
    </div>
  );
}

function Times(props: { requestedAt: string; finishedAt: string | null }) {
  const t = useRecordsText();
  const times = useTimes();
  return (
    <p className="quiet figures">
      {t('jobs.requested', { time: times.showNamed(props.requestedAt, 'second') })}
      {props.finishedAt
        ? ` · ${t('jobs.finished', { time: times.showNamed(props.finishedAt, 'second') })}`
        : null}
    </p>
  );
}
