'use client';

import type { UsersOperation } from '../context/UsersContext.js';
import type { MemberPage } from '../model/dataProvider.js';
import type { UsersError } from '../model/errors.js';
import { usersKeys } from './keys.js';
import { membersOptions } from './options.js';
import { readAnew } from './readAnew.js';
import { useQueryScope } from './useQueryScope.js';
import { useReport } from './useReport.js';

/** What follows a write: which lists are read again, and what a refusal says of the right to write at all. */
export interface AfterWrite {
  /** In the background; what was written is on screen already. */
  refetchMembers: () => void;
  refetchInvitations: () => void;
  /**
   * For a write that got no answer: the whole list as it is now, without who was removed here (it may lag), or null when
   * it cannot be read to its end.
   */
  readMembers: () => Promise<MemberPage | null>;
  /** Tells the host, and reads access again when the refusal puts it in doubt. */
  failed: (error: UsersError, operation: UsersOperation) => void;
}

export function useAfterWrite(): AfterWrite {
  const scope = useQueryScope();
  const report = useReport();
  const { queryClient, writes } = scope;
  // A list that was asked for before the write is dropped on the way.
  const refetch = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey });
  return {
    refetchMembers: () => refetch(usersKeys.members(scope)),
    refetchInvitations: () => refetch(usersKeys.invitations(scope)),
    async readMembers() {
      const page = await readAnew(queryClient, membersOptions(scope));
      return page && page.members.length >= page.total ? writes.withoutRemoved(page) : null;
    },
    failed(error, operation) {
      report(error, operation);
      if (error.code !== 'forbidden' && error.code !== 'unauthenticated') return;
      refetch(usersKeys.access(scope));
      refetch(usersKeys.currentUser(scope));
      refetch(usersKeys.members(scope));
    },
  };
}
