'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { emailKey } from '../model/emailKey.js';
import type { Invitation } from '../model/invitation.js';
import { invitationsOptions } from './options.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';
import { useResends } from './useResends.js';
import { viewInvitations } from './viewInvitations.js';

/** What became of an invitation that a question is about. `replaced`: by another one to the same address. */
export type LiveInvitation =
  { status: 'as-asked' | 'gone' } | { status: 'changed' | 'replaced'; invitation: Invitation };

/**
 * What became of an invitation, as far as the list on this page knows. Where nothing is known (a list that the back end
 * pages) it counts as asked. Makes no request.
 */
export function useLiveInvitation(asked: Invitation): LiveInvitation {
  const scope = useQueryScope();
  const recent = useRecentWrites();
  const resends = useResends();
  const { data } = useQuery({ ...invitationsOptions(scope), enabled: false }, scope.queryClient);
  const { paging } = scope.dataProvider;
  const pending = useMemo(
    () => (data ? viewInvitations(data, resends, recent, paging).invitations : []),
    [data, resends, recent, paging],
  );
  const live = pending.find(({ invitationId }) => invitationId === asked.invitationId);
  // What was never in the list cannot have gone from it.
  const [wasListed, setWasListed] = useState(false);
  if (live && !wasListed) setWasListed(true);
  if (live) {
    const same = live.role === asked.role && live.status === asked.status && live.email === asked.email;
    return same ? { status: 'as-asked' } : { status: 'changed', invitation: live };
  }
  if (!wasListed) return { status: 'as-asked' };
  const other = pending.find(({ email }) => emailKey(email) === emailKey(asked.email));
  return other ? { status: 'replaced', invitation: other } : { status: 'gone' };
}
