import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { usePartText } from './words.js';

/**
 * For what cannot be undone: the person types the word (a name, a count) before the button works.
 * `onConfirm` may be asynchronous; the dialog stays until it has ended.
 */
export function ConfirmTyped(props: {
  open: boolean;
  title: string;
  /** What exactly will happen, to how many. */
  children: ReactNode;
  word: string;
  verb: string;
  onConfirm: () => void | Promise<void>;
  onCancel: () => void;
}) {
  const t = usePartText();
  const [typed, setTyped] = useState('');
  const [running, setRunning] = useState(false);
  const close = () => {
    setTyped('');
    props.onCancel();
  };
  const confirm = async () => {
    setRunning(true);
    try {
      await props.onConfirm();
      setTyped('');
    } finally {
      setRunning(false);
    }
  };
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.verb}
      cancelText={t('confirm.cancel')}
      okButtonProps={{ danger: true, disabled: typed.trim() !== props.word }}
      confirmLoading={running}
      onOk={() => void confirm()}
      onCancel={close}
      destroyOnHidden
    >
      {props.children}
      <p className="quiet">{t('confirm.undoable')}</p>
      <label className="typed-word">
        {t('confirm.type', { word: props.word })}
        <Input
          value={typed}
          autoFocus
          onChange={(change) => setTyped(change.target.value)}
          onPressEnter={() => (typed.trim() === props.word && !running ? void confirm() : undefined)}
        />
      </label>
    </Modal>
  );
}
