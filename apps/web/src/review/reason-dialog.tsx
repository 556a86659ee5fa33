import { Form, Input } from 'antd';
import type { Problem } from '../api/problem.js';
import { FormDialog } from '../parts/form-dialog.js';
import { useReviewText } from './words.js';

/** Asks for one text that is kept with what is done. */
export function ReasonDialog(props: {
  title: string;
  line?: string;
  label: string;
  /** Stands there already; may be changed. */
  initial?: string;
  verb: string;
  needed: boolean;
  busy: boolean;
  problem?: Problem | null;
  onSend: (words: string) => void;
  onClose: () => void;
}) {
  const t = useReviewText();
  return (
    <FormDialog<{ words?: string }>
      open
      title={props.title}
      verb={props.verb}
      busy={props.busy}
      problem={props.problem ?? null}
      {...(props.initial === undefined ? {} : { initial: { words: props.initial } })}
      onSubmit={({ words }) => props.onSend(words?.trim() ?? '')}
      onClose={props.onClose}
    >
      {props.line ? <p>{props.line}</p> : null}
      <Form.Item
        name="words"
        label={props.label}
        rules={props.needed ? [{ required: true, whitespace: true, message: t('decide.required') }] : []}
      >
        <Input.TextArea rows={3} maxLength={2000} autoFocus />
      </Form.Item>
    </FormDialog>
  );
}
