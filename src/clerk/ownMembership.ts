import { UsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import type { Access } from '../model/permissions.js';
import { isAdminRole } from '../model/role.js';
import { checkPage } from './checkPage.js';
import type { ClerkLike, ClerkMembershipLike, ClerkUserLike } from './clerkLike.js';
import { readClerkMember, readClerkPerson, rowOf } from './clerkRows.js';

const MANAGE = 'org:sys_memberships:manage';
const READ = 'org:sys_memberships:read';
const ROWS = 100;

/**
 * The signed-in person's membership in an organization; null when they have none. What Clerk has loaded with the page is
 * taken first; only what is not there is asked for.
 */
export async function findOwnMembership(
  clerk: Pick<ClerkLike, 'user'>,
  organizationId: string,
  signal: AbortSignal,
): Promise<ClerkMembershipLike | null> {
  const { user } = clerk;
  if (!user) return null;
  const loaded = loadedMembership(user, organizationId);
  if (loaded) return loaded;
  for (let initialPage = 1; ; initialPage += 1) {
    const page = await user.getOrganizationMemberships({ initialPage, pageSize: ROWS });
    const { data, total_count: total } = checkPage('getAccess', page);
    const found = membershipAmong(data, organizationId);
    if (found) return found;
    signal.throwIfAborted();
    // So that no total at all is an end, too.
    if (data.length === 0 || !(initialPage * ROWS < total)) return null;
  }
}

/** What Clerk has loaded with the page of somebody's membership in an organization. */
export function loadedMembership(
  user: ClerkUserLike | null | undefined,
  organizationId: string,
): ClerkMembershipLike | undefined {
  return membershipAmong(rowOf(user)['organizationMemberships'], organizationId);
}

function membershipAmong(rows: unknown, organizationId: string): ClerkMembershipLike | undefined {
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [];
  const found = list.find((row) => rowOf(rowOf(row)['organization'])['id'] === organizationId);
  return found as ClerkMembershipLike | undefined;
}

/**
 * What a membership lets its person do: by Clerk's permissions, and by the role where an old instance (`admin`,
 * `basic_member`) names none. Clerk's server decides all the same.
 * @throws {UsersError} `invalid_response` for a membership that has no list of them.
 */
export function accessOfMembership(membership: Pick<ClerkMembershipLike, 'role' | 'permissions'> | null): Access {
  if (!membership) return 'none';
  const { role, permissions } = membership;
  if (!Array.isArray(permissions)) {
    throw new UsersError('invalid_response', 'Clerk gave a membership without permissions.');
  }
  if (permissions.includes(MANAGE)) return 'manage';
  if (permissions.includes(READ)) return 'read';
  if (permissions.length > 0) return 'none';
  if (isAdminRole(role)) return 'manage';
  return role === 'basic_member' ? 'read' : 'none';
}

/** The signed-in person as a member. Clerk leaves them out of their own membership at times, but knows them as its user. */
export function readOwnMember(user: ClerkUserLike, membership: ClerkMembershipLike): Member | null {
  const { firstName, lastName, username, imageUrl, hasImage, primaryEmailAddress } = user;
  return (
    readClerkMember(membership) ?? {
      userId: user.id,
      membershipId: membership.id,
      ...readClerkPerson({
        identifier: primaryEmailAddress?.emailAddress,
        firstName,
        lastName,
        username,
        imageUrl,
        hasImage,
      }),
      role: membership.role,
      joinedAt: null,
    }
  );
}
