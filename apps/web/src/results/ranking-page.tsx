import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { got, outdate } from '../api/query.js';
import { useLive } from '../api/live.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { formatCount, notYet } from '../language/format.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { AwardName, awardText } from './award.js';
import { DecodingPanel, useOpenDecoding } from './decoding-panel.js';
import { TieDialog } from './tie-dialog.js';
import type { RankingRow, UndecidedTie } from './types.js';
import { useResultsText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/ranking';
const decodingPath = '/api/v1/events/{eventId}/skills/{skillId}/decoding';

/** The chief judge's ranking by work code: live, with ties to rule on and the decoding. */
export default function RankingPage() {
  const t = useResultsText();
  const times = useTimes();
  const language = useLanguage();
  const { id: eventId } = useEvent();
  const { skillId = '' } = useParams();
  const ranking = useQuery(got(path, { params: { path: { eventId, skillId } } }));
  const news = () => void outdate(path, decodingPath);
  const liveness = useLive(`/api/v1/events/${eventId}/skills/${skillId}/ranking/live`, news, news);
  const [tie, setTie] = useState<UndecidedTie | null>(null);
  const opening = useOpenDecoding(eventId, skillId);
  const scaled = ranking.data?.rows.some((row) => row.scaledScore !== null) ?? false;
  const columns = useMemo(() => columnsOf(t, scaled), [t, scaled]);
  if (ranking.isPending) return <Loading />;
  if (ranking.isError) return <LoadError error={ranking.error} onRetry={() => void ranking.refetch()} />;
  const { data } = ranking;
  const name = language === 'en' && data.skillNameEn ? data.skillNameEn : data.skillName;
  const base = `/events/${eventId}/skills/${skillId}`;
  return (
    <div>
      <PageHeader
        title={t('ranking.title', { skill: name })}
        crumbs={[{ label: t('nav.ranking'), to: `/events/${eventId}/ranking` }]}
        tag={
          data.number > 0 ? (
            <StateTag look={data.complete ? 'passed' : 'running'}>
              {t(data.complete ? 'ranking.complete' : 'ranking.incomplete')}
            </StateTag>
          ) : null
        }
        line={
          data.number > 0 ? (
            <span className="figures">
              {t('ranking.line', { number: data.number, time: times.showNamed(data.computedAt, 'second') })}
              {' · '}
              {t('ranking.progress', { signed: data.formsSigned, expected: data.formsExpected })}
              {' · '}
              {t(`ranking.${liveness}`)}
            </span>
          ) : null
        }
        actions={
          data.number > 0 ? (
            <>
              <Button
                icon={<Icon name="export" />}
                href={`/api/v1/events/${eventId}/skills/${skillId}/ranking.xlsx`}
              >
                {t('ranking.excel')}
              </Button>
              <GoButton to={`${base}/ranking/print`} icon={<Icon name="print" />}>
                {t('ranking.print')}
              </GoButton>
            </>
          ) : null
        }
        {...(opening.primary ? { primary: opening.primary } : {})}
      />
      {data.number === 0 ? (
        <EmptyState
          icon="ranking"
          title={t('ranking.notYet')}
          line={t('ranking.notYetLine')}
          action={<GoButton to={`${base}/marking`}>{t('ranking.toMarking')}</GoButton>}
        />
      ) : (
        <>
          <DecodingPanel eventId={eventId} skillId={skillId} />
          {data.undecided.map((one) => (
            <Alert
              key={`${one.groupId}/${one.position}`}
              className="tie-alert"
              type="warning"
              showIcon
              title={t('tie.title', { group: one.groupName, position: one.position })}
              description={
                <>
                  <div className="codes">{one.entries.map((codes) => codes.join(' + ')).join('　=　')}</div>
                  {t('tie.line')}
                </>
              }
              action={<Button onClick={() => setTie(one)}>{t('tie.rule')}</Button>}
            />
          ))}
          <DataTable<RankingRow>
            id="ranking"
            columns={columns}
            rows={data.rows}
            rowKey={(row) => row.codes.join('/')}
            exportName={`${data.skillName}-${data.versionCode}`}
          />
          {data.notCompeting > 0 ? (
            <p className="quiet">{t('ranking.notCompeting', { count: data.notCompeting })}</p>
          ) : null}
        </>
      )}
      {opening.dialog}
      {tie ? <TieDialog eventId={eventId} skillId={skillId} tie={tie} onClose={() => setTie(null)} /> : null}
    </div>
  );
}

function columnsOf(t: ReturnType<typeof useResultsText>, scaled: boolean): Column<RankingRow>[] {
  return [
    {
      key: 'rank',
      title: t('column.rank'),
      value: (row) => row.rank,
      kind: 'count',
      width: 120,
      render: (row) =>
        row.undecided ? (
          <StateTag look="warning">{t('ranking.undecided')}</StateTag>
        ) : (
          <strong className="figures">{row.rank === null ? notYet : formatCount(row.rank)}</strong>
        ),
    },
    {
      key: 'codes',
      title: t('column.code'),
      value: (row) => row.codes.join(' + '),
      width: 200,
      render: (row) => <span className="code">{row.codes.join(' + ')}</span>,
    },
    {
      key: 'group',
      title: t('column.group'),
      value: (row) => row.groupName,
      width: 120,
    },
    { key: 'total', title: t('column.total'), value: (row) => row.totalHundredths, kind: 'mark', width: 110 },
    ...(scaled
      ? [
          {
            key: 'scaled',
            title: t('column.scaled'),
            value: (row: RankingRow) => row.scaledScore,
            kind: 'count' as const,
            width: 100,
          },
        ]
      : []),
    {
      key: 'award',
      title: t('column.award'),
      value: (row) => (row.award ? awardText(row.award) : ''),
      width: 120,
      render: (row) => <AwardName award={row.award} />,
    },
    { key: 'soFar', title: t('column.soFar'), value: (row) => row.soFarHundredths, kind: 'mark', width: 110 },
    {
      key: 'forms',
      title: t('column.forms'),
      value: (row) => `${row.formsSigned} / ${row.formsExpected}`,
      width: 120,
      render: (row) => (
        <span className="figures">
          {row.formsSigned} / {row.formsExpected}
        </span>
      ),
    },
  ];
}
