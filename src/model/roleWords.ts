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

/** The role that a text names, whatever its case; undefined when it names none. */
export function readRoleWord(text: string, words: RoleWords): Role | undefined {
  return words.get(fold(text));
}

function fold(text: string): string {
  return text
    .trim()
    .replace(/^"([^"]*)"$/, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
