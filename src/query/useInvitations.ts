'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Invitation } from '../model/invitation.js';
import { usersKeys } from './keys.js';
import { keepPreviousPage, listState, type ListState } from './listState.js';
import { invitationsOptions, type MemberFilter } from './options.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';
import { useReportedError } from './useReport.js';
import { useResends } from './useResends.js';
import { viewInvitations, type InvitationRow } from './viewInvitations.js';

export interface InvitationList extends ListState {
  /** All pending invitations with a `whole` data provider, one page of them with a `cursor` one. */
  invitations: readonly Invitation[];
  /**
   * What a list shows: `invitations`, and in their places those of which the old one is revoked and the new one could not
   * be sent.
   */
  rows: readonly InvitationRow[];
}

const none = { invitations: [], rows: [] };

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
  const resends = useResends();
  const { paging } = scope.dataProvider;
  const isFirstPage = filter?.cursor === undefined;
  const page = useMemo(
    () => query.data && viewInvitations(query.data, resends, recentWrites, paging, isFirstPage),
    [query.data, resends, recentWrites, paging, isFirstPage],
  );
  const { invitations, rows } = page ?? none;
  const state = listState(query, page, invitations.length, { access, mayRead, paging });
  // Refused while it was not yet known who looks: that is how a reader's list ends, and no failure.
  useReportedError(access.access === 'manage' ? state.error : null, 'listInvitations');
  return { ...state, invitations, rows };
}
