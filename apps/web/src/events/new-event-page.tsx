import { Alert, Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { useSession } from '../account/session.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { defaultZone } from '../language/format.js';
import { useFaults } from '../parts/form-dialog.js';
import { PageHeader } from '../parts/page-header.js';
import { enterPicks } from '../parts/enter-picks.js';
import { WhatFields, WhenFields, WindowFields } from './event-fields.js';
import { bodyOf, type EventValues } from './event-values.js';
import { OrganisationSelect } from './organisation-select.js';
import { useEventsText } from './words.js';
import './events.css';

interface Values extends EventValues {
  hostOrganisationId?: string;
  runBy: 'own' | 'other';
  organiserId?: string;
}

/** A new event in three questions: what, when, who. */
export default function NewEventPage() {
  const t = useEventsText();
  const navigate = useNavigate();
  const { role } = useActiveRole();
  const { account } = useSession();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const rest = useFaults(form, problem);
  const runBy = Form.useWatch('runBy', form);
  const organisation = account.organisation;
  // An administrator sets an event up for the organisation that will host it.
  const namesHost = role === 'administrator' || !organisation;
  const create = useVerb({
    send: ({ runBy: by, organiserId, hostOrganisationId, ...values }: Values, key) => {
      const hostId = hostOrganisationId ?? organisation?.id;
      const organiser = by === 'own' ? hostId : organiserId;
      return take(
        api.POST('/api/v1/events', {
          headers: idempotencyKey(key),
          body: {
            ...bodyOf(values),
            ...(hostOrganisationId ? { hostOrganisationId } : {}),
            organiserOrganisationIds: organiser ? [organiser] : [],
          },
        }),
      );
    },
    outdates: ['/api/v1/events', '/api/v1/home', '/api/v1/session'],
    onDone: (event) => void navigate(`/events/${event.id}`),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  return (
    <div className="reading-page">
      <PageHeader
        title={t('new.title')}
        crumbs={[{ label: t('list.title'), to: '/events' }, { label: t('new.title') }]}
        line={t('new.next')}
      />
      <Form<Values>
        form={form}
        layout="vertical"
        {...enterPicks}
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={{ timeZone: defaultZone, specialKind: null, runBy: 'own' }}
        onFinish={create.mutate}
      >
        {rest === null ? null : (
          <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
        )}
        <section className="panel numbered" aria-labelledby="what">
          <h2 id="what">{t('new.what')}</h2>
          <WhatFields />
          <p className="quiet">{t('class.line')}</p>
        </section>
        <section className="panel numbered" aria-labelledby="when">
          <h2 id="when">{t('new.when')}</h2>
          <WhenFields />
          <WindowFields />
        </section>
        <section className="panel numbered" aria-labelledby="who">
          <h2 id="who">{t('new.who')}</h2>
          {namesHost ? (
            <Form.Item
              name="hostOrganisationId"
              label={t('new.hostPick')}
              extra={t('new.hostLine')}
              rules={[{ required: true, message: t('field.required', { field: t('new.hostPick') }) }]}
            >
              <OrganisationSelect />
            </Form.Item>
          ) : (
            <p>
              {t('new.hostOwn', { name: organisation.name })}{' '}
              <span className="quiet">{t('new.hostLine')}</span>
            </p>
          )}
          <Form.Item name="runBy" required label={t('new.organiser')} extra={t('new.organiserHelp')}>
            <Radio.Group
              options={[
                { value: 'own', label: t('new.organiserOwn') },
                { value: 'other', label: t('new.organiserOther') },
              ]}
            />
          </Form.Item>
          {runBy === 'other' ? (
            <Form.Item name="organiserId" label={t('new.organiser')}>
              <OrganisationSelect />
            </Form.Item>
          ) : null}
        </section>
        <div className="form-foot">
          <Button type="primary" size="large" htmlType="submit" loading={create.isPending}>
            {t('new.submit')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
