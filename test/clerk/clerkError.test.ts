import { describe, expect, it, test } from 'vitest';
import { clerkError, type ClerkOperation } from '../../src/clerk/clerkError.js';
import { UsersError } from '../../src/model/errors.js';

/** As Clerk's browser SDK throws it. */
function refused(status: number, code: string, meta: object = {}, more: object = {}) {
  return Object.assign(new Error('said in English'), {
    code: 'api_response_error',
    status,
    clerkTraceId: 'trace_1',
    errors: [{ code, message: 'short', longMessage: 'long', meta }],
    ...more,
  });
}

/** As it stands on the wire. */
const onWire = (status: number, code: string, meta: object = {}) => ({
  status,
  errors: [{ code, message: 'short', long_message: 'long', meta }],
  clerk_trace_id: 'trace_1',
});

describe('every code of Clerk’s catalogue says one thing', () => {
  const table: [operation: ClerkOperation, status: number, code: string, meta: object, expected: string][] = [
    ['inviteMember', 400, 'already_a_member_in_organization', {}, 'already_member'],
    ['inviteMember', 400, 'organization_invitation_not_unique', {}, 'already_invited'],
    ['inviteMember', 400, 'duplicate_record', { emailAddresses: ['a@b.cd'] }, 'already_invited'],
    ['updateMemberRole', 400, 'organization_minimum_permissions_needed', {}, 'last_admin'],
    ['removeMember', 400, 'organization_minimum_permissions_needed', {}, 'last_admin'],
    ['removeMember', 400, 'at_least_one_admin_needed', {}, 'last_admin'],
    ['inviteMember', 403, 'organization_membership_quota_exceeded', {}, 'limit_reached'],
    ['inviteMember', 402, 'insufficient_seats', { seatsQuantityToAdd: 1 }, 'limit_reached'],
    ['inviteMember', 403, 'missing_organization_permission', {}, 'forbidden'],
    ['removeMember', 403, 'not_an_admin_in_organization', {}, 'forbidden'],
    ['listMembers', 404, 'organization_not_found_or_unauthorized', {}, 'not_found'],
    ['removeMember', 404, 'organization_not_found_or_unauthorized', {}, 'not_found'],
    ['revokeInvitation', 404, 'organization_invitation_not_pending', {}, 'invitation_not_pending'],
    ['revokeInvitation', 404, 'organization_invitation_not_found', {}, 'invitation_not_found'],
    ['revokeInvitation', 404, 'resource_not_found', {}, 'invitation_not_found'],
    ['removeMember', 404, 'resource_not_found', {}, 'member_not_found'],
    ['updateMemberRole', 404, 'resource_not_found', {}, 'member_not_found'],
    ['updateMemberRole', 404, 'resource_not_found', { paramName: 'role' }, 'invalid_input'],
    ['inviteMember', 404, 'resource_not_found', { paramName: 'role' }, 'invalid_input'],
    ['listMembers', 404, 'resource_not_found', {}, 'not_found'],
    ['acceptMembershipRequest', 404, 'resource_not_found', {}, 'not_found'],
    ['inviteMember', 422, 'form_param_format_invalid', { paramName: 'email_address' }, 'invalid_email'],
    ['inviteMember', 422, 'form_param_format_invalid', { emailAddresses: ['x'] }, 'invalid_email'],
    ['createOrganization', 422, 'form_param_format_invalid', { paramName: 'name' }, 'invalid_input'],
    ['inviteMember', 422, 'form_param_missing', { paramName: 'role' }, 'invalid_input'],
    ['updateMemberRole', 422, 'form_param_value_invalid', { paramName: 'role' }, 'invalid_input'],
    ['inviteMember', 422, 'form_param_unknown', {}, 'invalid_input'],
    ['inviteMember', 403, 'not_allowed_access', { identifiers: ['x'] }, 'email_not_allowed'],
    ['inviteMember', 422, 'exclusive_organization_membership', {}, 'email_not_allowed'],
    ['removeMember', 409, 'organization_membership_managed_by_scim', {}, 'managed_elsewhere'],
    ['removeMember', 403, 'organization_membership_enterprise_connection_cannot_remove', {}, 'managed_elsewhere'],
    ['inviteMember', 403, 'invitations_not_supported_in_organization', {}, 'forbidden'],
    ['removeMember', 422, 'personal_accounts_not_allowed', {}, 'forbidden'],
    ['updateMemberRole', 409, 'role_migration_in_progress', {}, 'forbidden'],
    ['listMembers', 403, 'organization_not_enabled_in_instance', {}, 'not_enabled'],
    ['listMembers', 401, 'authentication_invalid', {}, 'unauthenticated'],
    ['listMembers', 403, 'authorization_invalid', {}, 'forbidden'],
    ['removeMember', 403, 'session_reverification_required', {}, 'unauthenticated'],
    ['inviteMember', 400, 'bulk_size_exceeded', {}, 'invalid_input'],
    ['inviteMember', 422, 'form_param_array_size_exceeded', {}, 'invalid_input'],
    ['inviteMember', 429, 'too_many_requests', {}, 'rate_limited'],
    ['inviteMember', 500, 'internal_clerk_error', {}, 'server_error'],
  ];
  test.each(table)('%s %i %s %j is %s', (operation, status, code, meta, expected) => {
    const wireMeta = Object.fromEntries(
      Object.entries(meta).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
    );
    expect(clerkError(operation, refused(status, code, meta))).toMatchObject({ code: expected, status });
    expect(clerkError(operation, onWire(status, code, wireMeta))).toMatchObject({ code: expected, status });
  });
});

