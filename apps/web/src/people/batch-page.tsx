import { Button, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { roles } from '../account/roles.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { frameText, useFrameText } from '../frame/words.js';
import { useLanguage, useSaid } from '../language/language.js';
import { download, excelType } from '../parts/download.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag } from '../parts/state-tag.js';
import { UploadDrop } from '../parts/upload-drop.js';
import { workbookOf } from '../parts/workbook.js';
import { accountPaths } from './account-details.js';
import { type BatchRow, readBatch } from './batch-rows.js';
import { keepSlips } from './slips.js';
import { usePlaces, useRoleOptions } from './use-places.js';
import { usePeopleText } from './words.js';

type Wish = NonNullable<BatchRow['account']>[];

/** Many accounts from a pasted table: what is understood of each row is shown before anything is created. */
export default function BatchPage() {
  const t = usePeopleText();
  const frame = useFrameText();
  const language = useLanguage();
  const navigate = useNavigate();
  const event = useEvent();
  const options = useRoleOptions(event.id);
  const { skills, delegations } = usePlaces(event.id);
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const accountsPath = `/events/${event.id}/accounts`;
  const rows = useMemo(
    () => (text === null ? null : readBatch(text, { roleOf, options: options ?? [], skills, delegations })),
    [text, options, skills, delegations],
  );
  const create = useVerb({
    send: (items: Wish, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/accounts/batch', {
          params: { path: { eventId: event.id } },
          body: { items },
          headers: idempotencyKey(key),
        }),
      ),
    outdates: accountPaths,
    said: (made) => t('batch.created', { count: made.items.length }),
    onDone: (made) => {
      keepSlips({
        subtitle: language === 'en' ? (event.nameEn ?? event.name) : event.name,
        slips: made.items.map((account, n) => ({
          ...account,
          roles: [
            ...account.roles.map(({ role }) => frame(`role.${role}`)),
            rows?.[n]?.skillText,
            rows?.[n]?.delegationText,
          ]
            .filter(Boolean)
            .join(' · '),
        })),
      });
      void navigate('/account-slips');
    },
    onProblem: (refused) => {
      setProblem(refused);
      return refused.errors.length > 0;
    },
  });
  const begin = (given: string | null) => {
    setProblem(null);
    setText(given);
  };
  const template = () => {
    const head = ['name', 'role', 'skill', 'delegation', 'login'] as const;
    const titles = {
      name: t('column.name'),
      role: t('role.role'),
      skill: t('role.skill'),
      delegation: t('role.delegation'),
      login: t('column.login'),
    };
    const bytes = workbookOf({ name: t('batch.title'), head: head.map((key) => titles[key]), rows: [] });
    download(`${t('batch.templateName')}.xlsx`, bytes, excelType);
  };
  return (
    <div className="reading-page">
      <PageHeader
        title={t('batch.title')}
        crumbs={[{ label: t('accounts.title'), to: accountsPath }]}
        line={t('batch.line')}
        actions={<Button onClick={template}>{t('batch.template')}</Button>}
      />
      {rows === null ? (
        <UploadDrop
          accept=".csv,.txt"
          onFile={async (file) => begin(await file.text())}
          onPaste={begin}
          hint={t('batch.hint')}
        />
      ) : (
        <Preview
          rows={rows}
          problem={problem}
          busy={create.isPending}
          onCreate={(wish) => create.mutate(wish)}
          onAgain={() => begin(null)}
        />
      )}
    </div>
  );
}

/** A role by its word in either language, or by its code. */
function roleOf(text: string) {
  const named = (role: (typeof roles)[number]) =>
    [role, frameText(`role.${role}`, { lng: 'zh' }), frameText(`role.${role}`, { lng: 'en' })].map((name) =>
      name.toLowerCase(),
    );
  return roles.find((role) => named(role).includes(text)) ?? null;
}

function Preview(props: {
  rows: readonly BatchRow[];
  problem: Problem | null;
  busy: boolean;
  onCreate: (wish: Wish) => void;
  onAgain: () => void;
}) {
  const { rows } = props;
  const t = usePeopleText();
  const said = useSaid();
  const refused = (n: number) =>
    (props.problem?.errors ?? [])
      .filter(({ path }) => path.startsWith(`items.${n}.`))
      .map(({ message }) => said(message));
  const lines = rows.map((row, n) => ({
    ...row,
    words: [...row.faults.map(({ code, value }) => t(`batch.${code}`, { value })), ...refused(n)],
  }));
  const faults = lines.reduce((sum, line) => sum + line.words.length, 0);
  const wish = rows.flatMap(({ account }) => account ?? []);
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>
          {rows.length === 0
            ? t('batch.noRows')
            : faults > 0
              ? t('batch.faults', { count: faults })
              : t('batch.preview', { count: wish.length })}
        </h2>
        <div className="page-header-actions">
          <Button onClick={props.onAgain}>{t('batch.again')}</Button>
          <Button
            type="primary"
            loading={props.busy}
            disabled={faults > 0 || wish.length === 0}
            onClick={() => props.onCreate(wish)}
          >
            {t('batch.create', { count: wish.length })}
          </Button>
        </div>
      </div>
      <Table
        size="small"
        rowKey="row"
        pagination={lines.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        scroll={{ x: 'max-content' }}
        dataSource={lines}
        columns={[
          { key: 'row', title: t('batch.row'), dataIndex: 'row', className: 'figures', width: 60 },
          { key: 'name', title: t('column.name'), dataIndex: 'displayName' },
          { key: 'role', title: t('role.role'), dataIndex: 'roleText' },
          { key: 'skill', title: t('role.skill'), dataIndex: 'skillText' },
          { key: 'delegation', title: t('role.delegation'), dataIndex: 'delegationText' },
          { key: 'login', title: t('column.login'), dataIndex: 'login' },
          {
            key: 'problem',
            title: t('batch.problem'),
            render: (_, { words }) =>
              words.length === 0 ? null : <StateTag look="blocking">{words.join('；')}</StateTag>,
          },
        ]}
      />
    </section>
  );
}
