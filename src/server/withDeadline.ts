/**
 * Runs the work until it ends or the time is up; work that ignores the signal is left behind.
 * Rejects with what `late` gives when the time is up. Where there are no timers (a Canvas function is promised none), the
 * host's own limit has to do; where nothing can be aborted, there is no signal.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal | undefined) => Promise<T>,
  late: () => Error,
): Promise<T> {
  if (typeof setTimeout !== 'function') return work(undefined);
  const controller = typeof AbortController === 'function' ? new AbortController() : undefined;
  let giveUp!: (reason: Error) => void;
  const ended = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const timer = setTimeout(() => {
    const reason = late();
    giveUp(reason);
    controller?.abort(reason);
  }, timeoutMs);
  try {
    return await Promise.race([work(controller?.signal), ended]);
  } finally {
    clearTimeout(timer);
  }
}
