/** How long a browser may remember what it was allowed, in seconds. */
const MAX_AGE = 600;

/**
 * The headers that let a page of a listed origin ask, and read the answer; none for any other page. Cookies of this place
 * stay out of it: such a page sends a token.
 */
export function allowOrigin(request: Request, allowedOrigins: ReadonlySet<string>): Record<string, string> | null {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return null;
  return {
    'access-control-allow-origin': origin,
    vary: 'Origin',
    ...(request.method === 'OPTIONS'
      ? {
          'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
          'access-control-allow-headers': 'authorization, content-type',
          'access-control-max-age': String(MAX_AGE),
        }
      : { 'access-control-expose-headers': 'retry-after, x-request-id' }),
  };
}
