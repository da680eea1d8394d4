import * as z from 'zod/mini';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import { UsersError, type UsersErrorOptions } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { Operation } from './wire.js';

const text = z.string().check(z.refine((value) => value.trim() !== ''));
const memberList = z.object({ users: z.array(z.unknown()), total: z.optional(z.unknown()) });
const invitationList = z.object({ invitations: z.array(z.unknown()), total: z.optional(z.unknown()) });
const memberRow = z.object({ user_id: text, membership_id: text, role: text });
const invitationRow = z.object({ invitation_id: text, email_address: text, role: text, status: text });

/**
 * The member list, row by row: an unreadable row is counted, never fatal; of rows with one `user_id` the first stays.
 * @throws {UsersError} `invalid_response` when the envelope is not the contract's.
 */
export function parseMemberList(body: unknown, answer?: UsersErrorOptions): MemberPage {
  const { users, total } = parse('listMembers', memberList, body, answer);
  const { rows, ...counts } = readRows(users, total, toMember, (member) => member.userId);
  return { members: rows, ...counts, nextCursor: null };
}

/** The pending invitations, read as `parseMemberList` reads members. Those known to be no longer pending are left out. */
export function parseInvitationList(body: unknown, answer?: UsersErrorOptions): InvitationPage {
  const { invitations, total } = parse('listInvitations', invitationList, body, answer);
  const read = readRows(invitations, total, toInvitation, (invitation) => invitation.invitationId);
  const pending = read.rows.filter((invitation) => !/^(?:accepted|revoked|expired)$/i.test(invitation.status));
  const settled = read.rows.length - pending.length;
  return { invitations: pending, total: read.total - settled, unreadable: read.unreadable, nextCursor: null };
}

/** @throws {UsersError} `invalid_response`, naming the field. */
export function parseMember(body: unknown, answer?: UsersErrorOptions): Member {
  return toMember(body) ?? fail('updateMemberRole', memberRow, body, answer);
}

/** @throws {UsersError} `invalid_response`, naming the field. */
export function parseInvitation(body: unknown, answer?: UsersErrorOptions): Invitation {
  return toInvitation(body) ?? fail('inviteMember', invitationRow, body, answer);
}

function readRows<T>(raw: unknown[], saidTotal: unknown, read: (row: unknown) => T | null, idOf: (row: T) => string) {
  const rows = new Map<string, T>();
  let unreadable = 0;
  let repeated = 0;
  for (const value of raw) {
    const row = read(value);
    if (row === null) unreadable += 1;
    else if (rows.has(idOf(row))) repeated += 1;
    else rows.set(idOf(row), row);
  }
  // Fewer than there are rows is no total at all.
  const total = Number.isSafeInteger(saidTotal) ? Math.max(saidTotal as number, raw.length) : raw.length;
  return { rows: [...rows.values()], total: total - repeated, unreadable };
}

/*
 * Rows are read by hand: ten thousand of them take the parser ten times as long, on the way to the first paint. The
 * schemas above say what is required, and are asked only to name the fault of a single row.
 */
function toMember(row: unknown): Member | null {
  const wire = (row ?? {}) as Record<string, unknown>;
  const userId = textOf(wire.user_id);
  const membershipId = textOf(wire.membership_id);
  const memberRole = textOf(wire.role);
  if (userId === null || membershipId === null || memberRole === null) return null;
  return {
    userId,
    membershipId,
    email: textOf(wire.email),
    name: textOf(wire.name),
    avatarUrl: textOf(wire.avatar_url),
    role: memberRole,
    joinedAt: dateOf(wire.joined_at),
  };
}

function toInvitation(row: unknown): Invitation | null {
  const wire = (row ?? {}) as Record<string, unknown>;
  const invitationId = textOf(wire.invitation_id);
  const email = textOf(wire.email_address);
  const invitedRole = textOf(wire.role);
  const status = textOf(wire.status);
  if (invitationId === null || email === null || invitedRole === null || status === null) return null;
  return { invitationId, email, role: invitedRole, status, createdAt: dateOf(wire.created_at) };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

const DATE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** A date as ISO 8601. A time without a zone is UTC, as the contract says; a browser would take it for its own. */
function dateOf(value: unknown): string | null {
  const found = typeof value === 'string' ? DATE.exec(value) : null;
  if (!found) return null;
  const [, day = '', time, zone] = found;
  return time === undefined ? day : `${day}T${time}${zone ?? 'Z'}`;
}

function parse<T>(
  operation: Operation,
  schema: z.ZodMiniType<T>,
  body: unknown,
  answer: UsersErrorOptions | undefined,
): T {
  const result = schema.safeParse(body);
  return result.success ? result.data : fail(operation, schema, body, answer);
}

function fail(
  operation: Operation,
  schema: z.ZodMiniType,
  body: unknown,
  answer: UsersErrorOptions | undefined,
): never {
  const issue = schema.safeParse(body).error?.issues[0];
  const where = issue?.path.join('.') || 'the body';
  const what = issue?.code === 'invalid_type' ? `is not of type ${issue.expected}` : 'is blank';
  throw new UsersError('invalid_response', `The answer to ${operation} is not the contract's: ${where} ${what}.`, {
    ...answer,
  });
}
