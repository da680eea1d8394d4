import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { isUsersError } from '../../src/model/errors.js';
import { matchRoute, OPERATIONS, routeOf } from '../../src/mixpeek/wire.js';
import { inviteBody, roleBody } from '../../src/mixpeek/wireBodies.js';

const ids = { appId: 'app_1', userId: 'user_1', invitationId: 'inv_1' };

const anyId = fc.oneof(
  fc.stringMatching(/^[\w:.-]{1,200}$/),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^[\w:.\-/%?#; ]{1,20}$/),
);

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
    ['app_1', 'app_1'],
    ['App-2.b', 'App-2.b'],
    ['oidc:user:3', 'oidc%3Auser%3A3'],
    ['a'.repeat(200), 'a'.repeat(200)],
    ['...', '...'],
  ])('accepts the id %s', (appId, encoded) => {
    expect(routeOf('listMembers', { appId }).path).toBe(`/v1/apps/${encoded}/users`);
  });

  const refused: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 5],
    ['the empty string', ''],
    ['spaces', '  '],
    ['one dot', '.'],
    ['two dots', '..'],
    ['half a character', '\uD800'],
    ['a slash', 'a/b'],
    ['a backslash', 'a\\b'],
    ['dots that climb', '../x'],
    ['a query', 'a?b=1'],
    ['a fragment', 'a#b'],
    ['a path parameter', 'a;b'],
    ['a percent sign', '%2e%2e'],
    ['a space', 'a b'],
    ['a line end behind it', 'a\n'],
    ['a line separator', 'a\u2028b'],
    ['other scripts', 'приложение'],
    ['a Hangul filler', 'app\u3164'],
    ['a variation selector', 'app\uFE0F'],
    ['a combining grapheme joiner', 'app\u034F'],
    ['a tag letter', 'app\u{E0041}'],
    ['201 letters', 'a'.repeat(201)],
    ['12,000 letters', 'a'.repeat(12_000)],
  ];

  test.each(refused)('refuses %s as app id with the remedy', (_, appId) => {
    const route = () => routeOf('listMembers', { appId: appId as string });
    expect(route).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(/Pass the id/) }),
    );
  });

  test.each(refused)('refuses %s as user and invitation id', (_, id) => {
    for (const [operation, name] of [
      ['removeMember', 'userId'],
      ['updateMemberRole', 'userId'],
      ['revokeInvitation', 'invitationId'],
    ] as const) {
      const route = () => routeOf(operation, { appId: 'a', [name]: id as string });
      expect(route).toThrow(expect.objectContaining({ code: 'invalid_input', message: expect.stringMatching(name) }));
    }
  });

  test.each(refused.filter(([, id]) => typeof id === 'string' && id !== '\uD800'))(
    'finds no route to %s, however it is encoded',
    (_, id) => {
      const encoded = encodeURIComponent(id as string);
      for (const spelt of [encoded, encoded.replaceAll('.', '%2E')]) {
        expect(matchRoute('GET', `/v1/apps/${spelt}/users`)?.operation ?? null).toBeNull();
        expect(matchRoute('DELETE', `/v1/apps/a/users/invitations/${spelt}`)?.operation ?? null).toBeNull();
        expect(matchRoute('DELETE', `/v1/apps/a/users/${spelt}`)?.operation ?? null).toBeNull();
      }
    },
  );

  test.each(['invite', 'invitations'])('no person is called "%s", for the path would mean something else', (userId) => {
    expect(() => routeOf('removeMember', { appId: 'a', userId })).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    );
  });

  test('any id that is accepted comes back from its own path', () => {
    fc.assert(
      fc.property(anyId, anyId, (appId, userId) => {
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
    '/v1/apps/a/users//role',
    '/v1/apps//a/users',
    '/v1/apps/a/users//u',
    'x/v1/apps/a/users',
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

describe('slashes that frameworks and CDNs add', () => {
  test.each(OPERATIONS)('do not matter at the end of %s, nor doubled before a fixed name', (operation) => {
    const { method, path } = routeOf(operation, ids);
    const found = matchRoute(method, path);
    expect(found).toMatchObject({ operation });
    const doubled = path.replace(/\/(?=users|invit|role|v1)/g, '//');
    for (const spelt of [`${path}/`, `${path}//`, `/${path}`, doubled, `${doubled}/`]) {
      expect(matchRoute(method, spelt)).toEqual(found);
    }
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
    [roleBody, { role: 'org:admin\uFE0F' }],
    [roleBody, { role: 'org:\u034Fadmin' }],
    [inviteBody, { email_address: 'ada@example.com', role: 'org:admin\u3164' }],
    [inviteBody, { email_address: 'ada@example.com', role: 'org:\u{E0100}admin' }],
    [roleBody, { role: 'org:\u2028admin' }],
    // Letters of other scripts that look like those of "org:admin".
    [roleBody, { role: 'org:аdmin' }],
    [roleBody, { role: 'org:admin, org:owner' }],
    [roleBody, { role: { slug: 'org:admin' } }],
    [roleBody, null],
    [roleBody, []],
  ])('body %# is refused', (schema, body) => {
    expect(schema.safeParse(body).success).toBe(false);
  });
});
