import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.js';
import { got, type GetPath } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { LoadError } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { useSaid } from '../language/language.js';
import { StateTag } from '../parts/state-tag.js';
import type { Candidate } from './types.js';
import { useDeskText } from './words.js';

const path = '/api/v1/events/{eventId}/skills/{skillId}/sign-off-candidates';
const isFine = ({ findings }: Candidate): boolean =>
  findings.every(({ severity }) => severity !== 'blocking');

/** What signing would confirm, form by form; then all chosen ones are signed, or none. */
export function SignDialog(props: {
  eventId: string;
  skillId: string;
  outdates: readonly GetPath[];
  onOpen: (formId: string) => void;
  onClose: () => void;
}) {
  const t = useDeskText();
  const said = useSaid();
  const { eventId, skillId } = props;
  const params = { path: { eventId, skillId } };
  const candidates = useQuery(got(path, { params }));
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const sign = useVerb({
    send: (forms: { formId: string; revision: number }[]) =>
      take(api.PUT('/api/v1/events/{eventId}/skills/{skillId}/sign-offs', { params, body: { forms } })),
    outdates: [path, ...props.outdates],
    said: ({ items }) => t('sign.done', { count: items.length }),
    onDone: props.onClose,
  });
  const items = candidates.data?.items ?? [];
  const keys = chosen ?? items.filter(isFine).map(({ formId }) => formId);
  const wanted = items
    .filter(({ formId }) => keys.includes(formId))
    .map(({ formId, revision }) => ({ formId, revision }));
  return (
    <Modal
      open
      width={900}
      title={t('sign.title')}
      okText={t('sign.go', { count: wanted.length })}
      okButtonProps={{ disabled: wanted.length === 0, loading: sign.isPending, autoFocus: true }}
      onOk={() => sign.mutate(wanted)}
      onCancel={props.onClose}
    >
      <p>{t('sign.line')}</p>
      {candidates.isError ? (
        <LoadError error={candidates.error} onRetry={() => void candidates.refetch()} />
      ) : (
        <Table<Candidate>
          size="middle"
          loading={candidates.isPending}
          rowKey="formId"
          dataSource={items}
          pagination={false}
          scroll={{ y: 420 }}
          locale={{ emptyText: t('sign.none') }}
          rowSelection={{
            selectedRowKeys: [...keys],
            onChange: (next) => setChosen(next.map(String)),
            getCheckboxProps: (row) => ({ disabled: !isFine(row), 'aria-label': row.workCode }),
          }}
          columns={[
            {
              title: t('sign.work'),
              render: (_, row) => (
                <Button type="link" className="code" onClick={() => props.onOpen(row.formId)}>
                  {row.workCode}
                </Button>
              ),
            },
            { title: t('sign.sub'), render: (_, row) => `${row.subCriterionCode} ${row.subCriterionName}` },
            {
              title: t('sign.total'),
              align: 'right',
              render: (_, row) => (
                <span className="figures">
                  {formatMark(row.totalHundredths)}{' '}
                  <span className="quiet">/ {formatMark(row.maxHundredths)}</span>
                </span>
              ),
            },
            { title: t('sign.code'), render: (_, row) => <span className="code">{row.versionCode}</span> },
            { title: t('sign.scan'), render: (_, row) => t(row.hasScan ? 'sign.has' : 'sign.hasNot') },
            {
              title: t('sign.findings'),
              render: (_, row) =>
                row.findings.length === 0 ? (
                  <StateTag look="passed" quiet>
                    {t('sign.fine')}
                  </StateTag>
                ) : (
                  row.findings.map(({ code, severity, message }) => (
                    <div key={code} className={`finding-line state-${severity}`}>
                      {said(message)}
                    </div>
                  ))
                ),
            },
          ]}
        />
      )}
      {items.some((row) => !row.hasScan && !isFine(row)) ? (
        <p className="quiet">{t('sign.mustScan')}</p>
      ) : null}
    </Modal>
  );
}
