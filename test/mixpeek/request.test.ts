import { afterEach, describe, expect, test, vi } from 'vitest';
import { call, make, ok } from './provider.js';
import { rejection, type Sent } from './stubFetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const broken = () => Promise.reject(new TypeError('Failed to fetch'));

const brokenBody = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"users":'));
      controller.error(new TypeError('terminated'));
    },
  });

describe('no answer', () => {
  test('a connection that fails is network, with the cause', async () => {
    const error = await rejection(call('inviteMember', make(broken).provider));
    expect(error).toMatchObject({ code: 'network', cause: { message: 'Failed to fetch' } });
  });

  test('a body that breaks off is network', async () => {
    expect(await rejection(call('listMembers', make(() => new Response(brokenBody())).provider))).toMatchObject({
      code: 'network',
    });
  });

  test.each(['listMembers', 'inviteMember', 'removeMember'])(
    '%s is sent although the browser says that it is offline',
    async (name) => {
      vi.stubGlobal('navigator', { onLine: false });
      const { provider, sent } = make(ok);
      await call(name, provider);
      expect(sent).toHaveLength(1);
    },
  );

  test.each(['listMembers', 'inviteMember'])('%s that fails while the browser says so is offline', async (name) => {
    vi.stubGlobal('navigator', { onLine: false });
    expect(await rejection(call(name, make(broken).provider))).toMatchObject({ code: 'offline' });
  });

  test('going offline under way: a read is offline, a write stays uncertain', async () => {
    vi.stubGlobal('navigator', { onLine: true });
    const { provider } = make(() => {
      vi.stubGlobal('navigator', { onLine: false });
      return broken();
    });
    expect(await rejection(call('listMembers', provider))).toMatchObject({ code: 'offline' });
    vi.stubGlobal('navigator', { onLine: true });
    expect(await rejection(call('inviteMember', provider))).toMatchObject({ code: 'network' });
  });

  test.each([
    ['an answer that never comes', () => new Promise<Response>(() => {})],
    ['a body that never ends', () => new Response(new ReadableStream({}))],
  ])('%s ends after thirty seconds', async (_, answer) => {
    vi.useFakeTimers();
    const { provider, sent } = make(answer);
    const settled = vi.fn<() => void>();
    const outcome = rejection(provider.listMembers({ appId: 'a' })).finally(settled);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ code: 'timeout', message: expect.stringContaining('30000 ms') });
    expect(sent[0]?.init.signal?.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('the time can be set, and covers headers that are slow to come', async () => {
    vi.useFakeTimers();
    const { provider, sent } = make(ok, { timeoutMs: 10, headers: () => new Promise(() => {}) });
    const outcome = rejection(provider.listMembers({ appId: 'a' }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await outcome).toMatchObject({ code: 'timeout' });
    expect(sent).toEqual([]);
  });

  test('a time longer than any timer is no time-out at all', async () => {
    vi.useFakeTimers();
    const { provider } = make(
      () => new Promise((resolve) => setTimeout(() => resolve(ok({ url: '', method: 'GET' } as Sent)), 50)),
      {
        timeoutMs: Infinity,
      },
    );
    const outcome = provider.listMembers({ appId: 'a' });
    await vi.advanceTimersByTimeAsync(50);
    await expect(outcome).resolves.toMatchObject({ total: 1 });
  });

  test('no timer and no listener is left after an answer', async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    await make(ok).provider.listMembers({ appId: 'a', signal });
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledOnce();
  });
});

describe('an abort of the caller', () => {
  test('before the call sends nothing, and passes through', async () => {
    const { provider, sent } = make(ok);
    const error = await rejection(provider.listMembers({ appId: 'a', signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(sent).toEqual([]);
  });

  test.each([
    ['without a reason', undefined, { name: 'AbortError' }],
    ['with a reason of its own', new Error('route left'), { message: 'route left' }],
  ])('under way %s passes through untouched, even when fetch ignores it', async (_, reason, expected) => {
    const controller = new AbortController();
    const { provider, sent } = make(() => new Promise<Response>(() => {}));
    const outcome = rejection(
      provider.inviteMember({ appId: 'a', email: 'a@b.co', role: 'r', signal: controller.signal }),
    );
    await vi.waitFor(() => expect(sent).toHaveLength(1), { interval: 1 });
    controller.abort(reason);
    const error = await outcome;
    expect(error).toBe(controller.signal.reason);
    expect(error).toMatchObject(expected);
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });
});
