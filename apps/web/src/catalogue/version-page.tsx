import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Schemas } from '../account/session.js';
import { api, take } from '../api/client.js';
import { useKeyset } from '../api/keyset.js';
import { got } from '../api/query.js';
import { useVerb } from '../api/verb.js';
import { Answered } from '../frame/load-error.js';
import { formatCount } from '../language/format.js';
import { useTimes } from '../language/times.js';
import { CellFindings } from '../parts/cell-findings.js';
import { DataTable, type Column } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { StateTag, type StateLook } from '../parts/state-tag.js';
import { fieldValue, type Kind } from './kinds.js';
import { importLooks } from './version-list.js';
import { catalogueWords, useCatalogueText } from './words.js';
import './catalogue.css';

type Import = Schemas['CatalogueImportDetailDto'];
type Change = Schemas['CatalogueChangeDto'];

const outdated = [
  '/api/v1/catalogue',
  '/api/v1/catalogue/imports',
  '/api/v1/catalogue/imports/{importId}',
] as const;

/** One import: as a preview with the button that makes it a version, later as the record of what it changed. */
export default function VersionPage() {
  const { importId = '' } = useParams();
  const found = useQuery(got('/api/v1/catalogue/imports/{importId}', { params: { path: { importId } } }));
  return <Answered query={found}>{(row) => <Version row={row} />}</Answered>;
}

function Version({ row }: { row: Import }) {
  const t = useCatalogueText();
  const times = useTimes();
  const { modal } = App.useApp();
  const go = useNavigate();
  const kind = row.edition
    ? `${t(`kindTitles.${row.kind}`)} · ${t('editionOf', { edition: row.edition })}`
    : t(`kindTitles.${row.kind}`);
  const changed = row.added + row.changed + row.removed;
  const path = { params: { path: { importId: row.id } } };
  const apply = useVerb({
    send: () => take(api.PUT('/api/v1/catalogue/imports/{importId}/version', path)),
    outdates: [...outdated, '/api/v1/organisations'],
    said: (done) => t('preview.applied', { number: done.number ?? 0 }),
  });
  const discard = useVerb({
    send: () => take(api.DELETE('/api/v1/catalogue/imports/{importId}', path)),
    outdates: outdated,
    said: t('preview.gone'),
    onDone: () => void go(`/catalogues/${row.kind}?view=versions`),
  });
  const confirm = () => {
    if (row.removed === 0) return apply.mutate(undefined);
    modal.confirm({
      title: t('preview.applyAsk', { count: row.removed }),
      content: t('preview.applyLine'),
      okText: t('preview.apply'),
      onOk: () => apply.mutate(undefined),
    });
  };
  const giveUp = () =>
    modal.confirm({
      title: t('preview.discardAsk'),
      content: t('preview.discardLine'),
      okText: t('preview.discard'),
      onOk: () => discard.mutate(undefined),
    });
  const open = row.state === 'previewed';
  const ready = open && row.blocking === 0 && changed > 0;
  const title =
    row.state === 'applied'
      ? t('preview.version', { kind, number: row.number ?? 0 })
      : t(open ? 'preview.title' : 'preview.discarded', { kind });
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), to: `/catalogues/${row.kind}` },
          { label: t('view.versions'), to: `/catalogues/${row.kind}?view=versions` },
        ]}
        tag={
          open && row.blocking > 0 ? (
            <StateTag look="blocking">{t('preview.states.faulty')}</StateTag>
          ) : (
            <StateTag look={importLooks[row.state]}>{t(`preview.states.${row.state}`)}</StateTag>
          )
        }
        line={[
          row.source,
          t('preview.madeBy', {
            name: row.createdByName ?? t('versions.system'),
            at: times.show(row.createdAt, 'dayTime'),
          }),
          ...(row.appliedAt
            ? [
                t('preview.appliedBy', {
                  name: row.appliedByName ?? t('versions.system'),
                  at: times.show(row.appliedAt, 'dayTime'),
                }),
              ]
            : []),
          row.baseNumber > 0 ? t('preview.compared', { number: row.baseNumber }) : t('preview.comparedNone'),
        ].join(' · ')}
        actions={
          <>
            {open ? (
              <>
                <GoButton to={`/catalogues/${row.kind}/import`}>{t('preview.again')}</GoButton>
                <Button onClick={giveUp} loading={discard.isPending}>
                  {t('preview.discard')}
                </Button>
              </>
            ) : (
              <GoButton to={`/catalogues/${row.kind}?edition=${row.edition}`}>
                {t('preview.toCatalogue')}
              </GoButton>
            )}
          </>
        }
        {...(ready ? { primary: { label: t('preview.apply'), onClick: confirm } } : {})}
      />
      <ul className="version-counts">
        {(['added', 'changed', 'removed', 'unchanged'] as const).map((key) => (
          <li key={key}>
            <strong className="figures">{formatCount(row[key])}</strong>
            {t(`preview.${key}`)}
          </li>
        ))}
      </ul>
      {open && row.blocking > 0 ? (
        <Alert
          type="error"
          showIcon
          title={t('preview.faulty', { count: row.blocking })}
          className="page-alert"
        />
      ) : open && changed === 0 ? (
        <Alert type="info" showIcon title={t('preview.nothing')} className="page-alert" />
      ) : null}
      {row.findings.length > 0 ? (
        <section className="page-section">
          <div className="section-head">
            <h2>{t('preview.findings')}</h2>
          </div>
          <CellFindings
            findings={row.findings.map((finding) => ({ ...finding, cell: finding.cell || null }))}
            imported
          />
        </section>
      ) : null}
      {changed > 0 && row.state !== 'discarded' ? <Changes row={row} /> : null}
    </>
  );
}

