'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Invitation } from '../model/invitation.js';
import { usersKeys } from './keys.js';
import { keepPreviousPage, listState, type ListState } from './listState.js';
import { invitationsOptions, type MemberFilter } from './options.js';
import { overlayInvitations } from './recentWrites.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';
import { useReportedError } from './useReport.js';

export interface InvitationList extends ListState {
  /** All pending invitations with a `whole` data provider, one page of them with a `cursor` one. */
  invitations: readonly Invitation[];
}

const none: readonly Invitation[] = [];

/**
 * The pending invitations, with what was just written here laid over them. Asked for beside the members, before it is
 * known whether the person may see them: one wave of requests. Whoever may only read is not shown them.
 * Source: `DataProvider.listInvitations`.
 */
export function useInvitations(filter?: Pick<MemberFilter, 'cursor' | 'limit'>): InvitationList {
  const scope = useQueryScope();
  const access = useAccess();
  const mayRead = access.mayRead && access.access !== 'read';
  const query = useQuery(
    {
      ...invitationsOptions(scope, filter),
      enabled: mayRead,
      placeholderData: keepPreviousPage(usersKeys.invitations(scope)),
    },
    scope.queryClient,
  );
  const recentWrites = useRecentWrites();
  const page = useMemo(() => query.data && overlayInvitations(query.data, recentWrites), [query.data, recentWrites]);
  const invitations = page?.invitations ?? none;

  const { paging } = scope.dataProvider;
  const state = listState(query, page, invitations.length, { access, mayRead, paging });
  // Refused while it was not yet known who looks: that is how a reader's list ends, and no failure.
  useReportedError(access.access === 'manage' ? state.error : null, 'listInvitations');
  return { ...state, invitations };
}
