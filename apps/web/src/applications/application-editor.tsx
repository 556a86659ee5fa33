import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { outdate } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Icon } from '../look/icons.js';
import { ConfirmTyped } from '../parts/confirm-typed.js';
import type { Finding } from '../parts/finding-list.js';
import { ApplicationForm } from './application-form.js';
import { ApplicationHeader } from './application-header.js';
import { ApplicationHistory } from './application-history.js';
import { CopyButton } from './copy-button.js';
import { useFindings } from './finding-words.js';
import { sectionOfField } from './looks.js';
import { SubmissionRecords } from './submission-records.js';
import { type Application, applicationPaths } from './types.js';
import { useAutosave } from './use-autosave.js';
import { WindowClock } from './window-clock.js';
import { WithdrawButton } from './withdraw-button.js';
import { useApplicationsText } from './words.js';

/** An application that may be written: the form that saves itself, and its submission. */
export function ApplicationEditor({
  application,
  answeredAt,
  onReload,
}: {
  application: Application;
  answeredAt: number;
  onReload: () => void;
}) {
  const t = useApplicationsText();
  const autosave = useAutosave(application);
  const { message } = App.useApp();
  const submit = useVerb({
    send: ({ id, version }: Application) =>
      take(
        api.PUT('/api/v1/applications/{applicationId}/submission', {
          params: { path: { applicationId: id } },
          headers: ifMatch(version),
        }),
      ),
    outdates: applicationPaths,
    said: t('submit.done'),
    onProblem: () => void outdate('/api/v1/applications/{applicationId}'),
  });
  /** Only what is on screen is submitted: what is not saved yet is saved first. */
  const submitSaved = async () => {
    const saved = await autosave.flush();
    if (saved) await submit.mutateAsync(saved).catch(() => null);
    else void message.warning(t('save.leave'));
  };
  useHash();
  const returned = application.state === 'returned';
  const preflight = usePreflight(application);
  return (
    <>
      <ApplicationHeader
        application={application}
        clock={<WindowClock application={application} answeredAt={answeredAt} />}
        primary={{
          label: t(returned ? 'submit.again' : 'submit.verb'),
          preflight,
          busy: submit.isPending,
          onClick: submitSaved,
        }}
        actions={
          <>
            {application.actions.includes('discard') ? <DiscardButton application={application} /> : null}
            {application.actions.includes('withdraw') ? <WithdrawButton application={application} /> : null}
            <CopyButton application={application} />
          </>
        }
      />
      <ApplicationForm
        application={application}
        autosave={autosave}
        onReload={onReload}
        foot={
          application.submissions.length > 0 ? (
            <>
              <section className="panel">
                <h2>{t('section.submissions')}</h2>
                <SubmissionRecords application={application} />
              </section>
              <section className="panel">
                <h2>{t('section.steps')}</h2>
                <ApplicationHistory steps={application.steps} />
              </section>
            </>
          ) : null
        }
      />
    </>
  );
}

/** Links from the list of what is missing lead to their part of the form. */
function useHash(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, key]);
}

/** What stands between the application and its submission: what is missing, and what the rules found. */
function usePreflight(application: Application): Finding[] {
  const asFindings = useFindings();
  const href = `/applications/${application.id}`;
  const missing = application.missing.map(({ field, message }): Finding => ({
    code: `missing-${field}`,
    severity: 'blocking',
    message,
    href: `${href}#${sectionOfField(field)}`,
  }));
  return [...missing, ...asFindings(application.findings, href)];
}

function DiscardButton({ application }: { application: Application }) {
  const t = useApplicationsText();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const discard = useVerb({
    send: (_wish: null) =>
      take(
        api.DELETE('/api/v1/applications/{applicationId}', {
          params: { path: { applicationId: application.id } },
          headers: ifMatch(application.version),
        }),
      ),
    outdates: ['/api/v1/applications', '/api/v1/home'],
    said: t('discard.done'),
    onDone: () => void navigate('/applications'),
  });
  return (
    <>
      <Button icon={<Icon name="remove" />} onClick={() => setOpen(true)}>
        {t('discard.verb')}
      </Button>
      <ConfirmTyped
        open={open}
        title={t('discard.title')}
        word={t('discard.word')}
        verb={t('discard.verb')}
        onConfirm={async () => {
          await discard.mutateAsync(null).catch(() => null);
        }}
        onCancel={() => setOpen(false)}
      >
        <p>{t('discard.line')}</p>
      </ConfirmTyped>
    </>
  );
}
