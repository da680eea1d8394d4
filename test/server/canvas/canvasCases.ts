import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canvasTunnel, createMixpeekDataProvider } from '../../../src/mixpeek/index.js';
import type { CanvasContext } from '../../../src/server/index.js';
import { describeDataProvider } from '../../../src/testing/index.js';
import { anyBody, anyCall, faultOf } from '../anything.js';
import {
  APP_ID,
  asks,
  COOKIES,
  createCanvasWorld,
  KEY,
  ORIGIN,
  tunnelled,
  type LoadFunction,
  type WorldOptions,
} from './canvasWorld.js';

type Asked = Partial<CanvasContext['req']>;
const NAMES = Object.keys(asks) as (keyof typeof asks)[];
const WRITES = NAMES.filter((name) => !name.startsWith('list'));
const LIST = `GET /v1/apps/${APP_ID}/users`;
/** To whom each write is done, as the audit trail has it. */
const TARGETS: Record<string, object> = {
  inviteMember: { email: 'new@example.com', role: 'org:member' },
  updateMemberRole: { userId: 'user_bo', role: 'org:admin' },
  removeMember: { userId: 'user_bo' },
  revokeInvitation: { invitationId: 'inv_1' },
};
const askFor = (name: keyof typeof asks, headers?: Record<string, string>) => {
  const [method, path, body] = asks[name] as readonly [string, string, unknown?];
  return tunnelled(method, path, body, headers);
};

