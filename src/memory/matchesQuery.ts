import { foldText, searchWords } from '../model/foldText.js';

/** Whether every word of the query occurs in one of the texts, case and accents folded. An empty query matches. */
export function matchesQuery(query: string, texts: readonly (string | null)[]): boolean {
  const found = foldText(texts.filter((text) => text !== null).join('\n'));
  return searchWords(query).every((word) => found.includes(word));
}
