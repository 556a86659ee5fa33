import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { asProblem, type Problem } from '../api/problem.js';
import type { components } from '../api/schema.js';
import { pastedFile, sendFile } from '../api/send-file.js';
import { useVerb } from '../api/verb.js';
import { EventHeader, useEventName } from '../events/event-header.js';
import { useEvent } from '../frame/event.js';
import { LoadError } from '../frame/load-error.js';
import { Icon } from '../look/icons.js';
import { keepSlips } from '../people/slips.js';
import { CellFindings } from '../parts/cell-findings.js';
import { GoButton } from '../parts/go-button.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { setUpPaths, useSetUp } from '../schemes/skill-set-up.js';
import { type JudgeText, useJudgeText } from './words.js';
import './judges.css';

type Preview = components['schemas']['JudgePreviewReply'];
type Row = components['schemas']['JudgeListRowReply'];
type Imported = components['schemas']['JudgeImportReply'];

const looks: Record<Row['outcome'], StateLook> = {
  new: 'passed',
  existing: 'passed',
  there: 'ended',
  faulty: 'blocking',
};

/** A list of judges, pasted or uploaded: previewed cell by cell, then accounts and judges at once. */
export default function ImportJudgesPage() {
  const event = useEvent();
  const { skillId = '' } = useParams();
  const skill = useSetUp(skillId).data?.items[0];
  const t = useJudgeText(skill?.policyName ?? '');
  const base = `/events/${event.id}/skills/${skillId}/judges`;
  const at = `/api/v1/events/${event.id}/skills/${skillId}`;
  const [source, setSource] = useState<Blob | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [done, setDone] = useState<Imported | null>(null);
  const read = async (list: Blob) => {
    try {
      setPreview(await sendFile<Preview>(`${at}/judge-previews`, list));
      setSource(list);
      setProblem(null);
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
  };
  const bring = useVerb({
    send: (_: number, key) => sendFile<Imported>(`${at}/judge-imports`, source ?? new Blob(), {}, key),
    outdates: [...setUpPaths, '/api/v1/accounts'],
    onDone: setDone,
  });
  const ready = preview !== null && preview.blocking === 0 && preview.judges > 0 && done === null;
  return (
    <>
      <EventHeader
        title={t('import.title')}
        line={done ? null : t('import.line')}
        crumbs={[{ label: skill ? `${skill.code} ${skill.name}` : t('tab.judges'), to: base }]}
        withStages={false}
        actions={
          preview && !done ? (
            <Button icon={<Icon name="undo" />} onClick={() => setPreview(null)}>
              {t('import.another')}
            </Button>
          ) : null
        }
        {...(ready
          ? {
              primary: {
                label: t('import.verb', { count: preview.judges }),
                busy: bring.isPending,
                onClick: () => bring.mutate(preview.judges),
              },
            }
          : {})}
      />
      {done ? (
        <Done imported={done} t={t} base={base} />
      ) : (
        <>
          {preview === null ? (
            <div className="reading-page">
              <UploadDrop accept=".xlsx,.csv,.txt" onFile={read} onPaste={(text) => read(pastedFile(text))} />
            </div>
          ) : (
            <PreviewTables preview={preview} t={t} />
          )}
          {problem ? <LoadError error={problem} /> : null}
        </>
      )}
    </>
  );
}

function PreviewTables({ preview, t }: { preview: Preview; t: JudgeText }) {
  return (
    <>
      {preview.judges === 0 && preview.blocking === 0 ? <p>{t('import.none')}</p> : null}
      {preview.findings.length > 0 ? (
        <section>
          <h2>{t('import.findings')}</h2>
          <CellFindings findings={preview.findings} />
        </section>
      ) : null}
      <section className="page-section">
        <div className="section-head">
          <h2>{t('import.rows')}</h2>
          <span className="quiet">{t('import.accounts', { count: preview.accounts })}</span>
        </div>
        <Table<Row>
          size="small"
          rowKey="row"
          dataSource={preview.rows}
          pagination={preview.rows.length > 100 ? { pageSize: 100 } : false}
          columns={[
            { dataIndex: 'row', title: t('import.row'), width: 60, className: 'figures' },
            { dataIndex: 'name', title: t('list.name') },
            {
              key: 'part',
              title: t('list.part'),
              render: (_, row) => (row.part ? t(`part.${row.part}`) : '–'),
            },
            {
              dataIndex: 'delegationName',
              title: t('list.delegation'),
              render: (name: string | null) => name ?? '–',
            },
            { dataIndex: 'login', title: t('list.login'), render: (login: string) => login || '–' },
            {
              key: 'outcome',
              title: t('import.outcome'),
              render: (_, row) => (
                <StateTag look={looks[row.outcome]}>{t(`import.outcomes.${row.outcome}`)}</StateTag>
              ),
            },
          ]}
        />
      </section>
    </>
  );
}

/** The passwords, this once. */
function Done({ imported, t, base }: { imported: Imported; t: JudgeText; base: string }) {
  const navigate = useNavigate();
  const eventName = useEventName();
  const slips = imported.items.flatMap(({ displayName, login, initialPassword, part, delegationName }) =>
    initialPassword === null
      ? []
      : [
          {
            displayName,
            login,
            initialPassword,
            roles: [t(`part.${part}`), delegationName].filter(Boolean).join(' · '),
          },
        ],
  );
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={t('import.done', { count: imported.items.length })}
        description={slips.length > 0 ? t('import.passwords') : null}
      />
      <div className="notice-actions done-verbs">
        {slips.length > 0 ? (
          <Button
            type="primary"
            icon={<Icon name="print" />}
            onClick={() => {
              keepSlips({ subtitle: eventName, slips });
              void navigate('/account-slips');
            }}
          >
            {t('import.slips')}
          </Button>
        ) : null}
        <GoButton to={base}>{t('import.back')}</GoButton>
      </div>
      <Table
        size="small"
        rowKey="accountId"
        dataSource={imported.items}
        pagination={false}
        columns={[
          { dataIndex: 'displayName', title: t('list.name') },
          { key: 'part', title: t('list.part'), render: (_, row) => t(`part.${row.part}`) },
          {
            dataIndex: 'delegationName',
            title: t('list.delegation'),
            render: (name: string | null) => name ?? '–',
          },
          { dataIndex: 'login', title: t('list.login'), render: (login: string) => <code>{login}</code> },
          {
            dataIndex: 'initialPassword',
            title: t('import.password'),
            render: (password: string | null) =>
              password === null ? <span className="quiet">{t('import.own')}</span> : <code>{password}</code>,
          },
        ]}
      />
    </>
  );
}
