'use client';

import { useSyncExternalStore } from 'react';
import { useQuery, type QueryClient, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';

const subscribeToNothing = () => () => undefined;

/**
 * A query whose first request leaves before anything is rendered, as `usePrefetchQuery` of TanStack Query has it, and not
 * after the paint, as effects would have it: the answer comes while the page is made. Never on a server, nor while its
 * markup is hydrated, which a fast answer would no longer match. A render that is thrown away has asked for a list that
 * the next one finds under way, where the query client stays.
 */
export function useEarlyQuery<T>(
  options: UseQueryOptions<T> & { enabled: boolean },
  queryClient: QueryClient,
): UseQueryResult<T> {
  const { enabled, queryKey } = options;
  // Under way already, it is not asked again.
  const isPending = (queryClient.getQueryState(queryKey)?.status ?? 'pending') === 'pending';
  const isClientRender = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  if (enabled && isPending && isClientRender) void queryClient.prefetchQuery(options);
  return useQuery(options, queryClient);
}
