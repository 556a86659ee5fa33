import { Alert, Button, Checkbox, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useActiveRole } from '../account/roles.js';
import { idempotencyKey } from '../api/attempt.js';
import { api, take } from '../api/client.js';
import { useVerb } from '../api/verb.js';
import { useEvent } from '../frame/event.js';
import { useSaid } from '../language/language.js';
import { Icon } from '../look/icons.js';
import { CellFindings } from '../parts/cell-findings.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { download, excelType } from '../parts/download.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { workbookOf } from '../parts/workbook.js';
import { useRegistrationDoor } from './deadline.js';
import { RosterColumns } from './roster-columns.js';
import { rosterBody, type RosterWish } from './roster-wish.js';
import { entryPaths, type RosterPreview, type RosterRow } from './types.js';
import { useRegistrationText } from './words.js';

const outcomeLooks: Record<RosterRow['outcome'], StateLook> = {
  new: 'passed',
  entered: 'ended',
  faulty: 'blocking',
};

/** What a roster would become: its faults cell by cell, its rows as they were understood, and the button to import. */
export function RosterResult(props: {
  preview: RosterPreview;
  wish: RosterWish;
  looking: boolean;
  onLook: (wish: RosterWish) => void;
  onDone: (counts: RosterPreview['counts'], submitted: boolean) => void;
}) {
  const t = useRegistrationText();
  const said = useSaid();
  const event = useEvent();
  const { role } = useActiveRole();
  const door = useRegistrationDoor();
  const { preview, wish } = props;
  const { counts, findings } = preview;
  const [submit, setSubmit] = useState(true);
  const [lateReason, setLateReason] = useState('');
  const late = role === 'organiser' && door === 'closed';
  const submits = role !== 'coach';
  const columns = useRosterColumns();
  const importing = useVerb({
    send: (given: RosterWish, key) =>
      take(
        api.POST('/api/v1/events/{eventId}/roster-imports', {
          params: { path: { eventId: event.id } },
          headers: idempotencyKey(key),
          ...rosterBody(given),
        }),
      ),
    outdates: entryPaths,
    onDone: (answer) => props.onDone(answer.counts, submits && submit),
  });
  const takeOver = () =>
    importing.mutate({
      ...wish,
      submit: submits && submit,
      ...(late ? { lateReason: lateReason.trim() } : {}),
    });
  const list = () =>
    download(
      `${t('roster.downloadName')}.xlsx`,
      workbookOf({
        name: t('roster.downloadName'),
        head: [t('roster.row'), t('roster.column'), t('field.reason')],
        rows: findings.map(({ row, cell, message }) => [row, cell, said(message)]),
      }),
      excelType,
    );
  return (
    <>
      <div className="roster-summary" role="status">
        <strong className="figures">
          {t('roster.counts', {
            rows: counts.rows,
            entries: counts.entries,
            competitors: counts.competitors,
          })}
        </strong>
        {counts.blocking > 0 ? (
          <StateTag look="blocking">{t('roster.blocking', { count: counts.blocking })}</StateTag>
        ) : (
          <StateTag look="passed">{t('roster.clean')}</StateTag>
        )}
        {counts.warnings > 0 ? (
          <StateTag look="warning">{t('roster.warning', { count: counts.warnings })}</StateTag>
        ) : null}
        {counts.entered > 0 ? (
          <StateTag look="ended">{t('roster.entered', { count: counts.entered })}</StateTag>
        ) : null}
        {preview.encoding ? (
          <span className="quiet">{t('roster.encoding', { name: preview.encoding })}</span>
        ) : null}
      </div>
      {counts.blocking > 0 ? (
        <Alert type="error" showIcon title={t('roster.nothing')} className="page-alert" />
      ) : (
        <div className="panel page-alert">
          {submits ? (
            <Checkbox checked={submit} onChange={(change) => setSubmit(change.target.checked)}>
              {t('roster.submit')}
            </Checkbox>
          ) : null}
          {late ? (
            <label className="stacked-label">
              {t('roster.lateReason')}
              <Input
                maxLength={500}
                value={lateReason}
                onChange={(change) => setLateReason(change.target.value)}
              />
            </label>
          ) : null}
          <div className="page-section">
            <Button
              type="primary"
              loading={importing.isPending}
              disabled={counts.entries === 0 || (late && lateReason.trim().length < 2)}
              onClick={takeOver}
            >
              {counts.entries === 0 ? t('roster.importNone') : t('roster.import', { count: counts.entries })}
            </Button>
          </div>
        </div>
      )}
      <RosterColumns
        key={JSON.stringify(preview.mapping)}
        mapping={preview.mapping}
        busy={props.looking}
        onRead={(mapping) => props.onLook({ ...wish, mapping })}
      />
      {findings.length > 0 ? (
        <section className="page-section">
          <div className="section-head">
            <h2>{t('roster.findings')}</h2>
            <Button icon={<Icon name="export" />} onClick={list}>
              {t('roster.download')}
            </Button>
          </div>
          <CellFindings findings={findings} />
        </section>
      ) : null}
      <section className="page-section">
        <div className="section-head">
          <h2>{t('roster.preview')}</h2>
        </div>
        <DataTable
          id="roster"
          prefixed
          columns={columns}
          rows={preview.rows}
          rowKey={(row) => String(row.row)}
          rowClassName={(row) => (row.outcome === 'faulty' ? 'row-faulty' : '')}
          exportName={null}
        />
      </section>
    </>
  );
}

function useRosterColumns(): Column<RosterRow>[] {
  const t = useRegistrationText();
  return useMemo(
    () => [
      { key: 'row', title: t('roster.row'), value: (row) => row.row, kind: 'count', width: 70 },
      {
        key: 'outcome',
        title: t('field.state'),
        value: (row) => t(`roster.outcome.${row.outcome}`),
        render: (row) => (
          <StateTag look={outcomeLooks[row.outcome]}>{t(`roster.outcome.${row.outcome}`)}</StateTag>
        ),
        filter: {
          options: (['faulty', 'new', 'entered'] as const).map((value) => ({
            value,
            text: t(`roster.outcome.${value}`),
          })),
          of: (row) => row.outcome,
        },
        width: 120,
      },
      { key: 'name', title: t('field.name'), value: (row) => row.name, width: 110 },
      { key: 'delegation', title: t('field.delegation'), value: (row) => row.delegationName, width: 170 },
      { key: 'skill', title: t('field.skill'), value: (row) => row.skillName, width: 160 },
      { key: 'group', title: t('field.group'), value: (row) => row.groupName, width: 90 },
      { key: 'team', title: t('field.team'), value: (row) => row.team || null, width: 90 },
      {
        key: 'sex',
        title: t('field.sex'),
        value: (row) => (row.sex ? t(`field.${row.sex}`) : null),
        width: 70,
      },
      { key: 'birthDate', title: t('field.birthDate'), value: (row) => row.birthDate, width: 120 },
      { key: 'unit', title: t('field.unit'), value: (row) => row.unit, width: 200 },
    ],
    [t],
  );
}
