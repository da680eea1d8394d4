'use client';

import { useQuery, type QueryClient, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import { useInsertionEffect } from 'react';

/**
 * A query whose first request leaves once its component is in the page, and not after the paint, as effects would have
 * it. Not while rendering: what is rendered may be thrown away, and be rendered anew.
 */
export function useEarlyQuery<T>(
  options: UseQueryOptions<T> & { enabled: boolean },
  queryClient: QueryClient,
): UseQueryResult<T> {
  const { enabled, queryKey } = options;
  useInsertionEffect(() => {
    const state = queryClient.getQueryState(queryKey);
    if (enabled && state?.status === 'pending' && state.fetchStatus === 'idle') void queryClient.prefetchQuery(options);
  });
  return useQuery(options, queryClient);
}
