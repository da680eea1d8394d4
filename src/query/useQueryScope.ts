'use client';

import { useMemo } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import type { QueryScope } from './options.js';
import { RecentWrites } from './recentWrites.js';

/** The app, data provider and query client that every hook works on, and what was written there lately. */
export function useQueryScope(): QueryScope & { writes: RecentWrites } {
  const { appId, dataProvider, queryClient } = useUsersContext();
  return useMemo(() => {
    const scope = { appId, dataProvider, queryClient };
    return { ...scope, writes: new RecentWrites(queryClient, scope) };
  }, [appId, dataProvider, queryClient]);
}
