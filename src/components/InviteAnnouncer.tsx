'use client';

import { useAnnounce } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import type { InviteDraftState } from './useInviteDraft.js';

/** Says to those who do not see it how many addresses there are and how far sending is: a few times, not at each address. */
export function InviteAnnouncer({ draft }: { draft: InviteDraftState }) {
  const { messages, say, list } = useAllMessages();
  const { chips, sendable, progress } = draft;
  const words = messages.invite;
  let text = '';
  if (progress?.pause) text = say(words.pause, { count: progress.pause.seconds });
  else if (progress && progress.total > 1) {
    const quarter = Math.ceil(progress.total / 4);
    text = say(words.progress, { sent: Math.floor(progress.sent / quarter) * quarter, count: progress.total });
  } else if (!progress && chips.length > 0) {
    text = list([say(words.count, { count: chips.length }), say(words.toSend, { count: sendable })]);
  }
  useAnnounce(text);
  return null;
}
