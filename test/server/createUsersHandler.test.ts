import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClerkBackendDataProvider } from '../../src/clerk/backend/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { isUsersError, UsersError, type UsersErrorCode } from '../../src/model/errors.js';
import { createUsersHandler, type UsersHandlerOptions, type UsersHandlerRules } from '../../src/server/index.js';
import { anInvitationRow, json, rejection } from '../mixpeek/stubFetch.js';
import { ACTIONS, ADMIN, API_KEY, APP, ask, asks, ORIGIN, read, setUp, WRITES, type ActionName } from './harness.js';

afterEach(() => {
  vi.useRealTimers();
});

const connect = (handle: (request: Request) => Promise<Response>) =>
  createMixpeekDataProvider({
    baseUrl: `${ORIGIN}/api`,
    fetch: async (url, init) => handle(new Request(url, init)),
  });

describe('what is forwarded', () => {
  test.each([
    ['listMembers', 'GET', '/users', undefined, 200],
    ['listInvitations', 'GET', '/users/invitations', undefined, 200],
    ['inviteMember', 'POST', '/users/invite', { email_address: 'bob@example.com', role: 'org:admin' }, 201],
    ['updateMemberRole', 'PATCH', '/users/user_1/role', { role: 'org:member' }, 200],
    ['removeMember', 'DELETE', '/users/user_1', undefined, 204],
    ['revokeInvitation', 'DELETE', '/users/invitations/inv_1', undefined, 204],
  ] as const)(
    '%s arrives as %s %s, with key and namespace and nothing of the caller',
    async (name, method, path, body, status) => {
      const { handle, sent } = setUp();
      const response = await handle(
        ask({
          ...asks[name],
          path: `${asks[name].path}?limit=5&_method=DELETE`,
          headers: { cookie: 'session=1', authorization: 'Bearer caller', 'x-namespace': 'ns_other', 'x-other': '1' },
        }),
      );
      expect(response.status).toBe(status);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({
        method,
        url: `https://api.mixpeek.com/v1/apps/app_1${path}`,
        init: { redirect: 'manual' },
      });
      expect(sent[0]?.body).toEqual(body);
      expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
        accept: 'application/json',
        authorization: `Bearer ${API_KEY}`,
        'x-namespace': 'ns_1',
        ...(body && { 'content-type': 'application/json' }),
      });
    },
  );

  test('unknown fields of a body are dropped, and a missing role is a member', async () => {
    const { handle, sent } = setUp();
    await handle(
      ask({ ...asks.inviteMember, json: { email_address: ' bob@example.com ', notify: false, roles: ['x'] } }),
    );
    await handle(ask({ ...asks.updateMemberRole, json: { role: 'org:admin', user_id: 'user_2' } }));
    expect(sent.map(({ body }) => body)).toEqual([
      { email_address: 'bob@example.com', role: 'org:member' },
      { role: 'org:admin' },
    ]);
  });

  test.each([
    ['/v1/apps/app_1/users', '/v1/apps/app_1/users'],
    ['/deep/er/v1/apps/app_1/users', '/v1/apps/app_1/users'],
    ['/v1/apps/%61pp_1/users', '/v1/apps/app_1/users'],
    ['/v1/apps/a%3Ab/users', '/v1/apps/a%3Ab/users'],
    ['/api/v1/apps/app_1/users/', '/v1/apps/app_1/users'],
    ['/api/v1/apps/app_1/users//', '/v1/apps/app_1/users'],
    ['/api//v1/apps/app_1/users', '/v1/apps/app_1/users'],
    ['//api//v1//apps/app_1//users//invitations/', '/v1/apps/app_1/users/invitations'],
  ])('%s reaches %s', async (path, forwarded) => {
    const { handle, sent } = setUp();
    await handle(ask({ path }));
    expect(sent.map(({ url }) => url)).toEqual([`https://api.mixpeek.com${forwarded}`]);
  });

  test('another base URL keeps its path', async () => {
    const { handle, sent } = setUp({ baseUrl: 'https://proxy.example/mixpeek/' });
    await handle(ask(asks.listMembers));
    expect(sent[0]?.url).toBe('https://proxy.example/mixpeek/v1/apps/app_1/users');
  });

  test.each([
    ['/api', '/api/v1/apps/app_1/users', 200],
    ['/api/', '/api/v1/apps/app_1/users', 200],
    ['', '/v1/apps/app_1/users', 200],
    ['/api', '/api//v1/apps/app_1/users/', 200],
    ['', '//v1/apps/app_1/users/', 200],
    ['/api', '/api/x/v1/apps/app_1/users', 404],
    ['/api', '/v1/apps/app_1/users', 404],
    ['/api', '/other/api/v1/apps/app_1/users', 404],
    ['/api', '/api2/v1/apps/app_1/users', 404],
  ])('mounted at "%s", %s is answered with %i', async (basePath, path, status) => {
    const { handle } = setUp({ basePath });
    expect((await handle(ask({ path }))).status).toBe(status);
  });
});

