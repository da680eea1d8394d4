/** Whether an answer is a page: HTML, such as a sign-in page, or the one a host gives for every path it does not know. */
export function isPage(headers: Headers, text: string): boolean {
  return /html/i.test(headers.get('content-type') ?? '') || text.trimStart().startsWith('<');
}

/**
 * Whether a page under this status, or a redirect, comes from a sign-in gate or a firewall. A page under 404 or 410 is a
 * route that is not there; under 408, 429 and 5xx a gateway says what the status says.
 */
export function isGate(status: number): boolean {
  return status < 500 && ![404, 408, 410, 429].includes(status);
}
