/** Whether an answer is a page: HTML, such as a sign-in page, or the one a host gives for every path it does not know. */
export function isPage(headers: Headers, text: string): boolean {
  return /html/i.test(headers.get('content-type') ?? '') || text.trimStart().startsWith('<');
}
