'use client';

import { invitationsOptions, type MemberFilter } from './options.js';
import type { CurrentAccess } from '../context/AccessContext.js';
import { useEarlyQuery } from './useEarlyQuery.js';
import { useQueryScope } from './useQueryScope.js';

/** Asks for the invitations in the first wave of requests, while the code that shows them is still on its way. */
export function usePrefetchInvitations(
  { access, mayRead }: CurrentAccess,
  filter: Pick<MemberFilter, 'cursor' | 'limit'>,
): void {
  const scope = useQueryScope();
  useEarlyQuery(
    { ...invitationsOptions(scope, filter), enabled: mayRead && access !== 'read', notifyOnChangeProps: [] },
    scope.queryClient,
  );
}
