import type { RateLimitStore } from './rateLimit.js';

/** More callers than this are not remembered at once: the oldest windows go first. */
const MAX_KEYS = 10_000;

/** Counts in the memory of this process. Bounded: a flood of callers cannot fill the memory. */
export function createMemoryRateLimitStore(now: () => number = Date.now): RateLimitStore {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return {
    count(key, windowMs) {
      const at = now();
      const open = windows.get(key);
      if (open && open.endsAt > at) {
        open.count += 1;
        return { count: open.count, resetInMs: open.endsAt - at };
      }
      // Put in anew, so that the map stays in the order in which windows were opened.
      windows.delete(key);
      windows.set(key, { count: 1, endsAt: at + windowMs });
      for (const [oldest, { endsAt }] of windows) {
        if (endsAt > at && windows.size <= MAX_KEYS) break;
        windows.delete(oldest);
      }
      return { count: 1, resetInMs: windowMs };
    },
  };
}
