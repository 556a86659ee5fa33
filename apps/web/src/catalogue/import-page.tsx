import { Alert, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Schemas } from '../account/session.js';
import { sendFile } from '../api/send-file.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { download } from '../parts/download.js';
import { PageHeader } from '../parts/page-header.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { workbookOf } from '../parts/workbook.js';
import { columnsOf } from './import-columns.js';
import { kindOf } from './kinds.js';
import { useCatalogueText } from './words.js';
import './catalogue.css';

interface Wish {
  edition?: string;
  source?: string;
  /** Not asked of organisations. */
  missing?: 'retire' | 'keep';
}

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list is uploaded: the preview that comes of it is a page of its own. */
export default function ImportPage() {
  const t = useCatalogueText();
  const said = useSaid();
  const go = useNavigate();
  const kind = kindOf(useParams().kind);
  const [form] = Form.useForm<Wish>();
  const [refused, setRefused] = useState<Problem | null>(null);
  const name = t(`kinds.${kind}`);
  const upload = useVerb({
    send: ({ file, wish }: { file: File; wish: Wish }, key) =>
      sendFile<Schemas['CatalogueImportDetailDto']>(
        '/api/v1/catalogue/imports',
        file,
        {
          kind,
          ...(wish.missing ? { missing: wish.missing } : {}),
          ...(wish.edition?.trim() ? { edition: wish.edition.trim() } : {}),
          ...(wish.source?.trim() ? { source: wish.source.trim() } : {}),
        },
        key,
      ),
    outdates: ['/api/v1/catalogue/imports'],
    onDone: (made) => void go(`/catalogues/imports/${made.id}`),
    onProblem: (problem) => {
      setRefused(problem);
      return true;
    },
  });
  const begin = async (file: File) => {
    setRefused(null);
    const wish = await form.validateFields().catch(() => null);
    if (wish) await upload.mutateAsync({ file, wish }).catch(() => undefined);
  };
  const columns = columnsOf(kind, t);
  const template = () =>
    download(
      `${t('import.templateName', { kind: name })}.xlsx`,
      workbookOf({ name, head: columns.map(({ title }) => title), rows: [] }),
      excelType,
    );
  return (
    <>
      <PageHeader
        title={t('import.title', { kind: name })}
        crumbs={[{ label: t('title'), to: `/catalogues/${kind}` }]}
        line={t('import.line')}
      />
      <section className="panel reading-page import-page">
        <Form<Wish> form={form} layout="vertical" initialValues={{ missing: 'retire' }}>
          {kind === 'organisations' ? (
            <p className="quiet">{t('import.keepAlways')}</p>
          ) : (
            <>
              <Form.Item
                name="edition"
                label={t('import.edition')}
                extra={t('import.editionHelp')}
                className="form-medium"
                rules={[{ pattern: /^\s*(19|20)\d{2}\s*$/, message: t('import.editionBad') }]}
              >
                <Input maxLength={8} inputMode="numeric" />
              </Form.Item>
              <Form.Item
                name="missing"
                label={t('import.missing')}
                required
                {...(kind === 'divisions' ? { extra: t('import.divisionsHelp') } : {})}
              >
                <Radio.Group
                  options={[
                    { value: 'retire', label: t('import.retire') },
                    { value: 'keep', label: t('import.keep') },
                  ]}
                />
              </Form.Item>
            </>
          )}
          <Form.Item name="source" label={t('import.source')} extra={t('import.sourceHelp')}>
            <Input maxLength={300} />
          </Form.Item>
        </Form>
        {refused ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={said(refused.said)}
            description={refused.errors.map(({ message }) => said(message)).join(' ') || undefined}
            className="page-alert"
          />
        ) : null}
        <h2>{t('import.file')}</h2>
        <UploadDrop accept=".xlsx,.csv,.txt" onFile={begin} hint={t('import.accepts')} />
        <h2>{t('import.columns')}</h2>
        <dl className="import-columns">
          {columns.map(({ title, needed, note }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd className="quiet">
                {needed ? t('import.required') : t('import.optional')}
                {note ? ` · ${note}` : ''}
              </dd>
            </div>
          ))}
        </dl>
        <Button icon={<Icon name="export" />} onClick={template}>
          {t('import.template')}
        </Button>
      </section>
    </>
  );
}
