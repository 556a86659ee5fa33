import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import type { components } from '../api/schema.js';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { EmptyState } from '../parts/empty-state.js';
import { StateTag } from '../parts/state-tag.js';
import { CheckInDialog, type CheckInAsked } from './check-in-dialog.js';
import { statusLooks } from './looks.js';
import { entryPaths, type CheckInRow } from './types.js';
import { useRegistrationText } from './words.js';

type Status = components['schemas']['RecordCheckIn']['status'];
const others: readonly Status[] = ['absent', 'withdrawn', 'retired', 'disqualified'];

/** The entries at the desk with one large button each; what was recorded can be taken back. */
export function CheckInList(props: {
  page: components['schemas']['CheckInPage'];
  moduleId: string;
  /** The skill has further modules: a status may hold for all of them. */
  several: boolean;
  q: string;
}) {
  const t = useRegistrationText();
  const { modal } = App.useApp();
  const [asked, setAsked] = useState<CheckInAsked | null>(null);
  const { record, undo } = useCheckInVerbs(props.moduleId);
  const { counts, items } = props.page;
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const ask = (row: CheckInRow, status: Status) => setAsked({ row, status });
  if (items.length === 0) {
    return props.q ? (
      <EmptyState icon="search" title={t('checkIn.noMatch', { q: props.q })} />
    ) : (
      <EmptyState icon="checkIn" title={t('checkIn.emptyTitle')} line={t('checkIn.emptyLine')} />
    );
  }
  return (
    <>
      <div className="desk-tally" role="status">
        <StateTag look="passed">{t('checkIn.tally', { present: counts.present, all })}</StateTag>
        {counts.waiting > 0 ? (
          <StateTag look="waiting">{`${t('checkIn.waiting')} ${counts.waiting}`}</StateTag>
        ) : null}
        {others.map((status) =>
          counts[status] > 0 ? (
            <StateTag
              key={status}
              look={statusLooks[status]}
            >{`${t(`status.${status}`)} ${counts[status]}`}</StateTag>
          ) : null,
        )}
      </div>
      <ul className="desk-list">
        {items.map((row) => (
          <li key={row.entryId} className={`desk-row${row.status === 'entered' ? '' : ' desk-row-done'}`}>
            <Who row={row} />
            <div className="desk-actions">
              {row.status === 'entered' ? (
                <Button
                  type="primary"
                  icon={<Icon name="checkIn" />}
                  loading={record.isPending && record.variables?.row.entryId === row.entryId}
                  onClick={() => record.mutate({ row, status: 'present', reason: null, allModules: false })}
                >
                  {t('checkIn.present')}
                </Button>
              ) : row.checkInId ? (
                <Button
                  icon={<Icon name="undo" />}
                  onClick={() =>
                    void modal.confirm({
                      title: t('checkIn.undo'),
                      content: t('checkIn.undoLine'),
                      okText: t('checkIn.undo'),
                      onOk: () => undo.mutateAsync(row.checkInId ?? '').catch(() => undefined),
                    })
                  }
                >
                  {t('checkIn.undo')}
                </Button>
              ) : null}
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    ...(row.status === 'entered' || row.status === 'present' ? [] : (['present'] as const)),
                    ...others,
                  ]
                    .filter((status) => status !== row.status)
                    .map((status) => ({
                      key: status,
                      label: t(`status.${status}`),
                      danger: status === 'disqualified',
                      onClick: () => ask(row, status),
                    })),
                }}
              >
                <Button>{t('checkIn.more')}</Button>
              </Dropdown>
            </div>
          </li>
        ))}
      </ul>
      <CheckInDialog
        asked={asked}
        several={props.several}
        busy={record.isPending}
        onClose={() => setAsked(null)}
        onRecord={(reason, allModules) =>
          asked &&
          void record.mutateAsync({ ...asked, reason, allModules }).then(
            () => setAsked(null),
            () => undefined,
          )
        }
      />
    </>
  );
}

function Who({ row }: { row: CheckInRow }) {
  const t = useRegistrationText();
  const times = useTimes();
  return (
    <>
      <div className="desk-number">
        {row.entryNumber ?? '–'}
        <small>
          {row.workstationCode ? `${t('checkIn.place')} ${row.workstationCode}` : t('checkIn.notDrawn')}
        </small>
      </div>
      <div className="desk-names">
        {row.names.join('、')}
        <small>
          {[row.delegationName, row.groupName, row.sessionName, row.teamName].filter(Boolean).join(' · ')}
        </small>
        {row.status === 'entered' ? null : (
          <small>
            <StateTag look={statusLooks[row.status]} quiet>
              {t(`status.${row.status}`)}
            </StateTag>{' '}
            {row.at ? t('checkIn.at', { time: times.show(row.at, 'time') }) : ''} {row.reason ?? ''}
          </small>
        )}
      </div>
    </>
  );
}

interface Recording extends CheckInAsked {
  reason: string | null;
  allModules: boolean;
}

function useCheckInVerbs(moduleId: string) {
  const t = useRegistrationText();
  const event = useEvent();
  const at = { path: { eventId: event.id } };
  const outdates = ['/api/v1/events/{eventId}/check-ins', ...entryPaths] as const;
  const record = useVerb({
    send: ({ row, status, reason, allModules }: Recording, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/check-ins', {
          params: at,
          headers: idempotencyKey(key),
          body: { entryId: row.entryId, status, reason, moduleId: allModules ? null : moduleId },
        }),
      ),
    outdates,
  });
  const undo = useVerb({
    send: (checkInId: string) =>
      take(
        api.PUT('/api/v1/events/{eventId}/check-ins/{checkInId}/undoing', {
          params: { path: { ...at.path, checkInId } },
        }),
      ),
    outdates,
    said: t('entry.saved'),
  });
  return { record, undo };
}
