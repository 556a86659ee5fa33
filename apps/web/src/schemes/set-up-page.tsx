import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { FindingList } from '../parts/finding-list.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { type SetUp, useSkillName } from './skill-set-up.js';
import { useSchemeText } from './words.js';
import './schemes.css';

/** How far marking is set up, skill by skill: one look says where something is missing. */
export default function SetUpPage() {
  const t = useSchemeText();
  const event = useEvent();
  const nameOf = useSkillName();
  const setUp = useQuery(
    got('/api/v1/events/{eventId}/marking-set-up', { params: { path: { eventId: event.id } } }),
  );
  const columns = useMemo<Column<SetUp>[]>(
    () => [
      { key: 'skill', title: t('setUp.skill'), value: (row) => `${row.code} ${nameOf(row)}`, width: 200 },
      {
        key: 'state',
        title: t('setUp.state'),
        value: (row) => stateWords(row, t),
        render: (row) => <ReadyTag row={row} />,
        width: 150,
      },
      {
        key: 'scheme',
        title: t('setUp.scheme'),
        value: (row) => schemeState(row, t),
        width: 150,
      },
      { key: 'chief', title: t('setUp.chief'), value: (row) => row.chiefJudges, kind: 'count', width: 90 },
      {
        key: 'judges',
        title: t('setUp.judges'),
        value: (row) => row.judges,
        kind: 'count',
        width: 80,
        total: 'sum',
      },
      {
        key: 'teams',
        title: t('setUp.teams'),
        value: (row) => row.teams,
        kind: 'count',
        width: 80,
        total: 'sum',
      },
      {
        key: 'subs',
        title: t('setUp.subCriteria'),
        value: (row) => row.subCriteria,
        kind: 'count',
        width: 110,
      },
      {
        key: 'unassigned',
        title: t('setUp.unassigned'),
        value: (row) => row.unassigned,
        kind: 'count',
        width: 100,
      },
      {
        key: 'forms',
        title: t('setUp.forms'),
        value: (row) => row.formsMade,
        render: (row) => (
          <span className="figures">
            {row.formsWanted === 0
              ? t('setUp.noDraw')
              : t('setUp.formsOf', { made: row.formsMade, wanted: row.formsWanted })}
          </span>
        ),
        width: 130,
      },
    ],
    [t, nameOf],
  );
  return (
    <>
      <EventHeader title={t('setUp.title')} line={t('setUp.line')} withStages={false} />
      <DataTable
        id="marking-set-up"
        columns={columns}
        rows={setUp.data?.items}
        rowKey={(row) => row.skillId}
        error={setUp.error}
        onRetry={() => void setUp.refetch()}
        exportName={t('setUp.export')}
        detailsTitle={(row) => `${row.code} ${nameOf(row)}`}
        details={(row) => (
          <>
            {row.findings.length > 0 ? (
              <>
                <h3>{t('setUp.missingTitle')}</h3>
                <FindingList findings={row.findings} />
              </>
            ) : null}
            <div className="notice-actions set-up-links">
              {(['scheme', 'judges'] as const).map((tab) => (
                <GoButton key={tab} to={`/events/${event.id}/skills/${row.skillId}/${tab}`}>
                  {t(`tab.${tab}`)}
                </GoButton>
              ))}
            </div>
          </>
        )}
        empty={
          <EmptyState
            icon="scheme"
            title={t('setUp.empty')}
            line={t('setUp.emptyLine')}
            action={<GoButton to={`/events/${event.id}/skills`}>{t('setUp.toSkills')}</GoButton>}
          />
        }
        rowClassName={(row) => (blockingOf(row) > 0 ? 'needs-attention' : '')}
      />
    </>
  );
}

type T = ReturnType<typeof useSchemeText>;
const blockingOf = (row: SetUp): number =>
  row.findings.filter(({ severity }) => severity === 'blocking').length;

function schemeState(row: SetUp, t: T): string {
  if (row.schemeNumber !== null) return t('setUp.schemeInForce', { number: row.schemeNumber });
  return row.drafts > 0 ? t('setUp.drafts', { count: row.drafts }) : t('setUp.noScheme');
}

function stateWords(row: SetUp, t: T): string {
  const blocking = blockingOf(row);
  if (blocking > 0) return t('setUp.missing', { count: blocking });
  return row.findings.length > 0 ? t('setUp.warned') : t('setUp.ready');
}

function ReadyTag({ row }: { row: SetUp }) {
  const t = useSchemeText();
  const look = blockingOf(row) > 0 ? 'blocking' : row.findings.length > 0 ? 'warning' : 'passed';
  return <StateTag look={look}>{stateWords(row, t)}</StateTag>;
}
