import { Alert, Button, Descriptions, Form } from 'antd';
import { useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { useFaults } from '../parts/form-dialog.js';
import { enterPicks } from '../parts/enter-picks.js';
import { EventHeader } from './event-header.js';
import { WhatFields, WhenFields, WindowFields } from './event-fields.js';
import { bodyOf, type EventValues, valuesOf, windowOf } from './event-values.js';
import { PartiesSection } from './parties-section.js';
import { useEventsText } from './words.js';
import './events.css';

/** The basics of an event and who runs it. */
export default function BasicsPage() {
  const t = useEventsText();
  const event = useEvent();
  return (
    <div className="reading-page">
      <EventHeader
        title={t('basics.title')}
        history={{ eventId: event.id, subjectType: 'event', subjectId: event.id }}
      />
      {/* A newer version read meanwhile begins the form anew. */}
      <BasicsForm key={event.version} />
      <PartiesSection />
    </div>
  );
}

function BasicsForm() {
  const t = useEventsText();
  const frame = useFrameText();
  const event = useEvent();
  const [form] = Form.useForm<EventValues>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [touched, setTouched] = useState(false);
  const rest = useFaults(form, problem);
  const may = event.may.change.includes('basics');
  const windowOnly = event.may.registrationWindowOnly;
  const save = useVerb({
    send: (values: EventValues) =>
      take(
        api.PATCH('/api/v1/events/{eventId}', {
          params: { path: { eventId: event.id } },
          headers: ifMatch(event.version),
          body: windowOnly ? windowOf({ ...values, timeZone: event.timeZone }) : bodyOf(values),
        }),
      ),
    outdates: ['/api/v1/events/{eventId}', '/api/v1/events/{eventId}/stage', '/api/v1/events'],
    said: t('basics.saved'),
    onDone: () => setTouched(false),
    onProblem: (met) => {
      setProblem(met);
      return met.errors.length > 0;
    },
  });
  const note = !event.roles.some(
    (role) => role === 'host' || role === 'organiser' || role === 'administrator',
  )
    ? t('basics.readOnly')
    : !may
      ? t('basics.locked', { stage: frame(`stage.${event.stage}`) })
      : windowOnly
        ? t('basics.windowOnly')
        : null;
  const fixed = !may || windowOnly;
  return (
    <section className="panel" aria-labelledby="basics">
      <div className="section-head">
        <h2 id="basics">{t('basics.section')}</h2>
      </div>
      {note === null ? null : <Alert type="info" showIcon title={note} className="form-problem" />}
      {rest === null ? null : (
        <Alert type="error" showIcon role="alert" title={rest} className="form-problem" />
      )}
      <Form<EventValues>
        form={form}
        layout="vertical"
        {...enterPicks}
        scrollToFirstError={{ block: 'center', focus: true }}
        initialValues={valuesOf(event)}
        onValuesChange={() => setTouched(true)}
        onFinish={save.mutate}
      >
        <WhatFields disabled={fixed} />
        <WhenFields disabled={fixed} />
        <WindowFields disabled={!may} />
        <Descriptions
          column={1}
          size="small"
          items={[
            {
              key: 'class',
              label: t('class.label'),
              children: (
                <span>
                  {event.class ? t(`class.${event.class}`) : t('class.none')}{' '}
                  <span className="quiet">{t('class.line')}</span>
                </span>
              ),
            },
          ]}
        />
        {may ? (
          <div className="form-foot">
            <Button type="primary" htmlType="submit" disabled={!touched} loading={save.isPending}>
              {t('basics.save')}
            </Button>
          </div>
        ) : null}
      </Form>
    </section>
  );
}
