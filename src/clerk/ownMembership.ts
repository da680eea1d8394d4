import type { Member } from '../model/member.js';
import type { Access } from '../model/permissions.js';
import { isAdminRole } from '../model/role.js';
import type { ClerkLike, ClerkMembershipLike, ClerkUserLike } from './clerkLike.js';
import { readClerkMember, readClerkPerson } from './clerkRows.js';

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
): Promise<ClerkMembershipLike | null> {
  const { user } = clerk;
  if (!user) return null;
  const isWanted = ({ organization }: ClerkMembershipLike) => organization.id === organizationId;
  const loaded = user.organizationMemberships.find(isWanted);
  if (loaded) return loaded;
  for (let initialPage = 1; ; initialPage += 1) {
    const { data, total_count: total } = await user.getOrganizationMemberships({ initialPage, pageSize: ROWS });
    const found = data.find(isWanted);
    if (found) return found;
    if (data.length === 0 || initialPage * ROWS >= total) return null;
  }
}

/**
 * What a membership lets its person do: by Clerk's permissions, and by the role where an old instance (`admin`,
 * `basic_member`) names none. Clerk's server decides all the same.
 */
export function accessOfMembership(membership: Pick<ClerkMembershipLike, 'role' | 'permissions'> | null): Access {
  if (!membership) return 'none';
  const { role, permissions } = membership;
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
