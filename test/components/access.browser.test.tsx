import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, type FakeMixpeek } from '../../src/msw/index.js';
import { useAccess } from '../../src/query/useAccess.js';
import { useRoles } from '../../src/query/useRoles.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { team } from '../../stories/fixtures.js';
import {
  changeRole,
  findRow,
  invite,
  makeBackEnd,
  noRow,
  openPanel,
  operationsOf,
  ready,
  remove,
  revoke,
  row,
} from './panel.js';

afterEach(() => void vi.unstubAllGlobals());

const controls = () =>
  screen.queryAllByRole('combobox', { name: /^Role of/ }).length +
  screen.queryAllByRole('button', { name: /^(Remove .|Revoke .|Send)/ }).length;

/** What another admin does meanwhile. */
const elsewhere = (fake: FakeMixpeek, method: string, path: string, body?: object) =>
  fake(
    new Request(`https://app.example.com/api/v1/apps/app_demo/users/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  );

describe('somebody who was demoted by another admin', () => {
  test.each([
    ['changes a role', 'updateMemberRole', () => changeRole('Grace Hopper', 'Admin')],
    ['removes a member', 'removeMember', () => remove('Grace Hopper')],
    ['invites', 'inviteMember', () => invite('joan@example.com')],
    ['revokes an invitation', 'revokeInvitation', () => revoke('linus@example.org')],
  ] as const)('and %s is told no, and keeps the list without its controls', async (_what, operation, act) => {
    const errors: string[] = [];
    const { fake } = openPanel({ props: { onError: ({ code }, what) => errors.push(`${what}: ${code}`) } });
    await ready();
    await findRow('linus@example.org');
    await elsewhere(fake, 'PATCH', 'user_ada/role', { role: 'org:member' });
    fake.configure({ faults: [{ operation, kind: 'status', status: 403 }] });
    await act();
    await waitFor(() => expect(controls()).toBe(0));
    expect(errors).toEqual([`${operation}: forbidden`]);
    expect(noRow('Grace Hopper')).toBe(false);
    expect(screen.queryByRole('region', { name: /Pending invitations/ })).toBeNull();
    // A dialog that was open does not stand there with nothing behind it to do.
    const dialog = screen.queryByRole('alertdialog');
    if (dialog) await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  test('is told why the controls go, even after a failed try to give up the role themselves', async () => {
    const { fake } = openPanel();
    await ready();
    fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 400, times: 1 }] });
    await changeRole('Ada Lovelace', 'Member');
    await userEvent.click(await screen.findByRole('button', { name: 'Give up admin role' }));
    await waitFor(() => expect(row('Ada Lovelace')).toHaveAttribute('data-failed'));
    await elsewhere(fake, 'PATCH', 'user_ada/role', { role: 'org:member' });
    // The next act that is refused has the list read again.
    fake.configure({ faults: [{ operation: 'revokeInvitation', kind: 'status', status: 403 }] });
    await revoke('linus@example.org');
    await waitFor(() => expect(controls()).toBe(0));
    expect(await screen.findByText(/^Your role was changed/)).toBeVisible();
  });

  test('and removed sees no list any more', async () => {
    const { fake } = openPanel();
    await ready();
    await elsewhere(fake, 'DELETE', 'user_ada');
    fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 403 }] });
    await changeRole('Grace Hopper', 'Admin');
    expect(await screen.findByText('You have no access to this list')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

test('whose session ended keeps the rows, is told, and what was typed stays', async () => {
  const { fake } = openPanel();
  await ready();
  fake.configure({ faults: [{ operation: '*', kind: 'status', status: 401 }] });
  await invite('joan@example.com', 'mary@example.com');
  await waitFor(() => expect(screen.getAllByText(/Your session has ended/).length).toBeGreaterThan(0));
  expect(noRow('Grace Hopper')).toBe(false);
  expect(screen.getByRole('list', { name: 'Addresses to invite' })).toHaveTextContent(
    /joan@example.com.*mary@example.com/,
  );
});

test.each([
  ['read', false],
  ['manage', true],
] as const)('the host’s word (%s) stands above the list', async (access, hasControls) => {
  openPanel({ props: { access, currentUserId: 'user_grace' } });
  await ready();
  expect(controls() > 0).toBe(hasControls);
});

test('whom the host lets do nothing sees no list, and none is asked for', async () => {
  const { fake } = openPanel({ props: { access: 'none' } });
  expect(await screen.findByText('You have no access to this list')).toBeVisible();
  expect(controls()).toBe(0);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(fake.requests).toEqual([]);
});

describe('whoever the page names', () => {
  const auth = {
    isSignedIn: true,
    user: { id: 'user_ada' },
    onReady: (callback: () => void) => callback(),
    showSignIn: vi.fn<() => void>(),
  };
  beforeEach(() => void auth.showSignIn.mockClear());

  function openWithPage(fake = createFakeMixpeek(team)) {
    const dataProvider = createMixpeekDataProvider({
      baseUrl: 'https://app.example.com/api',
      fetch: (input, init) => fake(new Request(input, init)),
    });
    render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
    return fake;
  }

  test('is the one who looks', async () => {
    vi.stubGlobal('MixpeekAuth', auth);
    openWithPage();
    await ready();
    expect(await findRow('Ada Lovelace')).toHaveTextContent('You');
    expect(controls()).toBeGreaterThan(0);
  });

  test('and is a member may only read', async () => {
    vi.stubGlobal('MixpeekAuth', { ...auth, user: { id: 'user_grace' } });
    openWithPage();
    await ready();
    expect(await findRow('Grace Hopper')).toHaveTextContent('You');
    expect(controls()).toBe(0);
  });

  test('when nobody is signed in: nothing is asked for, and sign-in is one click away', async () => {
    vi.stubGlobal('MixpeekAuth', { ...auth, isSignedIn: false, user: null });
    const fake = openWithPage();
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(auth.showSignIn).toHaveBeenCalledOnce();
    expect(screen.getByText('Sign in to see who may use this app')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
    expect(controls()).toBe(0);
    expect(fake.requests).toEqual([]);
  });

  test('is waited for before anything is asked, then both lists are asked for at once', async () => {
    let told: () => void = () => undefined;
    const page = {
      ...auth,
      isSignedIn: false,
      user: null as null | { id: string },
      onReady: (done: () => void) => (told = done),
    };
    vi.stubGlobal('MixpeekAuth', page);
    const fake = openWithPage();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(fake.requests).toEqual([]);
    expect(document.querySelector('.mup-panel[aria-busy="true"], .mup-panel [aria-busy="true"]')).not.toBeNull();
    Object.assign(page, { isSignedIn: true, user: { id: 'user_ada' } });
    told();
    await findRow('Ada Lovelace');
    expect(operationsOf(fake).toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'listInvitations',
      'listMembers',
    ]);
  });
});

test('until it is ready there is one wave of two requests', async () => {
  const { fake } = openPanel({ faults: [{ operation: '*', kind: 'slow', ms: 40 }] });
  await waitFor(() => expect(fake.requests).toHaveLength(2));
  // Both are there before either is answered.
  expect(fake.requests.map(({ status }) => status)).toEqual([null, null]);
  await ready();
  await findRow('linus@example.org');
  expect(fake.requests).toHaveLength(2);
});

test('in a Canvas page the app id is all there is to say', async () => {
  const { fake } = makeBackEnd();
  const fetched = vi.fn<typeof fetch>((input, init) => fake(new Request(input, init)));
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('__MIXPEEK__', { apiBaseUrl: '/canvas/proxy' });
  vi.stubGlobal('MixpeekAuth', { isSignedIn: true, user: { id: 'user_ada' } });
  render(<UsersPanel appId="app_demo" />);
  await ready();
  expect(await findRow('Ada Lovelace')).toHaveTextContent('You');
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  expect(fake.requests.every(({ path }) => path.startsWith('/canvas/proxy/v1/apps/app_demo/users'))).toBe(true);
  expect(fetched.mock.calls.every(([, init]) => init?.credentials === 'same-origin')).toBe(true);
  expect(fake.requests.every(({ headers }) => headers['authorization'] === undefined)).toBe(true);
});

test('what a host shows of another app within a panel is judged by that app, not by the panel’s', async () => {
  function Read() {
    const { access, currentUserId } = useAccess();
    return `${currentUserId} may ${access} among ${useRoles().length} roles`;
  }
  const dataProvider = createMemoryDataProvider(team);
  const own = [{ role: 'org:member' }];
  const columns = [
    {
      key: 'other',
      header: 'Other',
      render: () => (
        <>
          <Read />
          <UsersProvider
            appId="app_other"
            dataProvider={dataProvider}
            access="read"
            currentUserId="user_grace"
            roles={own}
          >
            <Read />
          </UsersProvider>
        </>
      ),
    },
  ];
  openPanel({ props: { columns } });
  const cells = within(await findRow('Ada Lovelace'));
  await waitFor(() => expect(cells.getByText(/user_grace/)).toHaveTextContent('user_grace may read among 1 roles'));
  expect(cells.getByText(/user_ada/)).toHaveTextContent('user_ada may manage among 2 roles');
});

test('a failure to learn who looks is told once, whatever a data provider rejects with', async () => {
  const told: string[] = [];
  const dataProvider = {
    ...createMemoryDataProvider(team),
    // oxlint-disable-next-line prefer-promise-reject-errors -- what careless code does
    getAccess: () => Promise.reject('no'),
  };
  const { reopen } = openPanel({ props: { dataProvider, onError: ({ code }, what) => told.push(`${what}: ${code}`) } });
  await screen.findAllByRole('button', { name: 'Try again' });
  for (const pageSize of [5, 6, 7]) reopen({ pageSize });
  await waitFor(() => expect(told).toEqual(['listMembers: server_error']));
});
