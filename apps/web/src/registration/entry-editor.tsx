import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useFaults } from '../parts/form-dialog.js';
import { useRegistrationDoor } from './deadline.js';
import { AgeNote, PlacesNote } from './entry-notes.js';
import { emptyPeople, type EntryValues, PeopleFields, valuesOf, wishOf } from './entry-form.js';
import { entryPaths, type Entry } from './types.js';
import { useRegistrationText } from './words.js';

/** An entry opened for change; faults of the server stand beside their fields. */
export function EntryEditor({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const t = useRegistrationText();
  const event = useEvent();
  const { role } = useActiveRole();
  const [form] = Form.useForm<EntryValues>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const rest = useFaults(form, problem);
  const door = useRegistrationDoor();
  const groupId = Form.useWatch('groupId', form);
  const quotas = useQuery(
    got('/api/v1/events/{eventId}/quotas', { params: { path: { eventId: event.id } } }),
  );
  const skill = quotas.data?.skills.find(({ id }) => id === entry.skillId);
  const change = useVerb({
    send: (values: EntryValues) =>
      take(
        api.PUT('/api/v1/events/{eventId}/entries/{entryId}', {
          params: { path: { eventId: event.id, entryId: entry.id } },
          headers: ifMatch(entry.version),
          body: { ...wishOf(values), reason: values.reason?.trim() || null },
        }),
      ),
    outdates: entryPaths,
    said: t('entry.saved'),
    onDone: onClose,
    onProblem: (refused) => {
      setProblem(refused);
      return true;
    },
  });
  const late = role === 'organiser' && (door === 'closed' || entry.drawn);
  const values = valuesOf(entry);
  const missing = Math.max(0, entry.teamSize - values.competitors.length);
  return (
    <Form<EntryValues>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={{ ...values, competitors: [...values.competitors, ...emptyPeople(missing)] }}
      onFinish={(given) => {
        setProblem(null);
        change.mutate({ ...values, ...given });
      }}
    >
      {rest ? <Alert type="error" showIcon role="alert" className="page-alert" title={rest} /> : null}
      <div className="person-card">
        <div className="person-fields">
          <Form.Item name="groupId" label={t('field.group')} rules={[{ required: true }]}>
            <Select
              disabled={entry.drawn}
              options={(skill?.groups ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          {entry.teamSize > 1 ? (
            <Form.Item name="teamName" label={t('field.team')} rules={[{ max: 60 }]}>
              <Input />
            </Form.Item>
          ) : null}
        </div>
        {quotas.data && skill ? (
          <p className="quiet">
            <PlacesNote
              quotas={quotas.data}
              delegationId={entry.delegationId}
              skillId={entry.skillId}
              groupId={groupId}
            />
            <AgeNote ageYearsMax={skill.ageYearsMax} />
          </p>
        ) : null}
      </div>
      <PeopleFields teamSize={entry.teamSize} />
      {late ? (
        <Form.Item
          name="reason"
          label={t('entry.changeReason')}
          extra={t('entry.changeReasonLine')}
          rules={[{ required: true, min: 2, max: 500 }]}
          className="page-section"
        >
          <Input.TextArea rows={2} />
        </Form.Item>
      ) : null}
      <div className="drawer-actions page-section">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('entry.save')}
        </Button>
        <Button onClick={onClose}>{t('entry.cancel')}</Button>
      </div>
    </Form>
  );
}
