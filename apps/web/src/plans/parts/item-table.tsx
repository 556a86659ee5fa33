import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useActiveRole } from '../../account/roles.js';
import { useFrameText } from '../../frame/words.js';
import { Icon } from '../../look/icons.js';
import { DataTable, type Column } from '../../parts/data-table.js';
import { EmptyState } from '../../parts/empty-state.js';
import { classOf, type Plan, type PlanLine, type PlanPlace } from '../types.js';
import { usePlansText } from '../words.js';
import { ChangeTag } from './change-tag.js';
import { RenameDialog } from './rename-dialog.js';

/** The list as it stands: numbers, official names, hosts, occupations, what differs, and the event of each. */
export function ItemTable({ place, plan }: { place: PlanPlace; plan: Plan }) {
  const t = usePlansText();
  const frame = useFrameText();
  const [renaming, setRenaming] = useState<PlanLine | null>(null);
  const columns = useMemo<Column<PlanLine>[]>(
    () => [
      {
        key: 'class',
        title: t('items.class'),
        value: (row) => classOf(t, row.class),
        width: 96,
        filter: {
          options: plan.counts.map((count) => ({
            value: count.class ?? 'none',
            text: classOf(t, count.class),
          })),
          of: (row) => row.class ?? 'none',
        },
      },
      { key: 'number', title: t('items.number'), value: (row) => row.number, kind: 'count', width: 64 },
      {
        key: 'name',
        title: t('items.name'),
        value: (row) => row.officialName,
        render: (row) => <NameCell row={row} planYear={plan.planYear} />,
        width: 270,
      },
      { key: 'hosts', title: t('items.hosts'), value: (row) => row.hosts, width: 170 },
      { key: 'occupations', title: t('items.occupations'), value: (row) => row.occupations, width: 190 },
      {
        key: 'final',
        title: t('items.final'),
        value: (row) => row.finalFrom,
        render: (row) => (
          <span className="figures line-days">
            <span>{row.finalFrom ?? '–'}</span>
            {row.finalTo === null || row.finalFrom === row.finalTo ? null : <span>– {row.finalTo}</span>}
          </span>
        ),
        width: 124,
      },
      {
        key: 'change',
        title: t('items.change'),
        value: (row) => t(`change.${row.change}`),
        render: (row) => <ChangeTag change={row.change} note={row.note} />,
        width: 96,
        filter: {
          options: (['added', 'removed', 'corrected', 'kept'] as const).map((value) => ({
            value,
            text: t(`change.${value}`),
          })),
          of: (row) => row.change,
        },
      },
      {
        key: 'event',
        title: t('items.event'),
        value: (row) => (row.eventStage === null ? t('items.noEvent') : frame(`stage.${row.eventStage}`)),
        render: (row) => <EventLink row={row} />,
        width: 110,
      },
    ],
    [t, frame, plan],
  );
  return (
    <>
      <DataTable
        id="plan-items"
        columns={columns}
        rows={plan.lines}
        rowKey={(row) => row.applicationId}
        exportName={t('items.export', { year: plan.planYear })}
        rowClassName={(row) => (row.change === 'removed' ? 'line-removed' : '')}
        detailsTitle={(row) => row.officialName}
        details={(row) => (
          <LineDetails row={row} {...(plan.mayEdit ? { onRename: () => setRenaming(row) } : {})} />
        )}
        empty={<EmptyState icon="publish" title={t('items.empty')} line={t('items.emptyLine')} />}
      />
      <RenameDialog place={place} plan={plan} line={renaming} onClose={() => setRenaming(null)} />
    </>
  );
}

function NameCell({ row, planYear }: { row: PlanLine; planYear: number }) {
  const t = usePlansText();
  const notes = [
    ...(row.heldYear !== null && row.heldYear !== planYear
      ? [t('items.heldElsewhere', { year: row.heldYear })]
      : []),
    ...(row.openConditions > 0 ? [t('items.conditions', { count: row.openConditions })] : []),
    ...(row.nameReason ? [t('items.renamed', { reason: row.nameReason })] : []),
  ];
  return (
    <span className="line-name">
      {row.officialName}
      {notes.length > 0 ? <span className="quiet line-notes">{notes.join(' · ')}</span> : null}
    </span>
  );
}

/** The event of a contest: an official opens it at once, the authority once everybody may see it. */
function EventLink({ row }: { row: PlanLine }) {
  const t = usePlansText();
  const frame = useFrameText();
  const { role } = useActiveRole();
  if (row.eventId === null || row.eventStage === null)
    return <span className="quiet">{t('items.noEvent')}</span>;
  const stage = frame(`stage.${row.eventStage}`);
  if (role === 'official') return <Link to={`/events/${row.eventId}`}>{stage}</Link>;
  return row.eventStage === 'draft' ? <span>{stage}</span> : <Link to={`/e/${row.eventId}`}>{stage}</Link>;
}

function LineDetails({ row, onRename }: { row: PlanLine; onRename?: () => void }) {
  const t = usePlansText();
  return (
    <div className="line-details">
      <p className="quiet">{t('items.count', { one: row.hostCount, two: row.occupationCount })}</p>
      <dl className="draft-texts">
        <div>
          <dt>{t('items.hosts')}</dt>
          <dd>{row.hosts}</dd>
        </div>
        <div>
          <dt>{t('items.occupations')}</dt>
          <dd>{row.occupations}</dd>
        </div>
        {row.note ? (
          <div>
            <dt>{t(`change.${row.change}`)}</dt>
            <dd>{row.note}</dd>
          </div>
        ) : null}
        {row.nameReason ? (
          <div>
            <dt>{t('rename.reason')}</dt>
            <dd>{row.nameReason}</dd>
          </div>
        ) : null}
      </dl>
      <p className="line-actions">
        <Link to={`/applications/${row.applicationId}`}>{t('items.application')}</Link>
        <EventLink row={row} />
        {onRename && row.change !== 'removed' ? (
          <Button icon={<Icon name="edit" />} onClick={onRename}>
            {t('items.rename')}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
