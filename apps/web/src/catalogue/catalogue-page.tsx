import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Switch, Tree } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { got } from '../api/query.js';
import { Answered } from '../frame/load-error.js';
import { useTimes } from '../language/times.js';
import { DataTable } from '../parts/data-table.js';
import { EmptyState } from '../parts/empty-state.js';
import { GoButton } from '../parts/go-button.js';
import { PageHeader } from '../parts/page-header.js';
import { entriesUnder, treeOf, useEntries } from './entries.js';
import { useEntryColumns } from './entry-columns.js';
import { kindOf, kinds, lowestLevel, type CatalogueEdition, type Kind } from './kinds.js';
import { VersionList } from './version-list.js';
import { useCatalogueText } from './words.js';
import './catalogue.css';

/** The reference lists: which there are, in which edition, with their entries and their versions. */
export default function CataloguePage() {
  const t = useCatalogueText();
  const go = useNavigate();
  const kind = kindOf(useParams().kind);
  const overview = useQuery(got('/api/v1/catalogue'));
  return (
    <Answered query={overview}>
      {({ items, mayImport }) => (
        <>
          <PageHeader
            title={t('title')}
            line={t('line')}
            {...(mayImport
              ? {
                  primary: {
                    label: t('import.title', { kind: t(`kinds.${kind}`) }),
                    onClick: () => void go(`/catalogues/${kind}/import`),
                  },
                }
              : {})}
          />
          <Segmented<Kind>
            aria-label={t('kindsLabel')}
            value={kind}
            onChange={(next) => void go(`/catalogues/${next}`)}
            options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Catalogue
            key={kind}
            kind={kind}
            editions={items.filter((edition) => edition.kind === kind)}
            mayImport={mayImport}
          />
        </>
      )}
    </Answered>
  );
}

function Catalogue(props: { kind: Kind; editions: CatalogueEdition[]; mayImport: boolean }) {
  const { kind, editions } = props;
  const t = useCatalogueText();
  const times = useTimes();
  const [params, setParams] = useSearchParams();
  const current = editions.find((edition) => edition.current) ?? null;
  const shown = editions.find(({ edition }) => edition === params.get('edition')) ?? current;
  const view = params.get('view') === 'versions' ? 'versions' : 'entries';
  const set = (key: string, value: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className="catalogue-bar">
        {kind === 'organisations' || editions.length === 0 ? null : (
          <label className="switch-label">
            {t('edition')}
            <Select<string>
              value={shown?.edition ?? ''}
              onChange={(edition) => set('edition', edition)}
              options={editions.map(({ edition, current: inForce }) => ({
                value: edition,
                label: t(inForce ? 'editionCurrent' : 'editionOf', { edition }),
              }))}
            />
          </label>
        )}
        <Segmented<'entries' | 'versions'>
          aria-label={t('viewLabel')}
          value={view}
          onChange={(next) => set('view', next === 'entries' ? null : next)}
          options={(['entries', 'versions'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
        />
        {shown ? (
          <span className="quiet">
            {[
              t('state.entries', { count: shown.entries }),
              ...(shown.retired > 0 ? [t('state.retired', { count: shown.retired })] : []),
              ...(shown.number > 0 ? [t('state.version', { number: shown.number })] : []),
              ...(shown.appliedAt ? [times.show(shown.appliedAt, 'day')] : []),
              ...(shown.source ? [shown.source] : []),
            ].join(' · ')}
          </span>
        ) : null}
      </div>
      {view === 'versions' ? (
        <VersionList kind={kind} edition={shown?.edition ?? ''} />
      ) : (
        <Entries kind={kind} edition={shown?.edition ?? null} mayImport={props.mayImport} />
      )}
    </>
  );
}

function Entries({ kind, edition, mayImport }: { kind: Kind; edition: string | null; mayImport: boolean }) {
  const t = useCatalogueText();
  const [params, setParams] = useSearchParams();
  const under = params.get('under');
  const leaves = params.get('leaves') !== 'no';
  const retired = params.get('retired') === 'yes';
  const set = (key: string, value: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const list = useEntries(kind, edition, retired);
  const columns = useEntryColumns(kind);
  const tree = useMemo(
    () => (kind === 'organisations' || !list.data ? [] : treeOf(kind, list.data)),
    [kind, list.data],
  );
  const rows = useMemo(() => {
    if (!list.data || kind === 'organisations') return list.data;
    const within = under ? entriesUnder(list.data, under) : list.data;
    const lowest = lowestLevel(kind);
    return leaves && kind === 'occupations' ? within.filter(({ level }) => level === lowest) : within;
  }, [list.data, kind, under, leaves]);
  const table = (
    <DataTable
      id={`catalogue-${kind}`}
      columns={columns}
      rows={edition === null ? [] : rows}
      rowKey={(row) => row.key}
      error={list.error}
      onRetry={() => void list.refetch()}
      exportName={`${t(`kindTitles.${kind}`)}${edition ? ` ${edition}` : ''}`}
      rowClassName={(row) => (row.retired ? 'row-retired' : '')}
      actions={
        kind === 'organisations' ? null : (
          <>
            {kind === 'occupations' ? (
              <label className="switch-label">
                <Switch size="small" checked={leaves} onChange={(on) => set('leaves', on ? null : 'no')} />
                {t('tree.leaves')}
              </label>
            ) : null}
            <label className="switch-label">
              <Switch size="small" checked={retired} onChange={(on) => set('retired', on ? 'yes' : null)} />
              {t('tree.retired')}
            </label>
          </>
        )
      }
      empty={
        <EmptyState
          icon="table"
          title={t('empty')}
          line={t('emptyLine')}
          action={
            mayImport ? <GoButton to={`/catalogues/${kind}/import`}>{t('import.open')}</GoButton> : null
          }
        />
      }
    />
  );
  if (kind === 'organisations') return table;
  return (
    <div className="catalogue-columns">
      <nav className="catalogue-tree" aria-label={t('tree.title')}>
        <Tree
          blockNode
          treeData={[{ key: '', title: t('tree.all'), children: [] }, ...tree]}
          selectedKeys={[under ?? '']}
          defaultExpandedKeys={under ? aboveOf(under) : []}
          onSelect={(_, { node }) => set('under', String(node.key) || null)}
        />
      </nav>
      <div className="catalogue-table">{table}</div>
    </div>
  );
}

/** The codes above one, for a tree that is open where one was: 6-18-02 → 6, 6-18; 330106 → 330000, 330100. */
function aboveOf(code: string): string[] {
  if (/^\d{6}$/.test(code)) return [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
  if (/^[A-T]/.test(code)) return [code.slice(0, 1), code.slice(0, 3), code.slice(0, 4)];
  const parts = code.split('-');
  return parts.map((_, at) => parts.slice(0, at + 1).join('-'));
}
