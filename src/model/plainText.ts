/**
 * Everything that shows nothing: direction marks, joiners, soft hyphens, variation selectors, fillers, tags. Removed from
 * what is read, so that an address or a query means what is seen of it.
 */
export const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/*
 * Controls, line and paragraph separators, direction marks, and the blank Braille cell: a name that holds one could
 * disguise itself or its neighbours. They become spaces.
 */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2800\ufeff]/gu;

/** What else shows nothing, but joiners and variation selectors: Persian, emoji and Japanese names need them. */
const UNSEEN = /(?!\p{Variation_Selector}|\u200c|\u200d)\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;

/** Longer than any address (254). */
const LIMIT = 256;

/**
 * Text from outside, safe to put on a line: control and direction characters become spaces, runs of spaces one, and what
 * shows nothing goes. At most 256 characters; empty when nothing of it can be seen.
 */
export function plainText(text: string | null | undefined): string {
  const cut = (text ?? '').slice(0, 4 * LIMIT);
  const plain = cut.replace(BREAKS, ' ').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
  if (!/[^\p{Default_Ignorable_Code_Point}\s]/u.test(plain)) return '';
  if (plain.length <= LIMIT && cut.length === (text ?? '').length) return plain;
  // Not in the middle of a character of two units.
  return `${plain.slice(0, LIMIT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
