/**
 * Resolves after a while, at once but not synchronously for 0. Rejects with the signal's reason when it is aborted
 * before or meanwhile.
 */
export async function wait(ms: number, signal?: AbortSignal | null): Promise<void> {
  signal?.throwIfAborted();
  if (ms > 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      signal?.addEventListener('abort', done);
    });
  } else {
    await Promise.resolve();
  }
  signal?.throwIfAborted();
}
