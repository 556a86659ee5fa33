import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLive } from '../api/live.js';
import { got, outdate } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHeader } from '../parts/page-header.js';
import { cellStates, neededOf, type CellCounts } from './types.js';
import { useDeskText } from './words.js';

const path = '/api/v1/events/{eventId}/progress';

interface Row {
  key: string;
  skill: string;
  sub: string;
  day: number | null;
  counts: CellCounts;
}

/** How far marking is, for those who run the event: counts, and never a mark or a code. */
export default function ProgressPage() {
  const t = useDeskText();
  const language = useLanguage();
  const { id: eventId } = useEvent();
  const progress = useQuery({ ...got(path, { params: { path: { eventId } } }), refetchInterval: 15_000 });
  const read = () => void outdate(path);
  const liveness = useLive(`/api/v1/events/${eventId}/progress/live`, read, read);
  const rows = useMemo<Row[]>(
    () =>
      (progress.data?.skills ?? []).flatMap((skill) =>
        skill.subCriteria.map((sub) => ({
          key: sub.subCriterionId,
          skill: language === 'en' && skill.nameEn ? skill.nameEn : skill.name,
          sub: `${sub.code} ${sub.name}`,
          day: sub.dayOfMarking,
          counts: sub.counts,
        })),
      ),
    [progress.data, language],
  );
  const columns = useMemo(() => columnsOf(t), [t]);
  if (progress.isPending) return <Loading />;
  if (progress.isError) return <LoadError error={progress.error} onRetry={() => void progress.refetch()} />;
  const { counts } = progress.data;
  return (
    <div>
      <PageHeader
        title={t('nav.progress')}
        line={
          <span className="figures">
            {t('desk.line', { signed: counts.signed, needed: neededOf(counts) })} · {t(`desk.${liveness}`)} ·{' '}
            {t('progress.line')}
          </span>
        }
      />
      {rows.length === 0 ? (
        <EmptyState icon="matrix" title={t('progress.none')} line={t('progress.noneLine')} />
      ) : (
        <DataTable<Row>
          id="marking-progress"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          exportName={t('progress.title')}
        />
      )}
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useDeskText>): Column<Row>[] {
  return [
    { key: 'skill', title: t('progress.skill'), value: (row) => row.skill, width: 150 },
    { key: 'sub', title: t('progress.sub'), value: (row) => row.sub, width: 220 },
    { key: 'day', title: t('progress.day'), value: (row) => row.day, kind: 'count', width: 90 },
    {
      key: 'share',
      title: t('progress.share'),
      value: (row) =>
        neededOf(row.counts) === 0 ? null : Math.floor((row.counts.signed * 100) / neededOf(row.counts)),
      render: (row) => <Share counts={row.counts} />,
      width: 150,
    },
    {
      key: 'needed',
      title: t('progress.needed'),
      value: (row) => neededOf(row.counts),
      kind: 'count',
      width: 90,
      total: 'sum',
    },
    ...cellStates
      .filter((state) => state !== 'spread')
      .map((state): Column<Row> => ({
        key: state,
        title: t(`state.${state}`),
        value: (row) => row.counts[state],
        kind: 'count',
        width: 90,
        total: 'sum',
      })),
  ];
}

/** A bar of what is signed, what waits to be signed and what is begun; the number stands beside it. */
function Share({ counts }: { counts: CellCounts }) {
  const needed = neededOf(counts);
  const percent = (count: number) => `${needed === 0 ? 0 : (count * 100) / needed}%`;
  const begun = counts.inProgress + counts.reopened + counts.spread;
  return (
    <span className="share">
      <span className="share-bar" aria-hidden>
        <span className="share-signed" style={{ width: percent(counts.signed) }} />
        <span className="share-submitted" style={{ width: percent(counts.submitted) }} />
        <span className="share-begun" style={{ width: percent(begun) }} />
      </span>
      <span className="figures">{needed === 0 ? '–' : `${Math.floor((counts.signed * 100) / needed)}%`}</span>
    </span>
  );
}