const changeLooks: Record<Change['change'], StateLook> = {
  added: 'passed',
  changed: 'warning',
  removed: 'ended',
};

function Changes({ row }: { row: Import }) {
  const t = useCatalogueText();
  const list = useKeyset(['/api/v1/catalogue/imports/{importId}', row.id, 'changes'], (after) =>
    take(
      api.GET('/api/v1/catalogue/imports/{importId}/changes', {
        params: { path: { importId: row.id }, query: { limit: '5000', ...(after ? { after } : {}) } },
      }),
    ),
  );
  const columns = useMemo(
    (): Column<Change>[] => [
      {
        key: 'change',
        title: t('preview.changeKind'),
        width: 110,
        value: (one) => t(`preview.${one.change}`),
        render: (one) => <StateTag look={changeLooks[one.change]}>{t(`preview.${one.change}`)}</StateTag>,
        filter: {
          options: (['added', 'changed', 'removed'] as const).map((value) => ({
            value,
            text: t(`preview.${value}`),
          })),
          of: (one) => one.change,
        },
      },
      ...(row.kind === 'organisations'
        ? []
        : [{ key: 'code', title: t('field.code'), width: 130, value: (one: Change) => one.code }]),
      { key: 'name', title: t('field.name'), width: 260, value: (one) => one.name },
      {
        key: 'detail',
        title: t('preview.detail'),
        width: 460,
        value: (one) => one.fields.map((field) => fieldText(row.kind, one, field)).join('；'),
        render: (one) => (
          <ul className="change-fields">
            {one.fields
              .filter((field) => one.change === 'changed' || isTelling(field))
              .map((field) => (
                <li key={field.field}>{fieldText(row.kind, one, field)}</li>
              ))}
          </ul>
        ),
      },
    ],
    [t, row.kind],
  );
  return (
    <section className="page-section">
      <div className="section-head">
        <h2>{t('preview.changes')}</h2>
      </div>
      <DataTable
        id="catalogue-changes"
        prefixed
        columns={columns}
        rows={list.rows}
        rowKey={(one) => one.code}
        error={list.error}
        onRetry={list.retry}
        more={list.more}
        exportName={t('preview.export')}
        empty={<EmptyState icon="table" title={t('preview.none')} />}
      />
    </section>
  );
}

/** Of what is added or removed: the name stands beside it already, and "no" says nothing. */
const isTelling = ({ field, before, after }: Change['fields'][number]): boolean =>
  field !== 'name' && field !== 'pseudo' && (before ?? after) !== 'false';

/** 名称：焊工 → 焊接工, or the value alone of what is added or removed. */
function fieldText(
  kind: Kind,
  { change }: Change,
  { field, before, after }: Change['fields'][number],
): string {
  const title = catalogueWords.find(`field.${field}`) ?? field;
  const said = (value: string | null) =>
    fieldValue(kind, field, value) ?? catalogueWords.text('preview.blank');
  if (change === 'changed') return `${title}：${said(before)} → ${said(after)}`;
  return `${title}：${said(change === 'added' ? after : before)}`;
}
