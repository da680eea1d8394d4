/**
 * Keeps a request of a server out of every cache: frameworks such as Next.js cache what a server fetches. Empty where the
 * runtime does not know `cache` and would throw on it, as Cloudflare Workers of before November 2024 do.
 */
export function noStore(): Pick<RequestInit, 'cache'> {
  return typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {};
}
