import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { Component, type ReactElement, type ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InvitationList } from '../../src/components/InvitationList.js';
import { InviteForm } from '../../src/components/InviteForm.js';
import { MemberTable } from '../../src/components/MemberTable.js';
import { NoticeRegion } from '../../src/components/NoticeRegion.js';
import { RemoveDialog } from '../../src/components/RemoveDialog.js';
import { RoleSelect } from '../../src/components/RoleSelect.js';
import { UsersProvider, type UsersProviderProps } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { isUsersError } from '../../src/model/errors.js';
import { useMembers } from '../../src/query/useMembers.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { aMember, ada, grace, team } from '../../stories/fixtures.js';
import { changeRole, findRow, makeBackEnd, noRow, ready, roleOf } from '../components/panel.js';

/** What a host has around its page. */
class Boundary extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <p role="alert">
        {isUsersError(error)
          ? `${error.code}: ${error.message}`
          : `Not ours: ${error instanceof Error ? error.message : 'no error'}`}
      </p>
    );
  }
}

/** What a mistake ends in. */
function misuse(mistake: ReactElement): string {
  render(<Boundary>{mistake}</Boundary>, { onCaughtError: () => undefined });
  return screen.getByRole('alert').textContent ?? '';
}

const roleSelect = { role: 'org:admin', label: 'Role', onRoleChange: () => undefined };

describe('a developer who', () => {
  test.each<[string, ReactElement]>([
    ['MemberTable', <MemberTable key="1" />],
    ['InviteForm', <InviteForm key="2" />],
    ['InvitationList', <InvitationList key="3" />],
    ['NoticeRegion', <NoticeRegion key="4" />],
    ['RoleSelect', <RoleSelect key="5" {...roleSelect} />],
    ['RemoveDialog', <RemoveDialog key="6" member={ada} onClose={() => undefined} />],
  ])('renders %s outside the provider is told what to wrap it in', (_name, piece) => {
    expect(misuse(piece)).toMatch(/^invalid_input: .*outside <UsersProvider>.*Wrap it in <UsersProvider/);
  });

  test('uses a hook outside the provider is told the same', () => {
    function Lost() {
      return <p>{useMembers().total}</p>;
    }
    expect(misuse(<Lost />)).toMatch(/^invalid_input: .*outside <UsersProvider>/);
  });

  test.each([
    ['empty', ''],
    ['blank', '  '],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
  ])('gives an app id that is %s is told what it should be', (_what, appId) => {
    expect(misuse(<UsersPanel appId={appId as string} dataProvider={createMemoryDataProvider()} />)).toMatch(
      /^invalid_input: .*`appId`, such as "app_abc123"; it got .*render the panel when it is there/,
    );
  });

  test.each([undefined, null, 'mixpeek'])('gives %j for a data provider is told what it should be', (dataProvider) => {
    const props = { appId: 'app_demo', dataProvider } as unknown as UsersProviderProps;
    expect(misuse(<UsersProvider {...props} />)).toMatch(/^invalid_input: .*createMixpeekDataProvider\(\)/);
  });

  test('gives a locale that is none is told what it should be', () => {
    expect(misuse(<UsersPanel appId="app_demo" locale="de_DE" dataProvider={createMemoryDataProvider()} />)).toMatch(
      /^invalid_input: "de_DE" is no locale.*BCP 47/,
    );
  });
});

/** A host that has set everything the other way round. */
const hostileDefaults = {
  queries: {
    retry: 7,
    retryDelay: 1,
    staleTime: 0,
    gcTime: 0,
    throwOnError: true,
    refetchOnMount: 'always',
    refetchOnWindowFocus: 'always',
    refetchInterval: 20,
    networkMode: 'online',
    structuralSharing: false,
    enabled: false,
  },
  mutations: { retry: 5, throwOnError: true },
} as const;

describe('a query client of the host', () => {
  test('holds the lists, and its settings neither change nor count', async () => {
    const { fake, dataProvider } = makeBackEnd(team, {
      faults: [{ operation: 'listInvitations', kind: 'status', status: 400 }],
    });
    const queryClient = new QueryClient({ defaultOptions: hostileDefaults });
    render(
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient} />,
    );
    await ready();
    await screen.findByText('The list could not be loaded');
    // Time for the host's interval and retries, if they counted.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(fake.requests).toHaveLength(2);
    expect(queryClient.getQueryData(['users-panel', 'mixpeek', 'app_demo', 'members'])).toMatchObject({ total: 12 });
    expect(queryClient.getDefaultOptions()).toEqual(hostileDefaults);
    await changeRole('Grace Hopper', 'Admin');
    await screen.findByText('Grace Hopper is now Admin.');
    expect(queryClient.getMutationCache().getAll()).toEqual([]);
  });

  test('has its own data left alone', async () => {
    const queryClient = new QueryClient();
    queryClient.setQueryData(['members'], 'the host’s');
    const { dataProvider } = makeBackEnd();
    render(
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient} />,
    );
    await ready();
    await changeRole('Grace Hopper', 'Admin');
    await screen.findByText('Grace Hopper is now Admin.');
    expect(queryClient.getQueryData(['members'])).toBe('the host’s');
    expect(queryClient.getQueryState(['members'])?.isInvalidated).toBe(false);
    const ours = queryClient
      .getQueryCache()
      .getAll()
      .filter(({ queryKey }) => queryKey[0] !== 'users-panel');
    expect(ours).toHaveLength(1);
  });

  test('that is around the panel, but was not given, is not touched', async () => {
    const around = new QueryClient();
    const { dataProvider } = makeBackEnd();
    render(
      <QueryClientProvider client={around}>
        <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />
      </QueryClientProvider>,
    );
    await ready();
    expect(around.getQueryCache().getAll()).toEqual([]);
  });
});

