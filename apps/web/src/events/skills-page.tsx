import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { got } from '../api/query.js';
import { useEvent } from '../frame/event.js';
import { useLanguage } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { EventHeader } from './event-header.js';
import { groupsText, policyNameOf, teamName } from './names.js';
import type { SkillListItem } from './types.js';
import { useEventsText } from './words.js';
import './events.css';

/** The skills of an event with how much of each is set up. */
export default function SkillsPage() {
  const t = useEventsText();
  const language = useLanguage();
  const times = useTimes();
  const event = useEvent();
  const navigate = useNavigate();
  const skills = useQuery(
    got('/api/v1/events/{eventId}/skills', { params: { path: { eventId: event.id } } }),
  );
  const columns = useMemo<Column<SkillListItem>[]>(
    () => [
      { key: 'code', title: t('skills.code'), value: (row) => row.code, width: 80 },
      {
        key: 'name',
        title: t('skills.name'),
        value: (row) => (language === 'en' && row.nameEn ? row.nameEn : row.name),
        width: 220,
      },
      { key: 'team', title: t('skills.team'), value: (row) => teamName(row.teamSize), width: 90 },
      {
        key: 'groups',
        title: t('skills.groups'),
        value: (row) => groupsText(row, language) || null,
        width: 170,
      },
      {
        key: 'modules',
        title: t('skills.modules'),
        value: (row) => row.moduleCount,
        kind: 'count',
        width: 80,
        total: 'sum',
      },
      {
        key: 'sessions',
        title: t('skills.sessions'),
        value: (row) => row.sessionCount,
        kind: 'count',
        width: 80,
        total: 'sum',
      },
      {
        key: 'workstations',
        title: t('skills.workstations'),
        value: (row) => row.workstationsUsable,
        kind: 'count',
        width: 100,
        total: 'sum',
      },
      { key: 'venue', title: t('skills.venue'), value: (row) => row.venueName, width: 160 },
      { key: 'policy', title: t('skills.policy'), value: (row) => policyNameOf(row.policyName), width: 150 },
      {
        key: 'first',
        title: t('skills.first'),
        value: (row) => row.firstStartsAt,
        render: (row) => <span className="figures">{times.show(row.firstStartsAt)}</span>,
        width: 150,
      },
      {
        key: 'age',
        title: t('skills.age'),
        value: (row) => row.ageYearsMax,
        render: (row) =>
          row.ageYearsMax === null ? t('skills.ageAny') : t('skills.ageMost', { count: row.ageYearsMax }),
        hidden: true,
      },
    ],
    [t, language, times],
  );
  const add = event.may.change.includes('skills') ? (
    <GoButton to={`/events/${event.id}/skills/new`} type="primary" icon={<Icon name="add" />}>
      {t('skills.add')}
    </GoButton>
  ) : null;
  return (
    <>
      <EventHeader title={t('skills.title')} actions={add} />
      <DataTable
        id="skills"
        columns={columns}
        rows={skills.data?.items}
        rowKey={(row) => row.id}
        error={skills.error}
        onRetry={() => void skills.refetch()}
        onOpen={(row) => void navigate(`/events/${event.id}/skills/${row.id}`)}
        exportName={t('skills.export')}
        empty={
          <EmptyState icon="skill" title={t('skills.empty')} line={t('skills.emptyLine')} action={add} />
        }
      />
    </>
  );
}
