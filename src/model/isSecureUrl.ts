/**
 * Whether a secret may be sent to this URL: over TLS, or in the clear to this very machine. Read without `URL`, which a
 * Canvas function is not promised.
 */
export function isSecureUrl(url: string): boolean {
  return /^(?:https:\/\/|http:\/\/(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?(?:\/|$))/i.test(
    url,
  );
}
