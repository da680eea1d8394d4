import type { EmailEntry } from './emails.js';
import type { Role } from './role.js';
import { isLikeRole, isRoleWord, readRoleWord, type RoleWords } from './roleWords.js';

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
interface Person extends Token {
  words: Words[];
}

const MAIL_HEADER = /^\W*(?:e-?)?(?:mail|courriel|correo|メール|邮箱|이메일)(?:[- ]?ad\p{L}*)?\W*$/iu;
const ROLE_HEADER =
  /^\W*(?:\p{L}+[ _-])?(?:roles?|rolle|rol|rola|ruolo|rôle|função|papel|permissions?|access(?: level)?|役割|ロール|角色|역할|دور|תפקיד)\W*$/iu;
const NAME_HEADER =
  /^\W*(?:(?:first|last|full|display|given|family|user|member|middle)[ _-]?)?(?:names?|nombre|apellidos?|nom|prénom|nome|cognome|vorname|nachname|naam|imię|nazwisko|ad|soyad|氏名|名前|姓名|名|이름|اسم|שם)\W*$/iu;
/** What stands before an address and its colon in a copied mail: no role. */
const MAIL_LABEL = /^(?:e-?mail|mail|to|cc|bcc|from|an|von|de|à|para|a|da|per|aan)$/i;

/** What the columns of a table hold, by its header. */
interface Columns {
  kindOf: (cell: number) => Words['kind'];
  /** The column of the addresses, and the last column: a row of another shape is no row of the table. */
  mail: number;
  last: number;
}

const COLON = /[:：]$/;

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
  /** Lines of addresses since the last line without one. */
  let addresses = 0;
  const endHeading = () => {
    if (heading && !isUsed) items.push(heading);
    heading = null;
    isUsed = false;
  };
  const isRole = (text: string) => isRoleWord(text, roles);
  // Where one row begins with a role, so do others that have nothing behind the address, whether it is known or not.
  const isRoleColumn = rows.some(
    ([first, next]) => first && next && !first.isAddress && first.cell !== next.cell && isRole(first.entry.text),
  );

  /** Whether a line names the addresses below: by its colon, or as another line before it did. */
  const isHeading = (text: string, next: readonly Token[] | undefined) =>
    next?.[0]?.isAddress === true && !MAIL_LABEL.test(text.replace(COLON, '')) && (COLON.test(text) || isUsed);

  for (const [index, row] of rows.entries()) {
    const [first, second] = row;
    const people = readPeople(row, columns, isRole, isRoleColumn);
    if (people.length > 0) {
      for (const person of people) {
        if (
          heading &&
          !person.words.some(({ kind, text }) => kind === 'after' || (kind === 'before' && isRole(text)))
        ) {
          isUsed = true;
          person.words.push({ text: heading.text.replace(COLON, ''), kind: 'after' });
        }
        items.push(person);
      }
    } else if (isHeader(row, rows[index + 1])) columns = readColumns(row);
    else if (first && !second && (isRole(first.entry.text) || isHeading(first.entry.text, rows[index + 1]))) {
      const last = items.at(-1);
      // Below several addresses it begins the next group.
      const isBelow = addresses === 1 && !heading && !COLON.test(first.entry.text);
      if (isBelow && last && 'words' in last) last.words.push({ text: first.entry.text, kind: 'after' });
      else {
        endHeading();
        heading = first.entry;
      }
    } else if (first) {
      endHeading();
      items.push(...row.map(({ entry }) => entry));
    }
    addresses = people.length > 0 ? addresses + 1 : 0;
  }
  endHeading();
  return items.map((item) => ('words' in item ? toEntry(item, roles) : item));
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
  const cellsOf = (header: RegExp) => row.flatMap(({ entry, cell }) => (header.test(entry.text) ? cell : []));
  const names = cellsOf(NAME_HEADER);
  const [role, other] = cellsOf(ROLE_HEADER);
  // Of two columns that may hold roles, neither is taken for sure: what stands in both is asked about.
  const isRole = (cell: number) => (role === undefined || other !== undefined ? !names.includes(cell) : cell === role);
  return {
    kindOf: (cell) => (isRole(cell) ? 'after' : 'name'),
    mail: cellsOf(MAIL_HEADER)[0] ?? 0,
    last: Math.max(...row.map(({ cell }) => cell)),
  };
}

/** More cells than a row of people has. */
const COLUMNS = 20;

