'use client';

import { useQuery } from '@tanstack/react-query';
import { invitationsOptions, type MemberFilter } from './options.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';

/** Asks for the invitations in the first wave of requests, while the code that shows them is still on its way. */
export function usePrefetchInvitations(filter: Pick<MemberFilter, 'cursor' | 'limit'>): void {
  const scope = useQueryScope();
  const { access, mayRead } = useAccess();
  useQuery(
    { ...invitationsOptions(scope, filter), enabled: mayRead && access !== 'read', notifyOnChangeProps: [] },
    scope.queryClient,
  );
}
