import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useSession } from '../account/session.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { cellKey, type CellValue } from '../marking/form-draft.js';
import type { Form } from '../marking/types.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { Differences } from './differences.js';
import { usePaperEntries } from './entries-table.js';
import { Refusal } from './enter-page.js';
import type { Reading } from './paper-values.js';
import { RefuseDialog } from './refuse-dialog.js';
import { Sheet } from './sheet.js';
import { useTypedDraft } from './typed-draft.js';
import { type Difference, type PaperEntry } from './types.js';
import { usePaperText } from './words.js';
import './paper.css';

/** A second person reads the same sheet, without seeing the first reading. */
export default function CheckPage() {
  const { entryId = '' } = useParams();
  const event = useEvent();
  const entry = useQuery({
    ...got('/api/v1/events/{eventId}/paper-entries/{entryId}', {
      params: { path: { eventId: event.id, entryId } },
    }),
    refetchOnWindowFocus: false,
  });
  return <Answered query={entry}>{(found) => <Opened key={found.id} entry={found} />}</Answered>;
}

function Opened({ entry }: { entry: PaperEntry }) {
  const event = useEvent();
  const form = useQuery({
    ...got('/api/v1/events/{eventId}/forms/{formId}', {
      params: { path: { eventId: event.id, formId: entry.formId } },
    }),
    refetchOnWindowFocus: false,
  });
  return <Answered query={form}>{(found) => <CheckForm entry={entry} form={found} />}</Answered>;
}

function CheckForm({ entry, form }: { entry: PaperEntry; form: Form }) {
  const t = usePaperText();
  const said = useSaid();
  const event = useEvent();
  const navigate = useNavigate();
  const session = useSession();
  const draft = useTypedDraft(`luban.paper.${session.account.id}.check.${entry.id}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [differences, setDifferences] = useState<readonly Difference[]>([]);
  const [goTo, setGoTo] = useState<{ key: string; turn: number } | null>(null);
  const [agreed, setAgreed] = useState<number | null | undefined>(undefined);
  const [refusing, setRefusing] = useState(false);
  const list = `/events/${event.id}/paper`;
  const go = ({ aspectId, seat }: Difference) => setGoTo({ key: cellKey(aspectId, seat), turn: Date.now() });
  const check = useVerb({
    send: ({ values }: { values: CellValue[]; subtotal: number | null }) =>
      take(
        api.PUT('/api/v1/events/{eventId}/paper-entries/{entryId}/check', {
          params: { path: { eventId: event.id, entryId: entry.id } },
          body: { values },
        }),
      ),
    outdates: ['/api/v1/events/{eventId}/paper-entries'],
    onDone: (answer, { subtotal }) => {
      setProblem(null);
      setDifferences(answer.differences);
      const [first] = answer.differences;
      if (answer.state === 'checked') {
        draft.clear();
        setAgreed(subtotal);
      } else if (first) go(first);
    },
    onProblem: (found) => {
      setProblem(found);
      return true;
    },
  });
  const send = ({ values, marks }: Reading) => check.mutate({ values, subtotal: marks.subtotalHundredths });
  const isWaiting = entry.state === 'entered' && agreed === undefined;
  return (
    <>
      <EventHeader
        title={t('check.title', { code: form.subCriterion.code, name: form.subCriterion.name })}
        crumbs={[{ label: t('paper.title'), to: list }]}
        line={
          <>
            <strong className="code">{t('sheet.work', { code: form.workCode })}</strong> · {form.skillName} ·{' '}
            {form.moduleCode} {form.moduleName} · {t('column.enteredBy')} {entry.enteredBy}
          </>
        }
        withStages={false}
        actions={
          isWaiting && !entry.isMine ? (
            <Button danger onClick={() => setRefusing(true)}>
              {t('refuse.verb')}
            </Button>
          ) : null
        }
      />
      {agreed !== undefined ? (
        <Agreed entry={entry} markHundredths={agreed} />
      ) : entry.isMine && entry.state === 'entered' ? (
        <EmptyState
          icon="people"
          title={t('check.same')}
          action={<GoButton to={list}>{t('check.samePlace')}</GoButton>}
        />
      ) : entry.state !== 'entered' ? (
        <Settled entry={entry} />
      ) : (
        <>
          {problem ? <Refusal problem={problem} said={said(problem.said)} /> : null}
          {differences.length > 0 ? (
            <section className="paper-differ" role="alert">
              <h2>{t('check.differTitle', { count: differences.length })}</h2>
              <p>{t('check.differLine')}</p>
              <Differences
                differences={differences}
                aspects={form.aspects}
                seatName={(seat) =>
                  form.seats.find((one) => one.seat === seat)?.name ?? t('sheet.seat', { seat })
                }
                onGo={go}
              />
            </section>
          ) : (
            <Alert
              type="info"
              showIcon
              className="page-alert paper-gap"
              title={t('check.blind')}
              {...(entry.differences.length > 0
                ? { description: t('check.earlier', { count: entry.differences.length }) }
                : {})}
            />
          )}
          <Sheet
            form={form}
            draft={draft}
            verb={t(differences.length > 0 ? 'check.sendAgain' : 'check.send')}
            busy={check.isPending}
            differing={new Set(differences.map(({ aspectId, seat }) => cellKey(aspectId, seat)))}
            goTo={goTo}
            onSend={send}
          />
        </>
      )}
      <RefuseDialog
        entry={refusing ? entry : null}
        onClose={() => setRefusing(false)}
        onDone={() => {
          draft.clear();
          void navigate(list);
        }}
      />
    </>
  );
}

function Agreed({ entry, markHundredths }: { entry: PaperEntry; markHundredths: number | null }) {
  const t = usePaperText();
  const event = useEvent();
  const waiting = usePaperEntries(event.id, 'entered').rows;
  const next = waiting?.find(({ id, isMine }) => id !== entry.id && !isMine);
  return (
    <EmptyState
      icon="checkIn"
      title={t('check.agreed')}
      line={t('check.agreedLine', {
        work: entry.workCode,
        code: entry.subCriterionCode,
        name: entry.subCriterionName,
        mark: formatMark(markHundredths),
      })}
      action={
        <>
          {next ? (
            <GoButton type="primary" autoFocus to={`/events/${event.id}/paper/entries/${next.id}`}>
              {t('check.next', { work: next.workCode })}
            </GoButton>
          ) : null}
          <GoButton to={`/events/${event.id}/paper`}>{t('check.samePlace')}</GoButton>
        </>
      }
    />
  );
}

function Settled({ entry }: { entry: PaperEntry }) {
  const t = usePaperText();
  const times = useTimes();
  const event = useEvent();
  return (
    <EmptyState
      icon="lock"
      title={
        entry.state === 'checked'
          ? t('check.settledChecked', { by: entry.checkedBy ?? '–', at: times.showNamed(entry.checkedAt) })
          : t('check.settledRefused')
      }
      line={entry.refusedReason}
      action={<GoButton to={`/events/${event.id}/paper`}>{t('check.samePlace')}</GoButton>}
    />
  );
}
