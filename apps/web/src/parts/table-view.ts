/**
 * What a table shows: its rows after search, filters and order, as a pure function of the rows, the columns and what
 * stands in the URL. The screen, the totals, the keyboard and the Excel export all use this one answer.
 */

export type Value = string | number | null;

/** What the view needs to know of a column. */
export interface ViewColumn<Row> {
  key: string;
  /** What is ordered by and exported. Marks give their hundredths. */
  value: (row: Row) => Value;
  /** What is searched: the cell as people read it. */
  text: (row: Row) => string;
  /** The keys of the filter this row answers to, when the column can be filtered. */
  filterKeys?: ((row: Row) => readonly string[]) | undefined;
}

export interface View {
  search: string;
  /** Chosen filter keys by column. */
  filters: Readonly<Record<string, readonly string[]>>;
  order: { key: string; down: boolean } | null;
}

/** The rows that pass, in order. Rows without a value come last, whichever way the order runs. */
export function viewOf<Row>(rows: readonly Row[], columns: readonly ViewColumn<Row>[], view: View): Row[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = columns.filter(({ key, filterKeys }) => filterKeys && (view.filters[key]?.length ?? 0) > 0);
  const passed = rows.filter(
    (row) =>
      chosen.every(({ key, filterKeys }) =>
        filterKeys?.(row).some((one) => view.filters[key]?.includes(one)),
      ) &&
      (words.length === 0 || matches(row, columns, words)),
  );
  const by = columns.find(({ key }) => key === view.order?.key);
  if (!by || !view.order) return passed;
  const down = view.order.down;
  return passed.sort((a, b) => compare(by.value(a), by.value(b), down));
}

function matches<Row>(row: Row, columns: readonly ViewColumn<Row>[], words: readonly string[]): boolean {
  const text = columns.map(({ text: read }) => read(row).toLowerCase()).join('\n');
  return words.every((word) => text.includes(word));
}

function compare(a: Value, b: Value, down: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order =
    typeof a === 'number' && typeof b === 'number'
      ? a - b
      : String(a).localeCompare(String(b), 'zh-CN', { numeric: true });
  return down ? -order : order;
}

/** The view as it stands in the URL: `q`, `f.<column>`, `sort` (a minus for downwards), each with the table's prefix. */
export function readView(params: URLSearchParams, prefix: string): View {
  const filters: Record<string, string[]> = {};
  for (const [name, value] of params) {
    if (name.startsWith(`${prefix}f.`) && value !== '')
      filters[name.slice(prefix.length + 2)] = value.split(',');
  }
  const sort = params.get(`${prefix}sort`);
  return {
    search: params.get(`${prefix}q`) ?? '',
    filters,
    order: sort ? { key: sort.replace(/^-/, ''), down: sort.startsWith('-') } : null,
  };
}

/** Writes a view into a copy of the URL's parameters; what is empty leaves no trace there. */
export function writeView(params: URLSearchParams, prefix: string, view: View): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of [...next.keys()]) if (name.startsWith(`${prefix}f.`)) next.delete(name);
  set(next, `${prefix}q`, view.search);
  set(next, `${prefix}sort`, view.order ? `${view.order.down ? '-' : ''}${view.order.key}` : '');
  for (const [key, chosen] of Object.entries(view.filters)) set(next, `${prefix}f.${key}`, chosen.join(','));
  return next;
}

function set(params: URLSearchParams, name: string, value: string): void {
  if (value === '') params.delete(name);
  else params.set(name, value);
}
