import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useRegistrationText } from './words.js';

/** Asks for a reason that is kept with what is done; common ones are one touch away. */
export function ReasonDialog(props: {
  open: boolean;
  title: string;
  line?: string;
  label: string;
  verb: string;
  presets?: readonly string[];
  busy?: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}) {
  return props.open ? <Opened {...props} /> : null;
}

function Opened(props: Parameters<typeof ReasonDialog>[0]) {
  const t = useRegistrationText();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={props.title}
      okText={props.verb}
      cancelText={t('entry.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: props.busy === true }}
      onOk={() => props.onReason(reason.trim())}
      onCancel={props.onClose}
    >
      {props.line ? <p>{props.line}</p> : null}
      {props.presets ? (
        <div className="preset-reasons">
          {props.presets.map((preset) => (
            <Button key={preset} size="small" onClick={() => setReason(preset)}>
              {preset}
            </Button>
          ))}
        </div>
      ) : null}
      <label className="stacked-label">
        {props.label}
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
      </label>
    </Modal>
  );
}
