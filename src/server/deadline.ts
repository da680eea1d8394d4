/**
 * Runs the work until it ends or the time is up; work that ignores the signal is left behind.
 * Rejects with what `late` gives when the time is up.
 */
export async function withDeadline<T>(
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
  late: () => Error,
): Promise<T> {
  const controller = new AbortController();
  let giveUp!: (reason: Error) => void;
  const ended = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const timer = setTimeout(() => {
    const reason = late();
    giveUp(reason);
    controller.abort(reason);
  }, timeoutMs);
  try {
    return await Promise.race([work(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
  }
}
