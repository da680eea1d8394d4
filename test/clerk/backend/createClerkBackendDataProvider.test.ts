import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createClerkBackendDataProvider, type ClerkBackendOptions } from '../../../src/clerk/backend/index.js';
import { createSeed } from '../../../src/memory/index.js';
import type { DataProvider } from '../../../src/model/dataProvider.js';
import { rejection, stubFetch } from '../../mixpeek/stubFetch.js';
import { SECRET_KEY } from './fakeClerkBackend.js';
import { provide } from './provide.js';

const appId = 'org_acme';
const seed = (members = 3) => ({ ...createSeed({ members, invitations: 2 }), appId });
const role = 'org:member';

/** A data provider whose every request is answered by hand. */
function answered(answer: () => Response | Promise<Response>, options: Partial<ClerkBackendOptions> = {}) {
  const { fetch, sent } = stubFetch(answer);
  return { provider: createClerkBackendDataProvider({ secretKey: SECRET_KEY, fetch, ...options }), sent };
}

const calls: Record<string, (provider: DataProvider) => Promise<unknown>> = {
  listMembers: (provider) => provider.listMembers({ appId }),
  listInvitations: (provider) => provider.listInvitations({ appId }),
  inviteMember: (provider) => provider.inviteMember({ appId, email: 'a@b.co', role }),
  updateMemberRole: (provider) => provider.updateMemberRole({ appId, userId: 'user_1', role }),
  removeMember: (provider) => provider.removeMember({ appId, userId: 'user_1' }),
  revokeInvitation: (provider) => provider.revokeInvitation({ appId, invitationId: 'inv_1' }),
};
const NAMES = Object.keys(calls);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what is sent', () => {
  test('names no cache where the runtime does not know one', async () => {
    vi.stubGlobal(
      'Request',
      Object.assign(() => undefined, { prototype: {} }),
    );
    const { provider, sent } = answered(() => Response.json({ data: [], total_count: 0 }));
    await provider.listMembers({ appId });
    expect(sent[0]?.init).not.toHaveProperty('cache');
  });

  test('lists by limit, offset, order, words and role', async () => {
    const { provider, clerk } = provide(seed(), { orderBy: '-email_address' });
    await provider.listMembers({ appId, limit: 2, query: ' ada, bo ', role: 'org:admin' });
    expect(clerk.log).toEqual([
      {
        method: 'GET',
        path: '/organizations/org_acme/memberships',
        query: [
          ['limit', '2'],
          ['offset', '0'],
          ['order_by', '-email_address'],
          ['query', 'ada, bo'],
          ['role', 'org:admin'],
        ],
        body: undefined,
      },
    ]);
  });

  test('lists in the order in which people came, unless the host wants another: who joins moves no page', async () => {
    const { provider, clerk } = provide(seed());
    await provider.listMembers({ appId });
    expect(clerk.log[0]?.query).toContainEqual(['order_by', '+created_at']);
  });

  test('the key, in its header and nowhere else', async () => {
    for (const name of NAMES) {
      const { provider, sent } = answered(() => Response.json({}));
      await calls[name]?.(provider).catch(() => {});
      expect(sent).toHaveLength(1);
      expect(sent[0]?.headers.get('authorization')).toBe(`Bearer ${SECRET_KEY}`);
      expect(sent[0]?.url).toMatch(/^https:\/\/api\.clerk\.com\/v1\/organizations\/org_acme\//);
      expect(JSON.stringify([sent[0]?.url, sent[0]?.body])).not.toContain('TopSecret');
      expect(sent[0]?.init.redirect).toBe('manual');
      expect(sent[0]?.init.cache).toBe('no-store');
    }
  });

  test('an invitation with its days, as the options say or as it says itself', async () => {
    const { provider, clerk } = provide(seed(), {
      invitations: { expiresInDays: 7, redirectUrl: 'https://a.example' },
    });
    const week = await provider.inviteMember({ appId, email: ' new@example.com ', role });
    const day = await provider.inviteMember({ appId, email: 'b@example.com', role, expiresInDays: 1, notify: false });
    expect(clerk.log.map(({ body }) => body)).toEqual([
      { email_address: 'new@example.com', role, expires_in_days: 7, redirect_url: 'https://a.example' },
      { email_address: 'b@example.com', role, expires_in_days: 1, redirect_url: 'https://a.example', notify: false },
    ]);
    const days = [week, day].map(
      ({ createdAt, expiresAt }) => (Date.parse(expiresAt ?? '') - Date.parse(createdAt ?? '')) / 86_400_000,
    );
    expect(days).toEqual([7, 1]);
  });

  test.each([0, 366, 1.5, Number.NaN])('no invitation of %d days', async (expiresInDays) => {
    const { provider, clerk } = provide(seed());
    const invite = provider.inviteMember({ appId, email: 'a@b.co', role, expiresInDays });
    expect(await rejection(invite)).toMatchObject({ code: 'invalid_input' });
    expect(clerk.log).toEqual([]);
  });

  test('any id as one segment, and none that climbs', async () => {
    const segment = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.oneof(segment, fc.constantFrom('..', '.', 'a/../b', 'a%2Fb')), async (id) => {
        const { provider, sent } = answered(() => Response.json({}));
        await provider.removeMember({ appId: id, userId: id }).catch(() => {});
        await provider.revokeInvitation({ appId: id, invitationId: id }).catch(() => {});
        for (const { url } of sent) {
          const parts = new URL(url).pathname.split('/');
          expect([parts.length, new URL(url).search]).toEqual([parts.at(-1) === 'revoke' ? 7 : 6, '']);
          expect(decodeURIComponent(parts[5] ?? '')).toBe(id);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the organization of an app', () => {
  test.each<[ClerkBackendOptions['organizationId'], string]>([
    [undefined, 'org_acme'],
    ['org_1', 'org_1'],
    [(id) => `${id}_2`, 'org_acme_2'],
    [async () => 'org_3', 'org_3'],
  ])('%s', async (organizationId, found) => {
    const { provider, sent } = answered(() => Response.json({ data: [], total_count: 0 }), { organizationId });
    await provider.listMembers({ appId });
    expect(sent[0]?.url).toContain(`/organizations/${found}/memberships`);
  });

  test.each(['.', '..'])('%j is none, whoever says so', async (dots) => {
    for (const organizationId of [dots, () => dots, async () => dots]) {
      const { provider, sent } = answered(() => Response.json({}), { organizationId });
      const error = await rejection(provider.removeMember({ appId, userId: 'user_1' }));
      expect(error).toMatchObject({ code: 'invalid_input', message: expect.stringContaining('organizationId') });
      expect(sent).toEqual([]);
    }
  });

  test('an app without one is not found, and nothing is sent', async () => {
    const { provider, sent } = answered(() => Response.json({}), { organizationId: () => null });
    expect(await rejection(provider.listMembers({ appId }))).toMatchObject({ code: 'not_found' });
    expect(sent).toEqual([]);
  });
});

describe('many invitations', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ email: `guest${i}@example.com`, role }));

  test('go ten to a request, and each address is told of', async () => {
    const { provider, clerk } = provide(seed());
    const results = await provider.inviteMembers({ appId, invitations: many(23), expiresInDays: 3 });
    expect(clerk.log.map(({ path, body }) => [path, (body as unknown[]).length])).toEqual([
      ['/organizations/org_acme/invitations/bulk', 10],
      ['/organizations/org_acme/invitations/bulk', 10],
      ['/organizations/org_acme/invitations/bulk', 3],
    ]);
    expect(results.map(({ email }) => email)).toEqual(many(23).map(({ email }) => email));
    expect(results.every((one) => 'invitation' in one && one.invitation.email === one.email)).toBe(true);
  });

  test('of a ten that is refused each says why, and the next ten go', async () => {
    const { provider, clerk } = provide(seed());
    clerk.refuse({ status: 422, code: 'form_param_format_invalid', meta: { param_name: 'email_address' } });
    const results = await provider.inviteMembers({ appId, invitations: many(12) });
    const codes = results.map((one) => ('error' in one ? one.error.code : 'sent'));
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'invalid_email'), 'sent', 'sent']);
  });

  test('after a refusal that would meet the rest as well, the rest is not sent', async () => {
    const { provider, clerk } = provide(seed());
    clerk.refuse({ status: 429, code: 'too_many_requests', retryAfter: 60 });
    const results = await provider.inviteMembers({ appId, invitations: many(30) });
    expect(clerk.log).toHaveLength(1);
    expect(results).toHaveLength(30);
    for (const one of results) expect(one).toMatchObject({ error: { code: 'rate_limited', retryAfter: 60 } });
  });

  test('none is nothing to send, and what is no address or role is the caller’s fault', async () => {
    const { provider, clerk } = provide(seed());
    expect(await provider.inviteMembers({ appId, invitations: [] })).toEqual([]);
    for (const wrong of [[{ email: 'a@b.co' }], [{ email: 5, role }], [null], 'a@b.co']) {
      const sending = provider.inviteMembers({ appId, invitations: wrong as never });
      expect(await rejection(sending)).toMatchObject({ code: 'invalid_input' });
    }
    expect(clerk.log).toEqual([]);
  });

  test('an address that the answer does not name is unknown, not sent', async () => {
    const { provider } = answered(() => Response.json({ data: [], total_count: 0 }));
    const results = await provider.inviteMembers({ appId, invitations: many(1) });
    expect(results).toMatchObject([{ error: { code: 'invalid_response' } }]);
  });
});

