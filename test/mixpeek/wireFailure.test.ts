import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { Operation } from '../../src/mixpeek/wire.js';
import { failedStatus } from '../../src/mixpeek/failedStatus.js';
import { failureCode, readFailure } from '../../src/mixpeek/wireFailure.js';

const envelope = (status: number, type: string, details: unknown = null, message = 'said in English') => ({
  success: false,
  status,
  error: { message, type, details },
});
const clerk = (code: string, meta: unknown = {}) => ({
  errors: [{ code, message: 'short', long_message: 'long', meta }],
  clerk_trace_id: 'trace_1',
});

const code = (operation: Operation, status: number, body: unknown) => failureCode(operation, status, readFailure(body));

describe('the status, in each shape of body', () => {
  const expected: [number, string, Partial<Record<Operation, string>>][] = [
    [400, 'invalid_input', {}],
    [401, 'unauthenticated', {}],
    [402, 'limit_reached', {}],
    [403, 'forbidden', {}],
    [
      404,
      'not_found',
      {
        removeMember: 'member_not_found',
        updateMemberRole: 'member_not_found',
        revokeInvitation: 'invitation_not_found',
      },
    ],
    [405, 'invalid_input', {}],
    [408, 'timeout', {}],
    [
      410,
      'not_found',
      {
        removeMember: 'member_not_found',
        updateMemberRole: 'member_not_found',
        revokeInvitation: 'invitation_not_found',
      },
    ],
    [422, 'invalid_input', {}],
    [429, 'rate_limited', {}],
    [500, 'server_error', {}],
    [502, 'server_error', {}],
    [503, 'server_error', {}],
    [504, 'server_error', {}],
    [304, 'invalid_response', {}],
  ];
  const operations: Operation[] = [
    'listMembers',
    'listInvitations',
    'inviteMember',
    'updateMemberRole',
    'removeMember',
    'revokeInvitation',
    'enableUserManagement',
  ];
  /** Shapes in which a 404 or 410 says that the route does not exist: for every operation, or for those about a row. */
  const shapes: [string, unknown, 'never' | 'rows' | 'always'][] = [
    ['an envelope of an unheard-of type', envelope(0, 'SomethingError'), 'never'],
    ['FastAPI text', { detail: 'The user is not found, forbidden and already exists' }, 'rows'],
    ['a FastAPI array', { detail: [{ loc: ['body', 'x'], msg: 'bad', type: 'value_error' }] }, 'rows'],
    ['an unknown Clerk code', clerk('brand_new_code'), 'never'],
    ['no JSON', undefined, 'always'],
    ['a JSON string', 'not found', 'always'],
    ['the JSON of a web framework', { statusCode: 404, message: 'Cannot GET /', error: 'Not Found' }, 'always'],
    ['the JSON of a gateway', { error: { code: '404', message: 'NOT_FOUND' } }, 'always'],
    ['a flag and a text', { success: false, message: 'Route not found' }, 'always'],
  ];
  for (const [shape, body, missing] of shapes) {
    test.each(expected)(`with ${shape}, %i means %s`, (status, usual, special) => {
      for (const operation of operations) {
        const isMissing = missing === 'always' || (missing === 'rows' && operation in (expected[4]?.[2] ?? {}));
        const named = special[operation] ?? usual;
        const meaning = isMissing && (status === 404 || status === 410) ? 'invalid_response' : named;
        expect([operation, code(operation, status, body)]).toEqual([operation, meaning]);
      }
    });
  }
});

