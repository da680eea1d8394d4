import { Refusal } from './answer.js';
import { withDeadline } from './withDeadline.js';

/** How often somebody has asked, and when the counting begins anew. */
export interface RateCount {
  /** Requests in this window, the present one included. */
  count: number;
  /** Milliseconds until the window ends. */
  resetInMs: number;
}

/** Where the requests of each caller are counted: in memory, or in a store that several servers share. */
export interface RateLimitStore {
  /** Counts one more request under the key, in a window of `windowMs` that its first request opens. */
  count(key: string, windowMs: number): RateCount | Promise<RateCount>;
}

export interface RateLimit {
  /** Requests a caller may make in one window. @default 300 */
  limit?: number | undefined;
  /** Milliseconds. @default 60000 */
  windowMs?: number | undefined;
  /** @default the memory of this process, which another process or worker does not see */
  store?: RateLimitStore | undefined;
}

/** How long a store may take. Beyond it the request passes: a store that is down must not lock everybody out. */
const STORE_MS = 1000;

/**
 * Counts a request of the caller. A store that fails, hangs or gives no count lets it pass, and `tell` hears of it.
 * @throws {Refusal} 429 with `Retry-After`
 */
export async function countRequest(
  callerId: string,
  { limit, windowMs, store }: Required<{ [K in keyof RateLimit]: NonNullable<RateLimit[K]> }>,
  tell: (error: unknown) => unknown,
): Promise<void> {
  let counted: RateCount;
  try {
    const late = () => new Error(`The rate limit store took longer than ${STORE_MS} ms; the request passed.`);
    counted = await withDeadline(STORE_MS, async () => store.count(`users-panel:${callerId}`, windowMs), late);
    if (!Number.isFinite((counted as RateCount | undefined)?.count)) {
      throw new TypeError('The rate limit store must give { count, resetInMs }, both numbers; the request passed.');
    }
  } catch (error) {
    await tell(error);
    return;
  }
  if (counted.count <= limit) return;
  const retryAfter = Math.max(1, Math.ceil(Math.min(counted.resetInMs, windowMs) / 1000) || 1);
  throw new Refusal(429, 'Too many requests. Wait a moment.', {
    details: { limit, window: `${Math.ceil(windowMs / 1000)}s`, retry_after: retryAfter },
    headers: { 'retry-after': String(retryAfter) },
  });
}
