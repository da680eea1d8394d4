'use client';

import type { RefObject } from 'react';
import { useLatest } from '../context/useLatest.js';
import { useUsersContext, type UsersContextValue } from '../context/UsersContext.js';
import type { QueryScope } from './options.js';
import type { RecentWrites } from './recentWrites.js';
import { useFailedWrite } from './useFailedWrite.js';
import { useQueryScope } from './useQueryScope.js';

/** What a role change works on, as of the last render. */
export interface RoleChangeContext extends Pick<UsersContextValue, 'language' | 'notices' | 'callbacks'> {
  scope: QueryScope & { writes: RecentWrites };
  failed: ReturnType<typeof useFailedWrite>;
}

export function useRoleChangeContext(): Readonly<RefObject<RoleChangeContext>> {
  const { language, notices, callbacks } = useUsersContext();
  return useLatest({ language, notices, callbacks, scope: useQueryScope(), failed: useFailedWrite() });
}
