import { afterEach, describe, expect, test, vi } from 'vitest';
import * as fc from 'fast-check';
import { createMixpeekDataProvider, type MixpeekOptions } from '../../src/mixpeek/index.js';
import { isUsersError, UsersError } from '../../src/model/errors.js';
import { baseUrl, call, calls, make, ok } from './provider.js';
import { aMemberRow, json, rejection, stubFetch } from './stubFetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('what is sent', () => {
  test.each([
    ['listMembers', 'GET', '/v1/apps/app_1/users', undefined],
    ['listInvitations', 'GET', '/v1/apps/app_1/users/invitations', undefined],
    ['inviteMember', 'POST', '/v1/apps/app_1/users/invite', { email_address: 'bob@example.com', role: 'org:member' }],
    ['updateMemberRole', 'PATCH', '/v1/apps/app_1/users/user_1/role', { role: 'org:admin' }],
    ['removeMember', 'DELETE', '/v1/apps/app_1/users/user_1', undefined],
    ['revokeInvitation', 'DELETE', '/v1/apps/app_1/users/invitations/inv_1', undefined],
    ['enableUserManagement', 'PATCH', '/v1/apps/app_1', { auth_config: { mode: 'clerk' }, publish: true }],
  ])('%s is %s %s', async (name, method, path, body) => {
    const { provider, sent } = make(ok);
    await call(name, provider);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ method, url: baseUrl + path, init: { credentials: 'same-origin' } });
    expect(sent[0]?.body).toEqual(body);
    expect(sent[0]?.headers.get('accept')).toBe('application/json');
    expect(sent[0]?.headers.get('content-type')).toBe(body === undefined ? null : 'application/json');
    expect(sent[0]?.headers.has('authorization')).toBe(false);
  });

  test('headers are added as they are, or as a function gives them for each request', async () => {
    const fixed = make(ok, { headers: { 'x-csrf': 'a' } });
    await call('listMembers', fixed.provider);
    expect(fixed.sent[0]?.headers.get('x-csrf')).toBe('a');

    let count = 0;
    const fresh = make(ok, { headers: async () => ({ authorization: `Bearer token-${(count += 1)}` }) });
    await call('listMembers', fresh.provider);
    await call('inviteMember', fresh.provider);
    expect(fresh.sent.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(fresh.sent[1]?.headers.get('content-type')).toBe('application/json');
  });

  test('paths override method and path, with the ids encoded already', async () => {
    const { provider, sent } = make(ok, {
      paths: {
        revokeInvitation: ({ appId, invitationId }) => ({
          method: 'post',
          path: `/people/${appId}/${invitationId}/revoke`,
        }),
      },
    });
    await provider.revokeInvitation({ appId: 'a:b', invitationId: 'i.1' }).catch(() => undefined);
    await call('listMembers', provider);
    expect(sent.map(({ method, url }) => [method, url])).toEqual([
      ['POST', `${baseUrl}/people/a%3Ab/i.1/revoke`],
      ['GET', `${baseUrl}/v1/apps/app_1/users`],
    ]);
  });

  test.each([undefined, null, {}, { method: 'GET' }, { method: 'GET', path: 'x' }, { method: '', path: '/x' }, '/x'])(
    'an override that gives %j is refused with the remedy',
    async (route) => {
      const { provider, sent } = make(ok, { paths: { listMembers: () => route as never } });
      const error = await rejection(provider.listMembers({ appId: 'app_1' }));
      expect(error).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('paths.listMembers') });
      expect(sent).toEqual([]);
    },
  );

  test.each(Object.keys(calls))('%s without an app id sends nothing and says what to pass', async (name) => {
    const { provider, sent } = make(ok);
    for (const appId of ['', '..', null, 5]) {
      const error = await rejection(Promise.resolve(calls[name]?.(provider, appId as string)));
      expect(error).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('appId') });
    }
    expect(sent).toEqual([]);
  });

  test.each([
    ['one object', undefined],
    ['one object', null],
    ['one object', 'app_1'],
    ['email', { appId: 'a', email: 5, role: 'org:member' }],
    ['role', { appId: 'a', email: 'a@b.co', role: '' }],
    ['role', { appId: 'a', email: 'a@b.co', role: undefined }],
  ])('an invitation without %s sends nothing (%#)', async (field, input) => {
    const { provider, sent } = make(ok);
    expect(await rejection(provider.inviteMember(input as never))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(field),
    });
    expect(sent).toEqual([]);
  });

  test('an invitation to nobody is a matter of the address', async () => {
    const { provider, sent } = make(ok);
    const outcome = provider.inviteMember({ appId: 'a', email: ' ', role: 'org:member' });
    expect(await rejection(outcome)).toMatchObject({ code: 'invalid_email' });
    expect(sent).toEqual([]);
  });
});

