import { expect, test, vi } from 'vitest';
import { createNoticeStore } from '../../src/context/notices.js';

test('there is one notice at a time, the last', () => {
  const store = createNoticeStore(() => undefined);
  expect(store.get()).toBeNull();
  store.tell('success', 'one');
  store.tell('error', 'two');
  expect(store.get()).toMatchObject({ tone: 'error', text: 'two' });
  store.dismiss();
  expect(store.get()).toBeNull();
});

test('the same words told twice are two notices, so that they are heard twice', () => {
  const store = createNoticeStore(() => undefined);
  store.tell('success', 'Done.');
  const first = store.get();
  expect(store.get()).toBe(first);
  store.tell('success', 'Done.');
  expect(store.get()?.id).not.toBe(first?.id);
});

test('whoever listens is told of each change, until they stop', () => {
  const store = createNoticeStore(() => undefined);
  const listener = vi.fn<() => void>();
  const stop = store.subscribe(listener);
  store.tell('success', 'one');
  store.dismiss();
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
  store.tell('success', 'two');
  expect(listener).toHaveBeenCalledTimes(2);
});

test('two panels have notices of their own', () => {
  const [one, other] = [createNoticeStore(() => undefined), createNoticeStore(() => undefined)];
  one.tell('success', 'Here');
  expect(other.get()).toBeNull();
});