describe('beyond the panel', () => {
  test('an account becomes a member at once, with metadata', async () => {
    const { provider, clerk } = provide(seed());
    const member = await provider.createMembership({
      appId,
      userId: 'user_zoe',
      role: 'org:admin',
      publicMetadata: { team: 'blue' },
    });
    expect(member).toMatchObject({ userId: 'user_zoe', role: 'org:admin', email: 'zoe@example.com' });
    expect(clerk.log[0]?.body).toEqual({ user_id: 'user_zoe', role: 'org:admin', public_metadata: { team: 'blue' } });
    const again = provider.createMembership({ appId, userId: 'user_zoe', role });
    expect(await rejection(again)).toMatchObject({ code: 'already_member' });
    const nobody = provider.createMembership({ appId, userId: 'user_nobody', role });
    expect(await rejection(nobody)).toMatchObject({ code: 'not_found' });
  });

  test('metadata are merged deeply, and a null takes its key away', async () => {
    const { provider } = provide(seed());
    const userId = 'user_zoe';
    await provider.createMembership({ appId, userId, role, publicMetadata: { a: { b: 1, c: 2 }, d: [1] } });
    const privately = await provider.updateMetadata({ appId, userId, privateMetadata: { note: 'x' } });
    expect(privately).toEqual({ publicMetadata: { a: { b: 1, c: 2 }, d: [1] }, privateMetadata: { note: 'x' } });
    const merged = await provider.updateMetadata({
      appId,
      userId,
      publicMetadata: { a: { b: null, e: 3 }, d: null },
      privateMetadata: { note: null },
    });
    expect(merged).toEqual({ publicMetadata: { a: { c: 2, e: 3 } }, privateMetadata: {} });
    const nobody = provider.updateMetadata({ appId, userId: 'user_nobody', publicMetadata: {} });
    expect(await rejection(nobody)).toMatchObject({ code: 'member_not_found' });
  });

  test('one member is found by id, and somebody else is null', async () => {
    const { provider, clerk } = provide(seed());
    const [first] = clerk.store.read().members;
    await expect(provider.findMember({ appId, userId: first?.userId ?? '' })).resolves.toMatchObject({
      role: first?.role,
    });
    await expect(provider.findMember({ appId, userId: 'user_nobody' })).resolves.toBeNull();
    expect(clerk.log[1]?.query).toEqual([['user_id', '+user_nobody']]);
  });
});

