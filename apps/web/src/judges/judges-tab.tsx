import { App, Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { Icon } from '../look/icons.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { FormDialog } from '../parts/form-dialog.js';
import { GoButton } from '../parts/go-button.js';
import { type SetUp, setUpPaths } from '../schemes/skill-set-up.js';
import { AddJudgeDialog } from './add-judge-dialog.js';
import { type Judge, useDelegations, useJudges } from './data.js';
import { useJudgeText } from './words.js';

const parts = ['chiefJudge', 'judge', 'floorJudge', 'recorder', 'checker'] as const;

/** Who judges the skill, where each comes from, and whom each may not mark. */
export function JudgesTab({ skill }: { skill: SetUp }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const { role } = useActiveRole();
  const mayEdit = role === 'organiser';
  const judges = useJudges(skill.skillId);
  const [adding, setAdding] = useState(false);
  const columns = useMemo<Column<Judge>[]>(
    () => [
      { key: 'name', title: t('list.name'), value: (row) => row.displayName, width: 140 },
      {
        key: 'part',
        title: t('list.part'),
        value: (row) => t(`part.${row.part}`),
        filter: {
          options: parts.map((part) => ({ value: part, text: t(`part.${part}`) })),
          of: (row) => row.part,
        },
        width: 120,
      },
      { key: 'delegation', title: t('list.delegation'), value: (row) => row.delegationName, width: 170 },
      {
        key: 'conflicts',
        title: t('list.conflicts'),
        value: (row) => row.conflicts.map(({ delegationName }) => delegationName).join(' · ') || null,
        width: 180,
      },
      { key: 'teams', title: t('list.teams'), value: (row) => row.teams.join(' · ') || null, width: 140 },
      { key: 'login', title: t('list.login'), value: (row) => row.login, width: 150 },
    ],
    [t],
  );
  const ways = mayEdit ? (
    <>
      <Button icon={<Icon name="add" />} onClick={() => setAdding(true)}>
        {t('list.addExisting')}
      </Button>
      <GoButton
        type="primary"
        icon={<Icon name="import" />}
        to={`/events/${event.id}/skills/${skill.skillId}/judges/import`}
      >
        {t('list.import')}
      </GoButton>
    </>
  ) : (
    <span className="quiet">{t('list.onlyOrganiser')}</span>
  );
  return (
    <>
      <DataTable
        id="judges"
        columns={columns}
        rows={judges.data?.items}
        rowKey={(row) => row.id}
        error={judges.error}
        onRetry={() => void judges.refetch()}
        actions={judges.data?.items.length === 0 ? undefined : ways}
        exportName={t('list.export')}
        detailsTitle={(row) => `${row.displayName} · ${t(`part.${row.part}`)}`}
        details={(row) => <JudgeDetails judge={row} skill={skill} mayEdit={mayEdit} />}
        empty={<EmptyState icon="people" title={t('list.empty')} line={t('list.emptyLine')} action={ways} />}
      />
      {adding ? <AddJudgeDialog skill={skill} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function JudgeDetails({ judge, skill, mayEdit }: { judge: Judge; skill: SetUp; mayEdit: boolean }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const { modal } = App.useApp();
  const [declaring, setDeclaring] = useState(false);
  const path = { eventId: event.id, judgeId: judge.id };
  const end = useVerb({
    send: () => take(api.DELETE('/api/v1/events/{eventId}/judges/{judgeId}', { params: { path } })),
    outdates: setUpPaths,
    said: t('list.ended'),
  });
  const endConflict = useVerb({
    send: (conflictId: string) =>
      take(
        api.DELETE('/api/v1/events/{eventId}/judges/{judgeId}/conflicts/{conflictId}', {
          params: { path: { ...path, conflictId } },
        }),
      ),
    outdates: setUpPaths,
    said: t('list.conflictEnded'),
  });
  return (
    <div className="judge-details">
      <dl>
        <dt>{t('list.login')}</dt>
        <dd>{judge.login}</dd>
        <dt>{t('list.delegation')}</dt>
        <dd>{judge.delegationName ?? t('list.none')}</dd>
        <dt>{t('list.teams')}</dt>
        <dd>{judge.teams.join(' · ') || t('list.none')}</dd>
      </dl>
      <h3>{t('list.conflicts')}</h3>
      {judge.conflicts.length === 0 ? <p className="quiet">{t('list.none')}</p> : null}
      <ul className="conflict-list">
        {judge.conflicts.map((conflict) => (
          <li key={conflict.id}>
            <span>
              {conflict.delegationName} <span className="quiet">{conflict.reason}</span>
            </span>
            {mayEdit ? (
              <Button
                size="small"
                loading={endConflict.isPending}
                onClick={() => endConflict.mutate(conflict.id)}
              >
                {t('list.endConflict')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit ? (
        <div className="judge-verbs">
          <Button onClick={() => setDeclaring(true)}>{t('list.declare')}</Button>
          <Button
            danger
            loading={end.isPending}
            onClick={() =>
              void modal.confirm({
                title: t('list.endTitle', { name: judge.displayName, part: t(`part.${judge.part}`) }),
                content: t('list.endLine'),
                okText: t('list.end'),
                okButtonProps: { danger: true },
                onOk: () => end.mutateAsync(undefined).catch(() => undefined),
              })
            }
          >
            {t('list.end')}
          </Button>
        </div>
      ) : null}
      {declaring ? <ConflictDialog judge={judge} skill={skill} onClose={() => setDeclaring(false)} /> : null}
    </div>
  );
}

interface Declared {
  delegationId: string;
  reason: string;
}

function ConflictDialog({ judge, skill, onClose }: { judge: Judge; skill: SetUp; onClose: () => void }) {
  const t = useJudgeText(skill.policyName);
  const event = useEvent();
  const delegations = useDelegations();
  const [problem, setProblem] = useState<Problem | null>(null);
  const declare = useVerb({
    send: (body: Declared, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/judges/{judgeId}/conflicts', {
          params: { path: { eventId: event.id, judgeId: judge.id } },
          body,
          headers: idempotencyKey(key),
        }),
      ),
    outdates: setUpPaths,
    said: t('conflict.done'),
    onDone: onClose,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  return (
    <FormDialog<Declared>
      open
      title={t('conflict.title', { name: judge.displayName })}
      verb={t('conflict.verb')}
      busy={declare.isPending}
      problem={problem}
      onSubmit={(values) => declare.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="delegationId" label={t('conflict.delegation')} rules={[{ required: true }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(delegations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('conflict.reason')}
        extra={t('conflict.reasonHint')}
        rules={[{ required: true, min: 2 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Form.Item>
      <p className="quiet">{t('conflict.note')}</p>
    </FormDialog>
  );
}
