import { Button, Drawer, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { formatMark } from '../language/format.js';
import { ByHand } from '../look/by-hand.js';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { TimeRecords } from './time-records.js';
import type { FloorPlace, TimeRecord } from './types.js';
import { floorPaths } from './use-record-time.js';
import { useFloorText } from './words.js';

/** All that happened at a place: records with their confirmations, deductions, and what can be taken back. */
export function PlaceDrawer({
  eventId,
  place,
  onClose,
}: {
  eventId: string;
  place: FloorPlace;
  onClose: () => void;
}) {
  const t = useFloorText();
  const { role } = useActiveRole();
  const [isDeducting, setDeducting] = useState(false);
  const [takenBack, setTakenBack] = useState<TimeRecord | null>(null);
  const who = t('records.title', {
    place: place.workstation ?? t('floor.noPlace'),
    entry: place.entryNumber ?? '',
  });
  const counting = place.records.filter(({ voidReason }) => voidReason === null);
  const last = counting.at(-1);
  return (
    <Drawer open size={480} title={who} onClose={onClose}>
      <ByHand>
        <TimeRecords
          eventId={eventId}
          records={place.records}
          part={role === 'chiefJudge' ? 'chiefJudge' : 'floorJudge'}
        />
        {last && last.kind !== 'move' ? (
          <Button icon={<Icon name="undo" />} onClick={() => setTakenBack(last)}>
            {t('records.takeBack')}
          </Button>
        ) : null}
        <section className="place-section">
          <h2>{t('deduction.list')}</h2>
          <ul className="time-records">
            {place.deductions.map((one) => (
              <li key={one.id}>
                <strong className="figures">−{formatMark(one.hundredths)}</strong> {one.reason}{' '}
                <StateTag
                  look={one.state === 'approved' ? 'passed' : one.state === 'refused' ? 'ended' : 'warning'}
                  quiet
                >
                  {t(`deduction.${one.state}`)}
                </StateTag>
              </li>
            ))}
          </ul>
          <Button onClick={() => setDeducting(true)}>{t('deduction.add')}</Button>
        </section>
      </ByHand>
      {isDeducting ? (
        <DeductionDialog eventId={eventId} place={place} who={who} onClose={() => setDeducting(false)} />
      ) : null}
      {takenBack ? (
        <TakeBackDialog eventId={eventId} record={takenBack} onClose={() => setTakenBack(null)} />
      ) : null}
    </Drawer>
  );
}

function DeductionDialog(props: { eventId: string; place: FloorPlace; who: string; onClose: () => void }) {
  const t = useFloorText();
  const [marks, setMarks] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const propose = useVerb({
    send: (wish: { hundredths: number; reason: string }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/deductions', {
          params: { path: { eventId: props.eventId } },
          body: { placementId: props.place.placementId, ...wish },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: floorPaths,
    said: t('deduction.done'),
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={t('deduction.title', { who: props.who })}
      okText={t('deduction.add')}
      okButtonProps={{
        disabled: marks === null || reason.trim().length < 2,
        loading: propose.isPending,
        size: 'large',
      }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => propose.mutate({ hundredths: Math.round((marks ?? 0) * 100), reason: reason.trim() })}
      onCancel={props.onClose}
    >
      <ByHand>
        <div className="time-form">
          <p>{t('deduction.line')}</p>
          <label htmlFor="deduction-marks">{t('deduction.marks')}</label>
          <InputNumber
            id="deduction-marks"
            min={0.01}
            max={100}
            precision={2}
            inputMode="decimal"
            value={marks}
            onChange={setMarks}
          />
          <label htmlFor="deduction-reason">{t('deduction.reason')}</label>
          <Input.TextArea
            id="deduction-reason"
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      </ByHand>
    </Modal>
  );
}

function TakeBackDialog(props: { eventId: string; record: TimeRecord; onClose: () => void }) {
  const t = useFloorText();
  const [reason, setReason] = useState('');
  const takeBack = useVerb({
    send: (wish: string) =>
      take(
        api.PUT('/api/v1/events/{eventId}/time-records/{recordId}/withdrawal', {
          params: { path: { eventId: props.eventId, recordId: props.record.id } },
          body: { reason: wish },
        }),
      ),
    outdates: floorPaths,
    said: t('records.takenBackDone'),
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={t('records.takeBackTitle')}
      okText={t('records.takeBack')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: takeBack.isPending, size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      onOk={() => takeBack.mutate(reason.trim())}
      onCancel={props.onClose}
    >
      <ByHand>
        <div className="time-form">
          <label htmlFor="take-back-reason">{t('dialog.reason')}</label>
          <Input.TextArea
            id="take-back-reason"
            autoSize={{ minRows: 2 }}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      </ByHand>
    </Modal>
  );
}
