'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Member } from '../model/member.js';
import { countAdmins } from '../model/permissions.js';
import { usersKeys } from './keys.js';
import { keepPreviousPage, listState, type ListState } from './listState.js';
import { isMissing, membersOptions, type MemberFilter } from './options.js';
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
 * The members, with recent writes applied. The filter is for a `cursor` data provider; a `whole` one has everything in one
 * response. Source: `DataProvider.listMembers`.
 */
export function useMembers(filter?: MemberFilter): MemberList {
  return useMemberList(filter, true);
}

/**
 * The same. With `isKeptFresh` false a page of a `cursor` provider is fetched once and then only read from the cache: the
 * table refetches the page that it shows, and a write needs no second request for the first one.
 */
export function useMemberList(filter: MemberFilter | undefined, isKeptFresh: boolean): MemberList {
  const scope = useQueryScope();
  const access = useAccess();
  const options = membersOptions(scope, filter);
  const query = useQuery(
    {
      ...options,
      enabled: access.mayRead && (isKeptFresh || isMissing(scope, options.queryKey)),
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
