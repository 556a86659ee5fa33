import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useActiveRole } from '../account/roles.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { sendFile } from '../api/send-file.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { FormDialog } from '../parts/form-dialog.js';
import { StateTag } from '../parts/state-tag.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { DueDay } from './due-day.js';
import { lookOf, reportPath, type Obligation } from './types.js';
import { useObligationsText } from './words.js';

const outdates = ['/api/v1/obligations', '/api/v1/home'] as const;

/** One duty: what it rests on, its file, and what the reader may do with it. */
export function ObligationDetails({ obligation }: { obligation: Obligation }) {
  const t = useObligationsText();
  const said = useSaid();
  const times = useTimes();
  const isHost = useActiveRole().role === 'host';
  const [note, setNote] = useState(obligation.note ?? '');
  const [returning, setReturning] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const path = { applicationId: obligation.applicationId, obligationId: obligation.id };
  const submit = useVerb({
    send: (file: File) =>
      sendFile<Obligation>(reportPath(obligation), file, note.trim() ? { note } : {}, undefined, 'PUT'),
    outdates,
    said: t('submitted'),
  });
  const check = useVerb({
    send: () =>
      take(
        api.PUT('/api/v1/applications/{applicationId}/obligations/{obligationId}/check', {
          params: { path },
        }),
      ),
    outdates,
    said: t('checked'),
  });
  const sendBack = useVerb({
    send: ({ reason }: { reason: string }) =>
      take(
        api.PUT('/api/v1/applications/{applicationId}/obligations/{obligationId}/return', {
          params: { path },
          body: { reason },
        }),
      ),
    outdates,
    said: t('returned'),
    onDone: () => setReturning(false),
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  const undo = useVerb({
    send: ({ reason }: { reason: string }) =>
      take(
        api.DELETE('/api/v1/applications/{applicationId}/obligations/{obligationId}/check', {
          params: { path },
          body: { reason },
        }),
      ),
    outdates,
    said: t('undone'),
    onDone: () => setUndoing(false),
    onProblem: (met) => {
      setProblem(met);
      return true;
    },
  });
  const { citation } = obligation;
  return (
    <div className="owed-details">
      <p>
        <StateTag look={lookOf(obligation)}>{t(`state.${obligation.state}`)}</StateTag>{' '}
        <DueDay obligation={obligation} />
      </p>
      <p>{obligation.contest}</p>
      <p className="quiet">{obligation.hostName}</p>
      {obligation.returnedReason ? (
        <Alert type="warning" showIcon title={t('returnedReason', { reason: obligation.returnedReason })} />
      ) : null}
      {obligation.fileName ? (
        <p>
          <a href={reportPath(obligation)}>
            <Icon name="export" /> {obligation.fileName}
          </a>
          <span className="quiet owed-when">
            {[
              ...(obligation.handedInAt
                ? [t('handedInAt', { at: times.show(obligation.handedInAt, 'dayTime') })]
                : []),
              ...(obligation.checkedAt
                ? [t('checkedAt', { at: times.show(obligation.checkedAt, 'dayTime') })]
                : []),
            ].join(' · ')}
          </span>
        </p>
      ) : null}
      {obligation.note ? <p className="quiet">{obligation.note}</p> : null}
      {obligation.maySubmit ? (
        <section>
          <h3>{t(obligation.fileName ? 'replace' : 'submit')}</h3>
          <label className="owed-note">
            {t('note')}
            <Input.TextArea
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(change) => setNote(change.target.value)}
            />
          </label>
          <UploadDrop
            accept=".pdf,.docx,.doc,.xlsx,.xls,.png,.jpg,.jpeg"
            hint={t('kinds')}
            onFile={(file) => submit.mutateAsync(file).then(undefined, () => undefined)}
          />
        </section>
      ) : null}
      {obligation.mayCheck ? (
        <p className="owed-actions">
          <Button type="primary" loading={check.isPending} onClick={() => check.mutate(undefined)}>
            {t('check')}
          </Button>
          <Button onClick={() => setReturning(true)}>{t('return')}</Button>
        </p>
      ) : null}
      {obligation.mayUndoCheck ? (
        <p className="owed-actions">
          <Button onClick={() => setUndoing(true)}>{t('undo')}</Button>
        </p>
      ) : null}
      {citation ? (
        <p className="quiet">
          {t('basis')}: {said(citation.article)} ({citation.source})
          {citation.verified ? null : ` ${t('unverified')}`}
        </p>
      ) : null}
      <p className="owed-actions">
        <Link to={`/applications/${obligation.applicationId}`}>{t('application')}</Link>
        {obligation.eventId && isHost ? <Link to={`/events/${obligation.eventId}`}>{t('event')}</Link> : null}
      </p>
      <FormDialog<{ reason: string }>
        open={returning}
        title={t('returnTitle')}
        verb={t('return')}
        busy={sendBack.isPending}
        problem={problem}
        onSubmit={sendBack.mutate}
        onClose={() => setReturning(false)}
      >
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonHelp')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input.TextArea rows={4} maxLength={1000} showCount />
        </Form.Item>
      </FormDialog>
      <FormDialog<{ reason: string }>
        open={undoing}
        title={t('undoTitle')}
        verb={t('undo')}
        busy={undo.isPending}
        problem={problem}
        onSubmit={undo.mutate}
        onClose={() => setUndoing(false)}
      >
        <Form.Item
          name="reason"
          label={t('undoReason')}
          extra={t('undoHelp')}
          rules={[{ required: true, whitespace: true, min: 2 }]}
        >
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
      </FormDialog>
    </div>
  );
}
