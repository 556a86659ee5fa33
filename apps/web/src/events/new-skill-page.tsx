import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useSaid } from '../language/language.js';
import { useFaults } from '../parts/form-dialog.js';
import { enterPicks } from '../parts/enter-picks.js';
import { EventHeader } from './event-header.js';
import { ModuleRows } from './module-rows.js';
import { firstModule, grantedValues, type NewSkillValues, skillOf } from './new-skill-values.js';
import { PlannedList } from './planned-list.js';
import { SkillChoice } from './skill-choice.js';
import type { Grant } from './types.js';
import { useEventsText } from './words.js';
import './events.css';

/** A skill whole in one form: what it is, its groups, rules, modules with their sessions, and workstations. */
export default function NewSkillPage() {
  const t = useEventsText();
  const event = useEvent();
  const { data: statuses, isPending } = useQuery(
    got('/api/v1/class-statuses', { params: { query: { eventId: event.id } } }),
  );
  return (
    <>
      <EventHeader
        title={t('quick.title')}
        line={t('quick.line')}
        crumbs={[{ label: t('skills.title'), to: `/events/${event.id}/skills` }]}
        withStages={false}
      />
      {isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        <NewSkillForm grant={statuses?.items.find(({ endedAt }) => endedAt === null) ?? null} />
      )}
    </>
  );
}

/** The form itself. In an event of a granted contest it opens on the granted occupations. */
function NewSkillForm({ grant }: { grant: Grant | null }) {
  const t = useEventsText();
  const said = useSaid();
  const event = useEvent();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewSkillValues>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const rest = useFaults(form, problem);
  const policies = useQuery(got('/api/v1/policies'));
  const create = useVerb({
    send: (values: NewSkillValues, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/skills', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: skillOf(values, event, (n) => t('quick.sitting', { n })),
        }),
      ),
    outdates: [
      '/api/v1/events/{eventId}',
      '/api/v1/events/{eventId}/skills',
      '/api/v1/events/{eventId}/stage',
    ],
    said: t('quick.created'),
    onDone: (skill) => void navigate(`/events/${event.id}/skills/${skill.id}`),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const usual =
    event.level === 'world'
      ? 'worldskills-2026'
      : event.level === 'nationalComprehensive'
        ? 'national-2020'
        : 'prizes-by-percentage';
  return (
    <Form<NewSkillValues>
      form={form}
      layout="vertical"
      {...enterPicks}
      scrollToFirstError={{ block: 'center', focus: true }}
      className="quick-skill"
      initialValues={{
        ...startOf(grant),
        requireSignedScan: false,
        groups: ['worker'],
        policy: usual,
        modules: [firstModule],
        venueId: null,
      }}
      onFinish={create.mutate}
    >
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      <section className="panel numbered" aria-labelledby="quick-what">
        <h2 id="quick-what">{t('quick.basics')}</h2>
        <SkillChoice grant={grant} />
      </section>
      <section className="panel numbered" aria-labelledby="quick-groups">
        <h2 id="quick-groups">
          {t('quick.groups')} · {t('quick.policy')}
        </h2>
        <div className="form-row">
          <Form.Item name="groups" required label={t('quick.groups')}>
            <Checkbox.Group
              options={[
                { value: 'worker', label: t('quick.worker') },
                { value: 'student', label: t('quick.student') },
              ]}
            />
          </Form.Item>
          <Form.Item name="ownGroups" label={t('quick.ownGroups')} extra={t('quick.ownGroupsHelp')}>
            <Input />
          </Form.Item>
          <Form.Item name="policy" required label={t('quick.policy')}>
            <Select
              loading={policies.isPending}
              options={(policies.data?.items ?? []).map(({ name, title }) => ({
                value: name,
                label: said(title),
              }))}
            />
          </Form.Item>
        </div>
      </section>
      <section className="panel numbered" aria-labelledby="quick-modules">
        <h2 id="quick-modules">{t('quick.modules')}</h2>
        <p className="quiet">{t('quick.modulesLine')}</p>
        <ModuleRows />
        <PlannedList />
      </section>
      <section className="panel numbered" aria-labelledby="quick-workstations">
        <h2 id="quick-workstations">{t('quick.workstations')}</h2>
        <div className="form-row">
          <Form.Item name="usable" label={t('quick.usable')} extra={t('quick.codesHelp')}>
            <Input />
          </Form.Item>
          <Form.Item name="spare" label={t('quick.spare')} extra={t('quick.codesHelp')}>
            <Input />
          </Form.Item>
        </div>
      </section>
      <div className="form-foot">
        <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
          {t('quick.submit')}
        </Button>
      </div>
    </Form>
  );
}

/** What the form starts with: the one granted occupation where there is but one, WorldSkills where nothing was granted. */
function startOf(grant: Grant | null): Partial<NewSkillValues> {
  const [only, ...others] = grant?.occupations ?? [];
  if (!grant || !only) return { from: 'world', teamSize: 1 };
  return others.length > 0
    ? { from: 'granted', teamSize: 1 }
    : { from: 'granted', ...grantedValues(only, 0) };
}
