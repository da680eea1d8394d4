import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClerkLike } from '../../src/clerk/index.js';
import { whenLoaded } from '../../src/clerk/whenLoaded.js';

/** Clerk on its way, as far as its loading is concerned. */
function loading() {
  const listeners = new Set<(status: string) => void>();
  const clerk = {
    loaded: false,
    on: (_: string, listener: (status: string) => void) => void listeners.add(listener),
    off: (_: string, listener: (status: string) => void) => void listeners.delete(listener),
  };
  const say = (status: string) => {
    for (const listener of listeners) listener(status);
  };
  return { clerk, listeners, say, whenLoaded: () => whenLoaded(clerk as unknown as ClerkLike, 1000) };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a script that failed is told at once, and not when the time is up', async () => {
  const { say, listeners, whenLoaded: wait } = loading();
  const outcome = wait();
  say('loading');
  say('error');
  await expect(outcome).rejects.toMatchObject({ code: 'network', message: expect.stringContaining('failed to load') });
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});

it('Clerk that is there is waited for no longer, though it says nothing, as old versions do', async () => {
  const { clerk, listeners, whenLoaded: wait } = loading();
  const outcome = wait();
  clerk.loaded = true;
  await vi.advanceTimersByTimeAsync(100);
  await expect(outcome).resolves.toBeUndefined();
  expect([listeners.size, vi.getTimerCount()]).toEqual([0, 0]);
});
