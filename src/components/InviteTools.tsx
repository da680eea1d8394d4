'use client';

import type { RefObject } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useSlot } from '../ui/useSlot.js';
import { PassingButton } from './PassingButton.js';
import type { InviteDraftState } from './useInviteDraft.js';

export interface InviteToolsProps {
  draft: InviteDraftState;
  /** Takes the focus of a button that has done away with itself. */
  field: RefObject<HTMLElement | null>;
}

/** How many addresses there are, and what can be done with many of them at once. */
export function InviteTools({ draft, field }: InviteToolsProps) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const { chips, settled } = draft;
  const words = messages.invite;
  if (chips.length < 2 && settled === 0) return null;
  return (
    <div {...slot('invite-tools')}>
      <span {...slot('hint')}>{say(words.count, { count: chips.length })}</span>
      {settled > 0 && (
        <PassingButton variant="quiet" heir={field} onClick={draft.removeSettled}>
          {say(words.removeSettled, { count: settled })}
        </PassingButton>
      )}
      {chips.length > 1 && (
        <PassingButton variant="quiet" heir={field} onClick={draft.clear}>
          {words.clearAll}
        </PassingButton>
      )}
    </div>
  );
}
