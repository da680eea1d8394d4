import { describe, expect, it } from 'vitest';
import { ContractError, operationOf, validateRequest, validateResponse, type RequestMessage } from './validate.js';

const app = 'https://api.mixpeek.com/v1/apps/app_1';

describe('operationOf', () => {
  it.each([
    ['GET', '/v1/apps/app_1', 'getApp'],
    ['PATCH', '/api/v1/apps/app_1', 'updateApp'],
    ['GET', `${app}/users`, 'listMembers'],
    ['POST', `${app}/users/invite`, 'inviteMember'],
    ['GET', '/_api/v1/apps/app%2F1/users/invitations', 'listInvitations'],
    ['DELETE', `${app}/users/invitations/inv%201`, 'revokeInvitation'],
    ['DELETE', `${app}/users/user_1`, 'removeMember'],
    ['PATCH', `${app}/users/user_1/role`, 'updateMemberRole'],
  ])('finds %s %s as %s', (method, url, operationId) => {
    expect(operationOf(method, url).operationId).toBe(operationId);
  });

  it.each([
    ['a path that is not in it', 'GET', `${app}/people`],
    ['a method the path does not have', 'PUT', `${app}/users/user_1/role`],
    ['a user called invite', 'DELETE', `${app}/users/invite`],
    ['an id that is not encoded', 'DELETE', `${app}/users/user/1`],
    ['an empty id', 'DELETE', `${app}/users/`],
    ['a query parameter', 'GET', `${app}/users?limit=10`],
  ])('knows no operation for %s', (_what, method, url) => {
    expect(() => operationOf(method, url)).toThrow(ContractError);
  });
});

function faultOf(request: RequestMessage): unknown {
  try {
    return validateRequest(request);
  } catch (error) {
    return error;
  }
}

describe('validateRequest', () => {
  const contentType = 'application/json';
  const invite = { method: 'POST', url: `${app}/users/invite`, contentType };
  const role = { method: 'PATCH', url: `${app}/users/user_1/role`, contentType };

  it.each([
    ['an invitation', { ...invite, body: { email_address: 'a@example.com', role: 'org:admin' } }],
    ['an address in another script', { ...invite, body: { email_address: 'jürgen@bücher.example' } }],
    ['an invitation without a role', { ...invite, body: { email_address: 'a@example.com' } }],
    ['a role change', { ...role, body: { role: 'org:custom' } }],
    ['a list', { method: 'GET', url: `${app}/users` }],
    ['a removal', { method: 'DELETE', url: `${app}/users/user_1`, body: null }],
    ['turning on', { method: 'PATCH', url: app, body: { auth_config: { mode: 'clerk' }, publish: true } }],
  ])('allows %s', (_what, request) => {
    expect(() => validateRequest(request)).not.toThrow();
  });

  it.each([
    ['a wrong field name', { ...invite, body: { email: 'a@example.com' } }, /email_address/],
    ['a missing address', { ...invite, body: { role: 'org:admin' } }, /email_address/],
    ['a field more', { ...invite, body: { email_address: 'a@example.com', notify: true } }, /notify/],
    ['a field more, deep inside', { method: 'PATCH', url: app, body: { auth_config: { modes: 'clerk' } } }, /modes/],
    ['a wrong type', { ...role, body: { role: 7 } }, /\/role must be string/],
    ['a mode there is not', { method: 'PATCH', url: app, body: { auth_config: { mode: 'open' } } }, /allowed values/],
    ['a body that is no object', { ...role, body: ['org:admin'] }, /must be object/],
    ['no body', role, /the body is missing/],
    ['a body where there is none', { method: 'DELETE', url: `${app}/users/user_1`, body: { sure: true } }, /no body/],
    ['another content-type', { ...role, contentType: 'text/plain', body: { role: 'r' } }, /application\/json/],
  ])('turns red for %s, and says so', (_what, request, message) => {
    expect(() => validateRequest(request)).toThrow(ContractError);
    expect(() => validateRequest(request)).toThrow(message);
  });

  it('tells an address that is none from a fault of shape: only the server may judge it', () => {
    expect(faultOf({ ...invite, body: { email_address: 'nobody' } })).toMatchObject({
      name: 'ContractError',
      formatOnly: true,
    });
    expect(faultOf({ ...invite, body: { email_address: 'nobody', rôle: 'x' } })).toMatchObject({
      name: 'ContractError',
      formatOnly: false,
    });
  });
});

