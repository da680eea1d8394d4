import { attachRoles, type Token } from './attachRoles.js';
import { emailKey } from './emailKey.js';
import { readEmail, wordKey, type EmailEntry } from './emails.js';
import { isRoleWord, type RoleWords } from './roleWords.js';
import { SEPARATORS, splitRows, type Piece } from './splitRows.js';

/**
 * Reads one address or a pasted list: `Name <a@b.c>`, commas, semicolons, lines, tabs, quoted cells, links, or addresses
 * parted by spaces. With `roles`, what stands beside an address on its line is its name or its role (`a@b.c, admin`), and
 * a role alone on a line is that of the addresses below it. Every address, and every line without one, ends in an entry,
 * in order; a repeated address is marked, not merged.
 */
export function parseEmails(text: string, roles?: RoleWords): EmailEntry[] {
  const rows = splitRows(text).map((pieces) => rejoinNames(pieces, roles).flatMap(readPiece));
  const entries = roles ? attachRoles(rows, roles) : rows.flat().map(({ entry }) => entry);
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.email === null) return entry;
    const key = emailKey(entry.email);
    if (seen.has(key)) return { ...entry, problem: 'repeated' };
    seen.add(key);
    return entry;
  });
}

/**
 * What of a text that is being typed is finished: everything before the last separator, and an address followed by a
 * space. What is left is still being typed.
 */
export function splitTyped(text: string, roles?: RoleWords): { finished: EmailEntry[]; rest: string } {
  let end = text.length - 1;
  while (end >= 0 && text.charAt(end) !== '\n' && !SEPARATORS.test(text.charAt(end))) end -= 1;
  const quoted = (text.slice(0, end + 1).split('"').length - 1) % 2 === 1;
  if (end >= 0 && !quoted) {
    return { finished: parseEmails(text.slice(0, end), roles), rest: text.slice(end + 1).trimStart() };
  }
  if (/\s$/.test(text)) {
    const finished = parseEmails(text, roles);
    if (finished.length > 0 && finished.every(({ email }) => email !== null)) return { finished, rest: '' };
  }
  return { finished: [], rest: text };
}

/** What stands before and in the last angle brackets, when the text ends with them. By hand: a paste may be large. */
function readAngled(text: string): { name: string; inside: string } | null {
  const open = text.lastIndexOf('<');
  const inside = text.slice(open + 1, -1);
  return open < 0 || !text.endsWith('>') || inside.includes('>') ? null : { name: text.slice(0, open), inside };
}

/** Whether a name stands before an angle bracket. */
function isNamed(piece: string): boolean {
  const name = piece.slice(0, Math.max(0, piece.indexOf('<')));
  return name.trim() !== '' && !name.includes('@');
}

function readEntry(text: string): EmailEntry {
  const angled = readAngled(text);
  const email = readEmail(angled?.inside ?? text);
  if (email === null) return { text, email, name: null, problem: 'not_an_address' };
  const name = (angled?.name ?? '').trim().replace(/^(["'])(.*)\1$/s, '$2');
  return { text, email, name: name.replace(/\s+/g, ' ').trim() || null, problem: null };
}

function readPiece({ text, cell }: Piece): Token[] {
  return splitWords(text).map((word) => ({ entry: readEntry(word), cell, isAddress: word.includes('@') }));
}

/** Up to three words that could be a surname, and no address. */
const SURNAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+){0,2}$/u;

/** In "Lovelace, Ada <ada@example.com>" the comma belongs to the name. */
function rejoinNames(pieces: readonly Piece[], roles: RoleWords = new Map()): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    // After a bare address, and where it could be a role, it is not taken for a name.
    const isSurname =
      before &&
      piece.comma &&
      SURNAME.test(before.text) &&
      !isRoleWord(before.text, roles) &&
      !/@[^>]*$/.test(joined.at(-2)?.text ?? '');
    if (isSurname && isNamed(piece.text))
      joined[joined.length - 1] = { ...before, text: `${before.text}, ${piece.text}` };
    else joined.push(piece);
  }
  return joined;
}

/** Cuts a piece at its spaces where it holds several addresses. */
function splitWords(piece: string): string[] {
  return piece.split(/(?<=>)\s+/).flatMap((part) => {
    const angled = readAngled(part);
    if (!angled) {
      const words = part.split(/[\s()]+|:(?=[^\s:]{1,64}@)/).filter(Boolean);
      return words.some((word) => word.includes('@')) ? words : [part];
    }
    // "a@b.c Ada <ada@example.com>" holds two; "ada@example.com <ada@example.com>" says one twice.
    const name = angled.name.trim();
    if (!name.includes('@') || name.startsWith('"') || isSame(name, angled.inside)) return [part];
    const words = name.split(/\s+/);
    const last = words.findLastIndex((word) => word.includes('@')) + 1;
    return [...words.slice(0, last), [...words.slice(last), `<${angled.inside}>`].join(' ')];
  });
}

function isSame(one: string, other: string): boolean {
  const key = wordKey(one);
  return key !== null && key === wordKey(other);
}
