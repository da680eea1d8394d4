import type { EmailEntry } from './emails.js';
import type { Role } from './role.js';
import { isLikeRole, readRoleWord, type RoleWords } from './roleWords.js';

/** A word or name of a row, or an address. */
export interface Token {
  entry: EmailEntry;
  /** Which cell of the row it stands in. */
  cell: number;
  /** It holds an @: an address, or meant as one. */
  isAddress: boolean;
}

/** Words of one cell, beside an address. */
interface Words {
  text: string;
  /** Before an address a name is expected, after it a role. A column of names holds names, wherever it stands. */
  kind: 'name' | 'before' | 'after';
}

/** An address, and the words that stand beside it. */
interface Person {
  token: Token;
  words: Words[];
}

const MAIL_HEADER = /^\W*(?:e-?)?(?:mail|courriel|correo|メール|邮箱|이메일)(?:[- ]?ad\p{L}*)?\W*$/iu;
const ROLE_HEADER = /rol|rôle|função|papel|permission|access|役割|角色|역할|دور|תפקיד/i;
const NAME_HEADER = /nam|nom|apellido|imi|nazw|soyad|氏|名|이름|اسم|שם/i;

/** Which columns of a table hold names and roles, by its header. */
interface Columns {
  names: Set<number>;
  role: number | undefined;
}

/**
 * Assigns the names and the role of a row to its addresses. An unknown role is kept as `unknownRole`, so that a role has to
 * be chosen before the address is sent.
 */
export function attachRoles(rows: readonly Token[][], roles: RoleWords): EmailEntry[] {
  const items: (EmailEntry | Person)[] = [];
  let columns: Columns | null = null;
  /** A line that is a role alone, and holds for the addresses below it. */
  let heading: EmailEntry | null = null;
  let isUsed = false;
  let isAfterAddress = false;
  const endHeading = () => {
    if (heading && !isUsed) items.push(heading);
    heading = null;
    isUsed = false;
  };
  const isRole = (text: string) => readRoleWord(text, roles) !== undefined || isLikeRole(text);

  for (const [index, row] of rows.entries()) {
    const [first, second] = row;
    const people = readPeople(row, columns, isRole);
    if (people.length > 0) {
      for (const person of people) {
        if (
          heading &&
          !person.words.some(({ kind, text }) => kind === 'after' || (kind === 'before' && isRole(text)))
        ) {
          isUsed = true;
          person.words.push({ text: heading.text.replace(/:$/, ''), kind: 'after' });
        }
        items.push(person);
      }
    } else if (isHeader(row, rows[index + 1])) columns = readColumns(row);
    else if (first && !second && isRole(first.entry.text)) {
      const last = items.at(-1);
      const isBelow = isAfterAddress && !heading && !first.entry.text.endsWith(':');
      if (isBelow && last && 'token' in last) last.words.push({ text: first.entry.text, kind: 'after' });
      else {
        endHeading();
        heading = first.entry;
      }
    } else if (first) {
      endHeading();
      items.push(...row.map(({ entry }) => entry));
    }
    isAfterAddress = people.length > 0;
  }
  endHeading();
  return items.map((item) => ('token' in item ? toEntry(item, roles) : item));
}

/** Whether a row names the columns of the table that begins with the next one. */
function isHeader(row: readonly Token[], next: readonly Token[] | undefined): boolean {
  return (
    row.length > 1 &&
    row.some(({ entry }) => entry.text.length < 30 && MAIL_HEADER.test(entry.text)) &&
    next?.some(({ isAddress }) => isAddress) === true
  );
}

function readColumns(row: readonly Token[]): Columns {
  return {
    names: new Set(row.flatMap(({ entry, cell }) => (NAME_HEADER.test(entry.text) ? cell : []))),
    role: row.find(({ entry }) => ROLE_HEADER.test(entry.text))?.cell,
  };
}

/** More cells than a row of people has. */
const COLUMNS = 20;

