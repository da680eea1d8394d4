'use client';

import { invitationsOptions, isMissing, type MemberFilter } from './options.js';
import type { CurrentAccess } from '../context/AccessContext.js';
import { useEarlyQuery } from './useEarlyQuery.js';
import { useQueryScope } from './useQueryScope.js';

/** Asks for the invitations in the first wave of requests, while the code that shows them is still on its way. */
export function usePrefetchInvitations(
  { access, mayRead }: CurrentAccess,
  filter: Pick<MemberFilter, 'cursor' | 'limit'>,
): void {
  const scope = useQueryScope();
  const options = invitationsOptions(scope, filter);
  const enabled = mayRead && access !== 'read' && isMissing(scope, options.queryKey);
  useEarlyQuery({ ...options, enabled, notifyOnChangeProps: [] }, scope.queryClient);
}
