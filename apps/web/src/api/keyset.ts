import { useInfiniteQuery } from '@tanstack/react-query';

/**
 * A keyset list (`{items, next}`) as rows that grow on request; hand `more` to a `DataTable`.
 * @example
 * const entries = useKeyset(['/api/v1/…', eventId], (after) =>
 *   take(api.GET('/api/v1/…', { params: { query: { limit: 500, ...(after ? { after } : {}) } } })));
 * <DataTable rows={entries.rows} error={entries.error} onRetry={entries.retry} more={entries.more} … />
 */
export function useKeyset<Row>(
  key: readonly unknown[],
  read: (after: string | null) => Promise<{ items: Row[]; next?: string | null }>,
) {
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  return {
    rows: list.data?.pages.flatMap((page) => page.items),
    error: list.error,
    retry: () => void list.refetch(),
    more: { has: list.hasNextPage, loading: list.isFetchingNextPage, load: () => void list.fetchNextPage() },
  };
}
