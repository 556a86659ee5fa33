import type { TableColumnsType } from 'antd';
import { formatCount, formatMark } from '../language/format.js';
import type { Column } from './data-table.js';
import type { View } from './table-view.js';

/** The columns as antd wants them; search, filters and order are ours (table-view.ts), antd only shows them. */
export function antColumns<Row extends object>(
  columns: readonly Column<Row>[],
  view: View,
  /** Only the visible rows are drawn, as plain boxes: they are told what they are, for those who hear the table. */
  drawnAsBoxes: boolean,
): TableColumnsType<Row> {
  return columns.map((column, at) => {
    const figures = column.kind === 'mark' || column.kind === 'count';
    const order =
      view.order?.key === column.key ? (view.order.down ? ('descend' as const) : ('ascend' as const)) : null;
    return {
      key: column.key,
      title: column.title,
      ...(column.width === undefined ? {} : { width: column.width }),
      ...(at === 0 ? { fixed: 'start' as const } : {}),
      align: figures ? ('right' as const) : ('left' as const),
      className: figures ? 'figures' : '',
      ...(drawnAsBoxes ? { onCell: () => ({ role: 'cell' }) } : {}),
      sorter: !column.plain,
      sortOrder: order,
      showSorterTooltip: false,
      ...(column.filter
        ? {
            filters: column.filter.options.map(({ value, text }) => ({ value, text })),
            filteredValue: [...(view.filters[column.key] ?? [])],
            filterSearch: column.filter.options.length > 8,
          }
        : {}),
      render: (_: unknown, row: Row) => (column.render ? column.render(row) : plain(column, row)),
    };
  });
}

function plain<Row>(column: Column<Row>, row: Row): string {
  const value = column.value(row);
  if (column.kind === 'mark') return formatMark(typeof value === 'number' ? value : null);
  if (typeof value === 'number') return formatCount(value);
  return value ?? '–';
}
