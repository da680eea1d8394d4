'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { toUsersError } from '../model/errors.js';
import { knownPeople, type KnownPeople } from '../model/judgeDraft.js';
import { invitationsOptions, membersOptions } from './options.js';
import { overlayInvitations, overlayMembers } from './recentWrites.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';
import { useReportedError } from './useReport.js';

const noMembers = { members: [], total: 0, nextCursor: null, unreadable: 0 };
const noInvitations = { invitations: [], total: 0, nextCursor: null, unreadable: 0 };

/**
 * Who is in already, to judge addresses by before they are sent. A back end that pages is not asked for it: one page
 * says little, and in doubt an address is new.
 */
export function useKnownPeople(): KnownPeople {
  const scope = useQueryScope();
  const { access, mayRead } = useAccess();
  const recent = useRecentWrites();
  const asks = scope.dataProvider.paging === 'whole' && mayRead;
  const members = useQuery({ ...membersOptions(scope), enabled: asks }, scope.queryClient);
  const invitations = useQuery({ ...invitationsOptions(scope), enabled: asks && access !== 'read' }, scope.queryClient);
  useReportedError(members.error ? toUsersError(members.error) : null, 'listMembers');
  return useMemo(
    () =>
      knownPeople(
        overlayMembers(members.data ?? noMembers, recent).members,
        overlayInvitations(invitations.data ?? noInvitations, recent).invitations,
      ),
    [members.data, invitations.data, recent],
  );
}
