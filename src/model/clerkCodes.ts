import type { UsersErrorCode } from './errors.js';

/**
 * What a code of Clerk's says. `target`: what the operation addresses is gone. `field`: a field of the body is at fault.
 */
export type ClerkMeaning = UsersErrorCode | 'target' | 'field';

/** Clerk's codes, from Clerk itself or passed on by Mixpeek. Source: Clerk's error catalogue. */
export const CLERK_CODES: ReadonlyMap<string, ClerkMeaning> = new Map<string, ClerkMeaning>([
  ['already_a_member_in_organization', 'already_member'],
  ['organization_invitation_not_unique', 'already_invited'],
  ['duplicate_record', 'already_invited'],
  ['organization_minimum_permissions_needed', 'last_admin'],
  // Retired by Clerk; old instances may still say it.
  ['at_least_one_admin_needed', 'last_admin'],
  ['organization_membership_quota_exceeded', 'limit_reached'],
  ['insufficient_seats', 'limit_reached'],
  ['missing_organization_permission', 'forbidden'],
  ['not_an_admin_in_organization', 'forbidden'],
  ['authorization_invalid', 'forbidden'],
  ['invitations_not_supported_in_organization', 'forbidden'],
  ['personal_accounts_not_allowed', 'forbidden'],
  ['role_migration_in_progress', 'forbidden'],
  ['authentication_invalid', 'unauthenticated'],
  // The session is too old for this act: who is signed in must prove it again.
  ['session_reverification_required', 'unauthenticated'],
  ['reverification_cancelled', 'unauthenticated'],
  ['organization_not_found_or_unauthorized', 'not_found'],
  ['organization_invitation_not_pending', 'invitation_not_pending'],
  ['organization_invitation_not_found', 'invitation_not_found'],
  ['resource_not_found', 'target'],
  ['form_param_format_invalid', 'field'],
  ['form_param_missing', 'field'],
  ['form_param_value_invalid', 'field'],
  ['form_param_unknown', 'field'],
  ['bulk_size_exceeded', 'invalid_input'],
  ['form_param_array_size_exceeded', 'invalid_input'],
  ['not_allowed_access', 'email_not_allowed'],
  ['exclusive_organization_membership', 'email_not_allowed'],
  ['organization_membership_managed_by_scim', 'managed_elsewhere'],
  ['organization_membership_enterprise_connection_cannot_remove', 'managed_elsewhere'],
  ['organization_not_enabled_in_instance', 'not_enabled'],
  ['too_many_requests', 'rate_limited'],
  ['internal_clerk_error', 'server_error'],
]);
