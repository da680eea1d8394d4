/**
 * Seconds to wait before trying again, where the back end says: `Retry-After` as seconds or as a date (measured from the
 * answer's own `Date`, for the reader's clock may be wrong), else, for a 429, `details.retry_after`, else
 * `X-RateLimit-Reset` (unix seconds). Never negative.
 */
export function retryAfterOf(
  status: number,
  headers: Headers,
  details: Readonly<Record<string, unknown>>,
): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  const sent = Date.parse(headers.get('date') ?? '');
  const now = (Number.isNaN(sent) ? Date.now() : sent) / 1000;
  if (/^\d{1,9}(?:\.\d+)?$/.test(said)) return Number(said);
  // Only a date with letters: `Date.parse` would take a bare "-5" for a year.
  const date = /[a-z]/i.test(said) ? Date.parse(said) / 1000 : Number.NaN;
  if (Number.isFinite(date)) return wait(date - now);
  if (status !== 429) return undefined;
  const { retry_after: detail } = details;
  if (typeof detail === 'number' && Number.isFinite(detail) && detail >= 0) return detail;
  const reset = headers.get('x-ratelimit-reset')?.trim() ?? '';
  return /^\d{9,11}(?:\.\d+)?$/.test(reset) ? wait(Number(reset) - now) : undefined;
}

function wait(seconds: number): number {
  return Math.max(0, Math.ceil(seconds));
}
