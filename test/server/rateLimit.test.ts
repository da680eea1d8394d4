import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryRateLimitStore } from '../../src/server/memoryRateLimitStore.js';
import type { RateLimitStore } from '../../src/server/index.js';
import { ask, asks, read, setUp } from './harness.js';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-05-01T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const callerOf = (request: Request) => ({ userId: request.headers.get('x-who') ?? 'user_a', role: 'org:admin' });
const by = (who: string) => ask({ ...asks.listMembers, headers: { 'x-who': who } });

describe('the limit of a caller', () => {
  test('lets so many pass and tells the next when to come again, without asking Mixpeek', async () => {
    const { handle, sent } = setUp({ authorize: callerOf, rateLimit: { limit: 3, windowMs: 10_000 } });
    for (let count = 0; count < 3; count += 1) expect((await handle(by('user_a'))).status).toBe(200);
    vi.advanceTimersByTime(2_500);
    const answer = await read(await handle(by('user_a')));
    expect([answer.status, answer.headers.get('retry-after'), sent.length]).toEqual([429, '8', 3]);
    expect(answer.body).toEqual({
      success: false,
      status: 429,
      error: {
        message: 'Too many requests. Wait a moment.',
        type: 'TooManyRequestsError',
        details: { limit: 3, window: '10s', retry_after: 8 },
      },
    });
    vi.advanceTimersByTime(7_500);
    expect((await handle(by('user_a'))).status).toBe(200);
  });

  test('is no other caller’s', async () => {
    const { handle } = setUp({ authorize: callerOf, rateLimit: { limit: 1 } });
    expect((await handle(by('user_a'))).status).toBe(200);
    expect((await handle(by('user_b'))).status).toBe(200);
    expect((await handle(by('user_a'))).status).toBe(429);
  });

  test('counts what is refused, too', async () => {
    const { handle, sent } = setUp({ authorize: () => ({ userId: 'u', role: 'org:member' }), rateLimit: { limit: 2 } });
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await handle(ask(asks.removeMember))).status);
    expect([statuses, sent]).toEqual([[403, 403, 429], []]);
  });

  test('is three hundred a minute, and none where the host wants none', async () => {
    const usual = setUp();
    const without = setUp({ rateLimit: false });
    const statuses = new Set<number>();
    for (let count = 0; count < 300; count += 1) statuses.add((await usual.handle(ask(asks.listMembers))).status);
    expect([...statuses]).toEqual([200]);
    expect((await usual.handle(ask(asks.listMembers))).status).toBe(429);
    for (let count = 0; count < 301; count += 1) await without.handle(ask(asks.listMembers));
    expect(without.sent).toHaveLength(301);
  });
});

describe('a store of the host', () => {
  test('is asked once a request, with the caller and the window', async () => {
    const count = vi.fn<RateLimitStore['count']>(async () => ({ count: 1, resetInMs: 5 }));
    const { handle } = setUp({ rateLimit: { store: { count }, windowMs: 5_000 } });
    await handle(ask(asks.listMembers));
    expect(count.mock.calls).toEqual([['users-panel:user_admin', 5_000]]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('redis is down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('redis is down'))],
  ])('that %s lets the request pass, and onError hears of it', async (_, count) => {
    const { handle, errors } = setUp({ rateLimit: { store: { count } } });
    expect((await handle(ask(asks.listMembers))).status).toBe(200);
    expect(errors).toMatchObject([{ message: 'redis is down' }]);
  });

  test.each([undefined, null, {}, 3, { count: Number.NaN, resetInMs: 5 }, { count: '999', resetInMs: 5 }])(
    'that gives %j lets the request pass, and onError hears of it',
    async (counted) => {
      const { handle, errors } = setUp({ rateLimit: { store: { count: () => counted as never } } });
      expect((await handle(ask(asks.listMembers))).status).toBe(200);
      expect(errors).toMatchObject([{ message: expect.stringContaining('{ count, resetInMs }') }]);
    },
  );

  test('that hangs holds a request up for one second', async () => {
    const { handle, errors } = setUp({ rateLimit: { store: { count: () => new Promise(() => {}) } } });
    const answer = handle(ask(asks.listMembers));
    await vi.advanceTimersByTimeAsync(1000);
    expect((await answer).status).toBe(200);
    expect(errors).toHaveLength(1);
  });

  test.each([Number.NaN, -5, Number.POSITIVE_INFINITY])('may say %d: Retry-After stays a wait', async (resetInMs) => {
    const { handle } = setUp({ rateLimit: { store: { count: () => ({ count: 9_999, resetInMs }) } } });
    const seconds = Number((await handle(ask(asks.listMembers))).headers.get('retry-after'));
    expect(seconds >= 1 && seconds <= 60).toBe(true);
  });
});

describe('the memory', () => {
  test('forgets windows that are over, and the oldest of too many', () => {
    let now = 0;
    const store = createMemoryRateLimitStore(() => now);
    expect(store.count('a', 100)).toEqual({ count: 1, resetInMs: 100 });
    now = 40;
    expect(store.count('a', 100)).toEqual({ count: 2, resetInMs: 60 });
    for (let index = 0; index < 10_000; index += 1) void store.count(`other${index}`, 1000);
    expect(store.count('a', 100)).toEqual({ count: 1, resetInMs: 100 });
    expect(store.count('other9999', 1000)).toEqual({ count: 2, resetInMs: 1000 });
  });
});

test.each([{ limit: 0 }, { limit: 1.5 }, { windowMs: 0 }, { windowMs: Infinity }, { store: {} as never }])(
  'a limit that cannot work is refused at the start: %j',
  (rateLimit) => {
    expect(() => setUp({ rateLimit })).toThrow(/createUsersHandler: rateLimit\./);
  },
);
