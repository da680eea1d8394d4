'use client';

import { emailKey } from '../model/emailKey.js';
import type { Invitation } from '../model/invitation.js';
import { readInvitations } from './readInvitations.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useQueryScope } from './useQueryScope.js';
import { useResendNotes } from './useResends.js';

/**
 * What the lists say of an address, read anew: its invitation, `member` when the person is in already, `absent` when both
 * lists came whole and hold neither, `unreadable` when they did not.
 */
export type FoundInvited = Invitation | 'member' | 'absent' | 'unreadable';

/** Looks in the lists, as they are now, for addresses whose invitation got no answer. Never rejects. */
export function useFindInvited(): (emails: readonly string[]) => Promise<FoundInvited[]> {
  const { readMembers } = useAfterWrite();
  const scope = useQueryScope();
  const resends = useResendNotes();
  return async (emails) => {
    const [members, invitations] = await Promise.all([readMembers(), readInvitations(scope)]);
    return emails.map((email) => {
      const key = emailKey(email);
      // An invitation that was replaced by another is still in a list that lags.
      const invitation = invitations?.invitations.find(
        (other) => emailKey(other.email) === key && !resends.isGone(other.invitationId),
      );
      if (invitation) return invitation;
      const isMember = members?.members.some((member) => member.email !== null && emailKey(member.email) === key);
      if (isMember) return 'member';
      return members && invitations ? 'absent' : 'unreadable';
    });
  };
}
