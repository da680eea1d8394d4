import { afterEach, describe, expect, test, vi } from 'vitest';
import * as fc from 'fast-check';
import { json } from '../mixpeek/stubFetch.js';
import { ACTIONS, API_KEY, APP, ask, asks, ORIGIN, read, setUp, WRITES, type Ask } from './harness.js';

const MEGABYTE = 1024 * 1024;

function streamOf(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, 8192);
      if (size === 0) return controller.close();
      left -= size;
      controller.enqueue(new Uint8Array(size).fill(32));
    },
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
const invite = (over: Ask): Ask => ({ ...asks.inviteMember, json: undefined, headers: JSON_TYPE, ...over });

afterEach(() => {
  vi.useRealTimers();
});

describe('nothing of this is forwarded', () => {
  test.each<[string, Ask, number]>([
    ['no API path', { path: '/' }, 404],
    ['another API', { path: '/api/v1/retrievers/r/execute' }, 404],
    ['the app itself', { path: APP }, 404],
    ['turning user management on', { method: 'PATCH', path: APP, json: { auth_config: {} } }, 403],
    ['an empty app id', { path: '/api/v1/apps//users' }, 404],
    ['an app id of spaces', { path: '/api/v1/apps/%20/users' }, 404],
    ['dots that climb', { path: '/api/v1/apps/app_1/users/../../../organizations' }, 404],
    ['encoded dots that climb', { path: '/api/v1/apps/app_1/%2e%2e/%2E%2E/organizations' }, 404],
    ['backslashes that climb', { path: '/api/v1/apps/app_1\\..\\..\\organizations' }, 404],
    ['an encoding that is broken', { path: '/api/v1/apps/%E0%A4%A/users' }, 404],
    ['an encoded slash between segments', { path: '/api/v1/apps/app_1%2Fusers' }, 404],
    ['an app that climbs when it is decoded', { path: '/api/v1/apps/a%2F..%2F..%2Fb/users' }, 404],
    [
      'an id that climbs when it is decoded',
      { method: 'DELETE', path: `${APP}/users/..%2F..%2Fapp_2%2Fusers%2Fu` },
      404,
    ],
    ['an encoded backslash that climbs', { method: 'DELETE', path: `${APP}/users/..%5Cx` }, 404],
    ['an id that is encoded twice', { method: 'DELETE', path: `${APP}/users/%252e%252e` }, 404],
    ['an id that is encoded three times', { method: 'DELETE', path: `${APP}/users/%25252e%25252e` }, 404],
    ['an id that is encoded twice, and wrongly', { method: 'DELETE', path: `${APP}/users/..%252f%25zz` }, 404],
    ['one’s own id, encoded twice', { method: 'DELETE', path: `${APP}/users/%2575ser_admin` }, 404],
    ['one’s own id with what is not seen', { method: 'DELETE', path: `${APP}/users/user_admin%E2%80%8B` }, 404],
    ['an app that is encoded twice', { path: '/api/v1/apps/a%252Fb/users' }, 404],
    ['an id with a zero', { method: 'DELETE', path: `${APP}/users/user_admin%00` }, 404],
    ['one’s own id with a blank behind it', { method: 'DELETE', path: `${APP}/users/user_admin%20` }, 404],
    ['an id with a line end', { method: 'DELETE', path: `${APP}/users/u%0D%0Ax` }, 404],
    ['a path inside a path', { path: '/api/v1/apps/x/v1/apps/app_1/users' }, 404],
    ['a longer path', { path: `${APP}/users/user_1/role/x` }, 404],
    ['an empty id', { method: 'PATCH', path: `${APP}/users//role`, json: { role: 'org:admin' } }, 404],
    ['an empty id that ends the path', { method: 'DELETE', path: `${APP}/users/` }, 405],
    ...['invitations%2Finv_1', 'a%5Cb', 'a%3Fb', 'a%23b', 'a%3Bb', 'a%E2%80%A8b', 'a%E3%85%A4', 'a%EF%B8%8F'].flatMap(
      (id) => [
        [`the user ${id}`, { method: 'DELETE', path: `${APP}/users/${id}` }, 404] as [string, Ask, number],
        [`the invitation ${id}`, { method: 'DELETE', path: `${APP}/users/invitations/${id}` }, 404] as [
          string,
          Ask,
          number,
        ],
        [`the app ${id}`, { path: `/api/v1/apps/${id}/users` }, 404] as [string, Ask, number],
      ],
    ),
    ['an id of 201 letters', { method: 'DELETE', path: `${APP}/users/${'u'.repeat(201)}` }, 404],
    ['all invitations as one person', { method: 'DELETE', path: `${APP}/users/invitations` }, 405],
    ['the invite path as one person', { method: 'DELETE', path: `${APP}/users/invite` }, 405],
    ['OPTIONS', { method: 'OPTIONS', path: `${APP}/users` }, 405],
    ['PUT', { method: 'PUT', path: `${APP}/users/user_1`, body: '{}' }, 405],
    [
      'a method in a header',
      { method: 'POST', path: `${APP}/users/user_1`, headers: { 'x-http-method-override': 'DELETE' } },
      405,
    ],
    ['a method in the query', { method: 'POST', path: `${APP}/users/user_1?_method=DELETE` }, 405],
    ['a form', invite({ body: new URLSearchParams({ email_address: 'a@b.co' }), headers: {} }), 415],
    ['a form with files', invite({ body: new FormData(), headers: {} }), 415],
    ['plain text', invite({ body: '{"email_address":"a@b.co"}', headers: { 'content-type': 'text/plain' } }), 415],
    ['no type', invite({ body: new Uint8Array([123, 125]), headers: {} }), 415],
    ['a type that only starts well', invite({ body: '{}', headers: { 'content-type': 'application/jsonp' } }), 415],
    ['another charset', invite({ body: '{}', headers: { 'content-type': 'application/json; charset=utf-16' } }), 415],
    ['a compressed body', invite({ body: 'x', headers: { ...JSON_TYPE, 'content-encoding': 'gzip' } }), 415],
    ['a length that is too long', invite({ body: '{}', headers: { ...JSON_TYPE, 'content-length': '16385' } }), 413],
    ['a body that is too long', invite({ body: `{"email_address":"${'x'.repeat(17_000)}"}` }), 413],
    ['a megabyte without a length', invite({ body: streamOf(MEGABYTE) }), 413],
    [
      'a megabyte with a short length',
      invite({ body: streamOf(MEGABYTE), headers: { ...JSON_TYPE, 'content-length': '2' } }),
      413,
    ],
    ['no body', invite({}), 422],
    ['an empty body', invite({ body: '' }), 422],
    ['no JSON', invite({ body: '{"email_address":' }), 422],
    ['no UTF-8', invite({ body: new Uint8Array([0x22, 0xff, 0x22]) }), 422],
    ['nesting without end', invite({ body: '['.repeat(16_000) }), 422],
    ['null', invite({ body: 'null' }), 422],
    ['an array', invite({ body: '[]' }), 422],
    ['no address', invite({ json: { role: 'org:member' } }), 422],
    ['no real address', invite({ json: { email_address: 'nobody' } }), 422],
    ['several addresses', invite({ json: { email_address: 'a@b.co,c@d.co' } }), 422],
    ['an address with a line end', invite({ json: { email_address: 'a@b.co\r\nBcc: x@y.co' } }), 422],
    ['a role of odd type', invite({ json: { email_address: 'a@b.co', role: { admin: true } } }), 422],
    ['a role that is blank', { ...asks.updateMemberRole, json: { role: ' ' } }, 422],
    ['a role that is endless', { ...asks.updateMemberRole, json: { role: 'r'.repeat(101) } }, 422],
    ['a role with a line end', { ...asks.updateMemberRole, json: { role: 'org:admin\nX: y' } }, 422],
    ['a role with what is not seen', { ...asks.updateMemberRole, json: { role: 'org:\u200badmin' } }, 422],
    ['an invitation in such a role', invite({ json: { email_address: 'a@b.co', role: 'org:admin\u200b' } }), 422],
    ['a role with a variation selector', { ...asks.updateMemberRole, json: { role: 'org:admin\uFE0F' } }, 422],
    ['a role with a filler', { ...asks.updateMemberRole, json: { role: 'org:admin\u3164' } }, 422],
    ['a role with a line separator', { ...asks.updateMemberRole, json: { role: 'org:admin\u2028x' } }, 422],
    ['a role that turns the reading', { ...asks.updateMemberRole, json: { role: 'org:\u202enimda' } }, 422],
    [
      'a role by prototype',
      { ...asks.updateMemberRole, body: '{"__proto__":{"role":"org:admin"}}', json: undefined, headers: JSON_TYPE },
      422,
    ],
  ])('%s', async (_, request, status) => {
    const { handle, sent, events } = setUp();
    const answer = await read(await handle(ask(request)));
    expect(answer.status).toBe(status);
    expect([sent, events]).toEqual([[], []]);
    expect(answer.body).toMatchObject({ success: false, status, error: { message: expect.any(String) } });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.whole).not.toContain('TopSecret');
  });

  test('a 405 names the methods that go', async () => {
    const { handle } = setUp();
    const response = await handle(ask({ method: 'PUT', path: `${APP}/users` }));
    expect(response.headers.get('allow')).toBe('GET');
  });

  test('a 422 names the field', async () => {
    const { handle } = setUp();
    const { body } = await read(await handle(ask(invite({ json: { email_address: 'nobody' } }))));
    expect(body).toMatchObject({
      error: {
        type: 'ValidationError',
        details: { validation_errors: [{ location: ['body', 'email_address'], message: 'Not an e-mail address' }] },
      },
    });
  });

  test('a body of 16 KiB exactly still goes', async () => {
    const text = JSON.stringify({ email_address: 'a@b.co' });
    const { handle, sent } = setUp();
    expect((await handle(ask(invite({ body: text.padEnd(16_384) })))).status).toBe(201);
    expect(sent).toHaveLength(1);
  });

  test('a body that is too long is let go', async () => {
    const cancel = vi.fn<() => void>();
    const pull = (controller: ReadableStreamDefaultController) => controller.enqueue(new Uint8Array(8192).fill(32));
    const { handle } = setUp();
    expect((await handle(ask(invite({ body: new ReadableStream({ pull, cancel }) })))).status).toBe(413);
    expect(cancel).toHaveBeenCalledOnce();
  });

  test('a body that trickles in is given up, and let go', async () => {
    vi.useFakeTimers();
    const cancel = vi.fn<() => void>();
    const { handle, sent } = setUp({ timeoutMs: 1000 });
    const answer = handle(ask(invite({ body: new ReadableStream({ cancel }) })));
    await vi.advanceTimersByTimeAsync(1000);
    expect((await answer).status).toBe(408);
    expect(cancel).toHaveBeenCalledOnce();
    expect(sent).toEqual([]);
  });

  test.each([
    ['at once', 0],
    ['half-way', 1],
  ])('a caller that hangs up %s is told 400, and nobody else hears of it', async (_, chunks) => {
    let left = chunks;
    const body = new ReadableStream({
      pull(controller) {
        left -= 1;
        if (left < 0) controller.error(new Error('reset by peer'));
        else controller.enqueue(new TextEncoder().encode('{"email_address":'));
      },
    });
    const { handle, sent, events, errors } = setUp();
    const answer = await read(await handle(ask(invite({ body }))));
    expect(answer.status).toBe(400);
    expect(answer.whole).not.toContain('reset by peer');
    expect([sent, events, errors]).toEqual([[], [], []]);
  });

  test('a body that something else is reading is told to the developer', async () => {
    const request = ask(asks.inviteMember);
    request.body?.getReader();
    const { handle, errors, sent } = setUp();
    expect((await handle(request)).status).toBe(500);
    expect(errors).toMatchObject([{ message: expect.stringContaining('before the handler') }]);
    expect(sent).toEqual([]);
  });

  test('a body that authorize has read is told to the developer', async () => {
    const { handle, errors, sent } = setUp({
      authorize: async (request) => {
        await request.text();
        return { userId: 'u', role: 'org:admin' };
      },
    });
    expect((await handle(ask(asks.inviteMember))).status).toBe(500);
    expect(errors).toMatchObject([{ message: expect.stringContaining('request.clone()') }]);
    expect(sent).toEqual([]);
  });
});

