/** Letters that no decomposition turns into a plain one. */
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/** Text as a search compares it: without case and accents. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðßæœıþ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Whether every word of the query occurs in one of the texts, case and accents folded. An empty query matches. */
export function matchesQuery(query: string, texts: readonly (string | null)[]): boolean {
  const found = fold(texts.filter((text) => text !== null).join('\n'));
  return fold(query)
    .split(/\s+/)
    .every((word) => found.includes(word));
}
