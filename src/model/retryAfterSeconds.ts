/** Seconds to wait by the header `Retry-After`, which has seconds or a date. Never negative; undefined for none. */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(said)) return Number(said);
  // Only a date with letters: `Date.parse` would take a bare "-5" for a year.
  return /[a-z]/i.test(said) ? secondsUntil(Date.parse(said), headers) : undefined;
}

/**
 * Seconds until a moment in milliseconds, measured from the answer's own `Date`, for the reader's clock may be wrong. Never
 * negative; undefined for a moment that is none.
 */
export function secondsUntil(moment: number, headers: Headers): number | undefined {
  const seconds = Math.ceil((moment - (Date.parse(headers.get('date') ?? '') || Date.now())) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