describe('Mixpeek types', () => {
  test.each([
    ['listMembers', 403, 'NotEnabledError', 'not_enabled'],
    ['listMembers', 400, 'NotEnabledError', 'not_enabled'],
    ['listMembers', 404, 'NotEnabledError', 'not_enabled'],
    ['inviteMember', 403, 'QuotaExceededError', 'limit_reached'],
    ['inviteMember', 409, 'AlreadyExistsError', 'already_invited'],
    ['inviteMember', 400, 'AlreadyExistsError', 'invalid_input'],
    ['updateMemberRole', 409, 'AlreadyExistsError', 'invalid_input'],
    ['listMembers', 403, 'UnauthorizedError', 'forbidden'],
    ['listMembers', 400, 'UnauthorizedError', 'unauthenticated'],
    ['removeMember', 400, 'NotFoundError', 'member_not_found'],
    ['listMembers', 500, 'NotEnabledError', 'server_error'],
    ['listMembers', 401, 'NotEnabledError', 'unauthenticated'],
    ['listMembers', 418, 'TooManyRequestsError', 'rate_limited'],
  ] as const)('%s %i %s is %s: the status first', (operation, status, type, expected) => {
    expect(code(operation, status, envelope(status, type))).toBe(expected);
  });

  test.each([
    { detail: 'This email was already invited.' },
    { detail: [] },
    { detail: { message: 'Duplicate' } },
    { message: 'Conflict' },
    { success: false, status: 409 },
    envelope(409, 'ConflictError'),
    {},
    null,
    '',
  ])('a 409 of an invitation with the body %j is already_invited, with no type to say so', (body) => {
    expect(code('inviteMember', 409, body)).toBe('already_invited');
    expect(code('updateMemberRole', 409, body)).toBe('invalid_input');
  });

  test.each([
    ['ForbiddenError', 'forbidden'],
    ['QuotaExceededError', 'limit_reached'],
    ['NotEnabledError', 'not_enabled'],
  ])('a 409 of an invitation with the type %s is %s', (type, expected) => {
    expect(code('inviteMember', 409, envelope(409, type))).toBe(expected);
  });

  test.each([
    ['removeMember', 'app', 'not_found'],
    ['removeMember', 'path', 'not_found'],
    ['removeMember', 'user', 'member_not_found'],
    ['updateMemberRole', 'organization_membership', 'member_not_found'],
    ['revokeInvitation', 'invitation', 'invitation_not_found'],
    ['revokeInvitation', 'app', 'not_found'],
  ] as const)('%s 404 about the resource "%s" is %s', (operation, resource, expected) => {
    expect(code(operation, 404, envelope(404, 'NotFoundError', { resource, id: 'x' }))).toBe(expected);
  });
});

describe('Clerk codes decide, wherever they stand in the body', () => {
  const codes: [Operation, number, string, string][] = [
    ['inviteMember', 400, 'already_a_member_in_organization', 'already_member'],
    ['inviteMember', 400, 'organization_invitation_not_unique', 'already_invited'],
    ['inviteMember', 400, 'duplicate_record', 'already_invited'],
    ['updateMemberRole', 400, 'organization_minimum_permissions_needed', 'last_admin'],
    ['removeMember', 400, 'at_least_one_admin_needed', 'last_admin'],
    ['inviteMember', 403, 'organization_membership_quota_exceeded', 'limit_reached'],
    ['inviteMember', 402, 'insufficient_seats', 'limit_reached'],
    ['inviteMember', 403, 'missing_organization_permission', 'forbidden'],
    ['inviteMember', 403, 'not_an_admin_in_organization', 'forbidden'],
    ['listMembers', 404, 'organization_not_found_or_unauthorized', 'not_found'],
    ['removeMember', 404, 'organization_not_found_or_unauthorized', 'not_found'],
    ['revokeInvitation', 404, 'organization_invitation_not_pending', 'invitation_not_pending'],
    ['revokeInvitation', 404, 'organization_invitation_not_found', 'invitation_not_found'],
    ['removeMember', 404, 'resource_not_found', 'member_not_found'],
    ['revokeInvitation', 404, 'resource_not_found', 'invitation_not_found'],
    ['listMembers', 404, 'resource_not_found', 'not_found'],
    ['updateMemberRole', 422, 'form_param_value_invalid', 'invalid_input'],
    ['inviteMember', 422, 'form_param_missing', 'invalid_input'],
    ['inviteMember', 422, 'form_param_unknown', 'invalid_input'],
    ['inviteMember', 422, 'form_param_array_size_exceeded', 'invalid_input'],
    ['inviteMember', 400, 'bulk_size_exceeded', 'invalid_input'],
    ['inviteMember', 403, 'not_allowed_access', 'email_not_allowed'],
    ['inviteMember', 422, 'exclusive_organization_membership', 'email_not_allowed'],
    ['removeMember', 409, 'organization_membership_managed_by_scim', 'managed_elsewhere'],
    ['removeMember', 403, 'organization_membership_enterprise_connection_cannot_remove', 'managed_elsewhere'],
    ['inviteMember', 403, 'invitations_not_supported_in_organization', 'forbidden'],
    ['removeMember', 422, 'personal_accounts_not_allowed', 'forbidden'],
    ['updateMemberRole', 409, 'role_migration_in_progress', 'forbidden'],
    ['listMembers', 403, 'organization_not_enabled_in_instance', 'not_enabled'],
    ['listMembers', 400, 'authentication_invalid', 'unauthenticated'],
    ['listMembers', 403, 'authorization_invalid', 'forbidden'],
    ['listMembers', 400, 'too_many_requests', 'rate_limited'],
    ['listMembers', 400, 'internal_clerk_error', 'server_error'],
  ];

  test.each(codes)('%s %i %s is %s', (operation, status, clerkCode, expected) => {
    const whole = clerk(clerkCode);
    for (const body of [
      whole,
      envelope(status, 'BadRequestError', whole),
      envelope(status, 'AlreadyExistsError', { upstream: { response: { body: whole } } }),
      envelope(status, 'ForbiddenError', { code: clerkCode }),
      { detail: whole },
      { detail: envelope(status, 'BadRequestError', whole) },
    ]) {
      expect(code(operation, status, body)).toBe(expected);
    }
  });

  test('a Clerk code never overrules a status that settles the matter', () => {
    expect(code('inviteMember', 500, clerk('duplicate_record'))).toBe('server_error');
    expect(code('inviteMember', 401, clerk('duplicate_record'))).toBe('unauthenticated');
    expect(code('inviteMember', 429, clerk('duplicate_record'))).toBe('rate_limited');
  });

  test('an unknown role is no missing person', () => {
    const body = clerk('resource_not_found', { param_name: 'role' });
    expect(code('updateMemberRole', 404, body)).toBe('invalid_input');
    expect(readFailure(body).fields).toEqual([{ field: 'role', message: 'long' }]);
  });

  test('a code in plain words is not read', () => {
    const body = envelope(400, 'BadRequestError', null, 'Clerk said duplicate_record');
    expect(code('inviteMember', 400, body)).toBe('invalid_input');
  });

  test('a code too deep to be meant is not looked for', () => {
    let body: unknown = clerk('duplicate_record');
    for (let depth = 0; depth < 5000; depth += 1) body = { inner: body };
    expect(code('inviteMember', 400, body)).toBe('invalid_input');
  });
});

