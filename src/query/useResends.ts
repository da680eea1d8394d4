'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import { usersKeys } from './keys.js';
import { withoutRevoked } from './overlayInvitations.js';
import { Resends, type Resend } from './resends.js';
import { useQueryScope } from './useQueryScope.js';

const none: readonly Resend[] = [];

/** Where it is noted what was sent again on this page. */
export function useResendNotes(): Resends {
  const scope = useQueryScope();
  return useMemo(() => new Resends(scope.queryClient, scope), [scope]);
}

/** The rows that were sent again on this page, to be laid over the invitations. */
export function useResends(): readonly Resend[] {
  const scope = useQueryScope();
  const notes = useResendNotes();
  const { data } = useQuery(
    {
      queryKey: usersKeys.resends(scope),
      queryFn: () => none,
      enabled: false,
      initialData: none,
      staleTime: Infinity,
      // A half that failed is not forgotten while the panel is out of sight.
      gcTime: Infinity,
    },
    scope.queryClient,
  );

  // Every list that arrives may settle one of them.
  useEffect(() => {
    const { writes } = scope;
    const isOf = (key: readonly unknown[], whole: readonly unknown[]) => key.every((part, at) => part === whole[at]);
    return scope.queryClient.getQueryCache().subscribe(({ type, query, ...event }) => {
      if (type !== 'updated' || !('action' in event) || event.action.type !== 'success') return;
      const key = query.queryKey as readonly unknown[];
      const { data: page } = query.state;
      // What was ended here may still be in a list that lags, and has not arrived by that.
      if (isOf(usersKeys.invitations(scope), key))
        notes.agreeInvitations(withoutRevoked(page as InvitationPage, writes.read()));
      else if (isOf(usersKeys.members(scope), key)) notes.agreeMembers(writes.withoutRemoved(page as MemberPage));
    });
  }, [scope, notes]);
  return data;
}