describe('behind a framework that ends every path with a slash', () => {
  test.each(ACTIONS)('%s is the same', async (name) => {
    const { handle, sent, events } = setUp();
    const plain = await handle(ask(asks[name]));
    const slashed = await handle(ask({ ...asks[name], path: `${asks[name].path}/` }));
    expect([slashed.status, sent[1]?.url, sent[1]?.body]).toEqual([plain.status, sent[0]?.url, sent[0]?.body]);
    expect(events[1]?.target).toEqual(events[0]?.target);
  });
});

describe('HEAD', () => {
  test.each([
    ['listMembers', 200],
    ['listInvitations', 200],
  ] as const)('of %s is answered like GET, without the body', async (name, status) => {
    const { handle, sent } = setUp();
    const get = await handle(ask(asks[name]));
    const head = await handle(ask({ ...asks[name], method: 'HEAD' }));
    expect([head.status, await head.text()]).toEqual([status, '']);
    expect([...head.headers]).toEqual([...get.headers]);
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test('is refused like GET, without the body', async () => {
    const { handle, sent } = setUp({ authorize: () => null });
    const head = await handle(ask({ ...asks.listMembers, method: 'HEAD' }));
    expect([head.status, await head.text(), sent]).toEqual([401, '', []]);
    expect((await handle(ask({ method: 'HEAD', path: `${APP}/users/user_1` }))).status).toBe(405);
  });
});

describe('who may do what', () => {
  const roles = ['org:admin', 'admin', 'org:member', 'basic_member', 'org:billing', 'ORG:ADMIN', ''];
  const admins = new Set(['org:admin', 'admin']);
  for (const name of ACTIONS) {
    test.each(roles)(`${name} as "%s"`, async (role) => {
      const { handle, sent } = setUp({ authorize: () => ({ userId: 'user_x', role }) });
      const { status, body } = await read(await handle(ask(asks[name])));
      const isAllowed = name === 'listMembers' || admins.has(role);
      expect([status < 300, sent.length]).toEqual([isAllowed, isAllowed ? 1 : 0]);
      expect([status, body?.success]).toEqual(isAllowed ? [status, undefined] : [403, false]);
    });
  }

  test('authorize is asked with the request, the app and the action', async () => {
    for (const name of ACTIONS) {
      const { handle, authorize } = setUp();
      const request = ask(asks[name]);
      await handle(request);
      expect(authorize.mock.calls).toEqual([[request, { appId: 'app_1', action: name }]]);
    }
  });

  test.each([null, undefined])('nobody (%s) is told to sign in', async (nobody) => {
    const { handle, sent } = setUp({ authorize: async () => nobody });
    const { status, body } = await read(await handle(ask(asks.listMembers)));
    expect([status, body]).toEqual([
      401,
      { success: false, status: 401, error: { message: 'Sign in first.', type: 'UnauthorizedError', details: null } },
    ]);
    expect(sent).toEqual([]);
  });

  test.each([{}, { userId: '', role: 'org:admin' }, { userId: 'u' }, { userId: 5, role: 'org:admin' }, true, 'user_1'])(
    'an authorize that gives %j is a fault of the server',
    async (caller) => {
      const { handle, sent, errors } = setUp({ authorize: () => caller as never });
      expect((await handle(ask(asks.listMembers))).status).toBe(500);
      expect(sent).toEqual([]);
      expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('authorize must give') })]);
    },
  );

  test.each([
    [
      'throws',
      () => {
        throw new Error('db password hunter2');
      },
    ],
    ['rejects', () => Promise.reject(new Error('db password hunter2'))],
  ])('an authorize that %s says nothing to the caller, and all to onError', async (_, authorize) => {
    const { handle, sent, errors } = setUp({ authorize });
    const answer = await read(await handle(ask(asks.removeMember)));
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ success: false, status: 500, error: { type: 'InternalServerError' } });
    expect(answer.whole).not.toContain('hunter2');
    expect(errors).toMatchObject([{ message: 'db password hunter2' }]);
    expect(sent).toEqual([]);
  });

  describe('an error of a data provider inside authorize', () => {
    const provider = (status: number) =>
      createClerkBackendDataProvider({
        secretKey: 'sk_test_TopSecret',
        fetch: async () => json(status, { errors: [{ code: 'authentication_invalid', message: 'hunter2' }] }),
      });

    test.each([401, 403, 404, 422, 429, 500])('answered with %i is the operator’s matter', async (status) => {
      const { findMember } = provider(status);
      const { handle, sent, errors } = setUp({
        authorize: async () => {
          await findMember({ appId: 'app_1', userId: 'user_x' });
          throw new Error('not reached');
        },
      });
      for (const name of ['listMembers', 'removeMember'] as const) {
        const answer = await read(await handle(ask(asks[name])));
        expect(answer.status).toBe(500);
        expect(answer.whole).not.toMatch(/hunter2|Sign in|may not/);
      }
      expect([errors.length, sent]).toEqual([2, []]);
      expect(errors.every((error) => isUsersError(error))).toBe(true);
    });

    test.each<UsersErrorCode>(['unauthenticated', 'network', 'timeout', 'not_found', 'invalid_response'])(
      'is never “Sign in first” to the person: %s without a status',
      async (code) => {
        const thrown = new UsersError(code, 'hunter2');
        const { handle, errors } = setUp({ authorize: () => Promise.reject(thrown) });
        expect((await handle(ask(asks.listMembers))).status).toBe(500);
        expect(errors).toEqual([thrown]);
      },
    );

    test.each(['unauthenticated', 'forbidden'] as const)('and inside allowedApps is one too: %s', async (code) => {
      const thrown = new UsersError(code, 'hunter2');
      const { handle, errors } = setUp({ allowedApps: () => Promise.reject(thrown) });
      expect((await handle(ask(asks.listMembers))).status).toBe(500);
      expect(errors).toEqual([thrown]);
    });
  });

  test('a host says 403 by a UsersError of its own, and nobody else hears of it', async () => {
    const { handle, errors } = setUp({ authorize: () => Promise.reject(new UsersError('forbidden', 'not yours')) });
    expect((await handle(ask(asks.listMembers))).status).toBe(403);
    expect(errors).toEqual([]);
  });

  test.each([
    ['removing oneself', { method: 'DELETE', path: `${APP}/users/user_admin` }, 403],
    ['removing oneself, spelt otherwise', { method: 'DELETE', path: `${APP}/users/%75ser_admin` }, 403],
    ['demoting oneself', { method: 'PATCH', path: `${APP}/users/user_admin/role`, json: { role: 'org:member' } }, 403],
    [
      'demoting oneself to an unknown role',
      { method: 'PATCH', path: `${APP}/users/user_admin/role`, json: { role: 'x' } },
      403,
    ],
    ['confirming oneself', { method: 'PATCH', path: `${APP}/users/user_admin/role`, json: { role: 'org:admin' } }, 200],
    ['removing another', { method: 'DELETE', path: `${APP}/users/user_1` }, 204],
  ])('%s', async (_, request, status) => {
    const { handle, sent, events } = setUp({ authorize: () => ADMIN });
    expect((await handle(ask(request))).status).toBe(status);
    expect([sent.length, events.length]).toEqual(status === 403 ? [0, 0] : [1, 1]);
  });

  test.each<[string, Partial<UsersHandlerOptions>]>([
    ['authorize', { authorize: () => new Promise(() => {}) }],
    ['allowedApps', { allowedApps: () => new Promise(() => {}) }],
  ])('%s that hangs ends in a 504 when the time is up, and is told to onError', async (_, hanging) => {
    vi.useFakeTimers();
    const { handle, sent, errors } = setUp({ ...hanging, timeoutMs: 500 } as Partial<UsersHandlerRules>);
    const answer = handle(ask(asks.removeMember));
    await vi.advanceTimersByTimeAsync(500);
    const { status, body } = await read(await answer);
    expect([status, body?.status, sent]).toEqual([504, 504, []]);
    expect(errors).toMatchObject([{ message: expect.stringContaining('timeoutMs') }]);
  });

  test('an admin gives up their own role where the host allows it, and still cannot remove themselves', async () => {
    const { handle, sent } = setUp({ authorize: () => ADMIN, allowSelfDemotion: true });
    const path = `${APP}/users/user_admin`;
    expect((await handle(ask({ method: 'PATCH', path: `${path}/role`, json: { role: 'org:member' } }))).status).toBe(
      200,
    );
    expect((await handle(ask({ method: 'DELETE', path }))).status).toBe(403);
    expect(sent).toHaveLength(1);
  });

  test.each<[string, UsersHandlerOptions['allowedApps'], number]>([
    ['listed', ['app_1'], 200],
    ['not listed', ['app_2', 'app_'], 404],
    ['on an empty list', [], 404],
    ['accepted', (appId) => appId === 'app_1', 200],
    ['accepted later', async () => true, 200],
    ['refused', () => false, 404],
    ['refused by an error', () => Promise.reject(new Error('down')), 500],
  ])('an app that is %s', async (_, allowedApps, status) => {
    const { handle, sent, authorize } = setUp({ allowedApps });
    expect((await handle(ask(asks.listMembers))).status).toBe(status);
    expect([sent.length, authorize.mock.calls.length]).toEqual(status === 200 ? [1, 1] : [0, 0]);
  });
});

