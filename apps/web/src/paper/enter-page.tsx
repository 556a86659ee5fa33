import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useSession } from '../account/session.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { EventHeader } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { Answered } from '../frame/load-error.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import type { Form } from '../marking/types.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { usePaperEntries } from './entries-table.js';
import { ScanDrop } from './scan-drop.js';
import { Sheet } from './sheet.js';
import { useTypedDraft } from './typed-draft.js';
import { paperPaths, type PaperEntryDetail } from './types.js';
import { usePaperText } from './words.js';
import './paper.css';

/** A recorder types one signed form in; afterwards the next one is a button away. */
export default function EnterPage() {
  const { formId = '' } = useParams();
  const event = useEvent();
  const form = useQuery({
    ...got('/api/v1/events/{eventId}/forms/{formId}', { params: { path: { eventId: event.id, formId } } }),
    refetchOnWindowFocus: false,
  });
  return <Answered query={form}>{(found) => <EnterForm key={found.id} form={found} />}</Answered>;
}

function EnterForm({ form }: { form: Form }) {
  const t = usePaperText();
  const said = useSaid();
  const event = useEvent();
  const session = useSession();
  const draft = useTypedDraft(`luban.paper.${session.account.id}.enter.${form.id}`);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<PaperEntryDetail | null>(null);
  const returned = usePaperEntries(event.id, 'refused').rows?.find(({ formId }) => formId === form.id);
  const names = { code: form.subCriterion.code, name: form.subCriterion.name };
  const enter = useVerb({
    send: (values: { aspectId: string; seat: number; value: string | null }[], key) =>
      take(
        api.POST('/api/v1/events/{eventId}/forms/{formId}/paper-entries', {
          params: { path: { eventId: event.id, formId: form.id } },
          body: { revision: form.revision, values },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: paperPaths,
    onDone: (entry) => {
      draft.clear();
      setProblem(null);
      setDone(entry);
    },
    onProblem: (found) => {
      setProblem(found);
      return true;
    },
  });
  return (
    <>
      <EventHeader
        title={t('enter.title', names)}
        crumbs={[{ label: t('paper.title'), to: `/events/${event.id}/paper` }]}
        line={
          <>
            <strong className="code">{t('sheet.work', { code: form.workCode })}</strong> · {form.skillName} ·{' '}
            {form.moduleCode} {form.moduleName} · {form.teamName}
          </>
        }
        withStages={false}
        actions={
          <GoButton
            icon={<Icon name="print" />}
            target="_blank"
            to={`/events/${event.id}/marking/${form.id}/print?blank=1`}
          >
            {t('enter.print')}
          </GoButton>
        }
      />
      {done ? (
        <Done form={form} entry={done} />
      ) : form.state !== 'open' ? (
        <EmptyState
          icon="lock"
          title={t('enter.notOpen')}
          action={<GoButton to={`/events/${event.id}/paper`}>{t('enter.back')}</GoButton>}
        />
      ) : (
        <>
          {returned?.refusedReason ? (
            <Alert
              type="warning"
              showIcon
              className="page-alert paper-gap"
              title={t('enter.refusedBefore', { reason: returned.refusedReason })}
            />
          ) : null}
          {form.revision > 0 ? (
            <Alert type="info" showIcon className="page-alert paper-gap" title={t('enter.hasMarks')} />
          ) : null}
          {problem ? <Refusal problem={problem} said={said(problem.said)} /> : null}
          <Sheet
            form={form}
            draft={draft}
            verb={t('enter.send')}
            busy={enter.isPending}
            onSend={({ values }) => enter.mutate(values)}
          />
        </>
      )}
    </>
  );
}

/** Why the server did not take the sheet, each fault named. */
export function Refusal({ problem, said: title }: { problem: Problem; said: string }) {
  const said = useSaid();
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="page-alert paper-gap"
      title={title}
      {...(problem.errors.length > 0
        ? { description: problem.errors.map(({ message }) => said(message)).join(' ') }
        : {})}
    />
  );
}

function Done({ form, entry }: { form: Form; entry: PaperEntryDetail }) {
  const t = usePaperText();
  const event = useEvent();
  const waiting = useQuery(
    got('/api/v1/events/{eventId}/paper-forms', { params: { path: { eventId: event.id } } }),
  ).data?.items.filter(({ formId }) => formId !== form.id);
  // The pile on the desk is one sub-criterion: go on with that first.
  const next =
    waiting?.find(({ subCriterionCode }) => subCriterionCode === form.subCriterion.code) ?? waiting?.[0];
  const list = `/events/${event.id}/paper`;
  return (
    <div className="reading-page">
      <EmptyState
        icon="checkIn"
        title={t('enter.done')}
        line={t('enter.doneLine', {
          work: form.workCode,
          code: form.subCriterion.code,
          name: form.subCriterion.name,
        })}
        action={
          <>
            {next ? (
              <GoButton type="primary" autoFocus to={`/events/${event.id}/paper/forms/${next.formId}`}>
                {t('enter.next', { work: next.workCode })}
              </GoButton>
            ) : null}
            <GoButton to={list}>{t('enter.back')}</GoButton>
          </>
        }
      />
      <ScanDrop entryId={entry.id} />
    </div>
  );
}
