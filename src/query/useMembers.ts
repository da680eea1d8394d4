'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Member } from '../model/member.js';
import { countAdmins } from '../model/permissions.js';
import { usersKeys } from './keys.js';
import { keepPreviousPage, listState, type ListState } from './listState.js';
import { membersOptions, type MemberFilter } from './options.js';
import { overlayMembers, type RecentWrite } from './recentWrites.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';
import { useReportedError } from './useReport.js';

export interface MemberList extends ListState {
  /** All members with a `whole` data provider, one page of them with a `cursor` one. */
  members: readonly Member[];
  /** Null when not all admins are known. */
  adminCount: number | null;
  /** What was just written to these rows. */
  recentWrites: readonly RecentWrite[];
}

const none: readonly Member[] = [];

/**
 * The members, with what was just written here laid over them. The filter is for a `cursor` data provider; a `whole` one
 * has everything in one answer. Source: `DataProvider.listMembers`.
 */
export function useMembers(filter?: MemberFilter): MemberList {
  const scope = useQueryScope();
  const access = useAccess();
  const query = useQuery(
    {
      ...membersOptions(scope, filter),
      enabled: access.mayRead,
      placeholderData: keepPreviousPage(usersKeys.members(scope)),
    },
    scope.queryClient,
  );
  const recentWrites = useRecentWrites();
  const page = useMemo(() => query.data && overlayMembers(query.data, recentWrites), [query.data, recentWrites]);
  const members = page?.members ?? none;

  const { paging } = scope.dataProvider;
  const state = listState(query, page, members.length, { access, mayRead: access.mayRead, paging });
  useReportedError(state.error, 'listMembers');
  const complete = paging === 'whole' && page !== undefined && !state.incomplete && state.unreadable === 0;
  const adminCount = useMemo(() => countAdmins(members, complete), [members, complete]);
  return { ...state, members, adminCount, recentWrites };
}
