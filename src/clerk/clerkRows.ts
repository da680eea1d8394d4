import { isEmail } from '../model/emails.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';

/*
 * Clerk's rows as the model's. Clerk writes one thing three ways: camelCase with dates in its browser SDK, camelCase with
 * milliseconds in its server SDK, snake_case with milliseconds on the wire. All three are read; what is not known is null.
 */

type Row = Readonly<Record<string, unknown>>;

/** A membership as a member; null when it cannot be read. It need not name its person: Clerk's type says so. */
export function readClerkMember(value: unknown): Member | null {
  const row = rowOf(value);
  const person = rowOf(field(row, 'publicUserData'));
  const userId = textOf(field(person, 'userId'));
  const membershipId = textOf(field(row, 'id'));
  const role = textOf(field(row, 'role'));
  if (userId === null || membershipId === null || role === null) return null;
  return {
    userId,
    membershipId,
    ...readClerkPerson(person),
    role,
    joinedAt: dateOf(field(row, 'createdAt')),
    ...(field(person, 'deprovisioned') === true && { managed: true }),
  };
}

/** A person as far as Clerk shows them to others. An identifier that is no address (a user name, a telephone) is a name. */
export function readClerkPerson(value: unknown): Pick<Member, 'email' | 'name' | 'avatarUrl'> {
  const person = rowOf(value);
  const identifier = textOf(field(person, 'identifier'));
  const email = identifier !== null && isEmail(identifier) ? identifier : null;
  const names = [textOf(field(person, 'firstName')), textOf(field(person, 'lastName'))].filter(Boolean).join(' ');
  return {
    email,
    name: names || textOf(field(person, 'username')) || (email === null ? identifier : null),
    // Where the person has none, Clerk draws one with initials; ours are in the page's own colours.
    avatarUrl: field(person, 'hasImage') === false ? null : textOf(field(person, 'imageUrl')),
  };
}

/** An invitation; null when it cannot be read. */
export function readClerkInvitation(value: unknown): Invitation | null {
  const row = rowOf(value);
  const invitationId = textOf(field(row, 'id'));
  const email = textOf(field(row, 'emailAddress'));
  const role = textOf(field(row, 'role'));
  const status = textOf(field(row, 'status'));
  if (invitationId === null || email === null || role === null || status === null) return null;
  const expiresAt = dateOf(field(row, 'expiresAt'));
  const url = textOf(field(row, 'url'));
  return {
    invitationId,
    email,
    role,
    status,
    createdAt: dateOf(field(row, 'createdAt')),
    ...(expiresAt !== null && { expiresAt }),
    ...(url !== null && { url }),
  };
}

/** The rows of a list, and how many of them could not be read. Of rows with one id the first stays. */
export function readClerkRows<T>(
  values: unknown,
  saidTotal: unknown,
  read: (value: unknown) => T | null,
  idOf: (row: T) => string,
): { rows: T[]; total: number; unreadable: number } {
  const list: unknown[] = Array.isArray(values) ? values : [];
  const rows = new Map<string, T>();
  let unreadable = 0;
  for (const value of list) {
    const row = read(value);
    if (row === null) unreadable += 1;
    else if (!rows.has(idOf(row))) rows.set(idOf(row), row);
  }
  const total = Number.isSafeInteger(saidTotal) ? Math.max(saidTotal as number, list.length) : list.length;
  return { rows: [...rows.values()], total, unreadable };
}

/** A field by its name in the SDKs, or by the same name on the wire. */
function field(row: Row, name: string): unknown {
  return row[name] ?? row[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)];
}

export function rowOf(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A `Date`, milliseconds or a text as ISO 8601 in UTC. */
export function dateOf(value: unknown): string | null {
  if (!(value instanceof Date) && typeof value !== 'number' && typeof value !== 'string') return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
