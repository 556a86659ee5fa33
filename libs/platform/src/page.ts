/** One page of a list; `next` goes into `?after=` for the following page and is null on the last. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

/**
 * Cuts a page from rows that were read with `LIMIT limit + 1` (the one too many says that there is more). `idOf`
 * names the key that the list is ordered by.
 */
export function pageOf<T>(rows: readonly T[], limit: number, idOf: (row: T) => string): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? idOf(last) : null };
}
