import { Alert, App, Button, Form, Popconfirm, Progress, Select } from 'antd';
import { documentKinds } from '@luban/rulebook';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { asProblem, type Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { StateTag } from '../parts/state-tag.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { ApplicationDocuments } from './application-files.js';
import { useApplicationNames } from './application-names.js';
import { SectionPanel } from './section-panel.js';
import { sendDocument } from './send-document.js';
import type { Application, ApplicationDocumentRow } from './types.js';
import { useApplicationsText } from './words.js';

type Kind = ApplicationDocumentRow['kind'];

const scans = '.pdf,.png,.jpg,.jpeg';
/** Which files each kind takes: the server's list, for the file dialog only. */
const accepts: Record<Kind, string> = {
  request: scans,
  stampedForm: scans,
  feasibility: '.pdf,.docx',
  standard: scans,
  implementationPlan: '.pdf,.docx',
  agreement: scans,
  supplement: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg',
  other: '.pdf,.docx,.xlsx,.png,.jpg,.jpeg',
};

/** The documents, and one more: its kind, its occupation where it belongs to one, the file. */
export function SectionDocuments({
  application,
  onSaved,
}: {
  application: Application;
  onSaved: (application: Application) => void;
}) {
  const t = useApplicationsText();
  const names = useApplicationNames();
  const [kind, setKind] = useState<Kind>('request');
  const [occupationId, setOccupationId] = useState<string | null>(null);
  const perOccupation = kind === 'standard' || kind === 'feasibility';
  const wanted = documentKinds.filter((one) => one !== 'other' && one !== 'supplement');
  return (
    <SectionPanel id="documents" application={application}>
      <div className="document-kinds">
        {wanted.map((one) => {
          const count = application.documents.filter(
            (document) => document.kind === one && document.state === 'current',
          ).length;
          return (
            <StateTag key={one} look={count > 0 ? 'passed' : 'waiting'} quiet>
              {names.documentOf(one)}
              {count > 0 ? ` ${t('document.have', { count })}` : ''}
            </StateTag>
          );
        })}
      </div>
      <ApplicationDocuments
        application={application}
        actions={(document) => (
          <RemoveDocument application={application} document={document} onSaved={onSaved} />
        )}
      />
      <h3>{t('document.upload')}</h3>
      <div className="upload-row">
        <Form.Item label={t('document.kind')}>
          <Select<Kind>
            aria-label={t('document.kind')}
            value={kind}
            onChange={setKind}
            options={documentKinds
              .filter((one) => one !== 'stampedForm')
              .map((one) => ({ value: one, label: names.documentOf(one) }))}
          />
        </Form.Item>
        {perOccupation && application.occupations.length > 0 ? (
          <Form.Item label={t('document.occupation')}>
            <Select<string>
              aria-label={t('document.occupation')}
              value={occupationId ?? ''}
              onChange={(id) => setOccupationId(id || null)}
              options={[
                { value: '', label: t('document.allOccupations') },
                ...application.occupations.map(({ id, name, detail }) => ({
                  value: id,
                  label: detail ? `${name} · ${detail}` : name,
                })),
              ]}
            />
          </Form.Item>
        ) : null}
      </div>
      <DocumentDrop
        application={application}
        accept={accepts[kind]}
        fields={{ kind, ...(perOccupation && occupationId ? { occupationId } : {}) }}
        onSaved={onSaved}
      />
    </SectionPanel>
  );
}

/** Takes one file, shows how much of it has been sent, and why it was not taken. */
export function DocumentDrop({
  application,
  accept,
  fields,
  onSaved,
}: {
  application: Application;
  accept: string;
  fields: Record<string, string>;
  onSaved: (application: Application) => void;
}) {
  const t = useApplicationsText();
  const said = useSaid();
  const { message } = App.useApp();
  const [sending, setSending] = useState<{ name: string; percent: number } | null>(null);
  const [problem, setProblem] = useState<{ file: string; met: Problem } | null>(null);
  const send = async (file: File) => {
    setProblem(null);
    setSending({ name: file.name, percent: 0 });
    try {
      onSaved(
        await sendDocument(application.id, file, fields, (percent) =>
          setSending({ name: file.name, percent }),
        ),
      );
      void message.success(t('document.added'));
    } catch (thrown) {
      setProblem({ file: file.name, met: asProblem(thrown) });
    } finally {
      setSending(null);
    }
  };
  const words = problem?.met.errors.length
    ? problem.met.errors.map((fault) => said(fault.message)).join(' ')
    : problem && said(problem.met.said);
  return (
    <>
      {problem ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="form-problem"
          title={problem.file}
          description={words}
          closable={{ onClose: () => setProblem(null) }}
        />
      ) : null}
      {sending ? (
        <div aria-live="polite">
          <Progress percent={sending.percent} status="active" size="small" />
          <p className="quiet">
            {sending.percent < 100
              ? t('document.sending', sending)
              : t('document.checking', { name: sending.name })}
          </p>
        </div>
      ) : null}
      <UploadDrop accept={accept} onFile={send} hint={<span className="quiet">{t('document.types')}</span>} />
    </>
  );
}

function RemoveDocument({
  application,
  document,
  onSaved,
}: {
  application: Application;
  document: ApplicationDocumentRow;
  onSaved: (application: Application) => void;
}) {
  const t = useApplicationsText();
  const remove = useVerb({
    send: (documentId: string) =>
      take(
        api.DELETE('/api/v1/applications/{applicationId}/documents/{documentId}', {
          params: { path: { applicationId: application.id, documentId } },
        }),
      ),
    said: t('document.removed'),
    onDone: onSaved,
  });
  if (document.submitted) return null;
  return (
    <Popconfirm
      title={t('document.remove', { name: document.fileName })}
      okText={t('remove')}
      onConfirm={() => remove.mutate(document.id)}
    >
      <Button
        type="text"
        size="small"
        aria-label={`${t('remove')} ${document.fileName}`}
        icon={<Icon name="remove" />}
        loading={remove.isPending}
      />
    </Popconfirm>
  );
}
