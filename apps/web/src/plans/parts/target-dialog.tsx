import { Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../../api/attempt.js';
import { api, take } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { useVerb } from '../../api/verb.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { planPaths } from '../data.js';
import type { Plan, PlanPlace } from '../types.js';
import { usePlansText } from '../words.js';

interface Target {
  targetOne?: number | null;
  targetTwo?: number | null;
  targetSource?: string | null;
}

/** About how many are meant to be granted, and which document says so. */
export function TargetDialog(props: { open: boolean; place: PlanPlace; plan: Plan; onClose: () => void }) {
  const { open, place, plan, onClose } = props;
  const t = usePlansText();
  const [problem, setProblem] = useState<Problem | null>(null);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const save = useVerb({
    send: ({ targetOne, targetTwo, targetSource }: Target) =>
      take(
        api.PATCH('/api/v1/plans/{level}/{divisionCode}/{planYear}', {
          params: { path: place },
          headers: ifMatch(plan.version),
          body: {
            targetOne: targetOne ?? null,
            targetTwo: targetTwo ?? null,
            targetSource: targetSource?.trim() || null,
          },
        }),
      ),
    outdates: planPaths,
    said: t('target.saved'),
    onDone: close,
    onProblem: (met) => {
      setProblem(met);
      return !met.isStale;
    },
  });
  return (
    <FormDialog<Target>
      open={open}
      title={t('target.set')}
      verb={t('target.save')}
      busy={save.isPending}
      problem={problem}
      initial={{
        targetOne: plan.targetOne,
        targetTwo: plan.targetTwo,
        targetSource: plan.targetSource,
      }}
      onSubmit={save.mutate}
      onClose={close}
    >
      <Form.Item name="targetOne" label={t('target.one')}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="targetTwo" label={t('target.two')}>
        <InputNumber min={0} max={10_000} precision={0} />
      </Form.Item>
      <Form.Item name="targetSource" label={t('target.source')} extra={t('target.sourceHelp')}>
        <Input maxLength={300} />
      </Form.Item>
    </FormDialog>
  );
}
