import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { check, show } from './check.js';

/** Throws unless the value has the shape of a `Member`. */
export function checkMember(value: unknown, what: string): asserts value is Member {
  const row = fields(value, what);
  text(row, 'userId', what);
  text(row, 'membershipId', what);
  text(row, 'role', what);
  textOrNull(row, 'email', what);
  textOrNull(row, 'name', what);
  textOrNull(row, 'avatarUrl', what);
  dateOrNull(row, 'joinedAt', what);
  optional(row, 'managed', what, 'a boolean', (field) => typeof field === 'boolean');
}

/** Throws unless the value has the shape of an `Invitation`. */
export function checkInvitation(value: unknown, what: string): asserts value is Invitation {
  const row = fields(value, what);
  text(row, 'invitationId', what);
  text(row, 'email', what);
  text(row, 'role', what);
  text(row, 'status', what);
  dateOrNull(row, 'createdAt', what);
  optional(row, 'expiresAt', what, 'an ISO 8601 date or null', (field) => field === null || isDate(field));
  optional(row, 'url', what, 'a URL', (field) => typeof field === 'string' && URL.canParse(field));
}

/** Throws unless the value is a page: rows under this name, a total, a cursor or null, a count of unreadable rows. */
export function checkPage(value: unknown, rows: 'members' | 'invitations', what: string): void {
  const page = fields(value, what);
  check(Array.isArray(page[rows]), `${what}.${rows} should be an array, but is ${show(page[rows])}.`);
  for (const count of ['total', 'unreadable']) {
    const whole = Number.isSafeInteger(page[count]) && (page[count] as number) >= 0;
    check(whole, `${what}.${count} should be a whole number, but is ${show(page[count])}.`);
  }
  textOrNull(page, 'nextCursor', what);
}

type Fields = Record<string, unknown>;

function fields(value: unknown, what: string): Fields {
  check(typeof value === 'object' && value !== null, `${what} should be an object, but is ${show(value)}.`);
  return value as Fields;
}

function text(row: Fields, field: string, what: string): void {
  const value = row[field];
  check(typeof value === 'string' && value !== '', `${what}.${field} should be a text, but is ${show(value)}.`);
}

function textOrNull(row: Fields, field: string, what: string): void {
  const value = row[field];
  const fits = value === null || (typeof value === 'string' && value !== '');
  check(fits, `${what}.${field} should be a text, or null when there is none, but is ${show(value)}.`);
}

function dateOrNull(row: Fields, field: string, what: string): void {
  const value = row[field];
  check(value === null || isDate(value), `${what}.${field} should be an ISO 8601 date or null, but is ${show(value)}.`);
}

function optional(row: Fields, field: string, what: string, kind: string, fits: (value: unknown) => boolean): void {
  if (row[field] === undefined) return;
  check(fits(row[field]), `${what}.${field}, where present, should be ${kind}, but is ${show(row[field])}.`);
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value));
}
