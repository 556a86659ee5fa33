import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { got } from '../api/query.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag } from '../parts/state-tag.js';
import type { DrawPreflight } from './types.js';
import { useRegistrationText } from './words.js';

interface Row {
  id: string;
  code: string;
  name: string;
  preflight: DrawPreflight | undefined;
}

/** The skills of an event and how far each is drawn. */
export default function DrawsPage() {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const navigate = useNavigate();
  const skills = useQuery(
    got('/api/v1/events/{eventId}/skills', { params: { path: { eventId: event.id } } }),
  );
  const items = skills.data?.items ?? [];
  const preflights = useQueries({
    queries: items.map(({ id }) =>
      got('/api/v1/events/{eventId}/skills/{skillId}/draw-preflight', {
        params: { path: { eventId: event.id, skillId: id } },
      }),
    ),
  });
  const rows: Row[] | undefined = skills.data
    ? items.map((skill, at) => ({
        id: skill.id,
        code: skill.code,
        name: language === 'en' && skill.nameEn ? skill.nameEn : skill.name,
        preflight: preflights[at]?.data,
      }))
    : undefined;
  const columns = useMemo<Column<Row>[]>(
    () => [
      { key: 'code', title: t('delegations.code'), value: (row) => row.code, width: 80 },
      { key: 'skill', title: t('draws.skill'), value: (row) => row.name, width: 240 },
      {
        key: 'entries',
        title: t('draws.entries'),
        value: (row) => row.preflight?.entries ?? null,
        kind: 'count',
        width: 110,
        total: 'sum',
      },
      {
        key: 'drawn',
        title: t('draws.state'),
        value: (row) =>
          row.preflight ? (row.preflight.drawn ? t('draws.drawn') : t('draws.notDrawn')) : null,
        render: (row) =>
          row.preflight ? (
            <StateTag look={row.preflight.drawn ? 'passed' : 'waiting'}>
              {row.preflight.drawn ? t('draws.drawn') : t('draws.notDrawn')}
            </StateTag>
          ) : (
            '–'
          ),
        width: 130,
      },
      {
        key: 'places',
        title: t('draws.places'),
        value: (row) => (row.preflight?.drawn ? row.preflight.unplaced : null),
        render: (row) =>
          !row.preflight?.drawn ? (
            '–'
          ) : row.preflight.unplaced > 0 ? (
            <StateTag look="warning" quiet>
              {t('draws.unplaced', { count: row.preflight.unplaced })}
            </StateTag>
          ) : (
            <StateTag look="passed" quiet>
              {t('draws.complete')}
            </StateTag>
          ),
        width: 150,
      },
    ],
    [t],
  );
  return (
    <>
      <EventHeader title={t('draws.title')} line={t('draws.line')} />
      <DataTable
        id="draws"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        error={skills.error}
        onRetry={() => void skills.refetch()}
        onOpen={(row) => void navigate(`/events/${event.id}/draws/${row.id}`)}
        exportName={t('draws.export')}
        empty={<EmptyState icon="draw" title={t('draws.emptyTitle')} line={t('draws.emptyLine')} />}
      />
    </>
  );
}
