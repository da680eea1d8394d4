'use client';

import type { ReactNode } from 'react';
import { useMessages } from '../context/useMessages.js';
import { toUsersError, type UsersError } from '../model/errors.js';
import { useCountdown } from '../ui/useCountdown.js';
import { useSlot } from '../ui/useSlot.js';

/** The sentence for a failure. Where the server said how long to wait, it counts down; read out once, not each second. */
export function Explanation({ error }: { error: UsersError }) {
  const slot = useSlot();
  const { messages, say, explain } = useMessages();
  const left = useCountdown(error.retryAfter ?? 0, error);
  if (error.code !== 'rate_limited' || !error.retryAfter) return explain(error);
  const { rate_limited_for: waiting, rate_limited_over: over } = messages.errors;
  return (
    <>
      <span {...slot('hidden')}>{explain(error)}</span>
      <span aria-hidden="true">{left > 0 ? say(waiting, { count: left }) : over}</span>
    </>
  );
}

/** The same for anything thrown: what a dialog shows when its act failed. */
export function explainFailure(reason: unknown): ReactNode {
  return <Explanation error={toUsersError(reason)} />;
}
