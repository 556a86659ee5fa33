import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import type { Skill } from '../events/types.js';
import { useEvent } from '../frame/event.js';
import { useTimes } from '../language/times.js';
import { FormDialog } from '../parts/form-dialog.js';
import { drawPaths, type Placement } from './types.js';
import { useRegistrationText } from './words.js';

interface Values {
  sessionId: string;
  workstationId: string;
  reason: string;
}

/** One entry moved to another session or workstation of its module; taken ones say so. */
export function MoveDialog(props: {
  moving: Placement | null;
  skill: Skill;
  placements: readonly Placement[];
  onClose: () => void;
}) {
  const t = useRegistrationText();
  const times = useTimes();
  const event = useEvent();
  const { moving, skill, placements } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sessionId, setSessionId] = useState<string | null>(null);
  const close = () => {
    setProblem(null);
    setSessionId(null);
    props.onClose();
  };
  const move = useVerb({
    send: (values: Values) =>
      take(
        api.PUT('/api/v1/events/{eventId}/placements/{placementId}', {
          params: { path: { eventId: event.id, placementId: moving?.id ?? '' } },
          headers: ifMatch(moving?.version ?? 0),
          body: values,
        }),
      ),
    outdates: drawPaths,
    said: t('draws.moveDone'),
    onDone: close,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const session = sessionId ?? moving?.sessionId;
  const taken = new Set(
    placements
      .filter((other) => other.sessionId === session && other.id !== moving?.id)
      .map(({ workstationId }) => workstationId),
  );
  return (
    <FormDialog<Values>
      open={moving !== null}
      title={t('draws.moveTitle', { number: moving?.entryNumber ?? '' })}
      verb={t('draws.moveVerb')}
      busy={move.isPending}
      problem={problem}
      onSubmit={(values) => move.mutate(values)}
      onClose={close}
      initial={moving ? { sessionId: moving.sessionId } : {}}
    >
      <Form.Item name="sessionId" label={t('draws.moveSession')} rules={[{ required: true }]}>
        <Select
          onChange={(id: string) => setSessionId(id)}
          options={skill.sessions
            .filter(({ moduleId }) => moduleId === moving?.moduleId)
            .map(({ id, name, startsAt }) => ({ value: id, label: `${name} ${times.show(startsAt)}` }))}
        />
      </Form.Item>
      <Form.Item name="workstationId" label={t('draws.moveTo')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={skill.workstations
            .filter(({ state }) => state !== 'failed')
            .map(({ id, code, state }) => ({
              value: id,
              disabled: taken.has(id),
              label: `${code} · ${taken.has(id) ? t('draws.taken') : t(`draws.${state === 'spare' ? 'spare' : 'usable'}`)}`,
            }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={t('draws.moveReason')} rules={[{ required: true, min: 2, max: 500 }]}>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
