import { foldText } from './foldText.js';
import type { Role, RoleOption } from './role.js';

/** Roles by what people call them, folded. */
export type RoleWords = ReadonlyMap<string, Role>;

/**
 * What each role may be called in a list of addresses: its slug, the slug without `org:`, and its label. A name that two
 * roles share stands for the first.
 */
export function roleWords(roles: readonly RoleOption[], labelOf: (role: Role) => string): RoleWords {
  const words = new Map<string, Role>();
  for (const { role, label } of roles) {
    for (const word of [role, role.replace(/^org:/, ''), label ?? '', labelOf(role)]) {
      const key = fold(word);
      // What holds an @ would be taken for an address.
      if (key && !key.includes('@') && !words.has(key)) words.set(key, role);
    }
  }
  return words;
}

/** Longer texts name no role. */
const LONGEST = 60;

/** The role that a text names, whatever its case, number and the marks around it; undefined when it names none. */
export function readRoleWord(text: string, words: RoleWords): Role | undefined {
  if (text.length > LONGEST) return undefined;
  const key = fold(text);
  return words.get(key) ?? words.get(key.replace(/s$/, ''));
}

/** What roles are often called, in English, whether this app has one of the name or not. */
const COMMON =
  /^(?:(?:super|co|org|app|site|team|account|billing|content|workspace|organi[sz]ation)[- ]?)?(?:owner|admin|administrator|member|viewer|editor|guest|manager|moderator|developer|user|billing|reader|writer|contributor|maintainer|collaborator|operator|read[- ]?only)s?$/;

/** Whether the text is what a role is often called. Beside an address it is none of its names. */
export function isLikeRole(text: string): boolean {
  return text.length <= LONGEST && COMMON.test(fold(text));
}

/** Whether the text is a role's: of one that is known, or as roles are often called. */
export function isRoleWord(text: string, words: RoleWords): boolean {
  return readRoleWord(text, words) !== undefined || isLikeRole(text);
}

/** Without case, and without the quotes, brackets and marks around it. */
function fold(text: string): string {
  return foldText(text)
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
