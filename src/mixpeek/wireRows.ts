import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import { UsersError, type UsersErrorOptions } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { Operation } from './wire.js';

/** The texts without which a row is no row. Source: `required` of `AppUser` and `AppInvitationResponse`. */
const MEMBER = ['user_id', 'membership_id', 'role'] as const;
const INVITATION = ['invitation_id', 'email_address', 'role', 'status'] as const;

/**
 * The member list, row by row: an unreadable row is counted, never fatal; of rows with one `user_id` the first stays.
 * @throws {UsersError} `invalid_response` when the envelope is not the contract's.
 */
export function parseMemberList(body: unknown, answer?: UsersErrorOptions): MemberPage {
  const { rows, ...counts } = readRows('listMembers', 'users', body, answer, toMember, (member) => member.userId);
  return { members: rows, ...counts, nextCursor: null };
}

/** The pending invitations, read as `parseMemberList` reads members. Those known to be no longer pending are left out. */
export function parseInvitationList(body: unknown, answer?: UsersErrorOptions): InvitationPage {
  const read = readRows('listInvitations', 'invitations', body, answer, toInvitation, (row) => row.invitationId);
  const pending = read.rows.filter((invitation) => !/^(?:accepted|revoked|expired)$/i.test(invitation.status));
  const settled = read.rows.length - pending.length;
  return { invitations: pending, total: read.total - settled, unreadable: read.unreadable, nextCursor: null };
}

/** @throws {UsersError} `invalid_response`, naming the field. */
export function parseMember(body: unknown, answer?: UsersErrorOptions): Member {
  return toMember(body) ?? fail('updateMemberRole', MEMBER, body, answer);
}

/** @throws {UsersError} `invalid_response`, naming the field. */
export function parseInvitation(body: unknown, answer?: UsersErrorOptions): Invitation {
  return toInvitation(body) ?? fail('inviteMember', INVITATION, body, answer);
}

function readRows<T>(
  operation: Operation,
  name: string,
  body: unknown,
  answer: UsersErrorOptions | undefined,
  read: (row: unknown) => T | null,
  idOf: (row: T) => string,
) {
  const { [name]: raw, total: saidTotal } = fieldsOf(body);
  if (!Array.isArray(raw)) throw misshapen(operation, body, name, answer);
  const rows: T[] = [];
  const ids = new Set<string>();
  let unreadable = 0;
  for (const value of raw) {
    const row = read(value);
    if (row === null) unreadable += 1;
    else if (!ids.has(idOf(row))) {
      ids.add(idOf(row));
      rows.push(row);
    }
  }
  // Fewer than there are rows is no total at all.
  const total = Number.isSafeInteger(saidTotal) ? Math.max(saidTotal as number, raw.length) : raw.length;
  const repeated = raw.length - unreadable - rows.length;
  return { rows, total: total - repeated, unreadable };
}

/*
 * Read by hand, and not by a schema: ten thousand rows take a parser ten times as long on the way to the first paint,
 * and a page that only looks would load one for it. What comes from strangers, on a server, is parsed by `wireBodies`.
 */
function toMember(row: unknown): Member | null {
  const wire = fieldsOf(row);
  const texts = textsOf(wire, MEMBER);
  return (
    texts && {
      userId: texts.user_id,
      membershipId: texts.membership_id,
      email: textOf(wire.email),
      name: textOf(wire.name),
      avatarUrl: textOf(wire.avatar_url),
      role: texts.role,
      joinedAt: dateOf(wire.joined_at),
    }
  );
}

function toInvitation(row: unknown): Invitation | null {
  const wire = fieldsOf(row);
  const texts = textsOf(wire, INVITATION);
  return (
    texts && {
      invitationId: texts.invitation_id,
      email: texts.email_address,
      role: texts.role,
      status: texts.status,
      createdAt: dateOf(wire.created_at),
    }
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

/** The required texts of a row; null when one of them is missing. */
function textsOf<Name extends string>(wire: Record<string, unknown>, names: readonly Name[]) {
  return names.every((name) => textOf(wire[name]) !== null) ? (wire as Record<Name, string>) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** As most back ends write it. */
const WHOLE_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A date as ISO 8601. A time without a zone is UTC, as the contract says; a browser would take it for its own. */
function dateOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  if (WHOLE_DATE.test(value)) return value;
  const found = DATE.exec(value);
  if (!found) return null;
  const [, day = '', time, zone] = found;
  return time === undefined ? day : `${day}T${time}${zone ?? 'Z'}`;
}

function fail(
  operation: Operation,
  names: readonly string[],
  body: unknown,
  answer: UsersErrorOptions | undefined,
): never {
  const wire = fieldsOf(body);
  const name = names.find((field) => textOf(wire[field]) === null) ?? '';
  throw misshapen(operation, body, name, answer);
}

function misshapen(operation: Operation, body: unknown, field: string, answer: UsersErrorOptions | undefined) {
  const what = isObject(body) ? field : 'the body';
  return new UsersError(
    'invalid_response',
    `The answer to ${operation} is not the contract's: ${what} is missing, blank or of another type.`,
    answer,
  );
}
