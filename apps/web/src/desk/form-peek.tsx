import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { ifMatch } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { got, outdate, type GetPath } from '../api/query.js';
import { sendFile } from '../api/send-file.js';
import { useVerb } from '../api/verb.js';
import { LoadError, Loading } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { Icon } from '../look/icons.js';
import { freshDraft } from '../marking/form-draft.js';
import { marksOf } from '../marking/form-marks.js';
import type { Form } from '../marking/types.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag } from '../parts/state-tag.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { PeekTable } from './peek-table.js';
import { ReopenDialog } from './reopen-dialog.js';
import { useDeskText } from './words.js';

const path = '/api/v1/events/{eventId}/forms/{formId}';

interface Props {
  eventId: string;
  formId: string;
  outdates: readonly GetPath[];
  onClose: () => void;
  /** After signing: the next one. */
  onSigned: () => void;
}

/** A form beside the matrix, to be looked at, signed, returned or reopened without losing the place. */
export function FormPeek(props: Props) {
  const t = useDeskText();
  const { eventId, formId, onClose } = props;
  const form = useQuery(got(path, { params: { path: { eventId, formId } } }));
  const title = form.data
    ? t('peek.title', { work: form.data.workCode, sub: form.data.subCriterion.code })
    : '';
  return (
    <Drawer open size={720} title={title} onClose={onClose} destroyOnHidden>
      {form.isPending ? <Loading /> : null}
      {form.isError ? <LoadError error={form.error} onRetry={() => void form.refetch()} /> : null}
      {form.data ? <Peek key={formId} {...props} form={form.data} /> : null}
    </Drawer>
  );
}

function Peek({ eventId, formId, form, outdates, onSigned }: Props & { form: Form }) {
  const t = useDeskText();
  const times = useTimes();
  const [isReopening, setReopening] = useState(false);
  const params = { path: { eventId, formId } };
  const stale = [path, ...outdates] as const;
  const sign = useVerb({
    send: (revision: number) =>
      take(
        api.PUT('/api/v1/events/{eventId}/forms/{formId}/sign-off', {
          params,
          headers: ifMatch(revision),
          body: form.versionCode === null ? {} : { versionCode: form.versionCode },
        }),
      ),
    outdates: stale,
    said: ({ versionCode }) => t('peek.signed', { code: versionCode }),
    onDone: onSigned,
  });
  const giveBack = useVerb({
    send: () => take(api.DELETE('/api/v1/events/{eventId}/forms/{formId}/submission', { params })),
    outdates: stale,
    said: t('peek.givenBack'),
  });
  const needsScan = form.requireSignedScan && form.scanHash === null;
  const canSign = form.may.signOff && !needsScan;
  const { mutate, isPending } = sign;
  useEffect(() => {
    if (!canSign) return;
    const press = ({ key, target }: globalThis.KeyboardEvent) => {
      const isTyping = target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(target.tagName);
      if (key.toLowerCase() === 's' && !isTyping && !isPending) mutate(form.revision);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [canSign, mutate, isPending, form.revision]);
  const draft = freshDraft(form.id, form.revision, form.values);
  const marks = marksOf(form, draft);
  const scanHash = form.signOff?.scanHash ?? form.scanHash;
  return (
    <div className="peek">
      <p>
        {form.subCriterion.name} · {form.teamName}{' '}
        {form.versionCode === null ? null : (
          <StateTag look={form.state === 'signed' ? 'locked' : 'passed'} quiet>
            {t('peek.version', { code: form.signOff?.versionCode ?? form.versionCode })}
          </StateTag>
        )}
      </p>
      <PeekTable form={form} draft={draft} marks={marks} />
      {form.notes.length > 0 ? (
        <section>
          <h2>{t('peek.notes')}</h2>
          <ul className="peek-notes">
            {form.notes.map((note) => (
              <li key={note.id}>
                {form.aspects.find(({ id }) => id === note.aspectId)?.code} {note.text}{' '}
                <span className="quiet">
                  {t('peek.by', { name: note.by ?? '', time: times.show(note.at) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {form.reopenings.length > 0 ? (
        <section>
          <h2>{t('peek.history')}</h2>
          <ul className="peek-notes">
            {form.reopenings.map((one) => (
              <li key={one.at}>
                {one.reason}{' '}
                <span className="quiet">
                  {t('peek.by', { name: one.by ?? '', time: times.show(one.at) })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {form.state === 'submitted' || scanHash ? (
        <section>
          <h2>{t('peek.scan')}</h2>
          {scanHash ? (
            <a href={`/api/v1/events/${eventId}/forms/${formId}/scan`}>
              <Icon name="paper" /> {t('peek.scanThere')}
            </a>
          ) : null}
          {form.state === 'submitted' ? (
            <>
              {needsScan ? <p>{t('peek.scanNeeded')}</p> : null}
              <UploadDrop
                accept=".pdf,.jpg,.jpeg,.png"
                hint={t('peek.scanHint')}
                onFile={async (file) => {
                  await sendFile(
                    `/api/v1/events/${eventId}/forms/${formId}/scan`,
                    file,
                    {},
                    undefined,
                    'PUT',
                  );
                  await outdate(...stale);
                }}
              />
            </>
          ) : null}
        </section>
      ) : null}
      <footer className="peek-foot">
        {canSign ? (
          <Button
            type="primary"
            icon={<Icon name="lock" />}
            loading={isPending}
            title={t('peek.signKey')}
            onClick={() => mutate(form.revision)}
          >
            {t('peek.sign')} <kbd>S</kbd>
          </Button>
        ) : null}
        {form.state === 'submitted' ? (
          <Button loading={giveBack.isPending} onClick={() => giveBack.mutate(undefined)}>
            {t('peek.giveBack')}
          </Button>
        ) : null}
        {form.may.reopen ? (
          <Button icon={<Icon name="unlock" />} onClick={() => setReopening(true)}>
            {t('peek.reopen')}
          </Button>
        ) : null}
        <GoButton to={`/events/${eventId}/marking/${formId}/print`} icon={<Icon name="print" />}>
          {t('peek.print')}
        </GoButton>
        <GoButton to={`/events/${eventId}/marking/${formId}`}>{t('peek.open')}</GoButton>
      </footer>
      {isReopening ? <ReopenDialog form={form} outdates={stale} onClose={() => setReopening(false)} /> : null}
    </div>
  );
}
