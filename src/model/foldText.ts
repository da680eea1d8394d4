/** What no decomposition turns into the letter or mark that people type for it. */
const TYPED = new Map(
  Object.entries({
    a: 'ə',
    ae: 'æ',
    d: 'đðɖ',
    h: 'ħ',
    i: 'ıɨ',
    l: 'ł',
    n: 'ŋɲ',
    o: 'øɔ',
    oe: 'œ',
    ss: 'ß',
    t: 'ŧ',
    th: 'þ',
    z: 'ƶ',
    σ: 'ς',
    ي: 'یى',
    ك: 'ک',
    ه: 'ة',
    '-': '‐‒–—―−',
    "'": '‘’‚‛′ʹʻʼʾʿ׳',
    '"': '“”„‟″«»״',
  }).flatMap(([plain, letters]) => Array.from(letters, (letter) => [letter, plain] as const)),
);
const SPECIAL = new RegExp(`[${[...TYPED.keys()].join('')}]`, 'g');

/**
 * Text as a search compares it: without case, accents and invisible characters, in plain letters, quotes and dashes. "Zoë"
 * is found by "zoe", "Søren" by "soren", "O'Brien" by "o’brien". A Turkish I is an i with or without its dot: names are
 * typed with either, and lower case alone cannot tell which one was meant.
 */
export function foldText(text: string): string {
  // Most names and addresses are plain ASCII, and need no more than lower case.
  if (!/\P{ASCII}/u.test(text)) return text.toLowerCase();
  return text
    .replaceAll('´', "'")
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}ـ]/gu, '')
    .toLowerCase()
    .replace(SPECIAL, (letter) => TYPED.get(letter) ?? letter);
}

/**
 * The words of a query, folded. What only writes names and addresses down is no part of them: "Lovelace, Ada" and
 * `Ada Lovelace <ada@example.com>` look for the words alone.
 */
export function searchWords(query: string): string[] {
  return foldText(query)
    .split(/[\s,;<>]+/)
    .flatMap((word) => {
      const bare = word.split(/["()[\]]+|^'+|'+$|^mailto:/).filter(Boolean);
      return bare.length > 0 ? bare : word || [];
    });
}
