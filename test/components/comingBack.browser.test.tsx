import { QueryClient } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, type FakeMixpeek } from '../../src/msw/index.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';
import { findRow, invite, noRow, openPanel, operationsOf, ready } from './panel.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const reads = (fake: FakeMixpeek) => operationsOf(fake).filter((name) => name === 'listMembers').length;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Time passes for what is old, and for nothing else. */
const later = (ms: number) => {
  const now = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ms);
};

describe('with two windows side by side', () => {
  test('turning to the panel reads the lists again when they are old', async () => {
    const { fake } = openPanel();
    await ready();
    await findRow('linus@example.org');
    later(60_000);
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(reads(fake)).toBe(2));
    expect(operationsOf(fake).filter((name) => name === 'listInvitations')).toHaveLength(2);
    expect(noRow('Ada Lovelace')).toBe(false);
  });

  test('and not more often than every thirty seconds', async () => {
    const { fake } = openPanel();
    await ready();
    later(25_000);
    for (let turns = 0; turns < 3; turns += 1) {
      window.dispatchEvent(new Event('focus'));
      // oxlint-disable-next-line no-await-in-loop -- one turn after another
      await pause(300);
    }
    expect(reads(fake)).toBe(1);
  });

  test('a clock that was set back does not keep old lists', async () => {
    const { fake } = openPanel();
    await ready();
    later(-3 * 3_600_000);
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(reads(fake)).toBe(2));
  });

  test('a press on "Try again" that brings the window back is not lost', async () => {
    const { fake } = openPanel({ faults: [{ operation: 'listMembers', kind: 'status', status: 400 }] });
    const again = await screen.findByRole('button', { name: 'Try again' });
    later(60_000);
    const clicked = vi.fn<() => void>();
    again.addEventListener('click', clicked);
    window.dispatchEvent(new Event('focus'));
    await pause(100);
    expect(again).toBeVisible();
    fake.configure({ faults: [] });
    again.click();
    expect(clicked).toHaveBeenCalledOnce();
    await findRow('Ada Lovelace');
  });

  test('a host’s query client is asked for nothing of its own', async () => {
    const queryClient = new QueryClient();
    const queryFn = vi.fn<() => string>(() => 'own');
    await queryClient.prefetchQuery({ queryKey: ['own'], queryFn });
    openPanel({ props: { queryClient } });
    await ready();
    later(60_000);
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await pause(400);
    expect(queryFn).toHaveBeenCalledOnce();
    expect(queryClient.getQueryData(['own'])).toBe('own');
  });
});

describe('a page that is restored whole by "Back"', () => {
  const restore = (persisted = true) => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));

  test('shows no rows from before until the server has answered', async () => {
    const { fake } = openPanel();
    await ready();
    await findRow('linus@example.org');
    fake.configure({ faults: [{ operation: '*', kind: 'slow', ms: 150 }] });
    restore();
    await waitFor(() => expect(noRow('Grace Hopper')).toBe(true));
    expect(noRow('linus@example.org')).toBe(true);
    await ready();
    expect(reads(fake)).toBe(2);
  });

  test('after a sign-out asks to sign in, and shows nothing of the old session', async () => {
    const { fake } = openPanel();
    await ready();
    fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
    restore();
    expect(await screen.findByText('Sign in to see who may use this app')).toBeVisible();
    expect(noRow('Grace Hopper')).toBe(true);
  });

  test('keeps its rows where it was loaded, not restored', async () => {
    const { fake } = openPanel();
    await ready();
    restore(false);
    await pause(50);
    expect(noRow('Grace Hopper')).toBe(false);
    expect(reads(fake)).toBe(1);
  });
});

