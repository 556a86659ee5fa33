import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { eventStages } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { useLanguage } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { levels } from './levels.js';
import { stageLook } from './stage-look.js';
import type { EventListItem } from './types.js';
import { useEventsText } from './words.js';
import './events.css';

/** The events in reach, the latest first. */
export default function EventListPage() {
  const t = useEventsText();
  const frame = useFrameText();
  const language = useLanguage();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const creates = role === 'administrator' || role === 'host' || role === 'organiser';
  const events = useKeyset(['/api/v1/events'], (after) =>
    take(api.GET('/api/v1/events', { params: { query: { limit: 200, ...(after ? { after } : {}) } } })),
  );
  const columns = useMemo<Column<EventListItem>[]>(
    () => [
      {
        key: 'name',
        title: t('list.name'),
        value: (row) => `${row.name} ${row.nameEn ?? ''}`.trim(),
        render: (row) => (
          <span className="event-cell">
            {language === 'en' && row.nameEn ? row.nameEn : row.name}
            {row.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
          </span>
        ),
        width: 320,
      },
      {
        key: 'stage',
        title: t('list.stage'),
        value: (row) => row.stage,
        render: (row) => (
          <StateTag look={stageLook[row.stage]} quiet>
            {frame(`stage.${row.stage}`)}
          </StateTag>
        ),
        filter: { options: eventStages.map((stage) => ({ value: stage, text: frame(`stage.${stage}`) })) },
      },
      {
        key: 'level',
        title: t('list.level'),
        value: (row) => t(`level.${row.level}`),
        filter: {
          options: levels.map((level) => ({ value: level, text: t(`level.${level}`) })),
          of: (row) => row.level,
        },
      },
      { key: 'edition', title: t('list.edition'), value: (row) => row.edition, hidden: true },
      {
        key: 'dates',
        title: t('list.dates'),
        value: (row) => (row.startsOn === row.endsOn ? row.startsOn : `${row.startsOn} – ${row.endsOn}`),
        render: (row) => (
          <span className="figures">
            {row.startsOn === row.endsOn ? row.startsOn : `${row.startsOn} – ${row.endsOn}`}
          </span>
        ),
        width: 200,
      },
      {
        key: 'host',
        title: t('list.host'),
        value: (row) => (language === 'en' && row.hostNameEn) || row.hostName,
        width: 220,
      },
      { key: 'skills', title: t('list.skills'), value: (row) => row.skillCount, kind: 'count', width: 80 },
      { key: 'year', title: t('list.year'), value: (row) => String(row.heldYear), hidden: true },
    ],
    [t, frame, language],
  );
  const create = creates ? (
    <GoButton to="/events/new" type="primary" icon={<Icon name="add" />}>
      {t('list.create')}
    </GoButton>
  ) : null;
  return (
    <>
      <PageHeader title={t('list.title')} line={t('list.line')} actions={create} />
      <DataTable
        id="events"
        columns={columns}
        rows={events.rows}
        rowKey={(row) => row.id}
        error={events.error}
        onRetry={events.retry}
        more={events.more}
        onOpen={(row) => void navigate(`/events/${row.id}`)}
        exportName={t('list.export')}
        empty={
          <EmptyState
            icon="event"
            title={t('list.empty')}
            line={creates ? t('list.emptyLine') : t('list.emptyOther')}
            action={create}
          />
        }
      />
    </>
  );
}
