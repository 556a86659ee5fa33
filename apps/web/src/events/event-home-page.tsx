import { useQuery } from '@tanstack/react-query';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../api/client.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useFrameText } from '../frame/words.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useLanguage, useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { HistoryDrawer } from '../parts/history-drawer.js';
import { PageHeader } from '../parts/page-header.js';
import { CloneDialog } from './clone-dialog.js';
import { GrantCard } from '../plans/grant-card.js';
import { EventFacts } from './event-facts.js';
import { useEventName, useStageBar } from './event-header.js';
import { EventNumbers } from './event-numbers.js';
import { EventSchedule } from './event-schedule.js';
import { useEnterStage, useEventStage, wayBack, wayForward } from './event-stage.js';
import { NextStep } from './next-step.js';
import { StageHistory } from './stage-history.js';
import { StepBackDialog } from './step-back-dialog.js';
import { useEventsText } from './words.js';
import './events.css';

/** An event's own page: where it stands, what is next and what is missing, and its numbers at a glance. */
export default function EventHomePage() {
  const t = useEventsText();
  const frame = useFrameText();
  const said = useSaid();
  const event = useEvent();
  const name = useEventName();
  const language = useLanguage();
  const stage = useEventStage(event.id);
  const skills = useQuery(
    got('/api/v1/events/{eventId}/skills', { params: { path: { eventId: event.id } } }),
  );
  const enter = useEnterStage(event.id);
  const stages = useStageBar();

  if (stage.isError && !stage.data)
    return <LoadError error={stage.error} onRetry={() => void stage.refetch()} />;
  if (!stage.data) return <Loading />;
  const next = wayForward(stage.data);
  const mine = next?.yours ? next : undefined;
  return (
    <>
      {/* Another stage has another button: what was open for the last one closes. */}
      <PageHeader
        key={stage.data.stage}
        title={name}
        tag={event.demo ? <span className="demo-flag">{frame('demo')}</span> : null}
        line={<EventFacts event={event} />}
        {...(stages ? { stages } : {})}
        actions={<MoreActions />}
        {...(mine
          ? {
              primary: {
                label: said(mine.action),
                preflight: mine.findings,
                recheck: () => void stage.refetch(),
                busy: enter.isPending,
                onClick: () =>
                  enter.mutateAsync({ to: mine.to, version: event.version }).then(
                    () => undefined,
                    () => void stage.refetch(),
                  ),
              },
            }
          : {})}
      />
      <div className="event-home">
        <div className="event-home-main">
          <NextStep stage={stage.data} />
          <EventSchedule skills={skills.data?.items} />
        </div>
        <aside className="event-home-side">
          <GrantCard eventId={event.id} />
          <EventNumbers />
          <section className="panel" aria-labelledby="parties">
            <h2 id="parties">{t('home.parties')}</h2>
            <dl className="party-lines">
              {event.parties.map((party) => (
                <div key={party.id}>
                  <dt>{t(`party.${party.part}`)}</dt>
                  <dd>{language === 'en' && party.nameEn ? party.nameEn : party.name}</dd>
                </div>
              ))}
            </dl>
          </section>
          <StageHistory stage={stage.data} />
        </aside>
      </div>
    </>
  );
}

/** What is done to an event now and then: clone it, take it back a stage, delete it, read its history. */
function MoreActions() {
  const t = useEventsText();
  const said = useSaid();
  const event = useEvent();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const stage = useEventStage(event.id).data;
  const back = stage ? wayBack(stage) : undefined;
  const [open, setOpen] = useState<'clone' | 'back' | 'history' | null>(null);
  const remove = useVerb({
    send: () => api.DELETE('/api/v1/events/{eventId}', { params: { path: { eventId: event.id } } }),
    outdates: ['/api/v1/events', '/api/v1/home'],
    said: t('home.deleted'),
    onDone: () => void navigate('/events', { replace: true }),
  });
  const close = () => setOpen(null);
  const items = [
    ...(event.may.clone
      ? [
          {
            key: 'clone',
            icon: <Icon name="copy" />,
            label: t('home.clone'),
            onClick: () => setOpen('clone'),
          },
        ]
      : []),
    ...(back
      ? [
          {
            key: 'back',
            icon: <Icon name="undo" />,
            label: said(back.action),
            onClick: () => setOpen('back'),
          },
        ]
      : []),
    {
      key: 'history',
      icon: <Icon name="history" />,
      label: t('home.history'),
      onClick: () => setOpen('history'),
    },
    ...(event.may.delete
      ? [
          {
            key: 'delete',
            danger: true,
            icon: <Icon name="remove" />,
            label: t('home.delete'),
            onClick: () =>
              void modal.confirm({
                title: t('home.delete'),
                content: t('home.deleteLine'),
                okText: t('home.delete'),
                okButtonProps: { danger: true },
                onOk: () => remove.mutateAsync(undefined).catch(() => undefined),
              }),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button icon={<Icon name="menu" />}>{t('home.more')}</Button>
      </Dropdown>
      <CloneDialog open={open === 'clone'} onClose={close} />
      {back && stage ? <StepBackDialog open={open === 'back'} way={back} onClose={close} /> : null}
      <HistoryDrawer
        subject={{ eventId: event.id, subjectType: 'event', subjectId: event.id }}
        open={open === 'history'}
        onClose={close}
      />
    </>
  );
}
