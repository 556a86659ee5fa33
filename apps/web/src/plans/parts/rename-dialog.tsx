import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { useVerb } from '../../api/verb.js';
import { Icon } from '../../look/icons.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { planPaths } from '../data.js';
import type { Plan, PlanLine, PlanPlace } from '../types.js';
import { usePlansText } from '../words.js';

interface Naming {
  officialName: string;
  reason: string;
}

const path = '/api/v1/plans/{level}/{divisionCode}/{planYear}/items/{applicationId}/official-name';

/** Another official name than the rule makes, with its reason; or back to the rule. */
export function RenameDialog(props: {
  place: PlanPlace;
  plan: Plan;
  line: PlanLine | null;
  onClose: () => void;
}) {
  const { place, plan, line, onClose } = props;
  const t = usePlansText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const at = (applicationId: string) => ({
    params: { path: { ...place, applicationId } },
    headers: ifMatch(plan.version),
  });
  const verb = {
    outdates: planPaths,
    onDone: close,
    onProblem: (met: Problem) => {
      setProblem(met);
      return !met.isStale;
    },
  };
  const save = useVerb({
    ...verb,
    send: (body: Naming) => take(api.PUT(path, { ...at(line?.applicationId ?? ''), body })),
    said: t('rename.saved'),
  });
  const restore = useVerb({
    ...verb,
    send: () => take(api.DELETE(path, at(line?.applicationId ?? ''))),
    said: t('rename.restored'),
  });
  return (
    <FormDialog<Naming>
      open={line !== null}
      title={t('rename.title')}
      verb={t('rename.save')}
      width={640}
      busy={save.isPending}
      problem={problem}
      initial={line ? { officialName: line.officialName, reason: line.nameReason ?? '' } : {}}
      onSubmit={save.mutate}
      onClose={close}
    >
      <p className="quiet">{t('rename.line')}</p>
      <Form.Item name="officialName" label={t('rename.name')} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea autoSize maxLength={200} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('rename.reason')}
        rules={[{ required: true, whitespace: true, min: 2 }]}
      >
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {line?.nameReason ? (
        <Button
          icon={<Icon name="undo" />}
          loading={restore.isPending}
          onClick={() => restore.mutate(undefined)}
        >
          {t('rename.byRule')}
        </Button>
      ) : null}
    </FormDialog>
  );
}
