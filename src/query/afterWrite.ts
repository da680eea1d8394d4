import type { MemberPage } from '../model/dataProvider.js';
import { usersKeys } from './keys.js';
import { membersOptions, type QueryScope } from './options.js';
import { readAnew } from './readAnew.js';
import type { RecentWrites } from './recentWrites.js';
import { withoutRemoved } from './withoutRemoved.js';

/** Which lists are read again after a write. */
export interface ReadsAfterWrite {
  /** In the background; what was written is on screen already. */
  refetchMembers: () => void;
  refetchInvitations: () => void;
  /**
   * For a write that got no answer: the whole list as it is now, without who was removed here (it may lag), or null when
   * it cannot be read to its end.
   */
  readMembers: () => Promise<MemberPage | null>;
}

export function afterWrite(scope: QueryScope & { writes: RecentWrites }): ReadsAfterWrite {
  const { queryClient, writes } = scope;
  // A list that was asked for before the write is dropped on the way.
  const refetch = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey });
  return {
    refetchMembers: () => refetch(usersKeys.members(scope)),
    refetchInvitations: () => refetch(usersKeys.invitations(scope)),
    async readMembers() {
      const page = await readAnew(queryClient, membersOptions(scope));
      return page && page.members.length >= page.total ? withoutRemoved(page, writes) : null;
    },
  };
}
