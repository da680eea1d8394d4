'use client';

import { useUsersContext } from '../context/UsersContext.js';
import { toUsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Role } from '../model/role.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Sends a pending invitation again, or with another role: by the data provider's own resend, else by revoking it and
 * inviting anew. Rejects with a `UsersError`. Source: `DataProvider.resendInvitation`, else `revokeInvitation` and
 * `inviteMember`.
 */
export function useResendInvitation(): (invitation: Invitation, role?: Role) => Promise<void> {
  const { appId, dataProvider, writes } = useQueryScope();
  const { language, notices, callbacks } = useUsersContext();
  const { refetchInvitations, failed } = useAfterWrite();

  return async (invitation, role = invitation.role) => {
    const { invitationId, email } = invitation;
    try {
      if (dataProvider.resendInvitation && role === invitation.role) {
        await dataProvider.resendInvitation({ appId, invitationId });
      } else {
        await dataProvider.revokeInvitation({ appId, invitationId });
        writes.add({ kind: 'revoked', invitationId }, 'done');
        const renewed = await dataProvider.inviteMember({ appId, email, role });
        writes.add({ kind: 'invited', invitation: renewed }, 'done');
        callbacks.current.onInvite?.(renewed);
      }
    } catch (thrown) {
      const error = toUsersError(thrown);
      failed(error, 'inviteMember');
      throw error;
    } finally {
      refetchInvitations();
    }
    notices.tell('success', language.say(language.messages.notices.invited, { email }));
  };
}