describe('what the host renders inside', () => {
  test('sees no query client of ours', () => {
    function Child() {
      useQueryClient();
      return <p>Found one</p>;
    }
    expect(
      misuse(
        <UsersProvider appId="app_demo" dataProvider={createMemoryDataProvider()}>
          <Child />
        </UsersProvider>,
      ),
    ).toMatch(/^Not ours: No QueryClient set/);
  });

  test('sees the host’s own, and works with it', async () => {
    const own = new QueryClient();
    const seen = vi.fn<(client: QueryClient) => void>();
    function Child() {
      seen(useQueryClient());
      const { data } = useQuery({ queryKey: ['own'], queryFn: () => Promise.resolve('Own data') });
      return <p>{data}</p>;
    }
    render(
      <QueryClientProvider client={own}>
        <UsersProvider appId="app_demo" dataProvider={createMemoryDataProvider()}>
          <MemberTable />
          <Child />
        </UsersProvider>
      </QueryClientProvider>,
    );
    await screen.findByText('Own data');
    expect(seen.mock.calls.every(([client]) => client === own)).toBe(true);
  });

  test('keeps its state when another app is shown', async () => {
    const dataProvider = createMemoryDataProvider();
    const page = (appId: string) => (
      <UsersProvider appId={appId} dataProvider={dataProvider}>
        <input aria-label="Own" />
      </UsersProvider>
    );
    const { rerender } = render(page('app_1'));
    await userEvent.fill(screen.getByRole('textbox', { name: 'Own' }), 'typed');
    rerender(page('app_2'));
    expect(screen.getByRole('textbox', { name: 'Own' })).toHaveValue('typed');
  });
});

describe('two panels on one page', () => {
  const other = {
    appId: 'app_2',
    members: [ada, { ...grace, role: 'org:billing' }, aMember({ name: 'Hedy Lamarr' })],
    invitations: [],
  };

  test.each([
    ['each with a private client', undefined],
    ['with one client of the host', new QueryClient()],
  ])('with different apps do not disturb each other (%s)', async (_how, queryClient) => {
    const one = makeBackEnd();
    const two = makeBackEnd(other);
    render(
      <>
        <div data-testid="one">
          <UsersPanel
            appId="app_demo"
            currentUserId="user_ada"
            dataProvider={one.dataProvider}
            queryClient={queryClient}
          />
        </div>
        <div data-testid="two">
          <UsersPanel
            appId="app_2"
            currentUserId="user_ada"
            dataProvider={two.dataProvider}
            queryClient={queryClient}
          />
        </div>
      </>,
    );
    const first = within(screen.getByTestId('one'));
    const second = within(screen.getByTestId('two'));
    await first.findByRole('row', { name: /Alan Turing/ });
    await second.findByRole('row', { name: /Hedy Lamarr/ });
    await userEvent.fill(first.getByRole('searchbox'), 'grace');
    await userEvent.selectOptions(first.getByRole('combobox', { name: 'Role of Grace Hopper' }), 'Admin');
    await first.findByText('Grace Hopper is now Admin.');
    expect(second.queryByText(/is now/)).toBeNull();
    expect(second.getByRole('combobox', { name: 'Role of Grace Hopper' })).toHaveValue('org:billing');
    expect(second.getByRole('searchbox')).toHaveValue('');
    expect(two.fake.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(two.fake.requests).toHaveLength(2);
  });

  test('with the same app and one client show the same, from one pair of requests', async () => {
    const { fake, dataProvider } = makeBackEnd();
    const queryClient = new QueryClient();
    const panel = (
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient} />
    );
    render(
      <>
        <div data-testid="one">{panel}</div>
        <div data-testid="two">{panel}</div>
      </>,
    );
    const first = within(screen.getByTestId('one'));
    const second = within(screen.getByTestId('two'));
    await first.findByRole('row', { name: /Alan Turing/ });
    expect(fake.requests).toHaveLength(2);
    await userEvent.selectOptions(first.getByRole('combobox', { name: 'Role of Grace Hopper' }), 'Admin');
    await waitFor(() =>
      expect(second.getByRole('combobox', { name: 'Role of Grace Hopper' })).toHaveValue('org:admin'),
    );
  });
});

test('a panel that is taken out of the page stops its requests, and writes that were under way end quietly', async () => {
  const { fake, dataProvider } = makeBackEnd(team, {
    faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 30 }],
  });
  const onRoleChange = vi.fn<() => void>();
  const { unmount } = render(
    <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} onRoleChange={onRoleChange} />,
  );
  await ready();
  await changeRole('Grace Hopper', 'Admin');
  unmount();
  await waitFor(() =>
    expect(fake.read().members.find(({ userId }) => userId === 'user_grace')?.role).toBe('org:admin'),
  );
  await waitFor(() => expect(onRoleChange).toHaveBeenCalledOnce());
});

test('a list that was read is there at once when the panel comes back with the same client', async () => {
  const { fake, dataProvider } = makeBackEnd();
  const queryClient = new QueryClient();
  const panel = (
    <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={queryClient} />
  );
  const first = render(panel);
  await findRow('Ada Lovelace');
  await waitFor(() => expect(fake.requests).toHaveLength(2));
  first.unmount();
  render(panel);
  expect(noRow('Ada Lovelace')).toBe(false);
  expect(roleOf('Grace Hopper')).toHaveValue('org:member');
  expect(fake.requests).toHaveLength(2);
});
