import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { formatMark } from '../language/format.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import type { Deduction } from './types.js';
import { useDeskText } from './words.js';

const looks: Record<Deduction['state'], StateLook> = {
  proposed: 'warning',
  approved: 'passed',
  refused: 'ended',
};
const stale = [
  '/api/v1/events/{eventId}/skills/{skillId}/deductions',
  '/api/v1/events/{eventId}/skills/{skillId}/floor',
] as const;

/** Deductions for breaches, each decided by the chief judge: approve, or refuse with a reason. */
export function DeductionList({
  eventId,
  deductions,
}: {
  eventId: string;
  deductions: readonly Deduction[];
}) {
  const t = useDeskText();
  const [refused, setRefused] = useState<Deduction | null>(null);
  const approve = useVerb({
    send: (deductionId: string) =>
      take(
        api.PUT('/api/v1/events/{eventId}/deductions/{deductionId}/approval', {
          params: { path: { eventId, deductionId } },
        }),
      ),
    outdates: stale,
    said: t('deduction.approvedDone'),
  });
  return (
    <>
      {deductions.map((one) => (
        <li key={one.id} className="desk-line deduction">
          <span className="desk-line-body">
            <strong>
              −{formatMark(one.hundredths)} ·{' '}
              {t('side.entry', { entry: one.entryNumber ?? '–', place: one.workstation ?? '–' })}
            </strong>
            <span>{one.reason}</span>
            <span className="quiet">
              {one.by} · {one.moduleCode}{' '}
              <StateTag look={looks[one.state]} quiet>
                {t(`deduction.${one.state}`)}
              </StateTag>
            </span>
            {one.state === 'proposed' && one.isMine ? (
              <span className="quiet">{t('deduction.mine')}</span>
            ) : null}
          </span>
          {one.isMine || one.state === 'refused' ? null : (
            <span className="deduction-ways">
              {one.state === 'proposed' ? (
                <Button size="small" loading={approve.isPending} onClick={() => approve.mutate(one.id)}>
                  {t('deduction.approve')}
                </Button>
              ) : null}
              <Button size="small" type="text" onClick={() => setRefused(one)}>
                {t(one.state === 'proposed' ? 'deduction.refuse' : 'deduction.takeBack')}
              </Button>
            </span>
          )}
        </li>
      ))}
      {refused ? <Refusal eventId={eventId} deduction={refused} onClose={() => setRefused(null)} /> : null}
    </>
  );
}

function Refusal(props: { eventId: string; deduction: Deduction; onClose: () => void }) {
  const t = useDeskText();
  const [reason, setReason] = useState('');
  const refuse = useVerb({
    send: (wish: string) =>
      take(
        api.PUT('/api/v1/events/{eventId}/deductions/{deductionId}/refusal', {
          params: { path: { eventId: props.eventId, deductionId: props.deduction.id } },
          body: { reason: wish },
        }),
      ),
    outdates: stale,
    said: t('deduction.refusedDone'),
    onDone: props.onClose,
  });
  return (
    <Modal
      open
      title={t('deduction.reasonTitle')}
      okText={t('deduction.refuse')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: refuse.isPending }}
      onOk={() => refuse.mutate(reason.trim())}
      onCancel={props.onClose}
    >
      <Input.TextArea
        aria-label={t('deduction.reasonTitle')}
        autoSize={{ minRows: 2 }}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
