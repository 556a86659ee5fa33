import { Button, Checkbox, Input, Popover } from 'antd';
import { useState } from 'react';
import { Icon } from '../look/icons.js';
import type { BulkAction, Column, DataTableProps } from './data-table.js';
import { download, excelType } from './download.js';
import type { View } from './table-view.js';
import { usePartText } from './words.js';
import { workbookOf } from './workbook.js';

/** Above a table: search, counts, columns, export; with rows selected, what can be done to them. */
export function TableBar<Row extends object>(props: {
  table: DataTableProps<Row>;
  view: View;
  onView: (view: View) => void;
  shown: readonly Row[];
  visible: readonly Column<Row>[];
  chosen: readonly string[];
  onChoose: (keys: readonly string[] | null) => void;
  selected: Row[];
  onUnselect: () => void;
}) {
  const { table, view, onView, shown, visible } = props;
  const t = usePartText();
  const all = table.rows?.length ?? 0;
  const narrowed = view.search !== '' || Object.keys(view.filters).length > 0;
  if (props.selected.length > 0 && table.bulk) {
    return <BulkBar bulk={table.bulk} rows={props.selected} onUnselect={props.onUnselect} />;
  }
  return (
    <div className="table-bar" role="toolbar" aria-label={t('table.search')}>
      <Input
        className="table-search"
        allowClear
        prefix={<Icon name="search" />}
        aria-label={t('table.search')}
        placeholder={t('table.searchIn', { count: all })}
        value={view.search}
        onChange={(change) => onView({ ...view, search: change.target.value })}
      />
      <span className="quiet figures" role="status">
        {table.rows === undefined
          ? ''
          : narrowed
            ? t('table.rowsOf', { shown: shown.length, count: all })
            : t('table.rows', { count: all })}
      </span>
      {narrowed ? (
        <Button type="link" size="small" onClick={() => onView({ ...view, search: '', filters: {} })}>
          {t('table.clear')}
        </Button>
      ) : null}
      <span className="grow" />
      {table.actions}
      {table.columns.length > 3 ? (
        <Popover
          trigger="click"
          placement="bottomRight"
          content={
            <div className="column-choice">
              <Checkbox.Group
                value={[...props.chosen]}
                options={table.columns.map(({ key, title }, at) => ({
                  value: key,
                  label: title,
                  disabled: at === 0,
                }))}
                onChange={(keys) => props.onChoose(keys)}
              />
              <Button type="link" size="small" onClick={() => props.onChoose(null)}>
                {t('table.columnsReset')}
              </Button>
            </div>
          }
        >
          <Button icon={<Icon name="columns" />}>{t('table.columns')}</Button>
        </Popover>
      ) : null}
      {table.exportHref !== undefined ? (
        <Button icon={<Icon name="export" />} href={table.exportHref} download>
          {t('table.export')}
        </Button>
      ) : table.exportName === null ? null : (
        <Button
          icon={<Icon name="export" />}
          onClick={() => exportView(table.exportName ?? table.id, visible, shown)}
        >
          {t('table.export')}
        </Button>
      )}
    </div>
  );
}

function BulkBar<Row>({
  bulk,
  rows,
  onUnselect,
}: {
  bulk: readonly BulkAction<Row>[];
  rows: Row[];
  onUnselect: () => void;
}) {
  const t = usePartText();
  const [running, setRunning] = useState<string | null>(null);
  const run = async (action: BulkAction<Row>) => {
    setRunning(action.label);
    try {
      await action.run(rows);
    } finally {
      setRunning(null);
    }
  };
  return (
    <div className="table-bar bulk-bar" role="toolbar">
      <strong role="status">{t('table.selected', { count: rows.length })}</strong>
      {bulk.map((action) => (
        <Button
          key={action.label}
          danger={action.danger === true}
          loading={running === action.label}
          onClick={() => void run(action)}
        >
          {action.label}
        </Button>
      ))}
      <Button type="link" onClick={onUnselect}>
        {t('table.unselect')}
      </Button>
    </div>
  );
}

/** Exactly what is seen: the visible columns and the rows that passed, in their order. */
function exportView<Row>(name: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const bytes = workbookOf({
    name,
    head: columns.map(({ title }) => title),
    rows: rows.map((row) =>
      columns.map((column) => {
        const value = column.value(row);
        return column.kind === 'mark' && typeof value === 'number' ? { markHundredths: value } : value;
      }),
    ),
  });
  download(`${name}.xlsx`, bytes, excelType);
}
