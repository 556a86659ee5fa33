import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { got } from '../api/query.js';
import type { paths } from '../api/schema.js';
import { LoadError } from '../frame/load-error.js';
import { formatCount } from '../language/format.js';
import { useSaid } from '../language/language.js';
import { StateTag, type StateLook } from './state-tag.js';
import { usePartText } from './words.js';

export type Job = paths['/api/v1/jobs/{jobId}']['get']['responses'][200]['content']['application/json'];

const looks: Record<Job['state'], StateLook> = {
  waiting: 'waiting',
  queued: 'waiting',
  running: 'running',
  done: 'passed',
  failed: 'blocking',
};

/**
 * Work that takes time: its counts while it runs, its summary when it has ended. It can be left and found again,
 * because everything shown is read from the job itself.
 */
export function JobProgress(props: {
  jobId: string;
  title: string;
  /** What the finished job is told with (a download, counts). */
  summary?: (job: Job) => ReactNode;
  onDone?: (job: Job) => void;
  /** What a list has already read of it. */
  initial?: Job;
}) {
  const t = usePartText();
  const said = useSaid();
  const { jobId, onDone } = props;
  const job = useQuery({
    ...got('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }),
    ...(props.initial ? { initialData: props.initial } : {}),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 700,
  });
  const ended = job.data?.state === 'done' ? job.data : null;
  useEffect(() => {
    if (ended && onDone) onDone(ended);
  }, [ended, onDone]);

  if (job.isError && !job.data) return <LoadError error={job.error} onRetry={() => void job.refetch()} />;
  const { state = 'waiting', progress, error } = job.data ?? {};
  const done = progress?.done ?? 0;
  const total = progress?.total ?? null;
  return (
    <section className="job" aria-live="polite">
      <div className="job-head">
        <strong>{props.title}</strong>
        <StateTag look={looks[state]}>{t(`job.${state}`)}</StateTag>
        {progress ? (
          <span className="figures">
            {total === null
              ? t('job.progressOnly', { done: formatCount(done) })
              : t('job.progress', { done: formatCount(done), total: formatCount(total) })}
          </span>
        ) : null}
      </div>
      {state === 'running' && total !== null ? (
        <Progress
          percent={total === 0 ? 100 : Math.floor((done / total) * 100)}
          showInfo={false}
          size="small"
        />
      ) : null}
      {state !== 'done' && state !== 'failed' ? <p className="quiet">{t('job.leave')}</p> : null}
      {state === 'failed' && error ? <p role="alert">{said(error)}</p> : null}
      {job.data && state === 'done' && props.summary ? props.summary(job.data) : null}
    </section>
  );
}
