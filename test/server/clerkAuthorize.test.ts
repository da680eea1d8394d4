import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UsersError } from '../../src/model/errors.js';
import { clerkAuthorize, type ClerkAuthorizeOptions } from '../../src/server/index.js';
import { compact, createClerkSessions, encode, ISSUER, ORGANIZATION, ORIGIN } from './clerkSessions.js';
import { ACTIONS, APP, ask, asks, read, setUp, WRITES, type ActionName } from './harness.js';

const { jwtKey, sign } = createClerkSessions();
const stranger = createClerkSessions();
const now = () => Math.floor(Date.now() / 1000);

const optionsWith = (over: Partial<ClerkAuthorizeOptions> = {}): ClerkAuthorizeOptions => ({
  jwtKey,
  authorizedParties: [ORIGIN],
  organizationId: ORGANIZATION,
  issuer: ISSUER,
  ...over,
});

/** A handler behind Clerk, asked for one action with a token. */
async function enter(
  token: string | null,
  { action = 'listMembers', headers, ...over }: Partial<ClerkAuthorizeOptions> & EnterOptions = {},
) {
  const context = setUp({ authorize: clerkAuthorize(optionsWith(over)) });
  const bearer = token === null ? {} : { authorization: `Bearer ${token}` };
  const answer = await read(await context.handle(ask({ ...asks[action], headers: { ...bearer, ...headers } })));
  return { ...context, ...answer };
}
type EnterOptions = { action?: ActionName; headers?: Record<string, string> };

afterEach(() => {
  vi.useRealTimers();
});

