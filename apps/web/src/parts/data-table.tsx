import { Table } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { LoadError } from '../frame/load-error.js';
import { formatMark } from '../language/format.js';
import { EmptyState } from './empty-state.js';
import { TableBar } from './table-bar.js';
import { antColumns } from './table-columns.js';
import { useRowKeys } from './table-keys.js';
import { useChosenColumns } from './table-memory.js';
import { TableDrawer } from './table-drawer.js';
import { TableMore } from './table-more.js';
import { totalsRow } from './table-totals.js';
import { readView, viewOf, writeView, type Value, type View } from './table-view.js';
import { usePartText } from './words.js';

/** A column of a `DataTable`. `value` is what is searched, ordered by and exported; `render` only how it looks. */
export interface Column<Row> {
  key: string;
  title: string;
  value: (row: Row) => Value;
  render?: (row: Row) => ReactNode;
  /** `mark`: value in hundredths, shown `0.00` or `–`. `count`: whole number. Both right-aligned in tabular figures. */
  kind?: 'text' | 'mark' | 'count';
  width?: number;
  /** Offers a filter with these options; `of` gives the row's key (or keys), by default its value. */
  filter?: {
    options: readonly { value: string; text: string }[];
    of?: (row: Row) => string | readonly string[];
  };
  /** The totals row: `sum` of the rows shown, or something of your own over them. */
  total?: 'sum' | ((rows: readonly Row[]) => ReactNode);
  /** Holds buttons only: no order. */
  plain?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
}

/** Something done to the selected rows. Show a preview or ask for a typed word in `run` where it cannot be undone. */
export interface BulkAction<Row> {
  label: string;
  run: (rows: Row[]) => void | Promise<void>;
  danger?: boolean;
}

export interface DataTableProps<Row> {
  /** Names the table: its chosen columns are remembered, and its URL parameters kept apart, under this. */
  id: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  error?: unknown;
  onRetry?: () => void;
  /** What the side drawer shows for a row; Enter or a click opens it without losing the place. */
  details?: (row: Row) => ReactNode;
  detailsTitle?: (row: Row) => ReactNode;
  /** Instead of the drawer: Enter or a click goes there. */
  onOpen?: (row: Row) => void;
  bulk?: readonly BulkAction<Row>[];
  /** Shown when there is no row at all. */
  empty?: ReactNode;
  /** Buttons in the bar, before the export. */
  actions?: ReactNode;
  /** File name (without ending) of the Excel export of exactly what is seen. `null`: none. */
  exportName?: string | null;
  /** A server-made export instead (a print or workbook in an official layout). */
  exportHref?: string;
  /** Keyset lists `{items, next}`: whether more can be read, and how. */
  more?: { has: boolean; loading: boolean; load: () => void };
  /** Two tables on one page: true for the second, so that their URL parameters differ. */
  prefixed?: boolean;
  /** Marks rows, for example those that need attention. */
  rowClassName?: (row: Row) => string;
}

/** From this many rows on only the visible ones are drawn. */
const virtualFrom = 200;

