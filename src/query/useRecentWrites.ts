'use client';

import { useQuery } from '@tanstack/react-query';
import { usersKeys } from './keys.js';
import { policy } from './options.js';
import type { RecentWrite } from './recentWrites.js';
import { useQueryScope } from './useQueryScope.js';

const none: readonly RecentWrite[] = [];

/** What was just written here, to be laid over the lists. */
export function useRecentWrites(): readonly RecentWrite[] {
  const scope = useQueryScope();
  const { data } = useQuery(
    {
      ...policy,
      queryKey: usersKeys.writes(scope),
      queryFn: () => none,
      enabled: false,
      initialData: none,
      // Otherwise the clock is read, which Next.js forbids in what it prerenders.
      initialDataUpdatedAt: 0,
      staleTime: Infinity,
    },
    scope.queryClient,
  );
  return data;
}