describe('requests from elsewhere', () => {
  const own = { origin: ORIGIN };
  test.each<[string, Record<string, string>, number]>([
    ['its own page', { 'sec-fetch-site': 'same-origin', ...own }, 204],
    ['the address bar', { 'sec-fetch-site': 'none' }, 204],
    ['an old browser on its own page', own, 204],
    ['a program without a browser', {}, 204],
    ['its own page, before a proxy that ends TLS', { origin: 'https://public.example', host: 'public.example' }, 204],
    [
      'its own page on this machine, where the framework renames the host',
      { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      204,
    ],
    [
      'a page on this machine that the browser calls another site',
      { 'sec-fetch-site': 'cross-site', origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' },
      403,
    ],
    [
      'a page on another port of this machine',
      { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' },
      403,
    ],
    [
      'its own page, behind a proxy that puts another Host into the request (nginx as it comes)',
      { 'sec-fetch-site': 'same-origin', origin: 'https://public.example', host: '127.0.0.1:3000' },
      204,
    ],
    [
      'its own page, behind a development proxy that puts another Host into the request (Vite’s shorthand)',
      { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173', host: 'localhost:4101' },
      204,
    ],
    ['the same in an old browser', { origin: 'https://public.example', host: '127.0.0.1:3000' }, 403],
    ['this machine, in an old browser', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 403],
    ['a page that is listed', { 'sec-fetch-site': 'cross-site', origin: 'https://admin.example' }, 204],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://blog.example.com' }, 403],
    ['another site in an old browser', { origin: 'https://evil.example' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    [
      'another site that claims a forwarded host',
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    ['the same host without TLS', { origin: 'http://app.example.com', host: 'app.example.com' }, 403],
    ['another port', { origin: `${ORIGIN}:8443` }, 403],
    ['a made-up site', { 'sec-fetch-site': 'whatever', ...own }, 403],
    ['the address bar, with an origin', { 'sec-fetch-site': 'none', origin: 'https://evil.example' }, 403],
    ['a sandboxed frame that is called its own', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 403],
    ['a made-up site without an origin', { 'sec-fetch-site': 'same-origin, cross-site' }, 403],
  ])('a write from %s', async (_, headers, status) => {
    const { handle, sent, authorize } = setUp({ allowedOrigins: ['https://admin.example'] });
    expect((await handle(ask({ ...asks.removeMember, headers }))).status).toBe(status);
    const count = status === 403 ? 0 : 1;
    expect([sent.length, authorize.mock.calls.length]).toEqual([count, count]);
  });

  test('is reported to the operator once for each origin, with what to do', async () => {
    const { handle, errors } = setUp();
    const from = (origin: string, host = '127.0.0.1:3000') =>
      handle(ask({ ...asks.removeMember, headers: { origin, host, 'sec-fetch-site': 'cross-site' } }));
    const told = await read(await from('https://a.example'));
    await from('https://a.example');
    await from('https://b.example');
    await handle(ask({ ...asks.removeMember, headers: { 'sec-fetch-site': 'cross-site' } }));
    expect(errors.map((error) => (error as Error).message)).toEqual([
      expect.stringMatching(
        /https:\/\/a\.example.*Host: 127\.0\.0\.1:3000.*allowedOrigins.*proxy_set_header Host.*changeOrigin: false/,
      ),
      expect.stringContaining('https://b.example'),
      expect.stringContaining('cross-site'),
    ]);
    expect(told.body).toMatchObject({
      error: { message: expect.stringMatching(/allowedOrigins.*changeOrigin: false/) },
    });
  });

  test('fills no log, whatever origins are made up', async () => {
    const { handle, errors } = setUp();
    for (let count = 0; count < 300; count += 1) {
      await handle(ask({ ...asks.removeMember, headers: { origin: `https://${count}.example/${'x'.repeat(5000)}` } }));
    }
    expect(errors.length).toBeLessThanOrEqual(100);
    expect(errors.every((error) => (error as Error).message.length < 1000)).toBe(true);
  });

  test.each(WRITES)('%s from another site is refused', async (name) => {
    const { handle, sent } = setUp();
    const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    expect((await handle(ask({ ...asks[name], headers }))).status).toBe(403);
    expect(sent).toEqual([]);
  });

  test('no answer ever lets another site read it', async () => {
    for (const origin of [ORIGIN, 'https://evil.example', 'https://admin.example.evil.example', 'null']) {
      for (const request of [...ACTIONS.map((name) => asks[name]), { method: 'OPTIONS', path: `${APP}/users` }]) {
        const { handle } = setUp({ allowedOrigins: ['https://admin.example'] });
        const response = await handle(ask({ ...request, headers: { origin, ...JSON_TYPE } }));
        expect([...response.headers.keys()].filter((header) => header.startsWith('access-control'))).toEqual([]);
      }
    }
  });

  describe('a page that is listed', () => {
    const origin = 'https://admin.example';
    const start = (answer?: () => Response) => setUp({ allowedOrigins: [origin] }, answer);

    test('is told before it asks what it may ask, and nothing is done for it yet', async () => {
      const { handle, authorize, sent } = start();
      const headers = { origin, 'access-control-request-method': 'DELETE', 'sec-fetch-site': 'cross-site' };
      const {
        status,
        text,
        headers: told,
      } = await read(await handle(ask({ method: 'OPTIONS', path: `${APP}/users/user_1`, headers })));
      expect([status, text, authorize.mock.calls, sent]).toEqual([204, '', [], []]);
      expect(Object.fromEntries(told)).toEqual({
        'access-control-allow-origin': origin,
        'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
        'access-control-allow-headers': 'authorization, content-type',
        'access-control-max-age': '600',
        'cache-control': 'no-store',
        vary: 'Origin',
        'x-content-type-options': 'nosniff',
      });
    });

    test.each(ACTIONS)('may read what %s is answered, whatever the answer, and brings no cookies', async (name) => {
      const refused = start(() => json(429, {}, { 'retry-after': '9' }));
      for (const { handle } of [start(), refused]) {
        const { headers } = await handle(ask({ ...asks[name], headers: { origin, ...JSON_TYPE } }));
        expect([
          headers.get('access-control-allow-origin'),
          headers.get('access-control-expose-headers'),
          headers.get('vary'),
          headers.get('access-control-allow-credentials'),
        ]).toEqual([origin, 'retry-after, x-request-id', 'Origin', null]);
      }
    });
  });
});

test('any method, path and body ends in an envelope or a forwarded action', async () => {
  const segment = fc.oneof(
    fc.constantFrom(
      'v1',
      'apps',
      'users',
      'invite',
      'invitations',
      'role',
      '..',
      '%2e%2e',
      '%2F',
      '%00',
      'a b',
      '\\',
      '',
    ),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE', 'PUT'),
      fc.array(segment, { maxLength: 6 }),
      fc.jsonValue(),
      async (method, segments, data) => {
        const { handle, sent } = setUp({}, () => json(200, { users: [], invitations: [], total: 0 }));
        const path = `/v1/apps/${segments.map((part) => part.replace(/[#?]/g, '')).join('/')}`;
        const answer = await read(await handle(ask({ method, path, ...(method !== 'GET' && { json: data }) })));
        expect(sent.every(({ url }) => /^https:\/\/api\.mixpeek\.com\/v1\/apps\/[^/]+\/users(?:\/|$)/.test(url))).toBe(
          true,
        );
        expect(answer.body === undefined || typeof answer.body === 'object').toBe(true);
        expect(answer.whole).not.toContain(API_KEY);
      },
    ),
  );
});
