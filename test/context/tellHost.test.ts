import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellHost } from '../../src/context/tellHost.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a host is told with what there is to tell, and one that does not listen is not', () => {
  const callback = vi.fn<(who: string, count: number) => void>();
  tellHost(callback, 'Grace', 2);
  expect(callback).toHaveBeenCalledExactlyOnceWith('Grace', 2);
  expect(() => tellHost(undefined)).not.toThrow();
});

test('what a host throws does not reach whoever tells it, and is not swallowed', () => {
  const after = vi.fn<() => void>();
  tellHost(() => {
    throw new Error('The host failed.');
  });
  after();
  expect(after).toHaveBeenCalledOnce();
  expect(() => vi.runAllTimers()).toThrow('The host failed.');
});
