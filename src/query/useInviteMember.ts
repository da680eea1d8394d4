'use client';

import { tellHost } from '../context/tellHost.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { toUsersError } from '../model/errors.js';
import { runInviteBatch, type InviteBatchEvents, type InviteOutcome, type InviteRequest } from './inviteBatch.js';
import { isVetoed } from './isVetoed.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useFindInvited } from './useFindInvited.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Invites one or several addresses and answers how each ended; never rejects. The answer is empty when the host's
 * `onBeforeInvite` said no: then nothing was done. Source: `DataProvider.inviteMember`, once for each address.
 */
export function useInviteMember(): (
  requests: readonly InviteRequest[],
  events?: InviteBatchEvents,
) => Promise<InviteOutcome[]> {
  const { appId, dataProvider, writes } = useQueryScope();
  const { notices, callbacks } = useUsersContext();
  const language = useAllMessages();
  const { refetchMembers, refetchInvitations, failed } = useAfterWrite();
  const find = useFindInvited();

  return async (requests, events = {}) => {
    try {
      if (await isVetoed(callbacks.current.onBeforeInvite?.(requests))) return [];
    } catch (thrown) {
      const error = toUsersError(thrown);
      failed(error, 'inviteMember');
      // Nothing has left: whatever the hook threw, the outcome is certain.
      return requests.map((request) => {
        const outcome: InviteOutcome = { ...request, status: 'failed', error, uncertain: false };
        events.onOutcome?.(outcome);
        return outcome;
      });
    }
    const outcomes = await runInviteBatch(requests, {
      ...events,
      invite: ({ email, role }) => dataProvider.inviteMember({ appId, email, role }),
      async look(lost) {
        const found = await find(lost.map(({ email }) => email));
        return found.map((one) => (one === 'absent' || one === 'unreadable' ? null : one));
      },
      onOutcome(outcome) {
        if (outcome.status === 'sent') {
          writes.add({ kind: 'invited', invitation: outcome.invitation }, 'done');
          tellHost(callbacks.current.onInvite, outcome.invitation);
        } else if (outcome.status === 'failed') failed(outcome.error, 'inviteMember');
        events.onOutcome?.(outcome);
      },
    });
    const codes = new Set(outcomes.map((outcome) => (outcome.status === 'failed' ? outcome.error.code : '')));
    const sent = outcomes.filter((outcome) => outcome.status === 'sent');
    // Who is in already by the server's word is missing in the list at hand.
    if (codes.has('already_member')) refetchMembers();
    if (codes.has('already_invited') || sent.length > 0) refetchInvitations();
    const [first] = sent;
    if (!first) return outcomes;
    const { messages, say } = language;
    notices.tell(
      'success',
      sent.length === 1
        ? say(messages.notices.invited, { email: first.email })
        : say(messages.notices.invitedMany, { count: sent.length }),
    );
    return outcomes;
  };
}