describe('pages', () => {
  test('of five hundred at most, read to the end', async () => {
    const { provider, clerk } = provide(seed(1100));
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await provider.listMembers({ appId, limit: 1000, ...(cursor && { cursor }) });
      for (const { userId } of page.members) ids.add(userId);
      expect(page.total).toBe(1100);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect([ids.size, clerk.log.length]).toEqual([1100, 3]);
  });

  test.each(['garbage', 'invitations:5', 'members:-1', 'members:1e9', ''])('no cursor is %j', async (cursor) => {
    const { provider, clerk } = provide(seed());
    expect(await rejection(provider.listMembers({ appId, cursor }))).toMatchObject({ code: 'invalid_input' });
    expect(clerk.log).toEqual([]);
  });

  test.each([0, -1, 1.5, Number.NaN])('no page has %d rows', async (limit) => {
    const { provider } = provide(seed());
    expect(await rejection(provider.listInvitations({ appId, limit }))).toMatchObject({ code: 'invalid_input' });
  });

  test('rows that cannot be read are counted, and the pages go on behind them', async () => {
    const { provider } = answered(() => Response.json({ data: [{ odd: true }, null], total_count: 5 }));
    await expect(provider.listMembers({ appId })).resolves.toEqual({
      members: [],
      total: 5,
      unreadable: 2,
      nextCursor: 'members:2',
    });
  });
});

