import { useCallback, useState, type HTMLAttributes, type KeyboardEvent, type RefObject } from 'react';

/**
 * The keyboard in a table: one stop for Tab, ↑ ↓ Home End move from row to row, Enter opens. A click on a row opens
 * too, unless it was meant for a button, link or box inside, or a text was being selected.
 */
export function useRowKeys<Row extends object>(table: {
  area: RefObject<HTMLDivElement | null>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  open?: (row: Row) => void;
}): { onRow: (row: Row, index?: number) => HTMLAttributes<HTMLElement>; moveTo: (index: number) => void } {
  const { area, rows, rowKey, open } = table;
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const current = rows.some((row) => rowKey(row) === currentKey)
    ? currentKey
    : rows[0]
      ? rowKey(rows[0])
      : null;

  const moveTo = useCallback(
    (index: number) => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
      if (!row) return;
      const key = rowKey(row);
      setCurrentKey(key);
      area.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(key)}"]`)?.focus();
    },
    [area, rows, rowKey],
  );

  const onRow = (row: Row, given?: number): HTMLAttributes<HTMLElement> => {
    const index = given ?? rows.indexOf(row);
    return {
      tabIndex: rowKey(row) === current ? 0 : -1,
      onFocus: () => setCurrentKey(rowKey(row)),
      onKeyDown: (press: KeyboardEvent<HTMLElement>) => {
        if (press.target !== press.currentTarget) return;
        const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[press.key];
        if (to !== undefined) {
          press.preventDefault();
          moveTo(to);
        } else if (press.key === 'Enter' && open) {
          press.preventDefault();
          open(row);
        }
      },
      onClick: (click) => {
        if (!open || isControl(click.target) || String(window.getSelection() ?? '') !== '') return;
        open(row);
      },
    };
  };
  return { onRow, moveTo };
}

function isControl(target: EventTarget): boolean {
  return (
    target instanceof Element &&
    target.closest('a, button, input, label, .ant-table-selection-column') !== null
  );
}
