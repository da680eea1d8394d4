'use client';

import { matchQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import { usersKeys } from './keys.js';
import { withoutRevoked } from './overlayInvitations.js';
import { timeLeft } from './recentWrites.js';
import { Resends, type Resend } from './resends.js';
import { useQueryScope } from './useQueryScope.js';
import { withoutRemoved } from './withoutRemoved.js';

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
      // Otherwise the clock is read, which Next.js forbids in what it prerenders.
      initialDataUpdatedAt: 0,
      staleTime: Infinity,
      // A half that failed is not forgotten while the panel is out of sight.
      gcTime: Infinity,
    },
    scope.queryClient,
  );

  // Every list that arrives may settle one of them.
  useEffect(() => {
    const { writes } = scope;
    return scope.queryClient.getQueryCache().subscribe(({ type, query, ...event }) => {
      if (type !== 'updated' || !('action' in event) || event.action.type !== 'success') return;
      const { state } = query;
      // What was ended here may still be in a list that lags, and has not arrived by that.
      if (matchQuery({ queryKey: usersKeys.invitations(scope) }, query))
        notes.agreeInvitations(withoutRevoked(state.data as InvitationPage, writes.read()));
      if (matchQuery({ queryKey: usersKeys.members(scope) }, query))
        notes.agreeMembers(withoutRemoved(state.data as MemberPage, writes));
    });
  }, [scope, notes]);
  // What the lists have not confirmed by then is refetched once, and trusted.
  useEffect(() => {
    const onExpiry = () => {
      if (!notes.isContradicted()) return;
      void scope.queryClient.invalidateQueries({ queryKey: usersKeys.invitations(scope) }, { cancelRefetch: false });
    };
    const timers = timeLeft(data).map((wait) => setTimeout(onExpiry, wait));
    return () => timers.forEach(clearTimeout);
  }, [scope, notes, data]);
  return data;
}
