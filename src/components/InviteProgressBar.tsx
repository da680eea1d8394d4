'use client';

import { useEffect, useId, useState, type RefObject } from 'react';
import { useMessages } from '../context/useMessages.js';
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
  const { messages, say } = useMessages();
  const { sent, total, pause, stopping } = progress;
  const id = useId();
  const words = messages.invite;
  return (
    <div {...slot('invite-progress')}>
      <div {...slot('invite-progress-text')}>
        <p id={id}>{say(words.progress, { sent, count: total })}</p>
        <progress {...slot('invite-progress-bar')} aria-labelledby={id} max={total} value={sent} />
        {pause && !stopping && <Pause key={pause.until} until={pause.until} />}
      </div>
      <PassingButton heir={field} busy={stopping} onClick={onStop}>
        {stopping ? words.stopping : words.stop}
      </PassingButton>
    </div>
  );
}

function Pause({ until }: { until: number }) {
  const slot = useSlot();
  const { messages, say } = useMessages();
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(until)), 1000);
    return () => clearInterval(timer);
  }, [until]);
  return <p {...slot('hint')}>{say(messages.invite.pause, { count: seconds })}</p>;
}

/** Whole seconds from now, at least one: the pause is over when it is gone from the screen. */
function secondsUntil(until: number): number {
  return Math.max(1, Math.ceil((until - Date.now()) / 1000));
}
