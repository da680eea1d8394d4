import type { Invitation } from './invitation.js';
import type { Member } from './member.js';
import type { MembershipRequest } from './membershipRequest.js';
import type { Organization } from './organization.js';
import type { Access } from './permissions.js';
import type { Role, RoleOption } from './role.js';

/** One answer of a member list. */
export interface MemberPage {
  members: Member[];
  /** How many the back end says there are. Larger than `members.length + unreadable` when the list is incomplete. */
  total: number;
  /** Opaque; null on the last page, and always null where `paging` is `whole`. */
  nextCursor: string | null;
  /** Rows that were there but could not be read. */
  unreadable: number;
}

/** One answer of an invitation list: pending invitations only. */
export interface InvitationPage {
  invitations: Invitation[];
  total: number;
  nextCursor: string | null;
  unreadable: number;
}

/** One answer of the list of people who ask to be let in: pending requests only. */
export interface MembershipRequestPage {
  requests: MembershipRequest[];
  total: number;
  nextCursor: string | null;
  unreadable: number;
}

/** One answer of the list of organizations that the person who is looking belongs to. */
export interface OrganizationPage {
  organizations: Organization[];
  total: number;
  nextCursor: string | null;
  unreadable: number;
}

/** Who is looking at the panel: somebody with an id, nobody (signed out), or the page does not say. */
export type CurrentUser = { status: 'signed_in'; userId: string } | { status: 'signed_out' } | { status: 'unknown' };

export interface AppInput {
  appId: string;
  signal?: AbortSignal | undefined;
}
export interface ListInvitationsInput extends AppInput {
  cursor?: string | undefined;
  /** Rows wanted. A `whole` provider ignores it. */
  limit?: number | undefined;
}
export interface ListMembersInput extends ListInvitationsInput {
  /** Words to find in name or e-mail. A `whole` provider ignores it. */
  query?: string | undefined;
  role?: Role | undefined;
}
export interface InviteMemberInput extends AppInput {
  email: string;
  role: Role;
}
export interface UpdateMemberRoleInput extends AppInput {
  userId: string;
  role: Role;
}
export interface RemoveMemberInput extends AppInput {
  userId: string;
}
export interface RevokeInvitationInput extends AppInput {
  invitationId: string;
}

export interface MembershipRequestInput extends AppInput {
  requestId: string;
}
export interface ListOrganizationsInput {
  signal?: AbortSignal | undefined;
  cursor?: string | undefined;
  /** Rows wanted. */
  limit?: number | undefined;
}
export interface CreateOrganizationInput {
  name: string;
  signal?: AbortSignal | undefined;
}
export interface RenameOrganizationInput extends CreateOrganizationInput {
  organizationId: string;
}

/**
 * The one seam: where members and invitations come from and go to. Every method takes one object, answers in model
 * types, and rejects only with a `UsersError` (an abort passes through). An optional method is there exactly when the
 * back end can do it. Prove an implementation with `describeDataProvider` of `./testing`.
 */
export interface DataProvider {
  /**
   * Whose answers these are: lists are kept by `name` and `appId`, so that another object of the same name goes on with
   * them. Another back end for the same app needs another name, or a `key` of its own on the panel.
   */
  readonly name: string;
  /** `whole`: one call has everything and the kit filters, sorts and pages. `cursor`: the back end does. */
  readonly paging: 'whole' | 'cursor';
  listMembers(input: ListMembersInput): Promise<MemberPage>;
  listInvitations(input: ListInvitationsInput): Promise<InvitationPage>;
  /** Not idempotent. */
  inviteMember(input: InviteMemberInput): Promise<Invitation>;
  updateMemberRole(input: UpdateMemberRoleInput): Promise<Member>;
  removeMember(input: RemoveMemberInput): Promise<void>;
  revokeInvitation(input: RevokeInvitationInput): Promise<void>;

  /** Who is looking, when the page knows without asking the back end. */
  getCurrentUser?(): Promise<CurrentUser>;
  /** The same, where it is known at this very moment: the lists are then asked for without a wait. Never throws. */
  peekCurrentUser?(): CurrentUser | undefined;
  /** The member who is looking, when the back end can say; null when they are no member. */
  getCurrentMember?(input: AppInput): Promise<Member | null>;
  /** What the person who is looking may do. */
  getAccess?(input: AppInput): Promise<Access>;
  /** Opens the page's sign-in. */
  signIn?(): void;
  /** The roles that may be given. */
  listRoles?(input: AppInput): Promise<RoleOption[]>;
  /** Sends a pending invitation again with the same role, and answers what is pending now. Else the kit revokes and invites. */
  resendInvitation?(input: RevokeInvitationInput): Promise<Invitation>;
  /** Turns user management on for an app that has it off. */
  enableUserManagement?(input: AppInput): Promise<void>;

  /** People who ask to be let in. A back end on which nobody can ask refuses it as `forbidden`, `not_enabled` or `not_found`. */
  listMembershipRequests?(input: ListInvitationsInput): Promise<MembershipRequestPage>;
  /** Makes the person a member, in the role that the back end gives to newcomers. */
  acceptMembershipRequest?(input: MembershipRequestInput): Promise<void>;
  rejectMembershipRequest?(input: MembershipRequestInput): Promise<void>;

  /** The organizations of the person who is looking. */
  listOrganizations?(input: ListOrganizationsInput): Promise<OrganizationPage>;
  /** Not idempotent. Whoever creates one is its admin. */
  createOrganization?(input: CreateOrganizationInput): Promise<Organization>;
  renameOrganization?(input: RenameOrganizationInput): Promise<Organization>;
}