describe('the audit hook', () => {
  test.each<[ActionName, object, number]>([
    ['inviteMember', { email: 'bob@example.com', role: 'org:admin' }, 201],
    ['updateMemberRole', { userId: 'user_1', role: 'org:member' }, 200],
    ['removeMember', { userId: 'user_1' }, 204],
    ['revokeInvitation', { invitationId: 'inv_1' }, 204],
  ])('%s is recorded after it happened', async (action, target, status) => {
    vi.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z'), toFake: ['Date'] });
    const { handle, events } = setUp();
    await handle(ask(asks[action]));
    const at = '2026-05-01T12:00:00.000Z';
    expect(events).toEqual([{ action, appId: 'app_1', outcome: 'done', caller: ADMIN, target, status, at }]);
  });

  test.each<[string, () => Response | Promise<Response>, number]>([
    ['late', () => new Promise(() => {}), 504],
    ['cut', () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('reset')) })), 502],
    ['a lost connection', () => Promise.reject(new TypeError('ECONNRESET')), 502],
    ['a redirect', () => new Response(null, { status: 303, headers: { location: '/done' } }), 502],
    ['a page', () => new Response('<!doctype html>'), 502],
    ['a fault of Mixpeek', () => json(500, { detail: 'x' }), 500],
    ['a time-out of Mixpeek', () => json(408, { detail: 'x' }), 408],
    ['a fault of a gateway', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 502],
    ['a time-out of a gateway', () => new Response('', { status: 504 }), 504],
  ])('a write that may have happened is recorded as unknown: the answer was %s', async (_, answer, status) => {
    for (const name of WRITES) {
      const { handle, events } = setUp({ timeoutMs: 30 }, answer);
      expect((await handle(ask(asks[name]))).status).toBe(status);
      expect(events).toMatchObject([{ action: name, outcome: 'unknown', caller: ADMIN, status }]);
      await handle(ask(asks.listMembers));
      await handle(ask(asks.listInvitations));
      expect(events).toHaveLength(1);
    }
  });

  test.each(['inviteMember', 'updateMemberRole'] as const)(
    '%s, answered with something unreadable, is recorded as unknown',
    async (name) => {
      const { handle, events } = setUp({}, () => json(200, { ok: true }));
      expect((await handle(ask(asks[name]))).status).toBe(502);
      expect(events).toMatchObject([{ action: name, outcome: 'unknown', status: 502 }]);
    },
  );

  test('reads and refused writes are not recorded', async () => {
    const { handle, events } = setUp();
    await handle(ask(asks.listMembers));
    await handle(ask(asks.listInvitations));
    const failing = setUp({}, () => json(404, { detail: 'x' }));
    const keyless = setUp({}, () => json(401, { detail: 'x' }));
    for (const name of WRITES) {
      await failing.handle(ask(asks[name]));
      await keyless.handle(ask(asks[name]));
    }
    expect([...events, ...failing.events, ...keyless.events]).toEqual([]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('log full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('log full'))],
  ])('one that %s changes nothing but what onError hears', async (_, onAction) => {
    const { handle, errors } = setUp({ onAction });
    expect((await handle(ask(asks.removeMember))).status).toBe(204);
    expect(errors).toMatchObject([{ message: 'log full' }]);
  });

  test('one that hangs holds the answer up for two seconds, not longer', async () => {
    vi.useFakeTimers();
    const { handle, errors } = setUp({ onAction: () => new Promise(() => {}) });
    const answer = handle(ask(asks.removeMember));
    await vi.advanceTimersByTimeAsync(2000);
    expect((await answer).status).toBe(204);
    expect(errors).toHaveLength(1);
  });

  test('an onError that hangs holds the answer up for two seconds, not longer', async () => {
    vi.useFakeTimers();
    const { handle } = setUp({
      rateLimit: { store: { count: () => Promise.reject(new Error('redis is down')) } },
      onError: () => new Promise(() => {}),
    });
    const answer = handle(ask(asks.listMembers));
    await vi.advanceTimersByTimeAsync(2000);
    expect((await answer).status).toBe(200);
  });

  test('an onError that throws is no matter', async () => {
    const { handle } = setUp({
      authorize: () => Promise.reject(new Error('down')),
      onError: () => {
        throw new Error('also down');
      },
    });
    expect((await handle(ask(asks.listMembers))).status).toBe(500);
  });
});

