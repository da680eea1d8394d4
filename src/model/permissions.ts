import type { Member } from './member.js';
import { isAdminRole, type Role } from './role.js';

/** What the person who is looking may do: everything, look, or nothing. */
export type Access = 'manage' | 'read' | 'none';

/** Why something may not be done to a member. The sentence is the catalogue's. */
export type Refusal = 'read_only' | 'managed' | 'last_admin' | 'self';

/** What the rules need to know of the whole list. */
export interface Roster {
  access: Access;
  /** The person who is looking, or null when nobody is named. */
  currentUserId: string | null;
  /** How many admins the app has, or null when not all of them are loaded: the rule is then the server's alone. */
  adminCount: number | null;
}

/** Counts the admins of a list; null when the list is incomplete, for the missing rows may be admins. */
export function countAdmins(members: readonly Pick<Member, 'role'>[], complete: boolean): number | null {
  if (!complete) return null;
  let count = 0;
  for (const member of members) if (isAdminRole(member.role)) count += 1;
  return count;
}

/** Whether the member is the only admin there is. Unknown counts as no: the server keeps the rule all the same. */
export function isLastAdmin(member: Pick<Member, 'role'>, roster: Pick<Roster, 'adminCount'>): boolean {
  return roster.adminCount === 1 && isAdminRole(member.role);
}

/** Why this member's role may not be changed, or null when it may. */
export function roleChangeRefusal(member: Member, roster: Roster): Refusal | null {
  if (roster.access !== 'manage') return 'read_only';
  if (member.managed) return 'managed';
  return isLastAdmin(member, roster) ? 'last_admin' : null;
}

/** Why this member may not be removed, or null when they may. Nobody removes themselves: that is leaving. */
export function removalRefusal(member: Member, roster: Roster): Refusal | null {
  if (roster.access !== 'manage') return 'read_only';
  if (member.userId === roster.currentUserId) return 'self';
  if (member.managed) return 'managed';
  return isLastAdmin(member, roster) ? 'last_admin' : null;
}

/** What is known of who is looking, strongest first. */
export interface AccessFacts {
  /** The host's word. */
  access?: Access | undefined;
  /** The data provider's word. */
  providerAccess?: Access | undefined;
  /**
   * The member who is looking; null when they are none, `loading` while that is being read, `unknown` when it cannot be
   * read (a list that is cut short, or one that the back end pages).
   */
  currentMember: Pick<Member, 'role'> | null | 'loading' | 'unknown';
  currentUserId: string | null;
}

/**
 * What the person who is looking may do: the host's word, else the data provider's, else by their role in the list.
 * Somebody who is named but not in the list may do nothing. When nobody is named the panel is a console operated with
 * the owner's rights; then, and when membership cannot be read, the server is the judge. `undefined` while loading.
 */
export function accessOf(facts: AccessFacts): Access | undefined {
  if (facts.access) return facts.access;
  if (facts.providerAccess) return facts.providerAccess;
  if (facts.currentUserId === null || facts.currentMember === 'unknown') return 'manage';
  if (facts.currentMember === 'loading') return undefined;
  if (facts.currentMember === null) return 'none';
  return isAdminRole(facts.currentMember.role) ? 'manage' : 'read';
}

/** Whether this change takes the right to manage away from the person who makes it: it is asked about first. */
export function isSelfDemotion(member: Member, role: Role, currentUserId: string | null): boolean {
  return member.userId === currentUserId && isAdminRole(member.role) && !isAdminRole(role);
}