/** The addresses of a row, each with the words that stand beside it. */
function readPeople(row: readonly Token[], columns: Columns | null, isRole: (text: string) => boolean): Person[] {
  const people: Person[] = [];
  /** Words, and how many addresses stand before them. */
  const parts: { text: string; cell: number; at: number }[] = [];
  for (const token of row) {
    const { entry, cell, isAddress } = token;
    const last = parts.at(-1);
    if (isAddress) people.push({ token, words: [] });
    else if (last?.cell === cell && last.at === people.length) last.text += ` ${entry.text}`;
    else if (/[\p{L}\p{N}]/u.test(entry.text))
      parts.push({ text: entry.text.replace(/:$/, ''), cell, at: people.length });
  }
  const [leading] = parts;
  const isRoleFirst = !columns && leading?.at === 0 && isRole(leading.text);
  // In "admin a@b.c, member d@e.f" all roles stand before their addresses.
  const areBefore = isRoleFirst && (parts.at(-1)?.at ?? 0) < people.length;
  for (const { text, cell, at } of parts) {
    const [before, after] = [people[at - 1], people[at]];
    const isBefore = !before || (after && (areBefore || (cell === after.token.cell && cell !== before.token.cell)));
    const owner = isBefore ? after : before;
    if (!owner) continue;
    let kind: Words['kind'] = isBefore ? 'before' : 'after';
    if (columns?.role !== undefined) kind = cell === columns.role ? 'after' : 'name';
    else if (columns) kind = columns.names.has(cell) ? 'name' : 'after';
    // A cell of its own holds for all addresses in one; in a row of very many, for the nearest alone.
    owner.words.push({ text, kind });
    if (cell === owner.token.cell || owner.words.length > COLUMNS) continue;
    const step = isBefore ? 1 : -1;
    for (let index = (isBefore ? at : at - 1) + step; people[index]?.token.cell === owner.token.cell; index += step) {
      people[index]?.words.push({ text, kind });
    }
  }
  if (isRoleFirst) {
    let role = leading.text;
    for (const { words } of people) {
      const own = words.find(({ text }) => isRole(text));
      if (!own) words.push({ text: role, kind: 'after' });
      else if (areBefore) role = own.text;
    }
  }
  return people;
}

function toEntry({ token: { entry }, words }: Person, roles: RoleWords): EmailEntry {
  const found = words.filter(({ kind }) => kind !== 'name');
  const whole = join(found.filter(({ kind }) => kind === 'after'));
  const known = new Map<Role, string>();
  const read = ({ text }: { text: string }) => {
    const role = readRoleWord(text, roles);
    if (role !== undefined && !known.has(role)) known.set(role, text);
    return role !== undefined;
  };
  const isWhole = read({ text: whole });
  const unread = found.filter((one) => !(isWhole && one.kind === 'after') && !read(one));
  const odd = unread.filter(({ kind, text }) => isLikeRole(text) || (kind === 'after' && known.size === 0));
  const [only] = known;
  if (only && known.size === 1 && odd.length === 0) {
    const beside = words.filter(({ kind, text }) => !(isWhole && kind === 'after') && text !== only[1]);
    return { ...named(entry, join(beside), only[1].replace(/[<>"]+/g, ' ').trim()), role: only[0] };
  }
  if (known.size === 0 && odd.length === 0) return words.length > 0 ? named(entry, join(words), '') : entry;
  const unclear = found.filter((one) => odd.includes(one) || !unread.includes(one));
  const unknownRole = join(unclear)
    .replace(/[<>"\s]+/g, ' ')
    .trim();
  const rest = words.filter((one) => !unclear.includes(one));
  return { ...named(entry, join(rest), unknownRole), unknownRole };
}

function join(words: readonly { text: string }[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** The entry with names before it and a role behind it, as it would be typed. */
function named(entry: EmailEntry, front: string, role: string): EmailEntry {
  const { email, text } = entry;
  const name = `${front} ${entry.name ?? ''}`.replace(/[<>"\s]+/g, ' ').trim();
  const behind = /[,;|\t，；、،؛､]/.test(role) ? ` "${role}"` : role && ` ${role}`;
  if (email === null || !front) return { ...entry, text: `${front} ${text}${behind}`.trim() };
  const written = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .-]*$/u.test(name) ? name : `"${name}"`;
  return { ...entry, name, text: `${written} <${email}>${behind}` };
}
