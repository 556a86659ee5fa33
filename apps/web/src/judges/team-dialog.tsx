import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { idempotencyKey, ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { type SetUp, setUpPaths } from '../schemes/skill-set-up.js';
import { type Team, useJudges } from './data.js';
import { useJudgeText } from './words.js';

interface TeamForm {
  name: string;
  seats: string[];
  standIns: string[];
}

/** A team as it should be: a judge for each seat of the policy's panel, and stand-ins in their order. */
export function TeamDialog(props: {
  skill: SetUp;
  team: Team | null;
  suggestedName: string;
  onClose: () => void;
}) {
  const { skill, team, onClose } = props;
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const judges = useJudges(skill.skillId);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [picked, setPicked] = useState<Partial<TeamForm>>({});
  const path = { eventId: event.id, skillId: skill.skillId };
  const save = useVerb({
    send: ({ name, seats, standIns }: TeamForm, key) => {
      const body = {
        name,
        members: [
          ...seats.map((judgeId, at) => ({ judgeId, seat: at + 1, part: 'member' as const })),
          ...standIns.map((judgeId) => ({ judgeId, part: 'standIn' as const })),
        ],
      };
      return team
        ? take(
            api.PUT('/api/v1/events/{eventId}/skills/{skillId}/marking-teams/{teamId}', {
              params: { path: { ...path, teamId: team.id } },
              body,
              headers: ifMatch(team.version),
            }),
          )
        : take(
            api.POST('/api/v1/events/{eventId}/skills/{skillId}/marking-teams', {
              params: { path },
              body,
              headers: idempotencyKey(key),
            }),
          );
    },
    outdates: setUpPaths,
    said: t('team.saved'),
    onDone: onClose,
    onProblem: (refused) => {
      if (refused.isStale) return false;
      setProblem(refused);
      return true;
    },
  });
  const initial: TeamForm = {
    name: team?.name ?? props.suggestedName,
    seats: (team?.members ?? []).filter(({ part }) => part === 'member').map(({ judgeId }) => judgeId),
    standIns: (team?.members ?? []).filter(({ part }) => part === 'standIn').map(({ judgeId }) => judgeId),
  };
  const chosen = new Set([...(picked.seats ?? initial.seats), ...(picked.standIns ?? initial.standIns)]);
  const options = (own: string | undefined) =>
    (judges.data?.items ?? [])
      .filter(({ part }) => part === 'judge')
      .filter(({ id }) => id === own || !chosen.has(id))
      .map(({ id, displayName, delegationName }) => ({
        value: id,
        label: [displayName, delegationName].filter(Boolean).join(' · '),
      }));
  const seats = Array.from({ length: skill.panelJudges }, (_, at) => at);
  return (
    <FormDialog<TeamForm>
      open
      width={560}
      title={team?.name ?? t('team.new')}
      verb={t('team.verb')}
      busy={save.isPending}
      problem={problem}
      initial={initial}
      onSubmit={(values) => save.mutate({ ...values, standIns: values.standIns ?? [] })}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('team.name')} rules={[{ required: true, max: 100 }]}>
        <Input />
      </Form.Item>
      {seats.map((at) => (
        <Form.Item
          key={at}
          name={['seats', at]}
          label={t('team.seat', { number: at + 1 })}
          rules={[{ required: true, message: t('team.choose') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('team.choose')}
            options={options((picked.seats ?? initial.seats)[at])}
            onChange={(id: string) => {
              const now = picked.seats ?? [...initial.seats];
              setPicked({ ...picked, seats: seats.map((seat) => (seat === at ? id : (now[seat] ?? ''))) });
            }}
          />
        </Form.Item>
      ))}
      <Form.Item name="standIns" label={t('team.standIns')} extra={t('team.standInsLine')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            ...(picked.standIns ?? initial.standIns).flatMap((id) =>
              options(id).filter(({ value }) => value === id),
            ),
            ...options(undefined),
          ]}
          onChange={(ids: string[]) => setPicked({ ...picked, standIns: ids })}
        />
      </Form.Item>
    </FormDialog>
  );
}
