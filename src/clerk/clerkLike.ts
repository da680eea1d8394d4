/*
 * As much of Clerk's browser SDK as is used here, by shape: what `useClerk()` gives and `window.Clerk` is fit alike, in
 * `@clerk/clerk-react` 5 and `@clerk/react` 6. Resources come back as `unknown` and are read by `clerkRows`.
 */

/** A page of a list of Clerk's. */
export interface ClerkPage {
  data: readonly unknown[];
  total_count: number;
}

export interface ClerkPaging {
  /** Counted from 1. */
  initialPage?: number;
  pageSize?: number;
}

/** Where an invitation or a membership request stands. */
export type ClerkStatus = 'pending' | 'accepted' | 'revoked' | 'expired';

/** One of Clerk's organizations. */
export interface ClerkOrganizationLike {
  id: string;
  name: string;
  getMemberships(params?: ClerkPaging & { role?: string[]; query?: string }): Promise<ClerkPage>;
  getInvitations(params?: ClerkPaging & { status?: ClerkStatus[] }): Promise<ClerkPage>;
  getMembershipRequests(params?: ClerkPaging & { status?: ClerkStatus }): Promise<ClerkPage>;
  getRoles(params?: ClerkPaging): Promise<ClerkPage & { has_role_set_migration?: boolean }>;
  inviteMember(params: { emailAddress: string; role: string }): Promise<unknown>;
  updateMember(params: { userId: string; role: string }): Promise<unknown>;
  removeMember(userId: string): Promise<unknown>;
  update(params: { name: string }): Promise<unknown>;
}

/** The signed-in person's own membership in an organization. */
export interface ClerkMembershipLike {
  id: string;
  role: string;
  permissions: readonly string[];
  organization: ClerkOrganizationLike;
}

/** The signed-in person. */
export interface ClerkUserLike {
  id: string;
  firstName: string | null;
  lastName: string | null;
  username: string | null;
  imageUrl: string;
  hasImage: boolean;
  primaryEmailAddress: { emailAddress: string } | null;
  organizationMemberships: readonly ClerkMembershipLike[];
  getOrganizationMemberships(
    params?: ClerkPaging,
  ): Promise<{ data: readonly ClerkMembershipLike[]; total_count: number }>;
}

/** Clerk's object: what `useClerk()` gives, or `window.Clerk`. */
export interface ClerkLike {
  /** False until Clerk knows who is signed in. */
  readonly loaded: boolean;
  readonly user: ClerkUserLike | null | undefined;
  readonly session: { touch(): Promise<unknown> } | null | undefined;
  readonly organization: ClerkOrganizationLike | null | undefined;
  /** Tells of `ready` and `error`, in the versions that have it. */
  on?(event: 'status', listener: (status: string) => void, options?: { notify?: boolean }): void;
  off?(event: 'status', listener: (status: string) => void): void;
  getOrganization(organizationId: string): Promise<ClerkOrganizationLike>;
  createOrganization(params: { name: string }): Promise<ClerkOrganizationLike>;
  openSignIn(): void;
}