const twisted = (token: string) => {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, encode({ ...claims, org_role: 'org:admin', sub: 'user_boss' }), signature].join('.');
};
const unsigned = (alg: string) => `${encode({ alg, typ: 'JWT' })}.${sign().split('.')[1]}.`;
const withOurKeyAsSecret = () => {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'ins_test' })}.${sign().split('.')[1]}`;
  return `${signed}.${createHmac('sha256', jwtKey).update(signed).digest('base64url')}`;
};

describe('a token that does not let anybody in', () => {
  test.each<[string, () => string | null, number]>([
    ['none', () => null, 401],
    ['an empty one', () => '', 401],
    ['garbage', () => 'garbage', 401],
    ['three parts of garbage', () => 'a.b.c', 401],
    ['three parts of nothing', () => `${encode({})}.${encode({})}.${encode({})}`, 401],
    ['one of a megabyte', () => `${'a'.repeat(1_000_000)}.b.c`, 401],
    ['one that was altered', () => twisted(sign({ org_role: 'org:member' })), 401],
    ['one without a signature', () => unsigned('none'), 401],
    ['one that says RS256 and has no signature', () => unsigned('RS256'), 401],
    ['one signed with our public key as a secret', withOurKeyAsSecret, 401],
    ['one of another instance', () => stranger.sign(), 401],
    ['one that is over', () => sign({ exp: now() - 6, iat: now() - 66 }), 401],
    ['one without an end', () => sign({ exp: undefined }), 401],
    ['one that is not yet', () => sign({ nbf: now() + 30 }), 401],
    ['one from the future', () => sign({ iat: now() + 30 }), 401],
    ['one of another issuer', () => sign({ iss: 'https://clerk.evil.example' }), 401],
    ['one of another party', () => sign({ azp: 'https://evil.example' }), 401],
    ['one of a sister site', () => sign({ azp: 'https://blog.example.com' }), 401],
    ['one of no party', () => sign({ azp: undefined }), 401],
    ['one of nobody', () => sign({ sub: undefined }), 401],
    ['one of an empty name', () => sign({ sub: '' }), 401],
    ['one from a template, which is no session', () => sign({ sid: undefined }), 401],
    ['one for machines', () => sign({}, { cat: 'cl_B7d4PD333AAA' }), 401],
    ['an OAuth token', () => sign({}, { typ: 'at+jwt' }), 401],
    ['a session whose tasks are not done', () => sign({ sts: 'pending' }), 401],
    ['no organization', () => sign({ org_id: undefined, org_role: undefined }), 403],
    ['another organization', () => sign({ org_id: 'org_2' }), 403],
    ['an organization in other case', () => sign({ org_id: 'ORG_1' }), 403],
    ['an organization without a role', () => sign({ org_role: undefined }), 403],
    ['another organization in version 2', () => sign(compact({ id: 'org_2', rol: 'admin' })), 403],
    ['no organization in version 2', () => sign(compact(undefined)), 403],
    ['an organization in version 2 that is odd', () => sign(compact(['org_1', 'admin'])), 403],
    [
      'version 2 beside claims of version 1',
      () => sign({ ...compact({ id: 'org_2', rol: 'admin' }), org_id: ORGANIZATION, org_role: 'org:admin' }),
      403,
    ],
  ])('%s', async (_, make, status) => {
    for (const action of ACTIONS) {
      const token = make();
      const { status: found, body, whole, sent, errors, events } = await enter(token, { action });
      expect([found, sent, errors, events]).toEqual([status, [], [], []]);
      expect(body).toMatchObject({ success: false, status });
      expect(whole).not.toContain(token?.slice(0, 200) || 'Bearer');
    }
  });

  test('any text at all', async () => {
    const part = fc.oneof(fc.string(), fc.jsonValue().map(encode));
    const text = fc.oneof(
      fc.string(),
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (token) => {
        const headers = { authorization: `Bearer ${encodeURI(token)}` };
        const { status, sent, errors } = await enter(null, { headers });
        expect([status, sent, errors]).toEqual([401, [], []]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a token that lets somebody in', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['claims of version 1', {}, 'org:admin'],
    ['a role of its own', { org_role: 'org:billing' }, 'org:billing'],
    ['a role from before 2024', { org_role: 'admin' }, 'admin'],
    [
      'claims of version 2',
      compact({ id: ORGANIZATION, rol: 'admin', slg: 'acme', per: 'manage', fpm: '3' }),
      'org:admin',
    ],
    ['a member in version 2', compact({ id: ORGANIZATION, rol: 'member' }), 'org:member'],
    ['an active session', { sts: 'active' }, 'org:admin'],
    [
      'claims of version 1, beside which something is called as in version 2',
      { o: { id: 'org_2', rol: 'member' } },
      'org:admin',
    ],
    ['claims of version 1 by name', { v: 1, o: { id: 'org_2', rol: 'member' } }, 'org:admin'],
  ])('%s', async (_, claims, role) => {
    const authorize = clerkAuthorize(optionsWith());
    const request = ask({ headers: { authorization: `Bearer ${sign(claims)}` } });
    await expect(authorize(request, { appId: 'app_1', action: 'listMembers' })).resolves.toEqual({
      userId: 'user_ada',
      role,
    });
  });

  test.each(ACTIONS)('a member may %s only if it is listing the members', async (action) => {
    const { status, sent } = await enter(sign({ org_role: 'org:member' }), { action });
    expect([status < 300, sent.length]).toEqual(action === 'listMembers' ? [true, 1] : [false, 0]);
  });

  test('the cookie of Clerk counts where there is no header', async () => {
    const cookie = `other=1; __session=${sign()}; __session_x=no`;
    expect((await enter(null, { headers: { cookie } })).status).toBe(200);
    expect((await enter('garbage', { headers: { cookie } })).status).toBe(401);
    expect((await enter(null, { headers: { cookie, authorization: 'Basic YTpi' } })).status).toBe(401);
    expect((await enter(null, { headers: { cookie: `x__session=${sign()}` } })).status).toBe(401);
  });

  test.each([
    [5000, 4, 200],
    [5000, 7, 401],
    [30_000, 25, 200],
    [0, 1, 401],
  ])(
    'with clocks %i ms apart allowed, one that ended %i s ago is answered with %i',
    async (clockSkewMs, ago, status) => {
      vi.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z'), toFake: ['Date'] });
      expect((await enter(sign({ exp: now() - ago, iat: now() - 90 }), { clockSkewMs })).status).toBe(status);
    },
  );

  test('the key may have its line ends spelt out, as in an environment of one line', async () => {
    expect((await enter(sign(), { jwtKey: jwtKey.replaceAll('\n', '\\n') })).status).toBe(200);
  });
});

describe('the organization of an app', () => {
  const enterApp = (organizationId: ClerkAuthorizeOptions['organizationId'], orgId: string) =>
    enter(sign({ org_id: orgId }), { organizationId }).then(({ status }) => status);

  test('is the app’s id, a name for all, or what the host says of the app', async () => {
    expect(await enterApp(undefined, 'app_1')).toBe(200);
    expect(await enterApp(undefined, 'org_1')).toBe(403);
    expect(await enterApp((appId) => `${appId}_org`, 'app_1_org')).toBe(200);
    expect(await enterApp(async () => 'org_9', 'org_9')).toBe(200);
    expect(await enterApp(() => null, 'null')).toBe(403);
    expect(() => clerkAuthorize(optionsWith({ organizationId: '' }))).toThrow(/organizationId/);
  });
});

describe('a role that was taken since the session was made', () => {
  test.each(WRITES)('%s is refused, with a token that still says admin', async (action) => {
    for (const role of [null, undefined, '', 'org:member']) {
      const currentRole = vi.fn<NonNullable<ClerkAuthorizeOptions['currentRole']>>(async () => role);
      const { status, sent } = await enter(sign(), { action, currentRole });
      expect([status, sent]).toEqual([403, []]);
      expect(currentRole.mock.calls).toEqual([[{ userId: 'user_ada', organizationId: ORGANIZATION, appId: 'app_1' }]]);
    }
  });

  test('is not looked up to read, and what looking it up throws is a fault of the server', async () => {
    const currentRole = () => Promise.reject(new Error('hunter2'));
    expect((await enter(sign(), { currentRole })).status).toBe(200);
    const { status, whole, sent, errors } = await enter(sign(), { action: 'removeMember', currentRole });
    expect([status, sent]).toEqual([500, []]);
    expect(whole).not.toContain('hunter2');
    expect(errors).toMatchObject([{ message: 'hunter2' }]);
  });

  test.each(['unauthenticated', 'forbidden', 'rate_limited', 'network'] as const)(
    'is no word about the person where our own key is refused: %s',
    async (code) => {
      const thrown = new UsersError(code, 'hunter2', { status: 401 });
      for (const cause of [thrown, new UsersError(code, 'hunter2')]) {
        for (const hook of ['currentRole', 'organizationId'] as const) {
          const over = { [hook]: () => Promise.reject(cause) };
          const { status, whole, sent, errors } = await enter(sign(), { action: 'removeMember', ...over });
          expect([status, sent, whole.includes('hunter2')]).toEqual([500, [], false]);
          expect(errors).toMatchObject([{ message: expect.stringContaining(hook), cause }]);
        }
      }
    },
  );

  test('and one that was given counts at once', async () => {
    const { status } = await enter(sign({ org_role: 'org:member' }), {
      action: 'inviteMember',
      currentRole: () => 'org:admin',
    });
    expect(status).toBe(201);
  });
});

test('nobody removes themselves by their session', async () => {
  const { handle, sent } = setUp({ authorize: clerkAuthorize(optionsWith()) });
  const headers = { authorization: `Bearer ${sign()}` };
  expect((await handle(ask({ method: 'DELETE', path: `${APP}/users/user_ada`, headers }))).status).toBe(403);
  expect(sent).toEqual([]);
});

describe('misuse', () => {
  test.each<[RegExp, Record<string, unknown>]>([
    [/jwtKey/, { jwtKey: undefined }],
    [/jwtKey/, { jwtKey: 'pk_test_abc' }],
    [/authorizedParties/, { authorizedParties: undefined }],
    [/authorizedParties/, { authorizedParties: [] }],
    [/authorizedParties/, { authorizedParties: ['app.example.com'] }],
    [/authorizedParties/, { authorizedParties: ['https://app.example.com/path'] }],
    [/clockSkewMs/, { clockSkewMs: -1 }],
    [/clockSkewMs/, { clockSkewMs: Number.NaN }],
    [/issuer/, { issuer: '' }],
    [/organizationId/, { organizationId: null }],
    [/currentRole/, { currentRole: 'org:admin' }],
    [/Did you mean authorizedParties/, { authorisedParties: [ORIGIN] }],
  ])('%s is named (%#)', (message, over) => {
    expect(() => clerkAuthorize({ ...optionsWith(), ...over })).toThrow(message);
  });

  test('options that are none are told what to give', () => {
    expect(() => clerkAuthorize(undefined as never)).toThrow('clerkAuthorize: pass its options as one object.');
  });

  test('a key that cannot be read is the operator’s to hear of, not a bad session', async () => {
    const broken = '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----';
    const { status, errors, sent } = await enter(sign(), { jwtKey: broken });
    expect([status, sent]).toEqual([500, []]);
    expect(errors).toMatchObject([{ code: 'invalid_input', message: expect.stringContaining('jwtKey') }]);
  });
});
