/**
 * Letters as a search compares them, without case and accents: "Zoë" is found by "zoe", "Łukasz" by "lukasz". A Turkish
 * I is an i with or without its dot: names are typed with either, and lower case alone cannot tell which one was meant.
 */
export function foldText(text: string): string {
  // Most names and addresses are plain ASCII, and need no more than lower case.
  if (!/\P{ASCII}/u.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss');
}
