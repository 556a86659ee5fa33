import { Button } from 'antd';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import type { TimeRecord } from './types.js';
import { floorPaths } from './use-record-time.js';
import { useFloorText } from './words.js';

const parts = ['competitor', 'floorJudge', 'chiefJudge'] as const;
export type Part = (typeof parts)[number];

/** Records in order, each with who has confirmed it; the reader confirms in their own part. */
export function TimeRecords(props: { eventId: string; records: readonly TimeRecord[]; part: Part }) {
  const t = useFloorText();
  const times = useTimes();
  const confirm = useVerb({
    send: (recordId: string) =>
      take(
        api.PUT('/api/v1/events/{eventId}/time-records/{recordId}/confirmations/{part}', {
          params: { path: { eventId: props.eventId, recordId, part: props.part } },
        }),
      ),
    outdates: floorPaths,
    said: t('records.confirmed'),
  });
  if (props.records.length === 0) return <p className="quiet">{t('records.none')}</p>;
  return (
    <ol className="time-records">
      {props.records.map((record) => {
        const confirmed = new Set(record.confirmations.map(({ part }) => part));
        return (
          <li key={record.id} className={record.voidReason === null ? undefined : 'is-void'}>
            <div className="time-record-line">
              <time className="figures">{times.show(record.at, 'second').slice(11)}</time>
              <strong>
                {t(`did.${record.kind}`, {
                  minutes: record.minutes ?? 0,
                  session: record.toSessionName ?? '',
                })}
              </strong>
              <span className="quiet">{record.by ? t('records.by', { name: record.by }) : null}</span>
            </div>
            {record.reason ? <p>{record.reason}</p> : null}
            {record.voidReason === null ? (
              <div className="time-record-parts">
                {parts.map((part) => (
                  <StateTag key={part} look={confirmed.has(part) ? 'passed' : 'waiting'} quiet>
                    {t(`records.${part}`)}
                  </StateTag>
                ))}
                {confirmed.has(props.part) ? null : (
                  <Button
                    size="small"
                    icon={<Icon name="checkIn" />}
                    loading={confirm.isPending && confirm.variables === record.id}
                    onClick={() => confirm.mutate(record.id)}
                  >
                    {t('records.confirm')}
                  </Button>
                )}
              </div>
            ) : (
              <p>{t('records.takenBack', { reason: record.voidReason })}</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