describe('together with the client', () => {
  test('each operation goes through', async () => {
    const { handle, sent } = setUp();
    const provider = connect(handle);
    const appId = 'app_1';
    await expect(provider.listMembers({ appId })).resolves.toMatchObject({ total: 1 });
    await expect(provider.listInvitations({ appId })).resolves.toMatchObject({ total: 1 });
    await expect(provider.inviteMember({ appId, email: 'a@b.co', role: 'org:member' })).resolves.toMatchObject({
      status: 'pending',
    });
    await expect(provider.updateMemberRole({ appId, userId: 'user_1', role: 'org:admin' })).resolves.toMatchObject({
      role: 'org:admin',
    });
    await expect(provider.removeMember({ appId, userId: 'user_1' })).resolves.toBeUndefined();
    await expect(provider.revokeInvitation({ appId, invitationId: 'inv_1' })).resolves.toBeUndefined();
    expect(sent).toHaveLength(6);
  });

  test.each([
    [400, { errors: [{ code: 'organization_minimum_permissions_needed', message: 'x' }] }, 'last_admin'],
    [409, { success: false, status: 409, error: { type: 'AlreadyExistsError', message: 'x' } }, 'already_invited'],
    [422, { detail: [{ loc: ['body', 'email_address'], msg: 'bad' }] }, 'invalid_email'],
    [
      403,
      { success: false, status: 403, error: { type: 'QuotaExceededError', message: 'x', details: { limit: 5 } } },
      'limit_reached',
    ],
    [403, { success: false, status: 403, error: { type: 'NotEnabledError', message: 'x' } }, 'not_enabled'],
    [401, { success: false, status: 401, error: { type: 'UnauthorizedError', message: 'x' } }, 'server_error'],
    [
      429,
      {
        success: false,
        status: 429,
        error: { type: 'TooManyRequestsError', message: 'x', details: { retry_after: 7 } },
      },
      'rate_limited',
    ],
  ])('a failure keeps its meaning on the way (%i, %#)', async (status, body, code) => {
    const { handle } = setUp({}, () => json(status, body, { 'x-request-id': 'req_1' }));
    const error = await rejection(connect(handle).inviteMember({ appId: 'a', email: 'a@b.co', role: 'org:member' }));
    expect(error).toMatchObject({ code, requestId: 'req_1' });
    expect(error).toMatchObject({ limit: code === 'limit_reached' ? 5 : undefined });
    expect(error).toMatchObject({ retryAfter: code === 'rate_limited' ? 7 : undefined });
  });

  test('a wrong mount is not taken for "already removed"', async () => {
    const { handle } = setUp({ basePath: '/elsewhere' });
    expect(await rejection(connect(handle).removeMember({ appId: 'a', userId: 'u' }))).toMatchObject({
      code: 'not_found',
    });
  });
});

