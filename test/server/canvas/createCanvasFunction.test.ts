import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCanvasFunction, type CanvasContext, type CanvasFunctionOptions } from '../../../src/server/index.js';
import { describeCanvasFunction } from './canvasCases.js';
import { asks, COOKIES, createCanvasWorld, KEY, tunnelled, type WorldOptions } from './canvasWorld.js';

// Its own log, which the faults below fill.
vi.spyOn(console, 'error').mockImplementation(() => {});

describeCanvasFunction((fetch) => {
  // Never given back in this file: a call that was aborted may go on for a moment.
  vi.stubGlobal('fetch', fetch);
  return createCanvasFunction();
});

describe('where there are timers', () => {
  const LATE = 15_000;
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<[string, WorldOptions]>([
    ['/_auth/me', { me: () => new Promise(() => {}) }],
    ['Mixpeek', { mixpeek: () => new Promise(() => {}) }],
  ])('a silent %s is a 504 after fifteen seconds', async (_, options) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { run, store } = await createCanvasWorld((fetch) => {
      vi.stubGlobal('fetch', fetch);
      return createCanvasFunction();
    }, options);
    const answer = run(tunnelled(...asks.removeMember));
    await vi.advanceTimersByTimeAsync(LATE);
    expect((await answer).status).toBe(504);
    expect([...store.keys()].filter((key) => key.includes('audit'))).toEqual([]);
  });

  it.each<[string, Partial<CanvasContext['kv']>, CanvasFunctionOptions]>([
    ['a store that', { set: () => new Promise(() => {}) }, {}],
    ['an onError that', { set: () => Promise.reject(new Error('redis')) }, { onError: () => new Promise(() => {}) }],
  ])('%s hangs holds no answer up for ever', async (_, kv, options) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { run, toMixpeek } = await createCanvasWorld(
      (fetch) => {
        vi.stubGlobal('fetch', fetch);
        return createCanvasFunction(options);
      },
      { kv },
    );
    const answer = run(tunnelled(...asks.removeMember));
    await vi.advanceTimersByTimeAsync(6000);
    expect((await answer).status).toBe(200);
    expect(toMixpeek()).toHaveLength(2);
  });
});

it('hands what is amiss to a hook of the host, and leaves limit and record out where they are not wanted', async () => {
  const errors: unknown[] = [];
  const { run, store } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction({ rateLimit: false, auditSeconds: 0, onError: (error) => errors.push(error) });
  });
  expect((await run(tunnelled(...asks.removeMember))).status).toBe(200);
  expect((await run(tunnelled('GET', asks.listMembers[1], undefined, { cookie: 'x' }))).status).toBe(401);
  expect([store.size, errors]).toEqual([0, []]);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('down')));
  expect((await run(tunnelled(...asks.removeMember))).status).toBe(502);
  expect(errors).toMatchObject([{ message: 'down' }]);
});

it.each<[string, WorldOptions]>([
  [
    'Mixpeek',
    { mixpeek: (request) => Promise.reject(new TypeError(`failed: ${JSON.stringify([...request.headers])}`)) },
  ],
  ['/_auth/me', { me: (cookie) => Promise.reject(new Error('failed', { cause: new Error(`cookie: ${cookie}`) })) }],
  ['a store', { kv: { get: () => Promise.reject(new Error(`failed: ${COOKIES.admin} ${KEY}`)) } }],
])('writes neither the key nor a session into the log, when %s fails', async (_, options) => {
  const log = vi.mocked(console.error);
  log.mockClear();
  const { run } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction();
  }, options);
  await run(tunnelled(...asks.removeMember));
  expect(log.mock.calls).toEqual([[expect.stringContaining('failed')]]);
  expect(log.mock.calls.flat().join()).not.toMatch(/TopSecret|admin-cookie/);
});

it('lets an admin give up their own role where the host allows it', async () => {
  const { run, fake } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction({ allowSelfDemotion: true });
  });
  const demote = tunnelled('PATCH', '/v1/apps/app_1/users/user_ada/role', { role: 'org:member' });
  expect((await run(demote)).status).toBe(200);
  expect(fake.read().members[0]?.role).toBe('org:member');
});

it('reports a refused origin to the operator once, with what to set', async () => {
  const errors: unknown[] = [];
  const { run } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction({ onError: (error) => errors.push(error) });
  });
  const from = (origin: string) => run(tunnelled('DELETE', asks.removeMember[1], undefined, { origin }));
  expect((await from('https://team.example.com')).body).toMatchObject({
    error: { message: expect.stringContaining('USERS_PANEL_ORIGINS') },
  });
  await from('https://team.example.com');
  await from('https://evil.example');
  expect(errors.map((error) => (error as Error).message)).toEqual([
    expect.stringMatching(/https:\/\/team\.example\.com.*USERS_PANEL_ORIGINS/),
    expect.stringContaining('https://evil.example'),
  ]);
});

it.each([
  'http://api.mixpeek.com',
  'http://127.0.0.1.evil.example',
  'http://localhost@evil.example',
  'https://user:pass@api.mixpeek.com',
  'https://api.mixpeek.com?x',
  'api.mixpeek.com',
  '',
])('sends the key to no such place as %j', async (baseUrl) => {
  const { run, sent } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction({ baseUrl });
  });
  const { status, body } = await run(tunnelled(...asks.listMembers));
  expect([status, sent]).toEqual([500, []]);
  expect(JSON.stringify(body)).toContain('baseUrl must be an https URL');
});

it('does nothing in a page, where the key would be everybody’s', async () => {
  const { run, sent } = await createCanvasWorld((fetch) => {
    vi.stubGlobal('fetch', fetch);
    return createCanvasFunction();
  });
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', {});
  try {
    const { status, body } = await run(tunnelled(...asks.listMembers));
    expect([status, sent]).toEqual([500, []]);
    expect(JSON.stringify(body)).toContain('not for a browser');
  } finally {
    // `fetch` stays: see above.
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'document');
  }
});
