import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Seed } from '../../src/memory/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, usersHandlers, type FakeMixpeekOptions } from '../../src/msw/index.js';
import { createUsersHandler } from '../../src/server/index.js';
import { describeDataProvider } from '../../src/testing/index.js';
import { watch, type Watched } from '../contract/watch.js';
import { serve } from '../hosts/canvas/nodeHttp.js';

/** A fake whose every request and answer is held to the contract. */
function watchedFake(seed: Seed, options: FakeMixpeekOptions = {}) {
  const fake = createFakeMixpeek(seed, options);
  const watched = watch(fake);
  return { watched, fake: new Proxy(fake, { apply: (_target, _this, [request]: [Request]) => watched(request) }) };
}

describe('through MSW', () => {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  const baseUrl = 'https://app.example.com/api';
  // FastAPI's words carry no code, so a refusal in that style cannot be told apart: wireFailure.test.ts has its share.
  const styles: FakeMixpeekOptions[] = [
    { errorStyle: 'mixpeek', inviteStatus: 201 },
    { errorStyle: 'clerk', successStyle: '200-resource' },
  ];
  for (const options of styles) {
    describeDataProvider(
      `mixpeek, errors in the style of ${options.errorStyle}`,
      (seed) => {
        const { fake, watched } = watchedFake(seed, options);
        server.use(...usersHandlers({ fake, baseUrl }));
        return { provider: createMixpeekDataProvider({ baseUrl }), appId: seed.appId, dispose: () => watched.verify() };
      },
      { describe, it },
    );
  }
});

describe('over HTTP', () => {
  describeDataProvider(
    'mixpeek',
    async (seed) => {
      const { fake, watched } = watchedFake(seed);
      const { url, close } = await serve(fake);
      return { provider: createMixpeekDataProvider({ baseUrl: url }), appId: seed.appId, dispose: end(watched, close) };
    },
    { describe, it },
  );

  describeDataProvider(
    'mixpeek, behind the server handler',
    async (seed) => {
      const { fake, watched } = watchedFake(seed, { apiKey: 'sk_upstream', namespace: 'ns_1' });
      const upstream = await serve(fake);
      const handler = createUsersHandler({
        apiKey: 'sk_upstream',
        namespace: 'ns_1',
        baseUrl: upstream.url,
        allowedApps: [seed.appId],
        authorize: () => ({ userId: 'user_operator', role: 'org:admin' }),
      });
      const host = await serve(handler);
      return {
        provider: createMixpeekDataProvider({ baseUrl: host.url, canEnableUserManagement: false }),
        appId: seed.appId,
        dispose: async () => {
          await host.close();
          await end(watched, upstream.close)();
        },
      };
    },
    { describe, it },
  );
});

function end(watched: Watched, close: () => Promise<void>) {
  return async () => {
    await close();
    watched.verify();
  };
}

describe('a mistake turns the suite red', () => {
  /** Runs the suite over one connection and answers the titles that failed. */
  async function failures(connect: (watched: Watched) => typeof fetch, options: FakeMixpeekOptions = {}) {
    const cases: { title: string; body: () => Promise<void> }[] = [];
    describeDataProvider(
      'mistaken',
      (seed) => {
        const { watched } = watchedFake(seed, options);
        const provider = createMixpeekDataProvider({ baseUrl: 'https://app.example.com/api', fetch: connect(watched) });
        return { provider, appId: seed.appId, dispose: () => watched.verify() };
      },
      { describe: (_, body) => body(), it: (title, body) => cases.push({ title, body }), settleMs: 20 },
    );
    const results = await Promise.allSettled(cases.map(({ body }) => body()));
    return cases.filter((_, index) => results[index]?.status === 'rejected').map(({ title }) => title);
  }
  const plain =
    (watched: Watched): typeof fetch =>
    (input, init) =>
      watched(new Request(input, init));
  /** A client that says something else than it should. */
  const altered =
    (alter: (line: { url: string; body: string | null }) => { url: string; body: string | null }) =>
    (watched: Watched): typeof fetch =>
    async (input, init) => {
      const request = new Request(input, init);
      const text = request.method === 'GET' ? null : await request.text();
      const { url, body } = alter({ url: request.url, body: text });
      return watched(new Request(url, { method: request.method, headers: request.headers, body: body || null }));
    };

  it('and without one it is green', async () => {
    expect(await failures(plain)).toEqual([]);
  });

  it.each([
    ['a misspelt field', altered(({ url, body }) => ({ url, body: body?.replace('email_address', 'email') ?? null }))],
    ['an unknown field', altered(({ url, body }) => ({ url, body: body?.replace('{', '{"notify":true,') ?? null }))],
    ['another path', altered(({ url, body }) => ({ url: url.replace('/users/invite', '/users/invitations'), body }))],
    ['a query that nobody documented', altered(({ url, body }) => ({ url: `${url}?limit=500`, body }))],
  ])('in the client: %s', async (_, connect) => {
    expect(await failures(connect)).not.toEqual([]);
  });

  it.each<[string, (row: Record<string, unknown>) => unknown]>([
    ['a row without membership_id', ({ membership_id: _, ...row }) => row],
    ['an id that is a number', (row) => ({ ...row, user_id: 7 })],
    ['an unnamed role', ({ role: _, ...row }) => row],
  ])('in the back end: %s', async (_, alter) => {
    const tamper: FakeMixpeekOptions['tamper'] = (operation, body) => {
      if (operation !== 'listMembers') return body;
      const { users, total } = body as { users: Record<string, unknown>[]; total: number };
      return { users: users.map(alter), total };
    };
    expect(await failures(plain, { tamper })).not.toEqual([]);
  });
});
