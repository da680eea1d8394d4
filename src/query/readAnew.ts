import type { QueryClient } from '@tanstack/react-query';

interface ReadOptions<T> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<T>;
}

/**
 * Asked for now and by itself: an answer that is under way may be from before the write, and what is shared may be
 * cancelled by somebody else. Null when it cannot be read.
 */
export async function readAnew<T>(queryClient: QueryClient, { queryKey, queryFn }: ReadOptions<T>): Promise<T | null> {
  try {
    const page = await queryFn({ signal: new AbortController().signal });
    await queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData<T>(queryKey, page);
    return page;
  } catch {
    return null;
  }
}