describe('the address is at fault', () => {
  test.each([
    [
      'envelope',
      envelope(422, 'ValidationError', {
        validation_errors: [{ type: 'x', location: ['body', 'email_address'], message: 'bad' }],
      }),
    ],
    [
      'envelope with a plain location',
      envelope(400, 'BadRequestError', { validation_errors: [{ location: 'email', message: 'bad' }] }),
    ],
    [
      'FastAPI',
      {
        detail: [
          { loc: ['body', 'role'], msg: 'bad' },
          { loc: ['body', 'email_address', 'function'], msg: 'bad' },
        ],
      },
    ],
    ['Clerk', clerk('form_param_format_invalid', { param_name: 'email_address' })],
    ["Clerk in the browser's spelling", clerk('form_param_value_invalid', { paramName: 'emailAddress' })],
    ['Clerk for several addresses', clerk('form_param_format_invalid', { email_addresses: ['x'] })],
  ])('%s: an invitation is told invalid_email, and so is no other operation', (_, body) => {
    expect(code('inviteMember', 422, body)).toBe('invalid_email');
    expect(code('inviteMember', 400, body)).toBe('invalid_email');
    expect(code('updateMemberRole', 422, body)).toBe('invalid_input');
    expect(readFailure(body).fields.map(({ field }) => field)).toContain('email');
  });
});

describe('what is kept of a body', () => {
  test.each([
    'Bearer abc.def.ghi is wrong',
    'key sk_live_1234567890 is wrong',
    'key mxp_sk_1234567890 is wrong',
    'key="sk_test_abc-DEF_1" is wrong',
  ])('"%s" loses its key', (message) => {
    const failure = readFailure({ error: { type: 'ForbiddenError', message }, errors: [{ code: 'x', message }] });
    expect(JSON.stringify(failure.message)).toContain('[redacted]');
    expect(JSON.stringify([failure.message, failure.faults])).not.toMatch(/1234567890|abc/);
  });

  test('a message is cut to a length that fits a log line', () => {
    expect(readFailure({ detail: 'x'.repeat(1e6) }).message).toHaveLength(300);
  });

  test.each([
    [envelope(409, 'AlreadyExistsError'), 409],
    [{ success: false, status: 200, error: { type: 'X' } }, 502],
    [{ success: true, status: 409, error: { type: 'X' } }, null],
    [{ success: false, status: '409', error: { type: 'X' } }, 502],
    [{ success: false, status: 409 }, 409],
    [{ success: false }, 502],
    [{ success: false, status: Number.NaN, error: { type: 'X' } }, 502],
    [{ success: 'false' }, null],
    [{ errors: [{ code: 'resource_not_found', message: 'x' }] }, 200],
    [{ users: [], total: 0, errors: [] }, null],
    [{ errors: ['text', null, {}] }, null],
    [null, null],
    [[], null],
  ])('a 2xx with %j counts as %s', (body, status) => {
    expect(failedStatus(body)).toBe(status);
  });

  test('any JSON value is read without a throw, and any status has a code', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 300, max: 599 }), (body, status) => {
        expect(code('inviteMember', status, body)).toMatch(/^[a-z_]+$/);
        expect(code('inviteMember', status, { error: body, detail: body, errors: body })).toMatch(/^[a-z_]+$/);
      }),
    );
  });
});
