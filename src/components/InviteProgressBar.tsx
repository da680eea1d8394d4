'use client';

import { useId, type RefObject } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useCountdown } from '../ui/useCountdown.js';
import { useSlot } from '../ui/useSlot.js';
import { PassingButton } from './PassingButton.js';
import type { InviteProgress } from './useInviteLedger.js';

export interface InviteProgressBarProps {
  progress: InviteProgress;
  onStop: () => void;
  /** Takes the focus when the batch has ended. */
  field: RefObject<HTMLElement | null>;
}

/** How far a batch is, what it waits for, and a way to stop it. */
export function InviteProgressBar({ progress, onStop, field }: InviteProgressBarProps) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const { sent, total, pause, stopping } = progress;
  const id = useId();
  const words = messages.invite;
  return (
    <div {...slot('invite-progress')}>
      <div {...slot('invite-progress-text')}>
        <p id={id}>{say(words.progress, { sent, count: total })}</p>
        <progress {...slot('invite-progress-bar')} aria-labelledby={id} max={total} value={sent} />
        {pause && !stopping && <Pause pause={pause} />}
      </div>
      <PassingButton heir={field} busy={stopping} onClick={onStop}>
        {stopping ? words.stopping : words.stop}
      </PassingButton>
    </div>
  );
}

function Pause({ pause }: { pause: NonNullable<InviteProgress['pause']> }) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const left = useCountdown(pause.seconds, pause);
  return <p {...slot('hint')}>{say(messages.invite.pause, { count: left })}</p>;
}
