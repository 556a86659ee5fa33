import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { useVerb } from '../../api/verb.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { planPaths } from '../data.js';
import type { PlanPlace, PlanVersion } from '../types.js';
import { usePlansText } from '../words.js';

interface Editing {
  open: boolean;
  place: PlanPlace;
  draft: PlanVersion;
  onClose: () => void;
}
type Changes = Partial<Record<Field, string | null>>;
type Field = 'documentNumber' | 'signer' | 'signedOn' | 'title' | 'addressees' | 'correctionNote';

/** 发文字号, 签发人, 成文日期. */
export function FactsDialog(editing: Editing) {
  const t = usePlansText();
  return (
    <DraftDialog {...editing} title={t('draft.edit')} fields={['documentNumber', 'signer', 'signedOn']}>
      <Form.Item
        name="documentNumber"
        label={t('draft.documentNumber')}
        required
        extra={t('draft.documentHelp')}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="signer" label={t('draft.signer')} required>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="signedOn" label={t('draft.signedOn')} required>
        <Input type="date" />
      </Form.Item>
    </DraftDialog>
  );
}

/** Title, addressees and note of the notice. */
export function TextsDialog(editing: Editing) {
  const t = usePlansText();
  return (
    <DraftDialog
      {...editing}
      title={t('draft.texts')}
      fields={['title', 'addressees', 'correctionNote']}
      width={640}
    >
      <Form.Item name="title" label={t('draft.name')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize maxLength={200} />
      </Form.Item>
      <Form.Item
        name="addressees"
        label={t('draft.addressees')}
        rules={[{ required: true, whitespace: true }]}
      >
        <Input.TextArea autoSize maxLength={500} />
      </Form.Item>
      <Form.Item
        name="correctionNote"
        label={t(editing.draft.kind === 'correction' ? 'draft.note' : 'draft.noteOptional')}
      >
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </DraftDialog>
  );
}

function DraftDialog(
  props: Editing & { title: string; fields: readonly Field[]; width?: number; children: ReactNode },
) {
  const { place, draft, fields, onClose } = props;
  const t = usePlansText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const save = useVerb({
    send: (values: Changes) => {
      const given = fields.map((field) => [field, values[field]?.trim() || null] as const);
      const body = Object.fromEntries(
        given.filter(([field, value]) => value !== null || (field !== 'title' && field !== 'addressees')),
      );
      return take(
        api.PATCH('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions/{number}', {
          params: { path: { ...place, number: draft.number } },
          headers: ifMatch(draft.version),
          body,
        }),
      );
    },
    outdates: planPaths,
    said: t('draft.saved'),
    onDone: close,
    onProblem: (met) => {
      setProblem(met);
      return !met.isStale;
    },
  });
  return (
    <FormDialog<Changes>
      open={props.open}
      title={props.title}
      verb={t('draft.save')}
      busy={save.isPending}
      problem={problem}
      width={props.width ?? 480}
      initial={Object.fromEntries(fields.map((field) => [field, draft[field]]))}
      onSubmit={save.mutate}
      onClose={close}
    >
      {props.children}
    </FormDialog>
  );
}
