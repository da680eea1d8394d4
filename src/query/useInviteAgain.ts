'use client';

import type { NoticeAction } from '../context/notices.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Role } from '../model/role.js';
import { useInviteMember } from './useInviteMember.js';

/** The inverse of removing or revoking: the same address is invited again, with the same role. A notice offers it. */
export function useInviteAgain(): (email: string | null, role: Role) => NoticeAction | undefined {
  const { notices } = useUsersContext();
  const language = useAllMessages();
  const invite = useInviteMember();
  const { messages, say, explain } = language;

  return (email, role) => {
    if (email === null) return undefined;
    const run = async () => {
      const [outcome] = await invite([{ email, role }]);
      if (outcome?.status !== 'failed') return;
      const reason = outcome.uncertain ? messages.errors.uncertain : explain(outcome.error);
      notices.tell('error', `${say(messages.notices.notInvited, { email })} ${reason}`);
    };
    return { label: messages.notices.inviteAgain, run: () => void run() };
  };
}