describe('validateResponse', () => {
  const contentType = 'application/json';
  const list = { method: 'GET', url: `${app}/users`, status: 200, contentType };
  const invite = { method: 'POST', url: `${app}/users/invite`, contentType };
  const remove = { method: 'DELETE', url: `${app}/users/user_1` };
  const user = { user_id: 'user_1', membership_id: 'mem_1', role: 'org:admin' };
  const invitation = { invitation_id: 'inv_1', email_address: 'a@example.com', role: 'org:member', status: 'pending' };
  const error = { message: 'No', type: 'AlreadyExistsError' };

  it.each([
    ['the shortest list', { ...list, body: { users: [user], total: 1 } }],
    ['fields it does not name', { ...list, body: { users: [{ ...user, managed: true }], total: 1, page: 1 } }],
    ['null where it may be', { ...list, body: { users: [{ ...user, email: null, joined_at: null }], total: 1 } }],
    ['an invitation, created', { ...invite, status: 201, body: invitation }],
    ['a removal without a body', { ...remove, status: 204 }],
    ['a removal with HTML', { ...remove, status: 200, contentType: 'text/html', body: '<p>Done</p>' }],
    ['an envelope', { ...invite, status: 409, body: { success: false, status: 409, error } }],
    ['a FastAPI refusal', { ...invite, status: 422, body: { detail: [{ loc: ['body'], msg: 'No', type: 'x' }] } }],
    ['a Clerk refusal', { ...invite, status: 400, body: { errors: [{ code: 'c' }], clerk_trace_id: 't' } }],
    ['a gateway that speaks HTML', { ...list, status: 502, contentType: 'text/html', body: '<h1>502</h1>' }],
  ])('allows %s', (_what, response) => {
    expect(() => validateResponse(response)).not.toThrow();
  });

  it.each([
    ['a missing membership_id', { ...list, body: { users: [{ user_id: 'u', role: 'r' }], total: 1 } }, /membership_id/],
    ['a total that is a text', { ...list, body: { users: [user], total: '1' } }, /\/total must be integer/],
    ['a missing total', { ...list, body: { users: [user] } }, /total/],
    ['a number for a name', { ...list, body: { users: [{ ...user, name: 7 }], total: 1 } }, /name must be/],
    ['an empty list answer', { ...list, body: undefined }, /must be object/],
    ['a list in HTML', { ...list, contentType: 'text/html', body: '<p>' }, /content-type/],
    ['a list that is created', { ...list, status: 201, body: { users: [], total: 0 } }, /neither documented/],
    ['an envelope without a type', { ...invite, status: 409, body: { status: 409, error: { message: 'No' } } }, /type/],
    ['an envelope without a status', { ...invite, status: 409, body: { error } }, /status/],
    ['an envelope of another status', { ...invite, status: 409, body: { status: 400, error } }, /says status 400/],
    ['an envelope of success', { ...invite, status: 409, body: { success: true, status: 409, error } }, /success/],
    ['a refusal of no known form', { ...invite, status: 400, body: { message: 'No' } }, /detail/],
    ['a refusal without its JSON', { ...invite, status: 400, body: undefined }, /must be object/],
  ])('turns red for %s, and says so', (_what, response, message) => {
    expect(() => validateResponse(response)).toThrow(ContractError);
    expect(() => validateResponse(response)).toThrow(message);
  });
});
