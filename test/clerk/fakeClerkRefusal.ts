import type { UsersErrorCode } from '../../src/model/errors.js';

/** What Clerk's Frontend API refuses with, as its catalogue of errors has it. */
export interface FakeClerkRefusal {
  status: number;
  code: string;
  meta?: Record<string, unknown>;
  retryAfter?: number;
}

/** The store's refusals in Clerk's words: written from Clerk's catalogue, not from the code under test. */
const REFUSALS: Partial<Record<UsersErrorCode, FakeClerkRefusal>> = {
  not_found: { status: 404, code: 'organization_not_found_or_unauthorized' },
  not_enabled: { status: 403, code: 'organization_not_enabled_in_instance' },
  already_member: { status: 400, code: 'already_a_member_in_organization' },
  already_invited: { status: 400, code: 'organization_invitation_not_unique' },
  invalid_email: { status: 422, code: 'form_param_format_invalid', meta: { param_name: 'email_address' } },
  // The store knows one invalid input: a role that does not exist.
  invalid_input: { status: 404, code: 'resource_not_found', meta: { param_name: 'role' } },
  limit_reached: { status: 403, code: 'organization_membership_quota_exceeded' },
  member_not_found: { status: 404, code: 'resource_not_found' },
  last_admin: { status: 400, code: 'organization_minimum_permissions_needed' },
  managed_elsewhere: { status: 409, code: 'organization_membership_managed_by_scim' },
  invitation_not_found: { status: 404, code: 'organization_invitation_not_found' },
  invitation_not_pending: { status: 404, code: 'organization_invitation_not_pending' },
};

/** Thrown inside the fake to end a request with a refusal. */
export class Refused extends Error {
  constructor(readonly refusal: FakeClerkRefusal) {
    super(refusal.code);
  }
}

/** Clerk's words for what the store refused. */
export function refusalFor(code: UsersErrorCode): FakeClerkRefusal {
  return REFUSALS[code] ?? { status: 500, code: 'internal_clerk_error' };
}

/** The answer on the wire. */
export function refusalResponse({ status, code, meta, retryAfter }: FakeClerkRefusal): Response {
  const message = `Refused as ${code}`;
  return Response.json(
    {
      errors: [{ code, message, long_message: `${message}.`, ...(meta && { meta }) }],
      clerk_trace_id: 'trace_fake',
    },
    { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  );
}