describe('answers that are none', () => {
  const html = () => new Response('<!doctype html>', { status: 200, headers: { 'content-type': 'text/html' } });
  test.each<[string, () => Response | Promise<Response>, string]>([
    ['a page', html, 'invalid_response'],
    ['an empty 200', () => new Response(''), 'invalid_response'],
    ['an array', () => Response.json([]), 'invalid_response'],
    ['a page that says 404', () => new Response('<html>', { status: 404 }), 'server_error'],
    ['another API that says 404', () => Response.json({ detail: 'Not Found' }, { status: 404 }), 'server_error'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
      'server_error',
    ],
    ['a bare 502', () => new Response('bad gateway', { status: 502 }), 'server_error'],
    ['a bare 401', () => new Response('', { status: 401 }), 'unauthenticated'],
    ['a bare 429', () => new Response('', { status: 429 }), 'rate_limited'],
    ['a connection that fails', () => Promise.reject(new TypeError('ECONNREFUSED')), 'network'],
    [
      'a body that breaks off',
      () => new Response(new ReadableStream({ start: (c) => c.error(new Error('x')) })),
      'network',
    ],
    ['silence', () => new Promise(() => {}), 'timeout'],
    ['a body without end', () => new Response(new ReadableStream({})), 'timeout'],
  ])('%s', async (_, answer, code) => {
    for (const name of NAMES) {
      const { provider } = answered(answer, { timeoutMs: 30 });
      expect([name, await rejection(calls[name]?.(provider) ?? Promise.resolve())]).toMatchObject([name, { code }]);
    }
  });

  test.each(['listMembers', 'listInvitations', 'inviteMember', 'updateMemberRole'])(
    '%s: an empty object',
    async (name) => {
      const { provider } = answered(() => Response.json({}));
      expect(await rejection(calls[name]?.(provider) ?? Promise.resolve())).toMatchObject({ code: 'invalid_response' });
    },
  );

  test('Retry-After is passed on', async () => {
    const { provider } = answered(() => new Response('', { status: 429, headers: { 'retry-after': '12' } }));
    expect(await rejection(provider.listMembers({ appId }))).toMatchObject({ retryAfter: 12 });
  });

  test.each<[string, () => Response, string]>([
    ['errors', () => Response.json({ errors: [{ code: 'organization_minimum_permissions_needed' }] }), 'last_admin'],
    ['errors nobody knows', () => Response.json({ errors: [{ code: 'brand_new' }] }), 'invalid_response'],
    ['a failure', () => Response.json({ success: false }), 'invalid_response'],
  ])('a remove or revoke that did not happen is no success: %s with a 200', async (_, answer, code) => {
    for (const name of ['removeMember', 'revokeInvitation']) {
      expect(await rejection(calls[name]?.(answered(answer).provider) ?? Promise.resolve())).toMatchObject({ code });
    }
  });

  test('nothing at all is a success of what has nothing to say, and of that alone', async () => {
    const { provider } = answered(() => new Response(null, { status: 204 }));
    const outcomes = await Promise.allSettled(NAMES.map(async (name) => calls[name]?.(provider)));
    const succeeded = NAMES.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(succeeded).toEqual(['removeMember', 'revokeInvitation']);
    const failed = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    for (const error of failed) expect(error).toMatchObject({ code: 'invalid_response' });
  });

  test('the key comes back in nothing, whatever Clerk says', async () => {
    const errors = [{ code: 'form_param_format_invalid', message: SECRET_KEY, meta: { param_name: SECRET_KEY } }];
    const row = { id: 'm', role, public_user_data: { user_id: 'u', identifier: SECRET_KEY, first_name: SECRET_KEY } };
    const refused = answered(() => Response.json({ errors, clerk_trace_id: SECRET_KEY }, { status: 422 }));
    const told = answered(() => Response.json({ data: [row], total_count: 1 }));
    const error = (await rejection(refused.provider.listMembers({ appId }))) as Error;
    expect([JSON.stringify(error), String(error), error.stack].join()).not.toContain('TopSecret');
    expect(JSON.stringify(await told.provider.listMembers({ appId }))).not.toContain('TopSecret');
  });

  test('the key is in no error that somebody logs, nor under another spelling of JSON', async () => {
    const thrown = new TypeError(`fetch failed: ${SECRET_KEY}`, { cause: { headers: `Bearer ${SECRET_KEY}` } });
    const lost = answered(() => Promise.reject(thrown));
    const error = await rejection(lost.provider.listMembers({ appId }));
    expect(error).toMatchObject({ code: 'network', cause: { message: expect.stringContaining('fetch failed') } });
    expect(inspect(error, { depth: 10 })).not.toContain('TopSecret');
    const spelt = SECRET_KEY.replace('T', '\\u0054');
    const row = `{"id":"m","role":"${role}","public_user_data":{"user_id":"u","first_name":"${spelt}"}}`;
    const told = answered(() => new Response(`{"data":[${row}],"total_count":1}`));
    const { members } = await told.provider.listMembers({ appId });
    expect(members.map(({ name }) => name)).toEqual(['[redacted]']);
  });

  test('the wait is read from seconds and from a date', async () => {
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    const waits = [{ 'retry-after': '7' }, { 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date }];
    for (const [index, headers] of waits.entries()) {
      const { provider } = answered(() => Response.json({}, { status: 429, headers: headers as HeadersInit }));
      const error = await rejection(provider.listMembers({ appId }));
      expect(error).toMatchObject({ code: 'rate_limited', retryAfter: [7, 30][index] });
    }
  });

  test('an abort passes through as it is, whichever way fetch takes it', async () => {
    for (const fetch of [
      () => new Promise<Response>(() => {}),
      (_: unknown, init?: RequestInit) =>
        new Promise<Response>((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new TypeError('aborted')));
        }),
    ]) {
      const provider = createClerkBackendDataProvider({ secretKey: SECRET_KEY, fetch });
      const controller = new AbortController();
      const answer = provider.listMembers({ appId, signal: controller.signal });
      setTimeout(() => controller.abort(), 5);
      expect(await rejection(answer)).toBe(controller.signal.reason);
    }
  });
});