/** What holds of the guard of a Canvas app, wherever it runs. */
export function describeCanvasFunction(load: LoadFunction): void {
  const world = (options?: WorldOptions) => createCanvasWorld(load, options);

  describeDataProvider(
    'mixpeek, through the tunnel and the function',
    async (seed) => {
      // The suite demotes and removes everybody, so whoever asks is let into the list on the way in, and out again.
      const operator = { user_id: 'user_operator', membership_id: 'orgmem_operator', role: 'org:admin' };
      const { fake, run } = await world({
        seed,
        env: { USERS_PANEL_APP_ID: seed.appId },
        me: () => Response.json({ id: operator.user_id }),
        mixpeek: async (request) => {
          const response = await fake(request);
          if (!response.ok || !isList(request)) return response;
          const { users, total } = (await response.json()) as { users: object[]; total: number };
          return Response.json({ users: [...users, operator], total: total + 1 });
        },
      });
      const provider = createMixpeekDataProvider({
        ...canvasTunnel({ endpoint: 'https://my-app.mxp.co/functions/users', fetch: throughCanvas(run) }),
      });
      const { listMembers } = provider;
      provider.listMembers = async (input) => {
        const { members, total, ...page } = await listMembers(input);
        const others = members.filter(({ userId }) => userId !== operator.user_id);
        return { ...page, members: others, total: total - (members.length - others.length) };
      };
      return { provider, appId: seed.appId };
    },
    { describe, it },
  );

  describe('who may do what', () => {
    test.each(NAMES)('an admin may %s, by one look at the list before', async (name) => {
      const { run, sent, toMixpeek } = await world();
      const { status } = await run(askFor(name));
      const [method, path, body] = asks[name] as readonly [string, string, unknown?];
      expect(status < 300).toBe(true);
      expect(toMixpeek()).toEqual(name === 'listMembers' ? [LIST] : [LIST, `${method} ${path}`]);
      expect(sent.at(-1)?.body).toEqual(body);
      for (const { url, headers, redirect } of sent) {
        const isOwn = url === `${ORIGIN}/_auth/me`;
        expect([headers['cookie'], headers['authorization']]).toEqual(
          isOwn ? [COOKIES.admin, undefined] : [undefined, `Bearer ${KEY}`],
        );
        expect(redirect).toBe('manual');
      }
    });

    test.each(NAMES)('a member may %s only if it is listing the members', async (name) => {
      const { run, toMixpeek } = await world();
      const { status } = await run(askFor(name, { cookie: COOKIES.member }));
      expect(status).toBe(name === 'listMembers' ? 200 : 403);
      expect(toMixpeek()).toEqual([LIST]);
    });

    test.each(NAMES)('somebody of another app may not %s, nor see who is in this one', async (name) => {
      const { run, toMixpeek } = await world();
      const { status, body } = await run(askFor(name, { cookie: COOKIES.stranger }));
      expect([status, toMixpeek()]).toEqual([403, [LIST]]);
      expect(JSON.stringify(body)).not.toContain('user_ada');
    });

    test.each(['', COOKIES.nobody, 'canvas_session=a\r\nx: y', 'canvas_session=\u{1F36A}'])(
      'nobody (%j) does nothing, and the key is not used',
      async (cookie) => {
        for (const name of NAMES) {
          const { run, toMixpeek } = await world();
          expect([(await run(askFor(name, { cookie }))).status, toMixpeek()]).toEqual([401, []]);
        }
      },
    );

    test('a role that was taken since counts at once', async () => {
      const { run, fake, toMixpeek } = await world();
      await run(tunnelled('PATCH', `/v1/apps/${APP_ID}/users/user_bo/role`, { role: 'org:admin' }));
      expect((await run(askFor('inviteMember', { cookie: COOKIES.member }))).status).toBe(200);
      await run(tunnelled('DELETE', `/v1/apps/${APP_ID}/users/user_bo`));
      expect((await run(askFor('revokeInvitation', { cookie: COOKIES.member }))).status).toBe(403);
      expect(toMixpeek().at(-1)).toBe(LIST);
      expect(fake.read().invitations.find(({ invitationId }) => invitationId === 'inv_1')?.status).toBe('pending');
    });

    test.each([
      ['removes', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/user_ada`)],
      ['removes, spelt otherwise,', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/%75ser_ada`)],
      ['demotes', tunnelled('PATCH', `/v1/apps/${APP_ID}/users/user_ada/role`, { role: 'org:member' })],
    ])('nobody %s themselves', async (_, asked) => {
      const { run, toMixpeek } = await world();
      expect([(await run(asked)).status, toMixpeek()]).toEqual([403, [LIST]]);
    });
  });

  describe('who is calling is not the caller’s to say', () => {
    test.each<Record<string, string>>([
      { host: 'evil.example' },
      { host: 'evil.mxp.co' },
      { host: 'my-app.mxp.co.evil.example' },
      { 'x-forwarded-host': 'evil.example' },
      { origin: ORIGIN, host: 'evil.example@my-app.mxp.co' },
    ])('%j is not asked', async (headers) => {
      const { run, sent } = await world();
      await run(askFor('removeMember', headers));
      expect(sent[0]?.url).toBe(`${ORIGIN}/_auth/me`);
    });

    test('of several addresses of the app that of the request is asked, for each has its own session', async () => {
      const { run, sent } = await world({ env: { USERS_PANEL_ORIGINS: `https://team.example.com, ${ORIGIN}` } });
      await run(askFor('listMembers'));
      await run(askFor('listMembers', { host: 'other.example' }));
      expect(sent.map(({ url }) => url).filter((url) => url.endsWith('/_auth/me'))).toEqual([
        `${ORIGIN}/_auth/me`,
        'https://team.example.com/_auth/me',
      ]);
    });

    test.each<[string, () => Response | Promise<Response>, number]>([
      ['a refusal', () => new Response('', { status: 403 }), 401],
      ['a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }), 502],
      ['a page that is missing', () => new Response('not found', { status: 404 }), 502],
      ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }), 502],
      ['null', () => Response.json(null), 502],
      ['nobody', () => Response.json({ user: null }), 502],
      ['an id that is none', () => Response.json({ id: 7 }), 502],
      ['an empty id', () => Response.json({ id: '' }), 502],
      ['a failure', () => new Response('', { status: 500 }), 502],
      ['no connection', () => Promise.reject(new TypeError('ECONNREFUSED')), 502],
    ])('%s at /_auth/me admits nobody', async (_, me, status) => {
      for (const name of NAMES) {
        const { run, toMixpeek } = await world({ me });
        expect([(await run(askFor(name))).status, toMixpeek()]).toEqual([status, []]);
      }
    });

    test.each([
      { user: { id: 'user_ada' } },
      { id: 'sess_1', user: { id: 'user_ada' } },
      { id: 'user_ada', user: null },
    ])('the profile may stand under "user", beside another id: %j', async (profile) => {
      const { run, store } = await world({ me: () => Response.json(profile) });
      expect((await run(askFor('removeMember'))).status).toBe(200);
      expect(JSON.stringify([...store])).toContain('user_ada');
    });

    test('headers may come as lists, and are checked all the same', async () => {
      const { headers, ...asked } = askFor('removeMember');
      const asList = (over: Record<string, unknown>) => ({
        ...asked,
        headers: { ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])), ...over },
      });
      const statusOf = async (over: Record<string, unknown>) => (await (await world()).run(asList(over))).status;
      expect(await statusOf({})).toBe(200);
      expect(await statusOf({ origin: ['https://evil.example'] })).toBe(403);
      expect(await statusOf({ origin: undefined, 'sec-fetch-site': ['cross-site'] })).toBe(403);
      expect(await statusOf({ origin: {}, 'sec-fetch-site': undefined })).toBe(403);
      expect(await statusOf({ origin: [], 'sec-fetch-site': undefined })).toBe(403);
      expect(await statusOf({ cookie: [] })).toBe(401);
    });
  });

  describe('requests that are not in order', () => {
    const invite = asks.inviteMember[1];
    const json = { 'content-type': 'application/json', cookie: COOKIES.admin };
    test.each<[string, Asked, number]>([
      ['no path', { method: 'GET', headers: json }, 404],
      ['a path that is a list', { method: 'GET', query: { path: [asks.listMembers[1]] }, headers: json }, 404],
      ['another API', tunnelled('GET', '/v1/retrievers/r/execute'), 404],
      ['another API behind this one', tunnelled('GET', `/v1/apps/${APP_ID}/users/../../../organizations`), 404],
      ['dots that climb', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/..`), 404],
      ['encoded dots that climb', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/%2e%2e`), 404],
      ['a lone surrogate', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/\ud800`), 404],
      ['a broken encoding', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/%E0%A4%A`), 404],
      ['all invitations as one person', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/invitations`), 405],
      ['a path with another before it', tunnelled('GET', `/x${asks.listMembers[1]}`), 404],
      ['an address instead of a path', tunnelled('GET', `https://evil.example${asks.listMembers[1]}`), 404],
      ['another app', tunnelled('GET', '/v1/apps/app_2/users'), 404],
      ['another app for a write', tunnelled('DELETE', '/v1/apps/app_2/users/user_bo'), 404],
      ['turning user management on', tunnelled('PATCH', `/v1/apps/${APP_ID}`, { auth_config: {} }), 403],
      [
        'a write by GET',
        { method: 'GET', query: { path: asks.removeMember[1], method: 'DELETE' }, headers: json },
        405,
      ],
      [
        'a read by POST',
        { ...tunnelled('DELETE', asks.listMembers[1]), body: { method: 'GET', path: asks.listMembers[1] } },
        422,
      ],
      ['PUT', { ...tunnelled('DELETE', asks.removeMember[1]), method: 'PUT' }, 405],
      ['DELETE itself', { ...tunnelled('DELETE', asks.removeMember[1]), method: 'DELETE' }, 405],
      ['a method nobody knows', tunnelled('BREW', asks.removeMember[1]), 405],
      [
        'a method in a header',
        { ...tunnelled('POST', asks.removeMember[1]), headers: { ...json, 'x-http-method-override': 'DELETE' } },
        405,
      ],
      ['a form', tunnelled('POST', invite, {}, { 'content-type': 'application/x-www-form-urlencoded' }), 415],
      ['plain text', tunnelled('POST', invite, {}, { 'content-type': 'text/plain' }), 415],
      ['no type', tunnelled('POST', invite, {}, { 'content-type': '' }), 415],
      ['another site', tunnelled('DELETE', asks.removeMember[1], undefined, { 'sec-fetch-site': 'cross-site' }), 403],
      ['a sister site', tunnelled('DELETE', asks.removeMember[1], undefined, { 'sec-fetch-site': 'same-site' }), 403],
      ['another origin', tunnelled('DELETE', asks.removeMember[1], undefined, { origin: 'https://evil.example' }), 403],
      ['a sandboxed frame', tunnelled('DELETE', asks.removeMember[1], undefined, { origin: 'null' }), 403],
      ['a body that is text', { ...tunnelled('POST', invite), body: 'x' }, 422],
      ['a body that is a list', { ...tunnelled('POST', invite), body: [] }, 422],
      ['no body', { ...tunnelled('POST', invite), body: undefined }, 422],
      ['an invitation of nobody', tunnelled('POST', invite, { role: 'org:member' }), 422],
      ['an address with a line end', tunnelled('POST', invite, { email_address: 'a@b.co\r\nBcc: x@y.co' }), 422],
      ['a role of odd type', tunnelled('POST', invite, { email_address: 'a@b.co', role: { admin: true } }), 422],
      ['16 KiB of letters of three bytes', tunnelled('POST', invite, { email_address: '漢'.repeat(5500) }), 413],
      ['16 KiB of letters of four bytes', tunnelled('POST', invite, { email_address: '😀'.repeat(4100) }), 413],
      ['one’s own id, encoded twice', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/%2575ser_ada`), 404],
      ['dots, encoded three times', tunnelled('DELETE', `/v1/apps/${APP_ID}/users/%25252e%25252e`), 404],
      [
        'a role with what is not seen',
        tunnelled('POST', invite, { email_address: 'a@b.co', role: 'org:\u200bx' }),
        422,
      ],
      ['a megabyte', tunnelled('POST', invite, { email_address: 'x'.repeat(1_000_000) }), 413],
      [
        'a megabyte beside the body',
        {
          ...tunnelled('DELETE', asks.removeMember[1]),
          body: { method: 'DELETE', path: asks.removeMember[1], more: 'x'.repeat(1_000_000) },
        },
        413,
      ],
    ])('%s', async (_, asked, status) => {
      const { run, sent, store } = await world();
      const answer = await run(asked);
      expect([answer.status, sent, store.size]).toEqual([status, [], 0]);
      expect(answer.body).toMatchObject({ success: false, status, error: { message: expect.any(String) } });
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json' });
    });

    test('unknown fields are dropped', async () => {
      const { run, sent } = await world();
      await run(tunnelled('POST', invite, { email_address: ' new@example.com ', notify: false, namespace: 'x' }));
      expect(sent.at(-1)?.body).toEqual({ email_address: 'new@example.com', role: 'org:member' });
    });
  });

  describe('the settings', () => {
    test.each<[string, Record<string, string | undefined>, RegExp]>([
      ['no app', { USERS_PANEL_APP_ID: undefined }, /USERS_PANEL_APP_ID/],
      ['no address', { USERS_PANEL_ORIGINS: undefined }, /USERS_PANEL_ORIGINS/],
      ['an address with a path', { USERS_PANEL_ORIGINS: `${ORIGIN}/app` }, /USERS_PANEL_ORIGINS/],
      ['an address without TLS', { USERS_PANEL_ORIGINS: 'http://my-app.mxp.co' }, /USERS_PANEL_ORIGINS/],
      ['any address', { USERS_PANEL_ORIGINS: '*' }, /USERS_PANEL_ORIGINS/],
      ['no key', { MIXPEEK_API_KEY: undefined }, /MIXPEEK_API_KEY/],
      ['a key with a line end', { MIXPEEK_API_KEY: `${KEY}\n` }, /MIXPEEK_API_KEY/],
      ['no namespace', { MIXPEEK_NAMESPACE_ID: '' }, /MIXPEEK_NAMESPACE_ID/],
    ])('%s: nothing is done, and what is missing is named', async (_, env, named) => {
      const { run, sent } = await world({ env });
      const { status, body } = await run(askFor('removeMember'));
      expect([status, sent]).toEqual([500, []]);
      expect(JSON.stringify(body)).toMatch(named);
      expect(JSON.stringify(body)).not.toContain('TopSecret');
    });
  });

  describe('the audit trail', () => {
    test.each(WRITES)('%s is kept after it happened, for thirty days', async (action) => {
      const { run, store } = await world();
      await run(askFor(action));
      const kept = [...store].filter(([key]) => key.startsWith('users-panel:audit:20'));
      expect(kept).toHaveLength(1);
      expect(kept[0]?.[1].ttlSeconds).toBe(30 * 86_400);
      expect(JSON.parse(kept[0]?.[1].value ?? '')).toEqual({
        appId: APP_ID,
        action,
        outcome: 'done',
        caller: { userId: 'user_ada', role: 'org:admin' },
        target: TARGETS[action],
        status: expect.any(Number),
        at: expect.stringMatching(/^20\d\d-.*Z$/),
      });
    });

    test.each<[string, () => Response | Promise<Response>]>([
      ['lost', () => Promise.reject(new TypeError('ECONNRESET'))],
      ['a page', () => new Response('<!doctype html>', { status: 200 })],
      ['a fault', () => Response.json({ detail: 'x' }, { status: 500 })],
    ])('a write that may have happened is kept as unknown: the answer was %s', async (_, mixpeek) => {
      for (const action of WRITES) {
        const { run, store } = await world({ mixpeek: (request) => adaAlone(request) ?? mixpeek() });
        const { status } = await run(askFor(action));
        const kept = [...store].filter(([key]) => key.includes('audit'));
        expect(kept.map(([, { value }]) => JSON.parse(value) as unknown)).toMatchObject([
          { action, outcome: 'unknown', target: TARGETS[action], status },
        ]);
      }
    });

    test('reads and refused writes are not', async () => {
      const { run, store } = await world();
      await run(askFor('listMembers'));
      await run(askFor('listInvitations'));
      await run(askFor('removeMember', { cookie: COOKIES.member }));
      await run(tunnelled('DELETE', `/v1/apps/${APP_ID}/users/user_nobody`));
      expect([...store.keys()].filter((key) => key.includes('audit'))).toEqual([]);
    });

    test('a store that fails changes no answer', async () => {
      const fail = () => Promise.reject(new Error('redis'));
      const { run } = await world({ kv: { get: fail, set: fail } });
      expect((await run(askFor('removeMember'))).status).toBe(200);
    });
  });

  describe('the limit of a caller', () => {
    test('is a hundred and twenty a minute, and no other caller’s', async () => {
      const { run, store } = await world();
      // The window may end in between: two hundred and forty-one do not fit into two.
      const statuses: number[] = [];
      for (let count = 0; count < 241; count += 1) statuses.push((await run(askFor('listMembers'))).status);
      const refused = statuses.indexOf(429);
      expect(refused >= 120 && refused <= 240).toBe(true);
      const answer = await run(askFor('listMembers'));
      expect(answer.status === 429 ? Number(answer.headers['retry-after']) : 1).toBeGreaterThan(0);
      expect((await run(askFor('listMembers', { cookie: COOKIES.member }))).status).toBe(200);
      const keys = [...store.keys()];
      expect(keys.every((key) => /^users-panel:user_(ada|bo):\d+$/.test(key))).toBe(true);
      // Two windows: the next one must not find it gone, and nothing is kept for good.
      expect([...store.values()].every(({ ttlSeconds }) => ttlSeconds === 120)).toBe(true);
    });

    test.each([{ value: '1' }, [], true, 'x', Number.NaN])(
      'is not counted in a store that gives %j, and the request passes',
      async (kept) => {
        const puts: string[] = [];
        const { run } = await world({ kv: { get: () => kept, set: (key) => void puts.push(key) } });
        expect((await run(askFor('listMembers'))).status).toBe(200);
        expect(puts).toEqual([]);
      },
    );

    test('goes on counting in a store that gives numbers back', async () => {
      const { run } = await world({ kv: { get: () => 120 } });
      expect((await run(askFor('listMembers'))).status).toBe(429);
    });
  });

  describe('answers of Mixpeek that are none', () => {
    test.each<[string, () => Response | Promise<Response>, number]>([
      ['a page', () => new Response('<!doctype html>', { status: 200 }), 502],
      ['a 200 with garbage', () => Response.json({ ok: 1 }), 502],
      ['a redirect', () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }), 502],
      ['a refused key', () => Response.json({ detail: KEY }, { status: 401 }), 502],
      ['a failure that repeats the key', () => Response.json({ detail: `bad ${KEY}` }, { status: 422 }), 422],
      ['no connection', () => Promise.reject(new TypeError('ECONNREFUSED 10.0.0.1')), 502],
    ])('%s', async (_, mixpeek, status) => {
      for (const name of ['inviteMember', 'updateMemberRole', 'listInvitations'] as const) {
        const { run, store } = await world({ mixpeek: (request) => adaAlone(request) ?? mixpeek() });
        const answer = await run(askFor(name));
        expect(answer.status).toBe(status);
        expect(JSON.stringify([answer, ...store.values()])).not.toMatch(/TopSecret|10\.0\.0\.1|doctype/);
        expect(JSON.stringify([...store])).not.toMatch(/"outcome\W+done/);
      }
    });

    test('a remove or revoke that did not happen is none', async () => {
      for (const mixpeek of [
        () => new Response('<!doctype html>', { status: 200 }),
        () => Response.json({ success: false }),
        () => Response.json({ errors: [{ code: 'organization_minimum_permissions_needed' }] }),
      ]) {
        for (const name of ['removeMember', 'revokeInvitation'] as const) {
          const { run, store } = await world({ mixpeek: (request) => adaAlone(request) ?? mixpeek() });
          expect((await run(askFor(name))).status >= 400).toBe(true);
          expect(JSON.stringify([...store])).not.toMatch(/"outcome\W+done/);
        }
      }
    });

    test('a list that lacks the one who is calling says nothing of them where it is not whole', async () => {
      const row = { user_id: 'user_eve', membership_id: 'm', role: 'org:admin' };
      for (const [users, total, expected] of [
        [[row], 25, 502],
        [[row, { odd: true }], 2, 502],
        [[row], 1, 403],
      ] as const) {
        const { run, toMixpeek } = await world({ mixpeek: () => Response.json({ users, total }) });
        for (const name of NAMES) expect((await run(askFor(name))).status).toBe(expected);
        expect(new Set(toMixpeek())).toEqual(new Set([LIST]));
      }
    });

    test('a list that cannot be read admits nobody', async () => {
      for (const mixpeek of [
        () => new Response('<html>'),
        () => Response.json({ users: null }),
        () => new Response('', { status: 500 }),
      ]) {
        for (const name of NAMES) {
          const { run, toMixpeek } = await world({ mixpeek });
          expect((await run(askFor(name))).status >= 500).toBe(true);
          expect(toMixpeek()).toEqual([LIST]);
        }
      }
    });
  });

  test('whatever is asked, by whomever, Mixpeek sees the six operations with encoded ids, of this app', async () => {
    let reached = 0;
    const anyCookie = fc.oneof(
      { weight: 6, arbitrary: fc.constant(COOKIES.admin) },
      { weight: 1, arbitrary: fc.constantFrom(...Object.values(COOKIES)) },
    );
    const anyAsk = (own: typeof anyCall) => fc.oneof({ weight: 4, arbitrary: own }, { weight: 1, arbitrary: anyCall });
    const appPath = anyCall.map(({ method, path }) => ({
      method,
      path: path.replace(/^\/v1\/apps\/[^/]*/, `/v1/apps/${APP_ID}`),
    }));
    await fc.assert(
      fc.asyncProperty(anyAsk(appPath), anyBody, anyCookie, async ({ method, path }, body, cookie) => {
        const { run, sent, store } = await world({ env: { USERS_PANEL_APP_ID: APP_ID } });
        const answer = await run(tunnelled(method, path, body, { cookie }));
        const out = sent.filter(({ url }) => url !== `${ORIGIN}/_auth/me`);
        expect(out.map((one) => faultOf(one.method, one.url, one.body))).toEqual(out.map(() => null));
        expect(out.every(({ url }) => url.startsWith(`https://api.mixpeek.com/v1/apps/${APP_ID}/`))).toBe(true);
        const writes = out.filter((one) => one.method !== 'GET');
        expect(writes.length <= (cookie === COOKIES.admin ? 1 : 0)).toBe(true);
        expect(JSON.stringify([answer, ...store])).not.toContain('TopSecret');
        reached += writes.length;
      }),
      { numRuns: 1000 },
    );
    expect(reached).toBeGreaterThan(20);
  });
}

/** The member list of an app with one admin; null for any other request. */
function adaAlone(request: Request): Response | null {
  if (!isList(request)) return null;
  return Response.json({ users: [{ user_id: 'user_ada', membership_id: 'm', role: 'org:admin' }], total: 1 });
}

function isList({ method, url }: Request): boolean {
  return method === 'GET' && url.endsWith('/users');
}

/** Canvas, as far as it hands a request of the page to a function and its answer back. */
function throughCanvas(
  run: (req: Asked) => Promise<{ status: number; body: unknown; headers: Record<string, string> }>,
) {
  return async (input: string | URL | Request, init: RequestInit = {}) => {
    init.signal?.throwIfAborted();
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    const headers = {
      ...Object.fromEntries(request.headers),
      cookie: COOKIES.admin,
      origin: ORIGIN,
      host: 'my-app.mxp.co',
    };
    const {
      status,
      body,
      headers: answered,
    } = await run({
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === '' ? undefined : JSON.parse(text),
      headers,
    });
    init.signal?.throwIfAborted();
    return new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: answered });
  };
}
