import { readRoleWord, type RoleWords } from './roleWords.js';
import type { Role } from './role.js';

/** What is wrong with one entry of a list of addresses. */
export type EmailProblem = 'not_an_address' | 'repeated';

/** One entry of a typed or pasted list. Nothing is dropped: what is no address is an entry with a problem. */
export interface EmailEntry {
  /** What was typed, trimmed. */
  text: string;
  /** The address alone; null when there is none in it. */
  email: string | null;
  /** The display name beside the address (`Ada Lovelace <ada@example.com>`), or null. */
  name: string | null;
  problem: EmailProblem | null;
  /** The role that was named directly after the address; absent where none was. */
  role?: Role;
}

/*
 * Deliberately lenient: catching typing slips is our job, judging addresses the server's. Letters of every script, one
 * @, a domain with a dot and a top level of two characters at least. Lengths are those of RFC 5321 (64, 254) and DNS (63).
 */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/** Whether the text is one plausible e-mail address, at most 254 characters long. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  const labels = text.slice(at + 1).split('.');
  const top = labels.at(-1) ?? '';
  return labels.length > 1 && top.length > 1 && LOCAL.test(text.slice(0, at)) && labels.every((l) => LABEL.test(l));
}

/** What two spellings of one address have in common: trimmed, without case. A plus tag makes a different address. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Reads one address or a pasted list: `Name <a@b.c>`, commas, semicolons, lines, tabs, or addresses parted by spaces.
 * With `roles`, a role's name directly after an address on the same line (`a@b.c, admin`) is that address's role. Every
 * piece of the text ends in an entry, in order; a repeated address is marked, not merged.
 */
export function parseEmails(text: string, roles?: RoleWords): EmailEntry[] {
  const seen = new Set<string>();
  return text.split(LINES).flatMap((line) =>
    readLine(line, roles).map((entry) => {
      if (entry.email === null) return entry;
      const key = emailKey(entry.email);
      if (seen.has(key)) return { ...entry, problem: 'repeated' };
      seen.add(key);
      return entry;
    }),
  );
}

/**
 * What of a text that is being typed is finished: everything before the last separator, and an address followed by a
 * space. What is left is still being typed.
 */
export function splitTyped(text: string, roles?: RoleWords): { finished: EmailEntry[]; rest: string } {
  const end = Math.max(...[',', ';', '\n', '\t', '，', '；', '、'].map((separator) => text.lastIndexOf(separator)));
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

const LINES = /[\n\r\u2028\u2029]+/;

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

/** Characters of no width, which come along when an address is copied from a page. */
const INVISIBLE = /^[\u200b-\u200d\u2060\ufeff]+|[\u200b-\u200d\u2060\ufeff]+$/g;

function readEntry(text: string): EmailEntry {
  const angled = readAngled(text);
  // A sheet puts quotes around its cells.
  const address = (angled?.inside ?? text.replace(/^"([^"]*)"$/, '$1'))
    .trim()
    .replace(INVISIBLE, '')
    .replace(/^mailto:/i, '');
  if (!isEmail(address)) return { text, email: null, name: null, problem: 'not_an_address' };
  const name = (angled?.name ?? '').trim().replace(/^(["'])(.*)\1$/s, '$2');
  return { text, email: address, name: name.trim() || null, problem: null };
}

function readLine(line: string, roles: RoleWords | undefined): EmailEntry[] {
  const pieces = rejoinNames(splitLine(line), roles).flatMap(splitWords);
  return attachRoles(pieces.map(readEntry), roles);
}

/** Longer names of roles than this, in words, are not looked for. */
const ROLE_WORDS = 4;

/** Gives an address the role that is named directly after it. */
function attachRoles(entries: EmailEntry[], roles: RoleWords | undefined): EmailEntry[] {
  if (!roles) return entries;
  const attached: EmailEntry[] = [];
  for (let index = 0; index < entries.length; index += 1) {
    const entry = entries[index];
    if (!entry) continue;
    attached.push(entry);
    if (entry.email === null) continue;
    for (let count = ROLE_WORDS; count > 0; count -= 1) {
      const words = entries.slice(index + 1, index + 1 + count);
      if (words.length < count || words.some(({ email }) => email !== null)) continue;
      const named = words.map((word) => word.text).join(' ');
      const role = readRoleWord(named, roles);
      if (role === undefined) continue;
      attached[attached.length - 1] = { ...entry, text: `${entry.text} ${named}`, role };
      index += count;
      break;
    }
  }
  return attached;
}

/** Cuts a line at its separators, outside quotations. */
function splitLine(line: string): string[] {
  // With an odd number of quotes one is a stray character, not the start of a quotation that swallows the rest.
  const quotable = line.split('"').length % 2 === 1;
  const pieces = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"' && quotable) quoted = !quoted;
    if (!quoted && /[,;\t，；、]/.test(character)) pieces.push('');
    else pieces.push(pieces.pop() + character);
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** Up to three words that could be a surname, and no address. */
const SURNAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]+){0,2}$/u;

/** In "Lovelace, Ada <ada@example.com>" the comma belongs to the name. */
function rejoinNames(pieces: string[], roles: RoleWords | undefined): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const named = isNamed(piece);
    // In "a@b.c, Admin, Ada <ada@example.com>" it parts a role from a name.
    const isRole = roles && before !== undefined && /@|>$/.test(joined.at(-2) ?? '') && readRoleWord(before, roles);
    if (before !== undefined && named && !isRole && SURNAME.test(before))
      joined[joined.length - 1] = `${before}, ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Cuts a piece at its spaces where it holds several addresses. */
function splitWords(piece: string): string[] {
  return piece.split(/(?<=>)\s+/).flatMap((part) => {
    const angled = readAngled(part);
    if (!angled) {
      const words = part.split(/\s+/);
      return words.some((word) => word.includes('@')) ? words : [part];
    }
    // "a@b.c Ada <ada@example.com>" holds two; "ada@example.com <ada@example.com>" says one twice.
    const name = angled.name.trim();
    if (!name.includes('@') || name.startsWith('"') || emailKey(name) === emailKey(angled.inside)) return [part];
    const words = name.split(/\s+/);
    const last = words.findLastIndex((word) => word.includes('@')) + 1;
    return [...words.slice(0, last), [...words.slice(last), `<${angled.inside}>`].join(' ')];
  });
}
