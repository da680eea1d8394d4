import type { RateLimitStore } from '../rateLimit.js';
import type { CanvasContext } from './canvasContext.js';

/**
 * Counts in the app's `kv`, one key to a window. It has no way to count up in one step, so requests at the same moment may
 * count as one: a limit for a page gone wild, not an exact one.
 */
export function createKvRateLimitStore(kv: CanvasContext['kv'], now: () => number = Date.now): RateLimitStore {
  return {
    async count(caller, windowMs) {
      const at = now();
      const window = Math.floor(at / windowMs);
      const key = `${caller}:${window}`;
      const before = Number(await kv.get(key));
      const count = (Number.isFinite(before) ? before : 0) + 1;
      await kv.set(key, String(count), Math.ceil((windowMs * 2) / 1000));
      return { count, resetInMs: (window + 1) * windowMs - at };
    },
  };
}
