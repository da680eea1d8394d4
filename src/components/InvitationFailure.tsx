'use client';

import type { Messages } from '../context/language.js';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import type { Resend } from '../query/resends.js';
import { useSlot } from '../ui/useSlot.js';
import { Explanation } from './Explanation.js';

/** Why an invitation could not be sent again, and what became of the old one. */
export function InvitationFailure({ resend }: { resend: Resend }) {
  const slot = useSlot();
  const { messages } = useAllMessages();
  const speak = useSpeakRef('alert');
  const { failure } = resend;
  if (!failure) return null;
  return (
    <p {...slot('failure')} ref={speak}>
      {sentenceFor(messages, resend)} <Explanation error={failure.error} />
    </p>
  );
}

function sentenceFor({ invitations: words }: Messages, { isRevoked, failure }: Resend): string {
  if (isRevoked) return failure?.isUncertain ? words.notKnownHalf : words.half;
  if (!failure?.isUncertain) return words.notResent;
  return failure.operation === 'revokeInvitation' ? words.notKnownRevoked : words.notKnownResent;
}
