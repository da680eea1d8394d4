import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';

const currentUser = async () => createMixpeekDataProvider().getCurrentUser?.();

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('who is looking', () => {
  test('the option wins over the page', async () => {
    vi.stubGlobal('MixpeekAuth', { isSignedIn: true, user: { id: 'user_page' } });
    const provider = createMixpeekDataProvider({ currentUserId: 'user_option' });
    await expect(provider.getCurrentUser?.()).resolves.toEqual({ status: 'signed_in', userId: 'user_option' });
  });

  test('a page without the Canvas runtime does not say', async () => {
    await expect(currentUser()).resolves.toEqual({ status: 'unknown' });
  });

  test.each([
    ['somebody', { isSignedIn: true, user: { id: 'user_1', email: null } }, { status: 'signed_in', userId: 'user_1' }],
    ['somebody, without the flag', { user: { id: 'user_1' } }, { status: 'signed_in', userId: 'user_1' }],
    ['nobody', { isSignedIn: false, user: null }, { status: 'signed_out' }],
    ['nobody, with a user left behind', { isSignedIn: false, user: { id: 'user_1' } }, { status: 'signed_out' }],
    ['no id', { isSignedIn: true, user: {} }, { status: 'unknown' }],
    ['an id of odd type', { isSignedIn: true, user: { id: 5 } }, { status: 'unknown' }],
    ['an empty id', { isSignedIn: true, user: { id: '' } }, { status: 'unknown' }],
    ['a user of odd type', { isSignedIn: true, user: 'ada' }, { status: 'unknown' }],
    ['null', null, { status: 'unknown' }],
    ['text', 'auth', { status: 'unknown' }],
    ['onReady of odd type', { onReady: 'yes', isSignedIn: false }, { status: 'signed_out' }],
  ])('MixpeekAuth with %s', async (_, auth, expected) => {
    vi.stubGlobal('MixpeekAuth', auth);
    await expect(currentUser()).resolves.toEqual(expected);
  });

  test.each([
    ['somebody', { isSignedIn: true, user: { id: 'user_1' } }, { status: 'signed_in', userId: 'user_1' }],
    // Before the runtime is ready it says so of everybody.
    ['nobody', { isSignedIn: false, user: null }, undefined],
    ['no id', { user: {} }, undefined],
    ['null', null, undefined],
  ])('is known at once of %s, or not', (_, auth, expected) => {
    vi.stubGlobal('MixpeekAuth', auth);
    expect(createMixpeekDataProvider().peekCurrentUser?.()).toEqual(expected);
  });

  test('is known at once where the option says it', () => {
    const provider = createMixpeekDataProvider({ currentUserId: 'user_option' });
    expect(provider.peekCurrentUser?.()).toEqual({ status: 'signed_in', userId: 'user_option' });
  });

  test('getters and functions that throw are no reason to fail', async () => {
    const auth = {
      get user(): never {
        throw new Error('not yet');
      },
      onReady() {
        throw new Error('no');
      },
    };
    vi.stubGlobal('MixpeekAuth', auth);
    await expect(currentUser()).resolves.toEqual({ status: 'unknown' });
  });

  test('before it is ready the runtime is waited for, though it says "not signed in"', async () => {
    const auth: Record<string, unknown> = { isSignedIn: false, user: null };
    const waiting: (() => void)[] = [];
    auth.onReady = function subscribe(this: unknown, callback: () => void) {
      expect(this).toBe(auth);
      waiting.push(callback);
    };
    vi.stubGlobal('MixpeekAuth', auth);
    const found = currentUser();
    Object.assign(auth, { isSignedIn: true, user: { id: 'user_1' } });
    for (const callback of [...waiting, ...waiting]) callback();
    await expect(found).resolves.toEqual({ status: 'signed_in', userId: 'user_1' });
  });

  test.each([
    [
      { isSignedIn: true, user: { id: 'user_1' } },
      { status: 'signed_in', userId: 'user_1' },
    ],
    [{ isSignedIn: false }, { status: 'signed_out' }],
  ])('a runtime that never calls back is read again after three seconds (%#)', async (later, expected) => {
    vi.useFakeTimers();
    const auth = { isSignedIn: false, onReady: () => undefined };
    vi.stubGlobal('MixpeekAuth', auth);
    const settled = vi.fn<() => void>();
    const found = currentUser().then((user) => {
      settled();
      return user;
    });
    await vi.advanceTimersByTimeAsync(2999);
    expect(settled).not.toHaveBeenCalled();
    Object.assign(auth, later);
    await vi.advanceTimersByTimeAsync(1);
    await expect(found).resolves.toEqual(expected);
  });
});

describe('signing in', () => {
  test('is offered exactly while the page offers it', () => {
    const provider = createMixpeekDataProvider();
    expect(typeof provider.signIn).toBe('undefined');
    const showSignIn = vi.fn<() => void>();
    const auth = { showSignIn };
    vi.stubGlobal('MixpeekAuth', auth);
    provider.signIn?.();
    expect(showSignIn.mock.instances).toEqual([auth]);
    vi.stubGlobal('MixpeekAuth', { showSignIn: true });
    expect(typeof provider.signIn).toBe('undefined');
  });
});
