'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usersKeys } from './keys.js';
import { policy } from './options.js';
import { timeLeft, type RecentWrite } from './recentWrites.js';
import { useQueryScope } from './useQueryScope.js';

const none: readonly RecentWrite[] = [];

/**
 * What was just written here, to be applied on top of the lists. While a component uses it, a list that still disagrees
 * after `SETTLE_MS` is refetched once.
 */
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
  useEffect(() => {
    // Several components wait for the same moment: a request that is under way by then will do.
    const refetch = (queryKey: readonly unknown[]) =>
      void scope.queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false });
    const onExpiry = () => {
      const kinds = new Set(scope.writes.read().map(({ kind }) => kind));
      if (kinds.has('role') || kinds.has('removed')) refetch(usersKeys.members(scope));
      if (kinds.has('invited') || kinds.has('revoked')) refetch(usersKeys.invitations(scope));
    };
    const timers = timeLeft(data).map((wait) => setTimeout(onExpiry, wait));
    return () => timers.forEach(clearTimeout);
  }, [scope, data]);
  return data;
}
