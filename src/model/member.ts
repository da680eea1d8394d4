import { plainText } from './plainText.js';
import type { Role } from './role.js';

/** A person who may use the app: one row of the member list. Dates stay ISO 8601 strings until the screen. */
export interface Member {
  /** The account's id (Clerk's user id). Addresses role changes and removal. */
  userId: string;
  /** The link between person and app. Opaque. */
  membershipId: string;
  email: string | null;
  name: string | null;
  /** Picture of the person. Shown only when it is an absolute `https:` URL of another host than the page's. */
  avatarUrl: string | null;
  role: Role;
  /** ISO 8601 in UTC, or null when the back end does not say. */
  joinedAt: string | null;
  /** Someone else manages this membership (a directory, say): it is marked and its controls are off. */
  managed?: boolean;
}

/**
 * What to call a member: the name, else the address, else the account id, as text that is safe to show: without control and
 * invisible characters, at most 256 long. Never empty.
 */
export function memberDisplayName(member: Pick<Member, 'name' | 'email' | 'userId'>): string {
  return plainText(member.name) || plainText(member.email) || plainText(member.userId) || '?';
}
