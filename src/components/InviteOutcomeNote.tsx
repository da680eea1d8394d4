'use client';

import type { RefObject } from 'react';
import { useAnnounce } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useSlot } from '../ui/useSlot.js';
import { Explanation } from './Explanation.js';
import { PassingButton } from './PassingButton.js';
import type { InviteDraftState } from './useInviteDraft.js';

export interface InviteOutcomeNoteProps {
  draft: InviteDraftState;
  /** Takes the focus of a button that has done away with itself. */
  field: RefObject<HTMLElement | null>;
}

/** Why addresses are still in the field after sending, and what leads on. */
export function InviteOutcomeNote({ draft, field }: InviteOutcomeNoteProps) {
  const slot = useSlot();
  const { messages, explain } = useAllMessages();
  const { failed, unknown, isSending, isChecking } = draft;
  const words = messages.invite;
  useAnnounce([...draft.failures, ...draft.reasons.map(explain)].join(' '), 'alert');
  return (
    <>
      <div {...slot('failure')}>
        {draft.failures.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {draft.reasons.map((error) => (
          <p key={error.code}>
            <Explanation error={error} />
          </p>
        ))}
      </div>
      {!isSending && (failed > 0 || unknown > 0) && (
        <div {...slot('invite-tools')}>
          {failed > 0 && (
            <PassingButton heir={field} onClick={() => void draft.retryFailed()}>
              {words.retryFailed}
            </PassingButton>
          )}
          {unknown > 0 && (
            <PassingButton heir={field} busy={isChecking} onClick={() => void draft.checkUnknown()}>
              {isChecking ? words.checking : words.checkAgain}
            </PassingButton>
          )}
        </div>
      )}
    </>
  );
}
