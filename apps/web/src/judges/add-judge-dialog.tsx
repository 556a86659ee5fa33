import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { FormDialog } from '../parts/form-dialog.js';
import { type SetUp, setUpPaths } from '../schemes/skill-set-up.js';
import { type Judge, useDelegations } from './data.js';
import { useJudgeText } from './words.js';

interface Added {
  accountId: string;
  part: Judge['part'];
  delegationId?: string;
}

/** Makes an account that exists already a judge of the skill. */
export function AddJudgeDialog({ skill, onClose }: { skill: SetUp; onClose: () => void }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const delegations = useDelegations();
  const [sought, setSought] = useState('');
  const q = useDeferredValue(sought.trim());
  const accounts = useQuery(
    got('/api/v1/accounts', { params: { query: { limit: 50, ...(q === '' ? {} : { q }) } } }),
  );
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useVerb({
    send: (judge: Added, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills/{skillId}/judges', {
          params: { path: { eventId: event.id, skillId: skill.skillId } },
          body: { judges: [judge] },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: setUpPaths,
    said: t('add.done'),
    onDone: onClose,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Added>
      open
      title={t('add.title')}
      verb={t('add.verb')}
      busy={add.isPending}
      problem={problem}
      initial={{ part: 'judge' }}
      onSubmit={(values) => add.mutate(values)}
      onClose={onClose}
    >
      <Form.Item
        name="accountId"
        label={t('add.account')}
        extra={t('add.accountHint')}
        rules={[{ required: true }]}
      >
        <Select
          showSearch={{ filterOption: false, onSearch: setSought }}
          loading={accounts.isFetching}
          options={(accounts.data?.items ?? []).map(({ id, login, displayName }) => ({
            value: id,
            label: `${displayName} · ${login}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="part" label={t('add.part')}>
        <Select
          options={(['chiefJudge', 'judge', 'floorJudge', 'recorder', 'checker'] as const).map((part) => ({
            value: part,
            label: t(`part.${part}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="delegationId" label={t('add.delegation')}>
        <Select
          allowClear
          placeholder={t('add.noDelegation')}
          showSearch={{ optionFilterProp: 'label' }}
          options={(delegations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </FormDialog>
  );
}
