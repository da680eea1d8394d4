'use client';

import { tellHost } from '../context/tellHost.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { isUncertain, toUsersError } from '../model/errors.js';
import { memberDisplayName, type Member } from '../model/member.js';
import { isVetoed } from './isVetoed.js';
import { roleChangesOf, rowKeyOf } from './rowQueue.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useInviteAgain } from './useInviteAgain.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Removes a member; their access ends at once. Somebody who is gone already counts as removed, as far as the list can be
 * read and does not say otherwise. Rejects with a `UsersError`. Source: `DataProvider.removeMember`.
 */
export function useRemoveMember(): (member: Member) => Promise<void> {
  const scope = useQueryScope();
  const { notices, callbacks } = useUsersContext();
  const language = useAllMessages();
  const { refetchMembers, readMembers, failed } = useAfterWrite();
  const inviteAgain = useInviteAgain();

  return async (member) => {
    const { userId } = member;
    const { appId, dataProvider, queryClient, writes } = scope;
    let notice: 'removed' | 'alreadyRemoved' = 'removed';
    const { removedRows } = roleChangesOf(queryClient);
    const rowKey = rowKeyOf(scope, userId);
    try {
      if (await isVetoed(callbacks.current.onBeforeRemove?.(member))) return;
      removedRows.add(rowKey);
      await dataProvider.removeMember({ appId, userId });
    } catch (thrown) {
      const error = toUsersError(thrown);
      const isUnknown = error.code === 'member_not_found';
      const page = isUnknown || isUncertain(error) ? await readMembers() : null;
      const isGone = page?.members.every((other) => other.userId !== userId);
      // A 404 can also mean a wrong URL: where the whole list could tell, it has to confirm that they are gone.
      if (isUnknown && (isGone ?? dataProvider.paging === 'cursor')) notice = 'alreadyRemoved';
      else if (!isGone) {
        removedRows.delete(rowKey);
        failed(error, 'removeMember');
        throw error;
      }
    }
    writes.add({ kind: 'removed', userId }, 'done');
    refetchMembers();
    const { messages, say } = language;
    const text = say(messages.notices[notice], { name: memberDisplayName(member) });
    notices.tell('success', text, inviteAgain(member.email, member.role));
    tellHost(callbacks.current.onRemove, member);
  };
}
