import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { PrintPage } from '../parts/print-page.js';
import type { LabelRelease } from './types.js';
import { useRegistrationText } from './words.js';
import './registration.css';

/** Labels that put work codes on works: shown once, for a purpose that is recorded, kept nowhere. */
export default function LabelsPage() {
  const t = useRegistrationText();
  const times = useTimes();
  const event = useEvent();
  const { skillId = '' } = useParams();
  const [released, setReleased] = useState<LabelRelease | null>(null);
  const skill = useQuery(
    got('/api/v1/events/{eventId}/skills/{skillId}', { params: { path: { eventId: event.id, skillId } } }),
  );
  const release = useVerb({
    send: (wish: { sessionId: string; purpose: string }, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/label-releases', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          body: wish,
        }),
      ),
    onDone: setReleased,
  });
  if (skill.isError) return <LoadError error={skill.error} onRetry={() => void skill.refetch()} />;
  if (!skill.data) return <Loading />;
  if (released) return <LabelSheet released={released} onAgain={() => setReleased(null)} />;
  const coded = skill.data.modules.filter(({ markedBy }) => markedBy === 'scheme');
  return (
    <div className="reading-page">
      <EventHeader
        title={t('labels.title')}
        crumbs={[
          { label: t('draws.title'), to: `/events/${event.id}/draws` },
          { label: skill.data.name, to: `/events/${event.id}/draws/${skillId}` },
        ]}
        withStages={false}
      />
      <p>{t('labels.line')}</p>
      <Form
        layout="vertical"
        requiredMark="optional"
        onFinish={(wish: { sessionId: string; purpose: string }) => release.mutate(wish)}
      >
        <Form.Item name="sessionId" label={t('labels.session')} rules={[{ required: true }]}>
          <Select
            options={coded.flatMap((module) =>
              skill.data.sessions
                .filter(({ moduleId }) => moduleId === module.id)
                .map(({ id, name, startsAt }) => ({
                  value: id,
                  label: `${module.code} ${module.name} · ${name} · ${times.show(startsAt)}`,
                })),
            )}
          />
        </Form.Item>
        <Form.Item
          name="purpose"
          label={t('labels.purpose')}
          extra={t('labels.purposeHint')}
          rules={[{ required: true, min: 2, max: 500 }]}
        >
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={release.isPending} icon={<Icon name="lock" />}>
          {t('labels.release')}
        </Button>
      </Form>
    </div>
  );
}

function LabelSheet({ released, onAgain }: { released: LabelRelease; onAgain: () => void }) {
  const t = useRegistrationText();
  const times = useTimes();
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="page-alert no-print"
        title={t('labels.warning')}
        action={<Button onClick={onAgain}>{t('labels.again')}</Button>}
      />
      <PrintPage
        title={t('labels.title')}
        subtitle={`${released.skillName} · ${released.moduleCode} ${released.moduleName} · ${released.sessionName} · ${times.show(released.startsAt)}`}
        versionCode={released.versionCode}
      >
        <div className="label-sheet">
          {released.labels.map((label) => (
            <div key={label.workCode} className="label-slip">
              <div className="label-code">
                {label.workCode}
                <small>
                  {released.skillName} · {released.moduleCode}
                </small>
              </div>
              <div className="label-station">
                {label.workstationCode ?? '–'}
                <small>{t('labels.cut')}</small>
              </div>
            </div>
          ))}
        </div>
      </PrintPage>
    </>
  );
}
