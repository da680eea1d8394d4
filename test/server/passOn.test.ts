import { inspect } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as fc from 'fast-check';
import { aMemberRow, json } from '../mixpeek/stubFetch.js';
import { ACTIONS, API_KEY, ask, asks, ok, read, setUp, WRITES, type ActionName } from './harness.js';

const envelope = (status: number, type: string, details: unknown = null, message = 'said by Mixpeek') => ({
  success: false,
  status,
  error: { message, type, details },
});

const answerOf = async (name: ActionName, upstream: () => Response | Promise<Response>) => {
  const context = setUp({}, upstream);
  return { ...context, ...(await read(await context.handle(ask(asks[name])))) };
};

afterEach(() => {
  vi.useRealTimers();
});

describe('success', () => {
  test.each(ACTIONS)('%s: no cache keeps it, no browser guesses its type, no other header passes', async (name) => {
    const upstream = { 'set-cookie': 'a=1', server: 'x', 'x-powered-by': 'y', authorization: `Bearer ${API_KEY}` };
    const passed = { 'x-request-id': 'req_1', 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' };
    const { handle } = setUp({}, (sent) => {
      const response = ok(sent);
      for (const [header, value] of Object.entries({ ...upstream, ...passed })) response.headers.set(header, value);
      return response;
    });
    const { headers, body } = await read(await handle(ask(asks[name])));
    expect(Object.fromEntries(headers)).toEqual({
      ...passed,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(body && { 'content-type': 'application/json' }),
    });
  });

  test('a list passes as it came, unknown fields and all', async () => {
    const data = { users: [aMemberRow({ extra: 1 }), { odd: true }], total: 7 };
    const { body } = await answerOf('listMembers', () => json(200, data));
    expect(body).toEqual(data);
  });

  test.each([
    ['no body', () => new Response(null, { status: 204 })],
    ['a message', () => json(200, { success: true, message: 'Successfully deleted' })],
    ['text', () => new Response('deleted', { status: 200 })],
    ['no errors', () => json(200, { errors: [] })],
  ])('remove and revoke with %s upstream are 204 here', async (_, upstream) => {
    for (const name of ['removeMember', 'revokeInvitation'] as const) {
      const { status, text, events } = await answerOf(name, upstream);
      expect([status, text, events.length]).toEqual([204, '', 1]);
    }
  });

  test.each<[string, () => Response, number]>([
    ['a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }), 502],
    ['a page that does not say so', () => new Response('\n<html>'), 502],
    ['an envelope', () => json(200, envelope(403, 'NotEnabledError')), 403],
    ['an envelope without a type', () => json(200, { success: false, status: 404, error: { message: 'x' } }), 404],
    ['a failure without a status', () => json(200, { success: false, message: 'nope' }), 502],
    ['a refusal of Clerk', () => json(200, { errors: [{ code: 'organization_minimum_permissions_needed' }] }), 400],
    ['a refusal of Clerk that nobody knows', () => json(200, { errors: [{ code: 'brand_new' }] }), 502],
    ['a refusal of our key by Clerk', () => json(200, { errors: [{ code: 'authentication_invalid' }] }), 502],
    ['an error of no form', () => json(200, { errors: ['no'] }), 502],
  ])('a remove or revoke that did not happen is no success: %s upstream', async (_, upstream, expected) => {
    for (const name of ['removeMember', 'revokeInvitation'] as const) {
      const { status, body, events } = await answerOf(name, upstream);
      expect([status, body?.success, events.some(({ outcome }) => outcome === 'done')]).toEqual([
        expected,
        false,
        false,
      ]);
    }
  });

  test.each(['listMembers', 'listInvitations', 'inviteMember', 'updateMemberRole'] as const)(
    '%s: a 200 with garbage is a 502',
    async (name) => {
      for (const upstream of [
        () => new Response('<!doctype html><title>Login</title>', { headers: { 'content-type': 'text/html' } }),
        () => new Response('', { status: 200 }),
        () => new Response(null, { status: 204 }),
        () => json(200, null),
        () => json(200, 'ok'),
        () => json(200, []),
        () => json(200, { success: true }),
      ]) {
        const { status, body, events, errors } = await answerOf(name, upstream);
        expect(status).toBe(502);
        expect(body).toMatchObject({ success: false, status: 502, error: { type: 'BadGatewayError' } });
        expect([events.some(({ outcome }) => outcome === 'done'), errors.length]).toEqual([false, 1]);
      }
    },
  );
});

describe('failures of Mixpeek', () => {
  test.each([
    [400, 'BadRequestError', 400],
    [401, 'UnauthorizedError', 502],
    [402, 'SomethingError', 402],
    [403, 'ForbiddenError', 502],
    [403, 'NotEnabledError', 403],
    [403, 'QuotaExceededError', 403],
    [404, 'NotFoundError', 404],
    [405, 'MethodNotAllowedError', 502],
    [408, 'TimeoutError', 408],
    [409, 'AlreadyExistsError', 409],
    [415, 'X', 502],
    [418, 'X', 502],
    [422, 'ValidationError', 422],
    [429, 'TooManyRequestsError', 429],
    [500, 'InternalServerError', 500],
    [501, 'X', 502],
    [503, 'InferenceServiceUnavailableError', 503],
    [504, 'X', 504],
    [599, 'X', 502],
  ])('%i %s becomes %i', async (upstream, type, expected) => {
    for (const name of ACTIONS) {
      const { status, body, events } = await answerOf(name, () => json(upstream, envelope(upstream, type)));
      expect(status).toBe(expected);
      expect(body).toMatchObject({
        success: false,
        status: expected,
        error: { type: expected === upstream ? type : 'BadGatewayError' },
      });
      expect(events.filter(({ outcome }) => outcome === 'done')).toEqual([]);
    }
  });

  test.each([
    ['organization_membership_quota_exceeded', 403],
    ['not_allowed_access', 403],
    ['missing_organization_permission', 403],
    ['authorization_invalid', 502],
    ['authentication_invalid', 502],
    ['code_nobody_knows', 502],
  ])('a 403 of Clerk with %s becomes %i', async (code, expected) => {
    for (const body of [
      { errors: [{ code, message: 'x' }] },
      envelope(403, 'ForbiddenError', { errors: [{ code }] }),
    ]) {
      expect((await answerOf('inviteMember', () => json(403, body))).status).toBe(expected);
    }
  });

  test('a refused key is told to the operator, and to the caller only as a fault of the server', async () => {
    const { errors, text } = await answerOf('listMembers', () => json(401, envelope(401, 'UnauthorizedError')));
    expect(errors).toMatchObject([{ message: 'Mixpeek answered with status 401 (UnauthorizedError).' }]);
    expect(text).not.toContain('said by Mixpeek');
  });

  test.each(ACTIONS)('%s: a 200 that carries a failure is that failure', async (name) => {
    const { status, events } = await answerOf(name, () => json(200, envelope(409, 'AlreadyExistsError')));
    expect([status, events.length]).toEqual([409, 0]);
  });

  test('only known details pass', async () => {
    const details = {
      resource: 'user',
      id: 'user_1',
      limit: 5,
      retry_after: 3,
      trace: 'Traceback (most recent call last)',
      request: { headers: { authorization: 'x' } },
      tier: 'x'.repeat(500),
      validation_errors: [{ type: 'x', location: ['body', 'email_address'], message: 'bad', input: 'internal' }],
      errors: [{ code: 'duplicate_record', message: 'there', meta: { param_name: 'email_address', secret: 1 } }],
    };
    const { body } = await answerOf('inviteMember', () => json(400, envelope(400, 'BadRequestError', details)));
    expect(body).toEqual(
      envelope(400, 'BadRequestError', {
        resource: 'user',
        id: 'user_1',
        limit: 5,
        retry_after: 3,
        validation_errors: [
          { type: 'value_error', location: ['body', 'email'], message: 'bad' },
          { type: 'value_error', location: ['body', 'email'], message: 'there' },
        ],
        errors: [{ code: 'duplicate_record', message: 'there', meta: { param_name: 'email' } }],
      }),
    );
  });

  test("FastAPI's shape becomes the envelope", async () => {
    const detail = [{ loc: ['body', 'role'], msg: 'unknown role', type: 'value_error', input: 'x', url: 'https://x' }];
    const { body } = await answerOf('updateMemberRole', () => json(422, { detail }));
    expect(body).toMatchObject({
      status: 422,
      error: {
        type: 'ValidationError',
        details: { validation_errors: [{ location: ['body', 'role'], message: 'unknown role' }] },
      },
    });
  });

  test.each([
    [404, '<html>', 502],
    [429, 'slow down', 429],
    [502, '<html>', 502],
    [503, '<html>', 502],
    [504, '<html>', 504],
    [404, '', 502],
    [500, '', 500],
  ])('%i with the body "%s" becomes %i in the envelope', async (upstream, text, expected) => {
    const { status, body, whole } = await answerOf('listMembers', () => new Response(text, { status: upstream }));
    expect([status, body?.status]).toEqual([expected, expected]);
    expect(whole).not.toMatch(/<html>|slow down/);
  });

  test.each([
    ['FastAPI’s', () => json(404, { detail: 'Not Found' })],
    ['an empty one', () => new Response(null, { status: 404 })],
  ])('a route that Mixpeek does not have (%s) is no "already gone"', async (_, upstream) => {
    for (const name of ['updateMemberRole', 'removeMember', 'revokeInvitation'] as const) {
      expect((await answerOf(name, upstream)).status).toBe(502);
    }
  });

  test.each([
    ['9', '9'],
    ['Wed, 21 Oct 2099 07:28:00 GMT', 'Wed, 21 Oct 2099 07:28:00 GMT'],
    ['-5', null],
    ['99999999999', null],
    ['1, 2', null],
    ['<script>', null],
    ['tomorrow', null],
  ])('a Retry-After of "%s" is passed on as %s', async (said, passed) => {
    const { headers } = await answerOf('listMembers', () => json(429, {}, { 'retry-after': said }));
    expect(headers.get('retry-after')).toBe(passed);
  });

  test('Retry-After and rate limits pass on', async () => {
    const { headers } = await answerOf('listMembers', () =>
      json(429, envelope(429, 'TooManyRequestsError'), { 'retry-after': '9', 'x-ratelimit-reset': '1777600000' }),
    );
    expect([headers.get('retry-after'), headers.get('x-ratelimit-reset')]).toEqual(['9', '1777600000']);
  });
});

describe('no proper answer', () => {
  test.each([
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } })],
    [
      'a redirect as a browser shows it',
      () => Object.defineProperty(json(200, {}), 'type', { value: 'opaqueredirect' }),
    ],
    ['an error response', () => Response.error()],
    ['a connection that fails', () => Promise.reject(new TypeError('connect ECONNREFUSED 10.0.0.1:443'))],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (c) => c.error(new TypeError('reset')) })),
    ],
    ['no Response', () => ({}) as Response],
  ])('%s is a 502', async (_, upstream) => {
    for (const name of ACTIONS) {
      const { status, body, whole, errors, events, sent } = await answerOf(name, upstream);
      expect([status, body?.status, sent.length]).toEqual([502, 502, 1]);
      expect(events.map(({ outcome }) => outcome)).toEqual(WRITES.includes(name) ? ['unknown'] : []);
      expect(whole).not.toMatch(/10\.0\.0\.1|evil\.example/);
      expect(errors).toHaveLength(1);
    }
  });

  test.each([
    ['no answer', () => new Promise<Response>(() => {})],
    ['a body without end', () => new Response(new ReadableStream({}))],
  ])('%s is a 504 after fifteen seconds, and the request is let go', async (_, upstream) => {
    for (const name of WRITES) {
      vi.useFakeTimers();
      const { handle, sent, events } = setUp({}, upstream);
      const settled = vi.fn<() => void>();
      const answer = handle(ask(asks[name])).finally(settled);
      await vi.advanceTimersByTimeAsync(14_999);
      expect(settled).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      const { status, body } = await read(await answer);
      expect([status, body?.status, events.map(({ outcome }) => outcome)]).toEqual([504, 504, ['unknown']]);
      expect(sent[0]?.init.signal?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
      vi.useRealTimers();
    }
  });
});

