/** Longest delay of a timer: a longer one would fire at once. */
const MAX_TIMER_MS = 2_147_483_647;

/**
 * Runs the work until it ends, the time is up, or the caller gives up; whoever ignores the signal is left behind. Rejects
 * with what `late` gives when the time is up, and with the caller's reason when they gave up.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
  caller?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  let giveUp!: (reason: unknown) => void;
  const ended = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const end = (reason: unknown) => {
    giveUp(reason);
    controller.abort(reason);
  };
  const abort = () => end(caller?.reason);
  const timer = timeoutMs > MAX_TIMER_MS ? undefined : setTimeout(() => end(late()), timeoutMs);
  caller?.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', abort);
  }
}
