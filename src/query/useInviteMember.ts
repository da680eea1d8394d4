'use client';

import { tellHost } from '../context/tellHost.js';
import { useUsersContext } from '../context/UsersContext.js';
import { emailKey } from '../model/emails.js';
import { toUsersError } from '../model/errors.js';
import { runInviteBatch, type InviteOutcome, type InviteRequest } from './inviteBatch.js';
import { isVetoed } from './isVetoed.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Invites one or several addresses and answers how each ended; never rejects. `onOutcome` is called as they end.
 * Source: `DataProvider.inviteMember`, once for each address.
 */
export function useInviteMember(): (
  requests: readonly InviteRequest[],
  onOutcome?: (outcome: InviteOutcome) => void,
) => Promise<InviteOutcome[]> {
  const { appId, dataProvider, writes } = useQueryScope();
  const { language, notices, callbacks } = useUsersContext();
  const { refetchInvitations, readMembers, readInvitations, failed } = useAfterWrite();

  return async (requests, onOutcome) => {
    try {
      if (await isVetoed(callbacks.current.onBeforeInvite?.(requests))) {
        return requests.map((request) => ({ ...request, status: 'not_sent' }));
      }
    } catch (thrown) {
      const error = toUsersError(thrown);
      failed(error, 'inviteMember');
      return requests.map((request) => ({ ...request, status: 'failed', error, uncertain: false }));
    }
    const outcomes = await runInviteBatch(requests, {
      invite: ({ email, role }) => dataProvider.inviteMember({ appId, email, role }),
      look,
      onOutcome(outcome) {
        if (outcome.status === 'sent') {
          writes.add({ kind: 'invited', invitation: outcome.invitation }, 'done');
          tellHost(callbacks.current.onInvite, outcome.invitation);
        } else if (outcome.status === 'failed') failed(outcome.error, 'inviteMember');
        onOutcome?.(outcome);
      },
    });
    const sent = outcomes.filter((outcome) => outcome.status === 'sent');
    const [first] = sent;
    if (!first) return outcomes;
    refetchInvitations();
    const { messages, say } = language;
    notices.tell(
      'success',
      sent.length === 1
        ? say(messages.notices.invited, { email: first.email })
        : say(messages.notices.invitedMany, { count: sent.length }),
    );
    return outcomes;
  };

  async function look(requests: readonly InviteRequest[]) {
    const [members, invitations] = await Promise.all([readMembers(), readInvitations()]);
    return requests.map(({ email }) => {
      const key = emailKey(email);
      const invitation = invitations?.invitations.find((other) => emailKey(other.email) === key);
      if (invitation) return invitation;
      const isMember = members?.members.some((member) => member.email !== null && emailKey(member.email) === key);
      return isMember ? ('member' as const) : null;
    });
  }
}