describe('a code that is not known leaves it to the status', () => {
  test.each([
    [400, 'invalid_input'],
    [401, 'unauthenticated'],
    [402, 'limit_reached'],
    [403, 'forbidden'],
    [404, 'member_not_found'],
    [408, 'timeout'],
    [409, 'invalid_input'],
    [410, 'member_not_found'],
    [422, 'invalid_input'],
    [429, 'rate_limited'],
    [502, 'server_error'],
    [503, 'server_error'],
  ])('%i is %s', (status, expected) => {
    expect(clerkError('removeMember', refused(status, 'brand_new_code')).code).toBe(expected);
    const wordless: Record<number, string> = {
      403: 'unexpected_page',
      404: 'invalid_response',
      410: 'invalid_response',
    };
    expect(clerkError('removeMember', { status, errors: [] }).code).toBe(wordless[status] ?? expected);
  });

  it('passes over it when a known one stands behind it', () => {
    const errors = [{ code: 'brand_new_code' }, { code: 'organization_minimum_permissions_needed' }];
    expect(clerkError('removeMember', { status: 400, errors }).code).toBe('last_admin');
  });
});

describe('what a developer is told', () => {
  it('names the operation, the status, Clerk’s code and its words', () => {
    const error = clerkError('inviteMember', refused(403, 'not_allowed_access'));
    expect(error.message).toBe('Clerk refused inviteMember with status 403 (not_allowed_access: long).');
    expect(error.requestId).toBe('trace_1');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('has what was said of single fields, by the model’s names', () => {
    const error = clerkError('inviteMember', {
      status: 422,
      errors: [
        { code: 'form_param_format_invalid', message: 'no address', meta: { param_name: 'email_address' } },
        { code: 'form_param_missing', message: 'missing', meta: { param_name: 'public_metadata' } },
      ],
    });
    expect(error.fieldErrors).toEqual({ email: 'no address', publicMetadata: 'missing' });
  });

  it('has the seconds to wait', () => {
    const error = clerkError('inviteMember', refused(429, 'too_many_requests', {}, { retryAfter: 7 }));
    expect(error.retryAfter).toBe(7);
    expect(clerkError('inviteMember', { status: 429, errors: [], retryAfter: 'soon' }).retryAfter).toBeUndefined();
  });

  it('never repeats a key', () => {
    const errors = [{ code: 'authorization_invalid', message: 'The key sk_live_abcdef is not valid' }];
    expect(clerkError('listMembers', { status: 403, errors }).message).not.toContain('sk_live');
  });
});

describe('what the SDK throws without an answer', () => {
  it.each([
    ['a lost connection', new TypeError('Failed to fetch'), 'network'],
    ['a lost connection in Firefox', new TypeError('NetworkError when attempting to fetch resource.'), 'network'],
    ['a lost connection in Safari', new TypeError('Load failed'), 'network'],
    ['no response', new TypeError("Cannot read properties of null (reading 'data')"), 'invalid_response'],
    ['no response in Firefox', new TypeError('can\'t access property "data", e is null'), 'invalid_response'],
    ['no response in Safari', new TypeError("null is not an object (evaluating 'e.data')"), 'invalid_response'],
    ['a response without rows', new TypeError('e.map is not a function'), 'invalid_response'],
    ['an error without a code', new Error('Clerk: Network error'), 'network'],
    ['a runtime error', Object.assign(new Error('x'), { code: 'network_error' }), 'network'],
    ['a page where JSON was expected', new SyntaxError('Unexpected token <'), 'server_error'],
    [
      'a reverification given up',
      Object.assign(new Error('x'), { code: 'reverification_cancelled' }),
      'unauthenticated',
    ],
    ['nothing at all', undefined, 'network'],
  ])('%s', (_what, thrown, expected) => {
    const error = clerkError('removeMember', thrown);
    expect(error.code).toBe(expected);
    expect(error.status).toBeUndefined();
    expect(error.message).toContain('removeMember');
  });

  it('leaves a UsersError as it is', () => {
    const error = new UsersError('offline', 'no');
    expect(clerkError('listMembers', error)).toBe(error);
  });
});
