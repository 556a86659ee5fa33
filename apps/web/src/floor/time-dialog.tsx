import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTimes } from '../language/times.js';
import { ByHand } from '../look/by-hand.js';
import type { Floor, FloorPlace, TimeKind } from './types.js';
import { useRecordTime } from './use-record-time.js';
import { useFloorText } from './words.js';

/** What has to be said with a record: a reason, minutes, where to. */
export function TimeDialog(props: {
  eventId: string;
  floor: Floor;
  kind: TimeKind;
  places: readonly FloorPlace[];
  onClose: () => void;
}) {
  const { eventId, floor, kind, places, onClose } = props;
  const t = useFloorText();
  const times = useTimes();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [toSessionId, setSession] = useState<string | undefined>(undefined);
  const [toWorkstationId, setWorkstation] = useState<string | undefined>(undefined);
  const { record, isPending } = useRecordTime(eventId);
  const needsReason = kind === 'pause' || kind === 'extraTime' || kind === 'move';
  const isReady =
    (!needsReason || reason.trim().length >= 2) &&
    (kind !== 'extraTime' || (minutes ?? 0) >= 1) &&
    (kind !== 'move' || toSessionId !== undefined);
  const [only] = places;
  const who =
    places.length === 1 && only
      ? `${only.workstation ?? t('floor.noPlace')} ${only.entryNumber ?? ''}`
      : t('dialog.many', { count: places.length });
  const send = () =>
    record(
      {
        kind,
        placementIds: places.map(({ placementId }) => placementId),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...(kind === 'extraTime' && minutes !== null ? { minutes } : {}),
        ...(kind === 'move' && toSessionId !== undefined ? { toSessionId } : {}),
        ...(kind === 'move' && toWorkstationId !== undefined ? { toWorkstationId } : {}),
      },
      onClose,
    );
  return (
    <Modal
      open
      title={t('dialog.title', { what: t(`kind.${kind}`), who })}
      okText={t('dialog.ok')}
      okButtonProps={{ disabled: !isReady, loading: isPending, size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={send}
      onCancel={onClose}
    >
      <ByHand>
        <div className="time-form">
          {kind === 'stop' ? <p>{t('dialog.stopSure')}</p> : null}
          {kind === 'move' ? (
            <>
              <p>{t('dialog.moveLine')}</p>
              <label htmlFor="time-session">{t('dialog.session')}</label>
              <Select
                id="time-session"
                value={toSessionId}
                onChange={setSession}
                options={floor.sessions
                  .filter(({ moduleId }) => moduleId === only?.moduleId)
                  .map(({ id, name, startsAt }) => ({
                    value: id,
                    label: `${name} · ${times.show(startsAt)}`,
                  }))}
              />
              <label htmlFor="time-workstation">{t('dialog.workstation')}</label>
              <Select
                id="time-workstation"
                allowClear
                value={toWorkstationId}
                onChange={setWorkstation}
                placeholder={t('dialog.noWorkstation')}
                options={floor.workstations.map(({ id, code, state }) => ({
                  value: id,
                  label: state === 'failed' ? `${code} ${t('floor.failed')}` : code,
                  disabled: state === 'failed',
                }))}
              />
            </>
          ) : null}
          {kind === 'extraTime' ? (
            <>
              <label htmlFor="time-minutes">{t('dialog.minutes')}</label>
              <InputNumber
                id="time-minutes"
                min={1}
                max={600}
                precision={0}
                inputMode="numeric"
                value={minutes}
                onChange={setMinutes}
              />
            </>
          ) : null}
          {needsReason ? (
            <>
              <label htmlFor="time-reason">{t('dialog.reason')}</label>
              <Input.TextArea
                id="time-reason"
                autoSize={{ minRows: 2 }}
                maxLength={500}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </>
          ) : null}
        </div>
      </ByHand>
    </Modal>
  );
}
