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
      const count = countOf(await kv.get(key)) + 1;
      await kv.set(key, String(count), Math.ceil((windowMs * 2) / 1000));
      return { count, resetInMs: (window + 1) * windowMs - at };
    },
  };
}

/** @throws {TypeError} for what is no count: a limit that begins anew at each request is none */
function countOf(kept: unknown): number {
  if (kept === null || kept === undefined) return 0;
  const count = typeof kept === 'string' && kept !== '' ? Number(kept) : kept;
  if (Number.isSafeInteger(count)) return count as number;
  throw new TypeError('ctx.kv.get gave something else than was put there; the request passed.');
}