/** The table where experts live: search, filters and order in the URL, keyboard, side drawer, bulk, totals, export. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowKey, details, onOpen } = props;
  const t = usePartText();
  const prefix = props.prefixed ? `${props.id}.` : '';
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readView(params, prefix), [params, prefix]);
  const change = (next: View) => setParams((now) => writeView(now, prefix, next), { replace: true });

  const [chosen, chooseColumns] = useChosenColumns(props.id, columns);
  const visible = columns.filter(({ key }) => chosen.includes(key));
  const viewColumns = useMemo(
    () =>
      columns.map((column) => ({
        key: column.key,
        value: column.value,
        text: (row: Row) => shownText(column, row),
        filterKeys: column.filter
          ? (row: Row) => [column.filter?.of ? column.filter.of(row) : String(column.value(row) ?? '')].flat()
          : undefined,
      })),
    [columns],
  );
  const shown = useMemo(() => viewOf(rows ?? [], viewColumns, view), [rows, viewColumns, view]);

  const openName = `${prefix}open`;
  const openKey = params.get(openName);
  const openRow = details && openKey ? rows?.find((row) => rowKey(row) === openKey) : undefined;
  const setOpen = (key: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (key === null) next.delete(openName);
        else next.set(openName, key);
        return next;
      },
      { replace: true },
    );
  const openAt = openRow ? shown.indexOf(openRow) : -1;
  const left = useRef(0);
  const open = details ? (row: Row) => setOpen(rowKey(row)) : onOpen;

  const [selected, setSelected] = useState<readonly string[]>([]);
  const area = useRef<HTMLDivElement>(null);
  const virtual = shown.length >= virtualFrom;
  const keys = useRowKeys({ area, rows: shown, rowKey, ...(open ? { open } : {}) });
  const wanted = visible.reduce((sum, { width = 140 }) => sum + width, props.bulk ? 44 : 0);
  const size = useTableSize(area, virtual);

  if (props.error !== undefined && props.error !== null && rows === undefined) {
    return <LoadError error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />;
  }
  if (rows?.length === 0 && !props.more?.has) {
    return (
      <>
        {props.actions ? <div className="table-bar">{props.actions}</div> : null}
        {props.empty ?? <EmptyState icon="table" title={t('table.empty')} />}
      </>
    );
  }
  return (
    <div className="data-table" ref={area}>
      <TableBar
        table={props}
        view={view}
        onView={change}
        shown={shown}
        visible={visible}
        chosen={chosen}
        onChoose={chooseColumns}
        selected={rows?.filter((row) => selected.includes(rowKey(row))) ?? []}
        onUnselect={() => setSelected([])}
      />
      <Table<Row>
        size="middle"
        rowKey={rowKey}
        columns={antColumns(visible, view, virtual)}
        dataSource={shown}
        loading={rows === undefined}
        pagination={false}
        virtual={virtual}
        {...(virtual ? {} : { sticky: { offsetHeader: 56 } })}
        scroll={virtual ? { x: Math.max(size.width, wanted), y: size.height } : { x: 'max-content' }}
        rowClassName={(row) => `${open ? 'opens' : ''} ${props.rowClassName?.(row) ?? ''}`}
        onRow={(row, index) => ({ ...keys.onRow(row, index), ...(virtual ? { role: 'row' } : {}) })}
        // What has not come yet must not look like nothing.
        locale={{ emptyText: rows === undefined ? ' ' : <p className="quiet">{t('table.noMatch')}</p> }}
        {...(props.bulk
          ? {
              rowSelection: {
                selectedRowKeys: [...selected],
                preserveSelectedRowKeys: true,
                onChange: (next) => setSelected(next.map(String)),
                columnWidth: 44,
                getCheckboxProps: () => ({ 'aria-label': t('table.selectRow') }),
              },
            }
          : {})}
        onChange={(_page, filters, sorter, { action }) => {
          const order = Array.isArray(sorter) ? sorter[0] : sorter;
          if (action === 'sort') {
            const key = order?.order ? String(order.columnKey) : null;
            change({ ...view, order: key === null ? null : { key, down: order?.order === 'descend' } });
          }
          if (action === 'filter') {
            change({
              ...view,
              filters: Object.fromEntries(
                Object.entries(filters).flatMap(([key, keysChosen]) =>
                  keysChosen ? [[key, keysChosen.map(String)]] : [],
                ),
              ),
            });
          }
        }}
        summary={() => totalsRow(visible, shown, props.bulk !== undefined, t('table.total'))}
      />
      {props.more ? <TableMore {...props.more} count={rows?.length ?? 0} /> : null}
      {details ? (
        <TableDrawer
          open={openRow !== undefined}
          title={openRow ? (props.detailsTitle?.(openRow) ?? t('table.details')) : null}
          at={openAt}
          count={shown.length}
          onStep={(to) => setOpen(shown[to] ? rowKey(shown[to]) : null)}
          onClose={() => {
            left.current = openAt;
            setOpen(null);
          }}
          afterClose={() => keys.moveTo(left.current)}
        >
          {openRow ? details(openRow) : null}
        </TableDrawer>
      ) : null}
    </div>
  );
}

/** A cell as people read it, which is what they search: a mark as `8.35`, not as hundredths. */
function shownText<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  return column.kind === 'mark' && typeof value === 'number' ? formatMark(value) : String(value ?? '');
}

/** How large a virtual table may be: as wide as its place, down to the end of the window, never below eight rows. */
function useTableSize(
  area: RefObject<HTMLDivElement | null>,
  virtual: boolean,
): { width: number; height: number } {
  const [size, setSize] = useState({ width: 0, height: 480 });
  useEffect(() => {
    if (!virtual) return;
    const measure = () => {
      const place = area.current?.querySelector('.ant-table')?.getBoundingClientRect();
      const top = Math.max(0, place?.top ?? 240);
      setSize({ width: (place?.width ?? 0) - 2, height: Math.max(340, window.innerHeight - top - 150) });
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [area, virtual]);
  return size;
}
