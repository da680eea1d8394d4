/** A JWT, as long as a header can carry one. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const MAX_LENGTH = 16_384;

/**
 * The session token of a request: from `Authorization: Bearer …`, or, when there is no such header at all, from Clerk's
 * cookie `__session`. Null for none, and for what cannot be one.
 */
export function readSessionToken(request: Request): string | null {
  const header = request.headers.get('authorization');
  // Whoever names a token means that one: a bad one does not make the cookie count.
  const found = header === null ? cookieOf(request) : /^Bearer +(\S+)$/i.exec(header.trim())?.[1];
  return found !== undefined && found.length <= MAX_LENGTH && TOKEN.test(found) ? found : null;
}

function cookieOf(request: Request): string | undefined {
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  return cookies.find((pair) => pair.startsWith('__session='))?.slice('__session='.length);
}
