/** Letters that no decomposition turns into a plain one. */
const PLAIN: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' };

/**
 * Letters as a search compares them, without case and accents: "Zoë" is found by "zoe", "Łukasz" by "lukasz". A Turkish
 * I is an i with or without its dot: names are typed with either, and lower case alone cannot tell which one was meant.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // oxlint-disable-next-line no-control-regex -- plain ASCII has no accents, and most names and addresses are plain
  if (/^[\u0000-\u007f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðßæœıþ]/g, (letter) => PLAIN[letter] ?? letter);
}
