import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { idempotencyKey } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { useVerb } from '../../api/verb.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { planPaths } from '../data.js';
import type { PlanPlace, PlanVersion } from '../types.js';
import { usePlansText } from '../words.js';

interface Beginning {
  kind: PlanVersion['kind'];
  correctionNote?: string;
}

/** A new version: the plan itself, later a supplement or a correction. */
export function BeginDialog(props: {
  open: boolean;
  place: PlanPlace;
  kinds: readonly PlanVersion['kind'][];
  onClose: () => void;
}) {
  const { open, place, kinds, onClose } = props;
  const t = usePlansText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const begin = useVerb({
    send: ({ kind, correctionNote }: Beginning, key) =>
      take(
        api.POST('/api/v1/plans/{level}/{divisionCode}/{planYear}/versions', {
          params: { path: place },
          headers: idempotencyKey(key),
          body: { kind, correctionNote: correctionNote?.trim() || null },
        }),
      ),
    outdates: planPaths,
    said: (version) => t('begin.done', { number: version.number }),
    onDone: close,
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  const [first] = kinds;
  return (
    <FormDialog<Beginning>
      open={open}
      title={t('begin.title')}
      verb={t('begin.verb')}
      busy={begin.isPending}
      problem={problem}
      initial={first ? { kind: first } : {}}
      onSubmit={begin.mutate}
      onClose={close}
    >
      <Form.Item name="kind" label={t('begin.kind')}>
        <Radio.Group options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Beginning, after: Beginning) => before.kind !== after.kind}>
        {({ getFieldValue }) =>
          getFieldValue('kind') === 'correction' ? (
            <Form.Item
              name="correctionNote"
              label={t('begin.note')}
              extra={t('begin.noteHelp')}
              rules={[{ required: true, whitespace: true, message: t('begin.noteNeeded') }]}
            >
              <Input.TextArea rows={4} maxLength={1000} showCount />
            </Form.Item>
          ) : null
        }
      </Form.Item>
    </FormDialog>
  );
}