describe('misuse', () => {
  test.each<[RegExp, Partial<ClerkBackendOptions>]>([
    [/secretKey/, { secretKey: undefined as never }],
    [/secretKey/, { secretKey: 'pk_test_1' }],
    [/secretKey/, { secretKey: 'sk_test_TopSecret\n' }],
    [/organizationId/, { organizationId: '' }],
    [/organizationId/, { organizationId: 5 as never }],
    [/baseUrl/, { baseUrl: '/v1' }],
    [/baseUrl/, { baseUrl: 'https://a:b@api.clerk.com' }],
    [/https/, { baseUrl: 'http://api.clerk.com/v1' }],
    [/timeoutMs/, { timeoutMs: 0 }],
    [/orderBy/, { orderBy: 'role' as never }],
    [/fetch/, { fetch: 'x' as never }],
    [/expiresInDays/, { invitations: { expiresInDays: 400 } }],
  ])('%s is named, and the key is not said (%#)', (message, over) => {
    const make = () => createClerkBackendDataProvider({ secretKey: SECRET_KEY, ...over });
    expect(make).toThrow(message);
    expect(make).not.toThrow(/TopSecret/);
  });

  test('a browser is no place for it', () => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
    expect(() => createClerkBackendDataProvider({ secretKey: SECRET_KEY })).toThrow(/browser/);
  });
});