/** The addresses of a row, each with the words that stand beside it. */
function readPeople(
  row: readonly Token[],
  table: Columns | null,
  isRole: (text: string) => boolean,
  isRoleColumn: boolean,
): Person[] {
  const mail = row.find(({ isAddress }) => isAddress)?.cell;
  const columns = table && mail === table.mail && row.every(({ cell }) => cell <= table.last) ? table : null;
  const people: Person[] = [];
  /** Words, and how many addresses stand before them. */
  const parts: { text: string; cell: number; at: number }[] = [];
  /** Whether the row begins with a word and a colon. */
  let isLabelled = false;
  for (const token of row) {
    const { entry, cell, isAddress } = token;
    const last = parts.at(-1);
    if (isAddress) people.push({ ...token, words: [] });
    else if (last?.cell === cell && last.at === people.length) last.text += ` ${entry.text}`;
    else if (/[\p{L}\p{N}]/u.test(entry.text)) {
      isLabelled ||= parts.length === 0 && COLON.test(entry.text);
      parts.push({ text: entry.text.replace(COLON, ''), cell, at: people.length });
    }
  }
  const [leading] = parts;
  const isLeadingRole =
    leading?.at === 0 &&
    (isRole(leading.text) ||
      (isLabelled && !MAIL_LABEL.test(leading.text)) ||
      (isRoleColumn && leading.cell !== people[0]?.cell && parts.at(-1)?.at === 0));
  const isRoleFirst = !columns && isLeadingRole;
  // In "admin a@b.c, member d@e.f" all roles stand before their addresses.
  const areBefore = isRoleFirst && (parts.at(-1)?.at ?? 0) < people.length;
  for (const { text, cell, at } of parts) {
    const [before, after] = [people[at - 1], people[at]];
    const isBefore = !before || (after && (areBefore || (cell === after.cell && cell !== before.cell)));
    const owner = isBefore ? after : before;
    if (!owner) continue;
    const isLeading = isRoleFirst && at === 0 && text === leading.text;
    const kind = columns ? columns.kindOf(cell) : isBefore && !isLeading ? 'before' : 'after';
    let index = isBefore ? at : at - 1;
    while (people[index]?.cell === owner.cell) {
      people[index]?.words.push({ text, kind });
      // A cell of its own holds for all addresses in one; in a row of very many, for the nearest alone.
      if (cell === owner.cell || owner.words.length > COLUMNS) break;
      index += isBefore ? 1 : -1;
    }
  }
  if (isRoleFirst) {
    let role = leading.text;
    for (const { words } of people) {
      const own = words.find(({ text }) => isRole(text) || text === leading.text);
      if (!own) words.push({ text: role, kind: 'after' });
      else if (areBefore) role = own.text;
    }
  }
  return people;
}

function toEntry({ entry, words }: Person, roles: RoleWords): EmailEntry {
  const found = words.filter(({ kind }) => kind !== 'name');
  const known = new Map<Role, string>();
  const read = (text: string) => {
    const role = readRoleWord(text, roles);
    if (role !== undefined && !known.has(role)) known.set(role, text);
    return role !== undefined;
  };
  const isRead = read(join(found.filter(({ kind }) => kind === 'after')));
  const isWhole = ({ kind }: Words) => isRead && kind === 'after';
  const unread = found.filter((one) => !isWhole(one) && !read(one.text));
  const odd = unread.filter(({ kind, text }) => isLikeRole(text) || (kind === 'after' && known.size === 0));
  const [only] = odd.length > 0 || known.size > 1 ? [] : known;
  const told = found.filter((one) =>
    only ? isWhole(one) || one.text === only[1] : odd.includes(one) || !unread.includes(one),
  );
  const word = inOneLine(only?.[1] ?? join(told));
  const whole = withWords(entry, join(words.filter((one) => !told.includes(one))), word);
  if (only) return { ...whole, role: only[0] };
  return word ? { ...whole, unknownRole: word } : whole;
}

function join(words: readonly { text: string }[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Without the marks that an address is written with. */
function inOneLine(text: string): string {
  return text.replace(/[<>"\s]+/g, ' ').trim();
}

/** The entry with names before it and a role behind it, as it would be typed. */
function withWords(entry: EmailEntry, front: string, role: string): EmailEntry {
  const { email, text } = entry;
  const behind = /[,;|\t，；、،؛､]/.test(role) ? ` "${role}"` : role && ` ${role}`;
  if (email === null || !front) return { ...entry, text: `${front} ${text}${behind}`.trim() };
  const name = inOneLine(`${front} ${entry.name ?? ''}`);
  const written = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .-]*$/u.test(name) ? name : `"${name}"`;
  return { ...entry, name, text: `${written} <${email}>${behind}` };
}
