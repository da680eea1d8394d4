import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isUsersError } from '../../src/model/errors.js';
import { matchRoute, OPERATIONS, routeOf } from '../../src/mixpeek/wire.js';
import { inviteBody, roleBody } from '../../src/mixpeek/wireBodies.js';

const ids = { appId: 'app_1', userId: 'user_1', invitationId: 'inv_1' };

describe('routes', () => {
  test.each([
    ['listMembers', 'GET', '/v1/apps/app_1/users'],
    ['listInvitations', 'GET', '/v1/apps/app_1/users/invitations'],
    ['inviteMember', 'POST', '/v1/apps/app_1/users/invite'],
    ['updateMemberRole', 'PATCH', '/v1/apps/app_1/users/user_1/role'],
    ['removeMember', 'DELETE', '/v1/apps/app_1/users/user_1'],
    ['revokeInvitation', 'DELETE', '/v1/apps/app_1/users/invitations/inv_1'],
    ['enableUserManagement', 'PATCH', '/v1/apps/app_1'],
  ] as const)('%s goes to %s %s, and is found there again', (operation, method, path) => {
    expect(routeOf(operation, ids)).toEqual({ method, path });
    expect(matchRoute(method, path)).toMatchObject({ operation, ids: { appId: 'app_1' } });
  });

  test.each([
    ['a slash', 'a/b', 'a%2Fb'],
    ['a space', 'a b', 'a%20b'],
    ['dots that climb', '../x', '..%2Fx'],
    ['a query', 'a?b=1#c', 'a%3Fb%3D1%23c'],
    ['other scripts', 'приложение', encodeURIComponent('приложение')],
    ['a percent sign', '%2e%2e', '%252e%252e'],
  ])('%s in an id stays inside its segment', (_, appId, encoded) => {
    expect(routeOf('listMembers', { appId }).path).toBe(`/v1/apps/${encoded}/users`);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['the empty string', ''],
    ['spaces', '  '],
    ['one dot', '.'],
    ['two dots', '..'],
    ['half a character', '\uD800'],
  ])('%s as app id is refused with the remedy', (_, appId) => {
    const route = () => routeOf('listMembers', { appId: appId as string });
    expect(route).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(/Pass the id/) }),
    );
  });

  test.each(['invite', 'invitations'])('no person is called "%s", for the path would mean something else', (userId) => {
    expect(() => routeOf('removeMember', { appId: 'a', userId })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  test('any id that is accepted comes back from its own path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (appId, userId) => {
        try {
          const { method, path } = routeOf('updateMemberRole', { appId, userId });
          expect(path.split('/')).toHaveLength(7);
          expect(matchRoute(method, path)).toEqual({ operation: 'updateMemberRole', ids: { appId, userId } });
        } catch (error) {
          if (!isUsersError(error)) throw error;
        }
      }),
    );
  });

  test.each([
    ['GET', '/v1/apps/a/users/invite', ['POST']],
    ['DELETE', '/v1/apps/a/users/invitations', ['GET']],
    ['PATCH', '/v1/apps/a/users/invitations/role', ['DELETE']],
    ['DELETE', '/v1/apps/a/users/u/role', ['PATCH']],
    ['PUT', '/v1/apps/a/users/u', ['DELETE']],
  ])('%s %s is told which methods the path takes', (method, path, allow) => {
    expect(matchRoute(method, path)).toEqual({ operation: null, allow });
  });

  test.each([
    '/v1/apps//users',
    '/v1/apps/a/users/',
    '/v1/apps/a/users/u/role/x',
    '/v1/apps/a/users/%E0%A4%A/role',
    '/v1/apps/%2E%2E/users',
    '/v1/apps/a/users/%20',
    '/v1/apps/a/Users',
    '/v1/retrievers/a/execute',
    '',
  ])('%s is no route', (path) => {
    expect(OPERATIONS.flatMap((operation) => matchRoute(routeOf(operation, ids).method, path) ?? [])).toEqual([]);
  });
});

describe('bodies', () => {
  test('an invitation keeps the fields of the contract, trimmed, and drops the rest', () => {
    const body = { email_address: '  ada@example.com ', role: ' org:admin ', notify: false, __proto__: { x: 1 } };
    expect(inviteBody.parse(body)).toEqual({ email_address: 'ada@example.com', role: 'org:admin' });
  });

  test('an invitation without a role is for a member', () => {
    expect(inviteBody.parse({ email_address: 'ada@example.com' }).role).toBe('org:member');
  });

  test.each([
    [inviteBody, {}],
    [inviteBody, { email_address: 'not an address' }],
    [inviteBody, { email_address: ['ada@example.com'] }],
    [inviteBody, { email_address: 'ada@example.com', role: '' }],
    [inviteBody, { email_address: 'ada@example.com', role: null }],
    [roleBody, {}],
    [roleBody, { role: ' ' }],
    [roleBody, { role: 'x'.repeat(101) }],
    [roleBody, { role: { slug: 'org:admin' } }],
    [roleBody, null],
    [roleBody, []],
  ])('body %# is refused', (schema, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});