test('an answer without end is given up before it fills the memory', async () => {
  let sent = 0;
  const cancel = vi.fn<() => void>();
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(1024 * 1024).fill(32));
    },
    cancel,
  });
  const { status, errors } = await answerOf('listMembers', () => new Response(endless));
  expect(status).toBe(502);
  expect(errors).toMatchObject([{ message: expect.stringContaining('longer than') }]);
  expect(sent).toBeLessThan(40);
  expect(cancel).toHaveBeenCalledOnce();
});

describe('the key never comes back', () => {
  const inJson = JSON.stringify(API_KEY).slice(1, -1);
  test.each<[string, ActionName, () => Response]>([
    ['a message', 'listMembers', () => json(400, envelope(400, 'BadRequestError', null, `bad key ${API_KEY}`))],
    ['a long message', 'listMembers', () => json(400, envelope(400, 'X', null, `${'x'.repeat(290)}${API_KEY}`))],
    ['details', 'listMembers', () => json(404, envelope(404, 'NotFoundError', { id: API_KEY, resource: API_KEY }))],
    ['a type', 'listMembers', () => json(400, envelope(400, API_KEY))],
    ['a field', 'inviteMember', () => json(422, { detail: [{ loc: ['body', API_KEY], msg: API_KEY }] })],
    ['a Clerk error', 'inviteMember', () => json(400, { errors: [{ code: 'duplicate_record', message: API_KEY }] })],
    ['a header', 'listMembers', () => json(200, { users: [], total: 0 }, { 'x-request-id': API_KEY })],
    ['a member', 'listMembers', () => json(200, { users: [aMemberRow({ name: `I am ${API_KEY}` })], total: 1 })],
    ['a role', 'updateMemberRole', () => json(200, aMemberRow({ role: API_KEY }))],
    ['a page', 'listMembers', () => new Response(`<p>${API_KEY}</p>`, { status: 500 })],
  ])('in %s', async (_, name, upstream) => {
    const { whole, text } = await answerOf(name, upstream);
    expect(whole).not.toContain('TopSecret');
    expect(text).not.toContain(inJson);
  });

  test('in any spelling of JSON', async () => {
    const letters = Array.from(API_KEY)
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const text = `{"users":[],"total":0,"debug":"${letters}","more":"a\\/${inJson}"}`;
    const { status, body } = await answerOf('listMembers', () => new Response(text));
    expect([status, body]).toEqual([200, { users: [], total: 0, debug: '[redacted]', more: 'a/[redacted]' }]);
  });

  test('in what onError is told of a connection that failed', async () => {
    const thrown = Object.assign(new TypeError(`fetch failed with Bearer ${API_KEY}`, { cause: new Error(API_KEY) }), {
      init: { headers: { authorization: API_KEY } },
    });
    const { errors } = await answerOf('listMembers', () => Promise.reject(thrown));
    expect(errors).toMatchObject([{ name: 'TypeError', message: expect.stringContaining('fetch failed') }]);
    expect(inspect(errors, { depth: 10 })).not.toContain('TopSecret');
  });

  test('in any JSON at any status', async () => {
    const text = fc.oneof(fc.constant(API_KEY), fc.constant(`a ${API_KEY} b`), fc.string());
    const withKey = fc.object({ key: text, values: [text, fc.integer(), fc.constant(null)], maxDepth: 4 });
    await fc.assert(
      fc.asyncProperty(withKey, fc.constantFrom(200, 400, 403, 404, 422, 429, 500), async (details, status) => {
        const body = envelope(
          status,
          'X',
          { details, id: API_KEY, errors: [{ code: 'x', message: API_KEY }] },
          API_KEY,
        );
        const { whole, body: answer } = await answerOf('inviteMember', () => json(status, body));
        expect(whole).not.toContain('TopSecret');
        expect(answer?.success).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
