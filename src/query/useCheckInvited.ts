'use client';

import { tellHost } from '../context/tellHost.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { useFindInvited, type FoundInvited } from './useFindInvited.js';

/**
 * Reads both lists to learn what became of invitations that got no answer. Those that are found are told as sent, to the
 * person and to the host. Never rejects. Source: `DataProvider.listMembers` and `listInvitations`.
 */
export function useCheckInvited(): (emails: readonly string[]) => Promise<FoundInvited[]> {
  const { notices, callbacks } = useUsersContext();
  const language = useAllMessages();
  const find = useFindInvited();
  return async (emails) => {
    const found = await find(emails);
    const sent = found.filter((one) => typeof one === 'object');
    for (const invitation of sent) tellHost(callbacks.current.onInvite, invitation);
    const [first] = sent;
    const { messages, say } = language;
    if (first && sent.length === 1) notices.tell('success', say(messages.notices.invited, { email: first.email }));
    else if (first) notices.tell('success', say(messages.notices.invitedMany, { count: sent.length }));
    return found;
  };
}
