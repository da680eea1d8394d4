'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { AccessContext, type CurrentAccess } from '../context/AccessContext.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { MemberPage } from '../model/dataProvider.js';
import { toUsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import { accessOf } from '../model/permissions.js';
import { isAdminRole, type Role } from '../model/role.js';
import { usersKeys } from './keys.js';
import { accessOptions, currentUserOptions, membersOptions } from './options.js';
import { overlayMembers, type RecentWrite, type RoleWrite } from './recentWrites.js';
import { useEarlyQuery } from './useEarlyQuery.js';
import { useForgetDrafts } from './useForgetDrafts.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';

/**
 * Who is looking and what they may do: read once for all that ask within a panel or a piece. Sources, where there are such
 * methods: `DataProvider.getCurrentUser`, `getAccess` and `getCurrentMember`; else the member list.
 */
export function useAccess(): CurrentAccess {
  const shared = useContext(AccessContext);
  // oxlint-disable-next-line react/rules-of-hooks -- a `UsersProvider` and `SharedReads` stay around a component for all its life
  return shared ?? useOwnAccess();
}

/** The same, read for itself. */
export function useOwnAccess(): CurrentAccess {
  const { access: given, currentUserId: givenId } = useUsersContext();
  const scope = useQueryScope();
  const { dataProvider, queryClient } = scope;

  const asksUser = givenId === undefined && !!dataProvider.getCurrentUser;
  const user = useQuery(currentUserOptions(scope, asksUser), queryClient);
  const signedOut = asksUser && user.data?.status === 'signed_out';
  const currentUserId = givenId ?? (user.data?.status === 'signed_in' ? user.data.userId : null);
  // A failure to learn who is looking leaves nobody named; the server is the judge.
  const userKnown = !asksUser || !user.isPending;
  useForgetDrafts(dataProvider.name, currentUserId, signedOut);

  const asksAccess = !!dataProvider.getAccess || !!dataProvider.getCurrentMember;
  const said = useQuery({ ...accessOptions(scope), enabled: asksAccess && userKnown && !signedOut }, queryClient);

  const whole = dataProvider.paging === 'whole';
  const barred = given === 'none' || (given === undefined && said.data?.access === 'none');
  const mayRead = userKnown && !signedOut && !barred && (!asksAccess || !said.isPending || given !== undefined);
  // The same query as the table's: whoever looks is found in the list, and no request is made for it.
  const list = useEarlyQuery({ ...membersOptions(scope), enabled: mayRead && whole }, queryClient);

  const recent = useRecentWrites();
  // What the data provider said of the right to manage is from before a change of one's own role.
  const ownRole = recent.findLast(
    (write): write is RoleWrite => write.kind === 'role' && write.state === 'done' && write.userId === currentUserId,
  );
  const saidAt = said.dataUpdatedAt;
  const [changed, setChanged] = useState<{ id: number; role: Role; saidAt: number } | null>(null);
  if (asksAccess && ownRole && ownRole.id !== changed?.id) {
    setChanged({ id: ownRole.id, role: ownRole.role, saidAt });
  }
  const isOutdated = changed !== null && changed.saidAt === saidAt;
  useEffect(() => {
    if (isOutdated) void queryClient.invalidateQueries({ queryKey: usersKeys.access(scope) });
  }, [isOutdated, queryClient, scope]);
  const found = useMemo(
    () => (list.data && currentUserId !== null ? findMember(list.data, recent, currentUserId) : undefined),
    [list.data, recent, currentUserId],
  );
  const currentMember = dataProvider.getCurrentMember ? said.data?.currentMember : found;
  const loading = asksAccess ? said.isPending : whole && list.isPending;

  const access = userKnown
    ? accessOf({
        access: given,
        providerAccess: isOutdated && !isAdminRole(changed.role) ? 'read' : (said.data?.access ?? undefined),
        currentMember: currentMember === undefined ? (loading ? 'loading' : 'unknown') : currentMember,
        currentUserId,
      })
    : undefined;

  const { isError, error: reason, refetch } = said;
  // Of a rejection that is no object it would be another error each time.
  const error = useMemo(() => (isError ? toUsersError(reason) : null), [isError, reason]);
  const current: CurrentAccess = {
    access,
    signedOut,
    currentUserId,
    currentMember,
    mayRead: mayRead && access !== 'none',
    error: given === undefined ? error : null,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
  // oxlint-disable-next-line react/exhaustive-deps -- every part is one, and there are always as many
  return useMemo(() => current, Object.values(current));
}

/** The member of that id, as the server last agreed; null when they are none, undefined when the list is cut short. */
function findMember(page: MemberPage, recent: readonly RecentWrite[], userId: string): Member | null | undefined {
  const agreed = overlayMembers(
    page,
    recent.filter((write) => write.state === 'done'),
  );
  const complete = page.members.length >= page.total;
  return agreed.members.find((member) => member.userId === userId) ?? (complete ? null : undefined);
}
