import { foldText } from '../model/foldText.js';

/** More letters that no decomposition turns into plain ones; the screen does without them for their bytes. */
const PLAIN: Record<string, string> = { ø: 'o', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', þ: 'th' };

/** Text as this back end compares it: without case and accents, in plain letters. */
export function fold(text: string): string {
  return foldText(text).replace(/[øđðæœþ]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Whether every word of the query occurs in one of the texts, case and accents folded. An empty query matches. */
export function matchesQuery(query: string, texts: readonly (string | null)[]): boolean {
  const found = fold(texts.filter((text) => text !== null).join('\n'));
  return fold(query)
    .split(/\s+/)
    .every((word) => found.includes(word));
}
