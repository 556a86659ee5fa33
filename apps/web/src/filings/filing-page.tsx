import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Schemas } from '../account/session.js';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { FilingState } from './filing-list-page.js';
import { useFilingsText } from './words.js';
import './filings.css';

type Filing = Schemas['FilingDto'];

/** One filed contest. */
export default function FilingPage() {
  const { filingId = '' } = useParams();
  const filing = useQuery(got('/api/v1/filings/{filingId}', { params: { path: { filingId } } }));
  return <Answered query={filing}>{(answer) => <FiledContest filing={answer} />}</Answered>;
}

function FiledContest({ filing }: { filing: Filing }) {
  const t = useFilingsText();
  const times = useTimes();
  const may = (action: Filing['actions'][number]) => filing.actions.includes(action);
  return (
    <div className="reading-page">
      <PageHeader
        title={filing.name}
        crumbs={[{ label: t('nav'), to: '/filings' }, { label: filing.number }]}
        tag={<FilingState withdrawn={filing.withdrawnAt !== null} />}
        line={<span className="figures">{filing.number}</span>}
        actions={
          <>
            {may('withdraw') ? <WithdrawButton filing={filing} /> : null}
            <GoButton to={`/filings/${filing.id}/receipt`} icon={<Icon name="print" />}>
              {t('page.receipt')}
            </GoButton>
            {may('openEvent') ? <OpenEventButton filing={filing} /> : null}
            {filing.eventId ? (
              <GoButton to={`/events/${filing.eventId}`} type="primary" icon={<Icon name="event" />}>
                {t('page.toEvent')}
              </GoButton>
            ) : null}
          </>
        }
      />
      {filing.withdrawnAt ? (
        <Alert
          type="info"
          showIcon
          className="form-problem"
          title={t('page.withdrawnLine', {
            time: times.showNamed(filing.withdrawnAt, 'dayTime'),
            reason: filing.withdrawalReason ?? '',
          })}
        />
      ) : null}
      <FilingFacts filing={filing} />
      {may('openEvent') ? <p className="quiet">{t('page.openEventHint')}</p> : null}
    </div>
  );
}

function FilingFacts({ filing }: { filing: Filing }) {
  const t = useFilingsText();
  const times = useTimes();
  const days = filing.startsOn === filing.endsOn ? filing.startsOn : `${filing.startsOn} – ${filing.endsOn}`;
  const facts: [Parameters<typeof t>[0], React.ReactNode][] = [
    ['field.organisation', `${filing.organisationName} · ${t(`level.${filing.level}`)}`],
    ['field.authority', filing.authorityName ?? filing.areaName ?? filing.divisionCode],
    [
      'field.occupations',
      <ul key="occupations" className="filing-list">
        {filing.occupations.map(({ code, name }) => (
          <li key={`${code ?? ''} ${name}`}>
            {name} {code ? <span className="quiet figures">{code}</span> : null}
          </li>
        ))}
      </ul>,
    ],
    [
      'field.dates',
      <span key="days" className="figures">
        {days}
      </span>,
    ],
    ['field.place', filing.place ?? '–'],
    [
      'list.competitors',
      filing.competitors === null ? '–' : t('field.people', { count: filing.competitors }),
    ],
    ['field.contact', filing.contact ?? '–'],
    [
      'field.filedAt',
      <span key="at" className="figures">
        {times.showNamed(filing.filedAt, 'second')}
      </span>,
    ],
  ];
  return (
    <section className="panel filing-facts">
      <Descriptions column={1} items={facts.map(([key, children]) => ({ key, label: t(key), children }))} />
    </section>
  );
}

function OpenEventButton({ filing }: { filing: Filing }) {
  const t = useFilingsText();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const open = useVerb({
    send: (_: void) =>
      take(api.PUT('/api/v1/filings/{filingId}/event', { params: { path: { filingId: filing.id } } })),
    outdates: ['/api/v1/filings/{filingId}', '/api/v1/filings', '/api/v1/events', '/api/v1/session'],
    said: t('page.opened'),
    onDone: ({ eventId }) => void navigate(`/events/${eventId ?? ''}`),
  });
  return (
    <Button
      type="primary"
      icon={<Icon name="event" />}
      loading={open.isPending}
      onClick={() =>
        modal.confirm({
          title: t('page.openEventAsk'),
          content: t('page.openEventHint'),
          okText: t('page.openEvent'),
          onOk: () => open.mutate(),
        })
      }
    >
      {t('page.openEvent')}
    </Button>
  );
}

function WithdrawButton({ filing }: { filing: Filing }) {
  const t = useFilingsText();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const withdraw = useVerb({
    send: (body: { reason: string }) =>
      take(
        api.PUT('/api/v1/filings/{filingId}/withdrawal', {
          params: { path: { filingId: filing.id } },
          headers: ifMatch(filing.version),
          body,
        }),
      ),
    outdates: ['/api/v1/filings/{filingId}', '/api/v1/filings'],
    said: t('page.withdrawn'),
    onDone: () => setOpen(false),
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  return (
    <>
      <Button type="text" icon={<Icon name="remove" />} onClick={() => setOpen(true)}>
        {t('page.withdraw')}
      </Button>
      <FormDialog<{ reason: string }>
        open={open}
        title={t('page.withdrawAsk', { number: filing.number })}
        verb={t('page.withdraw')}
        busy={withdraw.isPending}
        problem={problem}
        onSubmit={(values) => {
          setProblem(null);
          withdraw.mutate(values);
        }}
        onClose={() => setOpen(false)}
      >
        <p>{t('page.withdrawLine')}</p>
        {filing.eventId ? (
          <Alert type="warning" showIcon className="form-problem" title={t('page.withdrawEvent')} />
        ) : null}
        <Form.Item
          name="reason"
          label={t('page.withdrawReason')}
          rules={[
            {
              required: true,
              whitespace: true,
              message: t('form.required', { field: t('page.withdrawReason') }),
            },
          ]}
        >
          <Input.TextArea maxLength={500} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
