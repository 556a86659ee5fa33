import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { useSession } from '../account/session.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage } from '../language/language.js';
import { useFaults } from '../parts/form-dialog.js';
import { Deadline, useRegistrationDoor } from './deadline.js';
import { AgeNote, PlacesNote } from './entry-notes.js';
import { emptyPeople, type EntryValues, PeopleFields, wishOf } from './entry-form.js';
import { entryPaths } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

type Values = EntryValues & { delegationId: string; skillId: string };

/** A new entry: skill and group first, then its people. */
export default function NewEntryPage() {
  const t = useRegistrationText();
  const language = useLanguage();
  const event = useEvent();
  const navigate = useNavigate();
  const session = useSession();
  const { role } = useActiveRole();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const rest = useFaults(form, problem);
  const door = useRegistrationDoor();
  const organiser = role === 'organiser';
  const quotas = useQuery(
    got('/api/v1/events/{eventId}/quotas', { params: { path: { eventId: event.id } } }),
  );
  const delegations = useQuery(
    got('/api/v1/events/{eventId}/delegations', {
      params: { path: { eventId: event.id }, query: { limit: 500 } },
    }),
  );
  const own = session.roles.flatMap((grant) =>
    grant.eventId === event.id && grant.delegationId && grant.role === role ? [grant.delegationId] : [],
  );
  const skillId = Form.useWatch('skillId', form);
  const groupId = Form.useWatch('groupId', form);
  const delegationId = Form.useWatch('delegationId', form);
  const add = useVerb({
    send: ({ submit, ...values }: Values & { submit: boolean }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/entries', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: {
            ...wishOf(values),
            delegationId: values.delegationId,
            skillId: values.skillId,
            lateReason: values.reason?.trim() || null,
            submit,
          },
        }),
      ),
    outdates: entryPaths,
    said: (entry) => (entry.state === 'submitted' ? t('entry.submitted') : t('entry.saved')),
    onDone: (entry) => void navigate(`/events/${event.id}/entries/${entry.id}`, { replace: true }),
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  if (quotas.isError) return <LoadError error={quotas.error} onRetry={() => void quotas.refetch()} />;
  if (!quotas.data || !delegations.data) return <Loading />;
  const skill = quotas.data.skills.find(({ id }) => id === skillId);
  const choices = delegations.data.items.filter(({ id }) => organiser || own.includes(id));
  const send = (submit: boolean) =>
    form.validateFields().then(
      (values) => {
        setProblem(null);
        add.mutate({ ...values, submit });
      },
      () => undefined,
    );
  return (
    <div className="reading-page">
      <EventHeader
        title={t('entry.newTitle')}
        crumbs={[{ label: t('entries.title'), to: `/events/${event.id}/entries` }]}
        line={<Deadline />}
        withStages={false}
      />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark="optional"
        scrollToFirstError
        initialValues={{
          delegationId: params.get('delegation') ?? (choices.length === 1 ? choices[0]?.id : undefined),
          skillId: params.get('skill') ?? undefined,
        }}
        onValuesChange={(changed: Partial<Values>) => {
          if (!changed.skillId) return;
          const chosen = quotas.data.skills.find(({ id }) => id === changed.skillId);
          const now = form.getFieldsValue(true) as Partial<Values>;
          const size = chosen?.teamSize ?? 1;
          const kept = (now.competitors ?? []).slice(0, size);
          form.setFieldsValue({
            groupId: (chosen?.groups.length === 1 ? chosen.groups[0]?.id : undefined) as string,
            competitors: [...kept, ...emptyPeople(size - kept.length)],
          });
        }}
      >
        {!organiser && door !== 'open' ? (
          <Alert type="warning" showIcon className="page-alert" title={<Deadline />} />
        ) : null}
        {rest ? <Alert type="error" showIcon role="alert" className="page-alert" title={rest} /> : null}
        <div className="person-card">
          <div className="person-fields">
            <Form.Item
              name="delegationId"
              label={t('field.delegation')}
              rules={[{ required: true }]}
              hidden={!organiser && choices.length === 1}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={choices.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
            <Form.Item name="skillId" label={t('field.skill')} rules={[{ required: true }]}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={quotas.data.skills.map((one) => ({
                  value: one.id,
                  label: `${one.code} ${language === 'en' && one.nameEn ? one.nameEn : one.name}`,
                  disabled: one.drawn,
                }))}
              />
            </Form.Item>
            <Form.Item name="groupId" label={t('field.group')} rules={[{ required: true }]}>
              <Select options={(skill?.groups ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
            {skill && skill.teamSize > 1 ? (
              <Form.Item name="teamName" label={t('field.team')} rules={[{ max: 60 }]}>
                <Input />
              </Form.Item>
            ) : null}
          </div>
          {skill ? (
            <p className="quiet">
              <PlacesNote
                quotas={quotas.data}
                delegationId={delegationId}
                skillId={skill.id}
                groupId={groupId}
              />
              <AgeNote ageYearsMax={skill.ageYearsMax} />
            </p>
          ) : (
            <p className="quiet">{t('entry.chooseFirst')}</p>
          )}
        </div>
        {skill ? <PeopleFields teamSize={skill.teamSize} /> : null}
        {organiser && door === 'closed' ? (
          <Form.Item
            name="reason"
            label={t('entry.lateReason')}
            extra={t('entry.lateReasonLine')}
            rules={[{ required: true, min: 2, max: 500 }]}
            className="page-section"
          >
            <Input.TextArea rows={2} />
          </Form.Item>
        ) : null}
        <p className="quiet">{t('entry.personal')}</p>
        <div className="drawer-actions">
          {role === 'coach' ? null : (
            <Button type="primary" loading={add.isPending} disabled={!skill} onClick={() => void send(true)}>
              {t('entry.saveSubmit')}
            </Button>
          )}
          <Button loading={add.isPending} disabled={!skill} onClick={() => void send(false)}>
            {t('entry.saveDraft')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