describe('what is answered', () => {
  test('lists and rows arrive in the model', async () => {
    const { provider } = make(ok);
    await expect(provider.listMembers({ appId: 'a' })).resolves.toMatchObject({ total: 1, nextCursor: null });
    await expect(provider.listInvitations({ appId: 'a' })).resolves.toMatchObject({ total: 1, unreadable: 0 });
    await expect(call('inviteMember', provider)).resolves.toMatchObject({ invitationId: 'inv_1', status: 'pending' });
    await expect(call('updateMemberRole', provider)).resolves.toMatchObject({ userId: 'user_1', role: 'org:admin' });
  });

  test.each([
    ['204 without a body', () => new Response(null, { status: 204 })],
    ['200 without a body', () => new Response('', { status: 200 })],
    ['200 with a message', () => json(200, { success: true, message: 'Successfully deleted' })],
    ['202 with text', () => new Response('ok', { status: 202 })],
    ['200 with the row', () => json(200, aMemberRow())],
    ['200 with JSON of no known form', () => json(200, { errors: null, deleted: 1 })],
  ])('remove, revoke and enable succeed with %s', async (_, answer) => {
    const { provider } = make(answer);
    for (const name of ['removeMember', 'revokeInvitation', 'enableUserManagement']) {
      await expect(call(name, provider)).resolves.toBeUndefined();
    }
  });

  test.each(Object.keys(calls))('%s: a 200 that carries a failure is that failure', async (name) => {
    const body = { success: false, status: 403, error: { message: 'no', type: 'NotEnabledError', details: null } };
    const { provider } = make(() => json(200, body));
    expect(await rejection(call(name, provider))).toMatchObject({ code: 'not_enabled', status: 403 });
    const bare = make(() => json(200, { success: false, message: 'no' }));
    expect(await rejection(call(name, bare.provider))).toMatchObject({ code: 'server_error', status: 502 });
  });

  test.each(['removeMember', 'revokeInvitation', 'enableUserManagement'])(
    '%s: a page is no success, of a sign-in or of a host that has one for every path',
    async (name) => {
      const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } });
      for (const answer of [
        () => Object.defineProperty(page(), 'redirected', { value: true }),
        page,
        () => new Response('\n <html>', { status: 200 }),
        () => new Response('', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
      ]) {
        const { provider } = make(answer);
        expect(await rejection(call(name, provider))).toMatchObject({ code: 'unexpected_page', status: 200 });
      }
    },
  );

  test('an answer about somebody else is not taken for the change that was asked', async () => {
    const { fetch } = stubFetch(() => json(200, aMemberRow({ user_id: 'user_2' })));
    const provider = createMixpeekDataProvider({ baseUrl: 'https://app.example.com/api', fetch });
    const change = provider.updateMemberRole({ appId: 'app_1', userId: 'user_1', role: 'org:admin' });
    await expect(change).rejects.toMatchObject({ code: 'invalid_response' });
  });

  test.each(['listMembers', 'listInvitations', 'inviteMember', 'updateMemberRole'])(
    '%s: a 2xx that cannot be read is invalid_response',
    async (name) => {
      for (const answer of [
        () => new Response(null, { status: 204 }),
        () => json(200, {}),
        () => json(200, null),
        () => json(200, { success: true }),
      ]) {
        const { provider } = make(answer);
        expect(await rejection(call(name, provider))).toMatchObject({ code: 'invalid_response' });
      }
    },
  );

  test.each(Object.keys(calls))('%s: any JSON as a body ends in an answer or a UsersError', async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom(200, 201, 400, 403, 404, 409, 422, 429, 500),
        async (body, status) => {
          const outcome = call(name, make(() => json(status, body)).provider);
          const isKept = await outcome.then(
            () => status < 300,
            (error: unknown) => isUsersError(error),
          );
          expect(isKept).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('failures', () => {
  test('keep what the back end said: status, request id, wait, limit, fields', async () => {
    const details = {
      limit: 20,
      validation_errors: [
        { type: 'x', location: ['body', 'role'], message: 'unknown' },
        { type: 'x', location: ['body', 'role'], message: 'second' },
        { type: 'x', location: ['body', '__proto__'], message: 'odd' },
      ],
    };
    const body = { success: false, status: 403, error: { message: 'Too many', type: 'QuotaExceededError', details } };
    const { provider } = make(() => json(403, body, { 'x-request-id': 'req_1', 'retry-after': '5' }));
    const error = await rejection(call('inviteMember', provider));
    expect(error).toMatchObject({
      code: 'limit_reached',
      status: 403,
      requestId: 'req_1',
      retryAfter: 5,
      limit: 20,
      fieldErrors: { role: 'unknown' },
      message: 'inviteMember failed with status 403 (QuotaExceededError: Too many).',
    });
  });

  test("Clerk's trace stands in for a missing request id", async () => {
    const { provider } = make(() => json(400, { errors: [{ code: 'duplicate_record' }], clerk_trace_id: 'trace_1' }));
    expect(await rejection(call('inviteMember', provider))).toMatchObject({
      code: 'already_invited',
      requestId: 'trace_1',
    });
  });

  test('a page in place of an error is not repeated in the message', async () => {
    const { provider } = make(() => new Response('<h1>secret stack trace</h1>', { status: 502 }));
    const error = await rejection(call('listMembers', provider));
    expect(error).toMatchObject({ code: 'server_error', message: 'listMembers failed with status 502.' });
  });

  test('a 405 says that the route may be another', async () => {
    const { provider } = make(() => json(405, { detail: 'Method Not Allowed' }));
    expect(await rejection(call('removeMember', provider))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('option paths'),
    });
  });
});

describe('misuse', () => {
  test.each([
    ['baseUrl', { baseUrl: 5 }],
    ['fetch', { fetch: 'fetch' }],
    ['timeoutMs', { timeoutMs: 0 }],
    ['timeoutMs', { timeoutMs: Number.NaN }],
    ['timeoutMs', { timeoutMs: -1 }],
    ['currentUserId', { currentUserId: '' }],
    ['paths.nope', { paths: { nope: () => ({ method: 'GET', path: '/' }) } }],
    ['paths.listMembers', { paths: { listMembers: '/x' } }],
    ['A header', { headers: { 'x-y': 'a\nb' } }],
  ])('a wrong %s throws at once', (name, options) => {
    expect(() => createMixpeekDataProvider(options as MixpeekOptions)).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringContaining(name) }),
    );
  });

  test('a fetch that gives no Response is named', async () => {
    const { provider } = make(() => ({ ok: true }) as Response);
    expect(await rejection(call('listMembers', provider))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('fetch option'),
    });
  });

  test('a headers function that throws is named; a UsersError from it passes', async () => {
    const failing = make(ok, {
      headers: () => {
        throw new Error('no token');
      },
    });
    expect(await rejection(call('listMembers', failing.provider))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('headers function'),
      cause: { message: 'no token' },
    });
    const signedOut = new UsersError('unauthenticated', 'Signed out.');
    const { provider } = make(ok, { headers: () => Promise.reject(signedOut) });
    expect(await rejection(call('listMembers', provider))).toBe(signedOut);
  });

  test('without any fetch the remedy is told', async () => {
    vi.stubGlobal('fetch', undefined);
    const error = await rejection(createMixpeekDataProvider({ baseUrl }).listMembers({ appId: 'a' }));
    expect(error).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Pass one as the option fetch'),
    });
  });
});
