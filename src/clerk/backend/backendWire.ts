import type { ClerkInvitationExtras } from './backendOptions.js';

/*
 * Paths and bodies of Clerk's Backend API. Source: its OpenAPI document of 2026-05-12. Rows are read by `../clerkRows.ts`.
 */

export function membershipsPath(organizationId: string, userId?: string): string {
  return `${organizationPath(organizationId)}/memberships${below(userId)}`;
}

export function invitationsPath(organizationId: string, invitationId?: string): string {
  return `${organizationPath(organizationId)}/invitations${below(invitationId)}`;
}

/** Body of an invitation, alone or as one of a bulk. */
export function toInvitationBody(
  email: string,
  role: string,
  { expiresInDays, redirectUrl, inviterUserId, notify }: ClerkInvitationExtras,
): Record<string, unknown> {
  return {
    email_address: email.trim(),
    role,
    ...(expiresInDays !== undefined && { expires_in_days: expiresInDays }),
    ...(redirectUrl !== undefined && { redirect_url: redirectUrl }),
    ...(inviterUserId !== undefined && { inviter_user_id: inviterUserId }),
    ...(notify !== undefined && { notify }),
  };
}

/** Metadata of a membership, as far as they are given. */
export function toMetadataBody({ publicMetadata, privateMetadata }: ClerkMetadata): Record<string, unknown> {
  return {
    ...(publicMetadata !== undefined && { public_metadata: publicMetadata }),
    ...(privateMetadata !== undefined && { private_metadata: privateMetadata }),
  };
}

/** What a host keeps about a membership: JSON objects. */
export interface ClerkMetadata {
  /** May be read in the browser. */
  publicMetadata?: Record<string, unknown> | undefined;
  /** May be read on servers only. */
  privateMetadata?: Record<string, unknown> | undefined;
}

function organizationPath(organizationId: string): string {
  return `/organizations/${encodeURIComponent(organizationId)}`;
}

function below(id: string | undefined): string {
  return id === undefined ? '' : `/${encodeURIComponent(id)}`;
}
