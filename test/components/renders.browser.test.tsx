import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MemberTable } from '../../src/components/MemberTable.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createSeed } from '../../src/memory/index.js';
import type { Avatar as RealAvatar, AvatarProps } from '../../src/ui/Avatar.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { ada, aMember, grace } from '../../stories/fixtures.js';
import { changeRole, findRow, invite, makeBackEnd, openPanel, passTime, ready } from './panel.js';

/** Whose rows were rendered: each row renders one avatar, which keeps nothing back from its row. */
const rendered = vi.hoisted(() => [] as string[]);

vi.mock('../../src/ui/Avatar.js', async (original) => {
  const { Avatar } = await original<{ Avatar: typeof RealAvatar }>();
  return {
    Avatar(props: AvatarProps) {
      rendered.push(props.name);
      return <Avatar {...props} />;
    },
  };
});

const alan = aMember({ name: 'Alan Turing', role: 'org:admin' });
const seed = {
  members: [ada, alan, grace, ...Array.from({ length: 22 }, (_, index) => aMember({ name: `Other ${index + 1}` }))],
  invitations: [],
};

async function openTable(options: Parameters<typeof openPanel>[0] = {}) {
  const opened = openPanel({ seed, ...options, props: { pageSize: 25, ...options.props } });
  await ready();
  expect(screen.getAllByRole('rowheader')).toHaveLength(25);
  await settled();
  rendered.length = 0;
  return opened;
}

/** Nothing is on its way any more. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(() => {
  rendered.length = 0;
});

test('rows are counted at all', async () => {
  openPanel({ seed, props: { pageSize: 25 } });
  await ready();
  expect(new Set(rendered).size).toBe(25);
});

test('one role change renders one row of twenty-five, from the click to the refetched list', async () => {
  const { fake } = await openTable();
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  await waitFor(() => expect(fake.requests.filter(({ operation }) => operation === 'listMembers')).toHaveLength(2));
  await settled();
  expect(new Set(rendered)).toEqual(new Set(['Grace Hopper']));
  // Asked for, agreed to.
  expect(rendered.length).toBeLessThanOrEqual(3);
});

test('a role change that fails renders its own row alone', async () => {
  await openTable({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 400 }] });
  await changeRole('Grace Hopper', 'Admin');
  await waitFor(() => expect(screen.getByRole('row', { name: /Grace Hopper/ })).toHaveAttribute('data-failed'));
  await settled();
  expect(new Set(rendered)).toEqual(new Set(['Grace Hopper']));
});

test.each([
  [
    'inline callbacks that are new at each render',
    () => ({ onRemove: () => undefined, onError: () => undefined, onBeforeRemove: () => true }),
  ],
  ['a host that renders again for no reason', () => ({})],
] as const)('%s render no row', async (_what, more) => {
  const { reopen } = await openTable();
  for (let times = 0; times < 3; times += 1) reopen({ pageSize: 25, ...more() });
  await settled();
  expect(rendered).toEqual([]);
});

test('typing an address, sending an invitation and dismissing what was told render no row', async () => {
  await openTable();
  await invite('joan@example.com');
  await findRow('joan@example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await settled();
  expect(rendered).toEqual([]);
});

test('a refetch that brings nothing new renders no row', async () => {
  const { fake } = await openTable();
  const realNow = Date.now;
  // The list is old enough to be read again when the page is looked at again.
  vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 60_000);
  window.dispatchEvent(new Event('visibilitychange'));
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(fake.requests.filter(({ operation }) => operation === 'listMembers')).toHaveLength(2));
  await settled();
  vi.restoreAllMocks();
  expect(rendered).toEqual([]);
});

test('what somebody else changed renders that row alone, and its mark goes by itself', async () => {
  const { fake } = await openTable();
  await fake(
    new Request(`https://app.example.com/api/v1/apps/app_demo/users/${grace.userId}/role`, {
      method: 'PATCH',
      body: '{"role":"org:admin"}',
      headers: { 'content-type': 'application/json' },
    }),
  );
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  vi.setSystemTime(Date.now() + 60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  window.dispatchEvent(new Event('visibilitychange'));
  await passTime(1000);
  expect(screen.getByRole('row', { name: /Grace Hopper/ })).toHaveAttribute('data-changed');
  await passTime(10_000);
  expect(screen.getByRole('row', { name: /Grace Hopper/ })).not.toHaveAttribute('data-changed');
  expect(new Set(rendered)).toEqual(new Set(['Grace Hopper']));
});

test('a removal renders the row that comes in, and none of those that move up', async () => {
  const { fake } = await openTable({ seed: { ...seed, members: [...seed.members, aMember({ name: 'Next Page' })] } });
  await userEvent.click(screen.getByRole('button', { name: 'Remove Grace Hopper' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove' }));
  await screen.findByRole('rowheader', { name: /Next Page/ });
  await waitFor(() => expect(fake.requests.filter(({ operation }) => operation === 'listMembers')).toHaveLength(2));
  await settled();
  expect(new Set(rendered.filter((name) => name !== 'Grace Hopper'))).toEqual(new Set(['Next Page']));
});

test('a search in ten thousand members renders the rows that show, and no other', async () => {
  const many = createSeed({ members: 10_000, invitations: 0 });
  openPanel({ seed: many, props: { currentUserId: undefined } });
  await screen.findByText('1–10 of 10,000');
  await settled();
  rendered.length = 0;
  await userEvent.fill(screen.getByRole('searchbox'), 'example.org');
  await screen.findByText(/^1–10 of [1-4],\d{3}$/);
  await settled();
  expect(rendered.length).toBeLessThanOrEqual(10);
});

describe('who looks and which roles there are is read once, however many rows ask', () => {
  const { dataProvider } = makeBackEnd(seed);
  const alone = (given: ReactNode, queryClient: QueryClient) => (
    <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient}>
      {given}
    </UsersProvider>
  );

  /** How many in the page wait for news of a query. */
  async function listenersOf(make: (queryClient: QueryClient, pageSize: number) => ReactNode, pageSize: number) {
    const queryClient = new QueryClient();
    render(make(queryClient, pageSize));
    await ready();
    expect(screen.getAllByRole('rowheader')).toHaveLength(pageSize);
    const queries = queryClient.getQueryCache().getAll();
    const listeners = queries.reduce((sum, query) => sum + query.getObserversCount(), 0);
    cleanup();
    return listeners;
  }

  test.each([
    [
      'in a panel',
      (client: QueryClient, pageSize: number) => (
        <UsersPanel
          appId="app_demo"
          currentUserId="user_ada"
          dataProvider={dataProvider}
          queryClient={client}
          pageSize={pageSize}
        />
      ),
    ],
    ['in a table alone', (client: QueryClient, pageSize: number) => alone(<MemberTable pageSize={pageSize} />, client)],
  ])('%s', async (_where, make) => {
    const few = await listenersOf(make, 5);
    expect(few).toBeGreaterThan(0);
    expect(await listenersOf(make, 25)).toBe(few);
  });
});
