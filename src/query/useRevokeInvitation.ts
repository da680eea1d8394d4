'use client';

import { tellHost } from '../context/tellHost.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { isUncertain, toUsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import { isVetoed } from './isVetoed.js';
import { readInvitations } from './readInvitations.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useInviteAgain } from './useInviteAgain.js';
import { useQueryScope } from './useQueryScope.js';
import { useResendNotes } from './useResends.js';

/**
 * Takes a pending invitation back. One that is no longer pending counts as revoked; it may have been accepted, so the
 * members are read again too. Rejects with a `UsersError`. Source: `DataProvider.revokeInvitation`.
 */
export function useRevokeInvitation(): (invitation: Invitation) => Promise<void> {
  const scope = useQueryScope();
  const resends = useResendNotes();
  const { notices, callbacks } = useUsersContext();
  const language = useAllMessages();
  const { refetchMembers, refetchInvitations, failed } = useAfterWrite();
  const inviteAgain = useInviteAgain();

  return async (invitation) => {
    const { invitationId, email } = invitation;
    const { appId, dataProvider, writes } = scope;
    let notice: 'revoked' | 'alreadyRevoked' = 'revoked';
    try {
      if (await isVetoed(callbacks.current.onBeforeRevoke?.(invitation))) return;
      await dataProvider.revokeInvitation({ appId, invitationId });
    } catch (thrown) {
      const error = toUsersError(thrown);
      const isUnknown = error.code === 'invitation_not_found';
      const page = isUnknown || isUncertain(error) ? await readInvitations(scope) : null;
      const isGone = page?.invitations.every((other) => other.invitationId !== invitationId);
      // A 404 can also mean a wrong URL: where the whole list could tell, it has to confirm that the invitation is gone.
      const isConfirmed = isUnknown && (isGone ?? dataProvider.paging === 'cursor');
      if (error.code === 'invitation_not_pending' || isConfirmed) notice = 'alreadyRevoked';
      else if (!isGone) {
        failed(error, 'revokeInvitation');
        throw error;
      }
    }
    writes.add({ kind: 'revoked', invitationId }, 'done');
    // Sent again a moment ago, it is laid over a list that lags: no longer.
    const resent = resends.of(invitationId);
    if (resent) resends.forget(resent.rowId);
    refetchInvitations();
    if (notice === 'alreadyRevoked') refetchMembers();
    const { messages, say } = language;
    // It may have been accepted: then there is nothing to take back.
    const undo = notice === 'revoked' ? inviteAgain(email, invitation.role) : undefined;
    notices.tell('success', say(messages.notices[notice], { email }), undo);
    tellHost(callbacks.current.onRevoke, invitation);
  };
}
