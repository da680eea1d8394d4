import { retryAfterSeconds, secondsUntil } from '../model/retryAfterSeconds.js';

/**
 * Seconds to wait before trying again, where the back end says: `Retry-After`, else, for a 429, `details.retry_after`, else
 * `X-RateLimit-Reset` (unix seconds). Never negative.
 */
export function retryAfterOf(
  status: number,
  headers: Headers,
  details: Readonly<Record<string, unknown>>,
): number | undefined {
  const said = retryAfterSeconds(headers);
  if (said !== undefined || status !== 429) return said;
  const { retry_after: detail } = details;
  if (typeof detail === 'number' && Number.isFinite(detail) && detail >= 0) return detail;
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
  return /^\d{9,11}(?:\.\d+)?$/.test(reset) ? secondsUntil(Number(reset) * 1000, headers) : undefined;
}