describe('misuse', () => {
  const good = { apiKey: API_KEY, namespace: 'ns_1', allowedApps: ['app_1'], authorize: () => ADMIN };
  test.each([
    ['apiKey', { apiKey: undefined }],
    ['apiKey', { apiKey: '' }],
    ['apiKey', { apiKey: 'top secret\n' }],
    ['namespace', { namespace: undefined }],
    ['namespace', { namespace: 'ns 1\r\nx: y' }],
    ['authorize', { authorize: undefined }],
    ['authorize', { authorize: ADMIN }],
    ['baseUrl', { baseUrl: '/api' }],
    ['baseUrl', { baseUrl: 'https://user:pass@api.mixpeek.com' }],
    ['baseUrl', { baseUrl: 'https://api.mixpeek.com?x' }],
    ['https', { baseUrl: 'http://api.mixpeek.com' }],
    ['https', { baseUrl: 'http://10.0.0.1:8080' }],
    ['https', { baseUrl: 'http://localhost.evil.example' }],
    ['https', { baseUrl: 'http://127.0.0.1.evil.example' }],
    ['https', { baseUrl: 'HTTP://api.mixpeek.com/v2' }],
    ['basePath', { basePath: 'api' }],
    ['allowedApps', { allowedApps: 'app_1' }],
    ['allowedApps', { allowedApps: undefined }],
    ['allowedApps', { allowedApps: null }],
    ['allowedApps', { allowedApps: ['app_1', undefined] }],
    ['allowedApps', { allowedApps: [''] }],
    ['allowedApps', { apiKey: undefined, namespace: undefined, dataProvider: {}, allowedApps: undefined }],
    ['allowedOrigins', { allowedOrigins: 'https://a.example' }],
    ['allowedOrigins', { allowedOrigins: ['https://a.example/path'] }],
    ['allowedOrigins', { allowedOrigins: ['*'] }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Infinity }],
    ['fetch', { fetch: 'x' }],
    ['onAction', { onAction: [] }],
    ['onError', { onError: {} }],
    ['allowedOrigins', { alowedOrigins: ['https://a.example'] }],
    ['onError', { onerror: () => {} }],
    ['there is no option "cors"', { cors: true }],
    ['windowMs', { rateLimit: { limit: 5, window: 60 } }],
  ])('a wrong %s throws at once (%#)', (name, wrong) => {
    const attempt = () => createUsersHandler({ ...good, ...wrong } as UsersHandlerOptions);
    expect(attempt).toThrow(expect.objectContaining({ code: 'invalid_input', message: expect.stringContaining(name) }));
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringMatching(/top secret|pass@/) }));
  });

  test.each([
    'http://localhost:4000',
    'http://127.0.0.1:4000/x',
    'http://[::1]:4000',
    'http://mixpeek.localhost',
    'https://10.0.0.1',
  ])('%s may have the key', async (baseUrl) => {
    const { handle, sent } = setUp({ baseUrl });
    expect((await handle(ask(asks.listMembers))).status).toBe(200);
    expect(sent[0]?.url).toBe(`${baseUrl}/v1/apps/app_1/users`);
  });

  test.each([undefined, null, 'x', 5])('options of %j are told what to give', (options) => {
    expect(() => createUsersHandler(options as never)).toThrow('createUsersHandler: pass its options as one object.');
  });

  test('a key in a page is refused', () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    try {
      expect(() => createUsersHandler(good)).toThrow(/not for a browser/);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test.each([
    undefined,
    { headers: { host: 'localhost' }, method: 'GET', url: '/api/v1/apps/app_1/users' },
    { request: ask(asks.listMembers) },
    'https://app.example.com/api/v1/apps/app_1/users',
  ])('what is no Request (%#) is told apart from one', async (request) => {
    const { handle, sent } = setUp();
    await expect(handle(request as never)).rejects.toThrow(/takes a standard Request/);
    expect(sent).toEqual([]);
  });

  test('without onError the console is told once that there was something to hear', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    try {
      const handle = createUsersHandler({ ...good, authorize: () => Promise.reject(new Error('the db is down')) });
      for (let count = 0; count < 3; count += 1) expect((await handle(ask(asks.listMembers))).status).toBe(500);
      expect(warn.mock.calls).toEqual([[expect.stringMatching(/no onError\. Give one.*the db is down/)]]);
      const heard = createUsersHandler({ ...good, authorize: () => Promise.reject(new Error('x')), onError: () => {} });
      await heard(ask(asks.listMembers));
      const calm = createUsersHandler({ ...good, authorize: () => null });
      await calm(ask(asks.listMembers));
      expect(warn).toHaveBeenCalledOnce();
    } finally {
      warn.mockRestore();
    }
  });

  test('a handler without hooks works', async () => {
    const handle = createUsersHandler({ ...good, fetch: async () => json(201, anInvitationRow()) });
    expect((await handle(ask(asks.inviteMember))).status).toBe(201);
  });
});
