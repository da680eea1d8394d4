import type { Invitation } from '../../src/model/invitation.js';
import type { Member } from '../../src/model/member.js';
import { isAdminRole } from '../../src/model/role.js';

/* Rows as Clerk's Frontend API writes them: snake_case, times in milliseconds. From Clerk's own specification. */

const READ = ['org:sys_memberships:read', 'org:sys_billing:read'];
const MANAGE = ['org:sys_memberships:manage', 'org:sys_profile:manage', 'org:sys_profile:delete'];

/** What a role may do: an admin everything, anybody else read. */
export function permissionsOf(role: string): string[] {
  return isAdminRole(role) ? [...MANAGE, ...READ] : READ;
}

const ROLE_NAMES: Record<string, string> = {
  'org:admin': 'Admin',
  'org:member': 'Member',
  admin: 'Admin',
  basic_member: 'Member',
};
export const roleName = (role: string) => ROLE_NAMES[role] ?? role.replace(/^org:/, '');

const msOf = (iso: string | null) => (iso === null ? null : Date.parse(iso));

export function organizationRow(id: string, name: string, members: number, invitations: number) {
  return {
    object: 'organization',
    id,
    name,
    slug: null,
    image_url: 'https://img.example.com/organization.png',
    has_image: false,
    members_count: members,
    pending_invitations_count: invitations,
    max_allowed_memberships: 0,
    admin_delete_enabled: true,
    public_metadata: {},
    created_at: Date.UTC(2025, 0, 1),
    updated_at: Date.UTC(2025, 0, 1),
  };
}

function publicUserData(member: Member) {
  const [first = '', ...rest] = member.name?.split(' ') ?? [];
  return {
    user_id: member.userId,
    identifier: member.email ?? '',
    first_name: first || null,
    last_name: rest.join(' ') || null,
    username: null,
    image_url: member.avatarUrl ?? 'https://img.example.com/drawn.png',
    has_image: member.avatarUrl !== null,
    ...(member.managed && { deprovisioned: true }),
  };
}

export function membershipRow(member: Member, organization: object) {
  return {
    object: 'organization_membership',
    id: member.membershipId,
    role: member.role,
    role_name: roleName(member.role),
    permissions: permissionsOf(member.role),
    public_metadata: {},
    organization,
    public_user_data: publicUserData(member),
    created_at: msOf(member.joinedAt),
    updated_at: msOf(member.joinedAt),
  };
}

export function invitationRow(invitation: Invitation, organizationId: string) {
  return {
    object: 'organization_invitation',
    id: invitation.invitationId,
    email_address: invitation.email,
    role: invitation.role,
    role_name: roleName(invitation.role),
    organization_id: organizationId,
    status: invitation.status,
    public_metadata: {},
    created_at: msOf(invitation.createdAt),
    updated_at: msOf(invitation.createdAt),
  };
}

/** A person who asks to be let in. */
export interface FakeRequest {
  id: string;
  email: string;
  name: string;
  status: 'pending' | 'accepted' | 'revoked';
}

export function requestRow(request: FakeRequest, organizationId: string) {
  const [first = '', ...rest] = request.name.split(' ');
  return {
    object: 'organization_membership_request',
    id: request.id,
    organization_id: organizationId,
    status: request.status,
    public_user_data: {
      user_id: `user_${request.id}`,
      identifier: request.email,
      first_name: first,
      last_name: rest.join(' ') || null,
      image_url: '',
      has_image: false,
    },
    created_at: Date.UTC(2026, 9, 1),
    updated_at: Date.UTC(2026, 9, 1),
  };
}
