import { Table } from 'antd';
import type { ReactNode } from 'react';
import { formatCount, formatMark } from '../language/format.js';
import type { Column } from './data-table.js';

/**
 * The totals row over the rows shown, or undefined when no column has a total. A function and not a component: antd
 * keeps it in sight at the foot only when it is handed `Table.Summary` itself.
 */
export function totalsRow<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  selectable: boolean,
  word: string,
): ReactNode {
  if (!columns.some(({ total }) => total)) return undefined;
  const shift = selectable ? 1 : 0;
  return (
    <Table.Summary fixed="bottom">
      <Table.Summary.Row className="totals">
        {selectable ? <Table.Summary.Cell index={0} /> : null}
        {columns.map((column, at) => (
          <Table.Summary.Cell
            key={column.key}
            index={at + shift}
            align={column.kind === 'mark' || column.kind === 'count' ? 'right' : 'left'}
          >
            <span className="figures">{totalOf(column, rows) ?? (at === 0 ? word : null)}</span>
          </Table.Summary.Cell>
        ))}
      </Table.Summary.Row>
    </Table.Summary>
  );
}

function totalOf<Row>(column: Column<Row>, rows: readonly Row[]): ReactNode {
  if (!column.total) return null;
  if (column.total !== 'sum') return column.total(rows);
  const values = rows.map(column.value).filter((value) => typeof value === 'number');
  const sum = values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  return column.kind === 'mark' ? formatMark(sum) : formatCount(sum);
}
