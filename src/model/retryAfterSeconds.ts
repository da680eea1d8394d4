/**
 * Seconds to wait by the header `Retry-After`: seconds, or a date (measured from the answer's own `Date`, for the reader's
 * clock may be wrong). Never negative; undefined for none.
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const said = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,9}(?:\.\d+)?$/.test(said)) return Number(said);
  // Only a date with letters: `Date.parse` would take a bare "-5" for a year.
  const date = /[a-z]/i.test(said) ? Date.parse(said) : Number.NaN;
  return Number.isFinite(date) ? secondsUntil(date, headers) : undefined;
}

/** Seconds from the moment an answer was sent to a moment in milliseconds. Never negative. */
export function secondsUntil(moment: number, headers: Headers): number {
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.max(0, Math.ceil((moment - (Number.isNaN(sent) ? Date.now() : sent)) / 1000));
}
