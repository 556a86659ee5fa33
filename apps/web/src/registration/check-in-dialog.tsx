import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { components } from '../api/schema.js';
import { ByHand } from '../look/by-hand.js';
import type { CheckInRow } from './types.js';
import { useRegistrationText } from './words.js';

export interface CheckInAsked {
  row: CheckInRow;
  status: components['schemas']['RecordCheckIn']['status'];
}

/** Confirms a status other than present; retiring and disqualifying need a reason. */
export function CheckInDialog(props: {
  asked: CheckInAsked | null;
  several: boolean;
  busy: boolean;
  onClose: () => void;
  onRecord: (reason: string | null, allModules: boolean) => void;
}) {
  return props.asked ? <Opened {...props} asked={props.asked} /> : null;
}

function Opened({
  asked,
  several,
  busy,
  onClose,
  onRecord,
}: Omit<Parameters<typeof CheckInDialog>[0], 'asked'> & { asked: CheckInAsked }) {
  const t = useRegistrationText();
  const [reason, setReason] = useState('');
  const [allModules, setAllModules] = useState(
    asked.status === 'withdrawn' || asked.status === 'disqualified',
  );
  const needed = asked.status === 'retired' || asked.status === 'disqualified';
  const who = [asked.row.entryNumber, asked.row.names.join('、')].filter(Boolean).join(' ');
  return (
    <ByHand>
      <Modal
        open
        title={t('checkIn.reasonTitle', { status: t(`status.${asked.status}`) })}
        okText={t('checkIn.confirm')}
        cancelText={t('checkIn.cancel')}
        okButtonProps={{
          disabled: needed && reason.trim().length < 2,
          loading: busy,
          danger: asked.status === 'disqualified',
        }}
        onOk={() => onRecord(reason.trim() || null, allModules)}
        onCancel={onClose}
      >
        <p>
          <strong>{who}</strong>
        </p>
        {several ? (
          <Radio.Group
            aria-label={t('checkIn.scope')}
            value={allModules}
            onChange={(change) => setAllModules(change.target.value === true)}
            options={[
              { value: false, label: t('checkIn.thisModule') },
              { value: true, label: t('checkIn.allModules') },
            ]}
          />
        ) : null}
        <label className="stacked-label">
          {needed ? t('checkIn.reason') : t('checkIn.reasonOptional')}
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(change) => setReason(change.target.value)}
          />
        </label>
      </Modal>
    </ByHand>
  );
}
