import { hashKey, type QueryClient } from '@tanstack/react-query';

interface ReadOptions<T> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<T>;
}

/**
 * Fetches a list now, in a request of its own, and stores it: a shared request may be from before the write, or be
 * cancelled by another component. A request or an invalidation that came after this one knows more, and is left alone.
 * Resolves with null when the list cannot be read.
 */
export async function readAnew<T>(queryClient: QueryClient, { queryKey, queryFn }: ReadOptions<T>): Promise<T | null> {
  const hash = hashKey(queryKey);
  let isRefetched = false;
  let isInvalidated = false;
  const unsubscribe = queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryHash !== hash) return;
    if (event.action.type === 'fetch') isRefetched = true;
    if (event.action.type === 'invalidate') isInvalidated = true;
  });
  try {
    const page = await queryFn({ signal: new AbortController().signal });
    if (isRefetched) return page;
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData<T>(queryKey, page);
    if (isInvalidated) void queryClient.invalidateQueries({ queryKey, refetchType: 'none' });
    return page;
  } catch {
    return null;
  } finally {
    unsubscribe();
  }
}