describe('a visitor of a Canvas page', () => {
  const auth = { isSignedIn: false, user: null as null | { id: string }, showSignIn: vi.fn<() => void>() };
  const signIn = (id: string | null) => Object.assign(auth, { isSignedIn: id !== null, user: id && { id } });
  beforeEach(() => {
    signIn(null);
    auth.showSignIn.mockClear();
    vi.stubGlobal('MixpeekAuth', auth);
  });

  function open(props: Partial<UsersPanelProps> = {}, fake = createFakeMixpeek(team)) {
    const dataProvider = createMixpeekDataProvider({
      baseUrl: 'https://app.example.com/api',
      fetch: (input, init) => fake(new Request(input, init)),
    });
    render(<UsersPanel appId="app_demo" dataProvider={dataProvider} {...props} />);
    return fake;
  }

  test.each([
    [
      'the pointer over the panel',
      async () => void fireEvent.pointerOver(screen.getByText('Sign in to see who may use this app')),
    ],
    ['focus in the panel', async () => screen.getByRole('button', { name: 'Sign in' }).focus()],
    ['focus of the window', async () => void window.dispatchEvent(new Event('focus'))],
    ['the tab', async () => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))],
  ])('who signs in without a reload has the members with %s', async (what, turn) => {
    open();
    await screen.findByText('Sign in to see who may use this app');
    signIn('user_ada');
    // TanStack Query asks who is there again once that is some seconds old.
    if (what === 'the tab') later(10_000);
    await turn();
    await ready();
    expect(screen.getAllByRole('combobox', { name: /^Role of/ }).length).toBeGreaterThan(0);
  });

  test('who signs out without a reload takes the rows along, and nothing is asked for', async () => {
    signIn('user_ada');
    const fake = open();
    await ready();
    await findRow('linus@example.org');
    const before = fake.requests.length;
    signIn(null);
    fireEvent.pointerOver(await findRow('Grace Hopper'));
    await screen.findByText('Sign in to see who may use this app');
    expect(noRow('Grace Hopper')).toBe(true);
    expect(operationsOf(fake).slice(before)).toEqual([]);
  });

  test('who is another one is shown nothing that the first one read', async () => {
    signIn('user_ada');
    const fake = open();
    await ready();
    fake.configure({ faults: [{ operation: '*', kind: 'slow', ms: 100 }] });
    signIn('user_grace');
    fireEvent.pointerOver(await findRow('Grace Hopper'));
    await waitFor(() => expect(noRow('Ada Lovelace')).toBe(true));
    await ready();
    expect(await findRow('Grace Hopper')).toHaveTextContent('You');
    expect(screen.queryByRole('combobox', { name: /^Role of/ })).toBeNull();
  });

  test('whose session ended on the server has the members after the sign-in, without "Try again"', async () => {
    signIn('user_ada');
    const fake = open();
    await ready();
    fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
    await invite('joan@example.com');
    const [button] = await screen.findAllByRole('button', { name: 'Sign in' });
    await userEvent.click(button as HTMLElement);
    expect(auth.showSignIn).toHaveBeenCalledOnce();
    fake.configure({ faults: [] });
    await pause(1100);
    fireEvent.pointerOver(screen.getByRole('heading', { name: 'Users' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull());
  });
});

describe('a panel that is opened without a connection', () => {
  test('says so, and has its members by itself once the connection is back', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { fake } = openPanel({ faults: [{ operation: '*', kind: 'cut-before' }] });
    expect((await screen.findAllByText('You are offline. Try again when you are connected.'))[0]).toBeVisible();
    fake.configure({ faults: [] });
    onLine.mockReturnValue(true);
    // The page was never told that the connection went.
    window.dispatchEvent(new Event('online'));
    await ready();
    await findRow('linus@example.org');
  });

  test('is asked for all the same where the browser is wrong about it, and writes are sent', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { fake } = openPanel();
    await ready();
    expect(screen.queryByText(/You are offline/)).toBeNull();
    await invite('joan@example.com');
    await screen.findByText('joan@example.com was invited.');
    expect(fake.read().invitations.some(({ email }) => email === 'joan@example.com')).toBe(true);
  });

  test('says that it is offline from when the browser does, until there is an answer', async () => {
    const { fake } = openPanel();
    await ready();
    await findRow('linus@example.org');
    await pause(5);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect((await screen.findAllByText(/You are offline/))[0]).toBeVisible();
    later(60_000);
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(screen.queryByText(/You are offline/)).toBeNull());
    expect(reads(fake)).toBe(2);
  });
});
