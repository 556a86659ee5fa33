import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import type { Skill } from '../events/types.js';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { StateTag } from '../parts/state-tag.js';
import { statusLooks } from './looks.js';
import { MoveDialog } from './move-dialog.js';
import type { Placement } from './types.js';
import { useRegistrationText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/placements';

/** Who sits where: by entry number for the floor, with names for host and organiser. No work code ever. */
export function PlacementTable({ skill, mayMove }: { skill: Skill; mayMove: boolean }) {
  const t = useRegistrationText();
  const times = useTimes();
  const event = useEvent();
  const [moving, setMoving] = useState<Placement | null>(null);
  const list = useKeyset([path, { path: { eventId: event.id, skillId: skill.id } }], (after) =>
    take(
      api.GET(path, {
        params: {
          path: { eventId: event.id, skillId: skill.id },
          query: { limit: 1000, ...(after ? { after } : {}) },
        },
      }),
    ),
  );
  const named = list.rows?.some(({ names }) => names !== null) ?? false;
  const columns = useMemo<Column<Placement>[]>(
    () => [
      { key: 'number', title: t('draws.number'), value: (row) => row.entryNumber, width: 110 },
      ...(named
        ? [
            {
              key: 'who',
              title: t('draws.who'),
              value: (row: Placement) => row.names?.join('、') ?? null,
              width: 150,
            },
            {
              key: 'delegation',
              title: t('field.delegation'),
              value: (row: Placement) => row.delegationName,
              width: 170,
            },
          ]
        : []),
      { key: 'group', title: t('field.group'), value: (row) => row.groupName, width: 100 },
      {
        key: 'module',
        title: t('draws.module'),
        value: (row) => `${row.moduleCode} ${row.moduleName}`,
        filter: {
          options: skill.modules.map(({ id, code, name }) => ({ value: id, text: `${code} ${name}` })),
          of: (row) => row.moduleId,
        },
        width: 150,
      },
      {
        key: 'session',
        title: t('draws.session'),
        value: (row) => row.sessionName,
        filter: {
          options: skill.sessions.map(({ id, name }) => ({ value: id, text: name })),
          of: (row) => row.sessionId,
        },
        width: 120,
      },
      {
        key: 'starts',
        title: t('draws.starts'),
        value: (row) => row.startsAt,
        render: (row) => <span className="figures">{times.show(row.startsAt)}</span>,
        width: 150,
      },
      {
        key: 'station',
        title: t('draws.station'),
        value: (row) => row.workstationCode,
        render: (row) => (
          <>
            <strong className="figures">{row.workstationCode ?? '–'}</strong>
            {row.moves.length > 0 ? <span className="quiet"> {t('draws.moved')}</span> : null}
          </>
        ),
        width: 120,
      },
      {
        key: 'status',
        title: t('draws.status'),
        value: (row) => t(`status.${row.status}`),
        render: (row) => (
          <StateTag look={statusLooks[row.status]} quiet>
            {t(`status.${row.status}`)}
          </StateTag>
        ),
        width: 120,
      },
    ],
    [t, times, named, skill],
  );
  return (
    <section className="page-section" aria-labelledby="placements">
      <div className="section-head">
        <h2 id="placements">{t('draws.placements')}</h2>
      </div>
      <DataTable
        id="placements"
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        exportName={t('draws.exportName')}
        detailsTitle={(row) => `${row.entryNumber ?? ''} · ${row.moduleCode} ${row.moduleName}`}
        details={(row) => (
          <>
            <dl className="entry-facts">
              <dt>{t('draws.session')}</dt>
              <dd>
                {row.sessionName} <span className="figures">{times.showNamed(row.startsAt)}</span>
              </dd>
              <dt>{t('draws.station')}</dt>
              <dd className="figures">{row.workstationCode ?? '–'}</dd>
              <dt>{t('draws.status')}</dt>
              <dd>{t(`status.${row.status}`)}</dd>
            </dl>
            {row.moves.map((move) => (
              <p key={move.at}>
                <span className="figures quiet">{times.show(move.at)}</span>{' '}
                {t('draws.movedLine', {
                  from: `${move.fromSessionName} ${move.fromWorkstationCode ?? '–'}`,
                  reason: move.reason,
                })}
              </p>
            ))}
            {mayMove ? (
              <Button icon={<Icon name="edit" />} onClick={() => setMoving(row)}>
                {t('draws.move')}
              </Button>
            ) : null}
          </>
        )}
      />
      <MoveDialog
        moving={moving}
        skill={skill}
        placements={list.rows ?? []}
        onClose={() => setMoving(null)}
      />
    </section>
  );
}
