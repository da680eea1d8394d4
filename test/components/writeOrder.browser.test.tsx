import { render, screen, waitFor, within } from '@testing-library/react';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InvitationList, MemberTable, UsersProvider } from '../../src/index.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersError } from '../../src/model/errors.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { aMember, ada, anInvitation, grace } from '../../stories/fixtures.js';
import {
  askToRemove,
  changeRole,
  findRow,
  makeBackEnd,
  noRow,
  openPanel,
  passTime,
  ready,
  remove,
  revoke,
  roleOf,
} from './panel.js';

const appId = 'app_demo';
const alan = aMember({ userId: 'user_alan', name: 'Alan Turing', role: 'org:admin' });
const roles = ['org:admin', 'org:member', 'org:billing'].map((role) => ({ role }));
const seed = { members: [ada, alan, grace], invitations: [], roles };

afterEach(() => void vi.restoreAllMocks());

describe('two tables of one app', () => {
  it('send the role changes of one row one after another, whichever table they come from', async () => {
    const { dataProvider } = makeBackEnd(seed);
    const { updateMemberRole } = dataProvider;
    let underWay = 0;
    let most = 0;
    dataProvider.updateMemberRole = async (input) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 600));
      const member = await updateMemberRole(input);
      underWay -= 1;
      return member;
    };
    const previous: string[] = [];
    render(
      <UsersProvider
        appId={appId}
        currentUserId={ada.userId}
        dataProvider={dataProvider}
        roles={roles}
        onRoleChange={({ role }, before) => previous.push(`${before} → ${role}`)}
      >
        <MemberTable />
        <MemberTable />
      </UsersProvider>,
    );
    const selects = await screen.findAllByRole('combobox', { name: /Grace Hopper/ });
    expect(selects).toHaveLength(2);
    await userEvent.selectOptions(selects[0] as HTMLElement, 'org:admin');
    await userEvent.selectOptions(selects[1] as HTMLElement, 'org:billing');
    await waitFor(() => expect(previous).toHaveLength(2));
    expect(most).toBe(1);
    expect(previous).toEqual(['org:member → org:admin', 'org:admin → org:billing']);
  });
});

describe('removing somebody whose role change is under way', () => {
  it.each([
    ['is refused as no member any more', false],
    ['gets no answer', true],
  ])('ends with them gone and reports no failure when the change %s', async (_, isLost) => {
    const errors: string[] = [];
    const { dataProvider } = makeBackEnd(seed);
    const { removeMember, updateMemberRole } = dataProvider;
    let removed = () => undefined as void;
    const isRemoved = new Promise<void>((resolve) => (removed = resolve));
    let settled = () => undefined as void;
    const isSettled = new Promise<void>((resolve) => (settled = resolve));
    dataProvider.removeMember = async (input) => {
      await removeMember(input);
      setTimeout(removed, 200);
    };
    dataProvider.updateMemberRole = async (input) => {
      await isRemoved;
      setTimeout(settled, 200);
      if (isLost) throw new UsersError('timeout', 'No answer.');
      return updateMemberRole(input);
    };
    render(
      <UsersPanel
        appId={appId}
        currentUserId={ada.userId}
        dataProvider={dataProvider}
        onError={({ code }, operation) => errors.push(`${operation}: ${code}`)}
      />,
    );
    await ready();
    await changeRole('Grace Hopper', 'org:admin');
    await remove('Grace Hopper');
    await screen.findByText('Grace Hopper was removed.');
    await isSettled;
    expect(noRow('Grace Hopper')).toBe(true);
    expect(document.querySelector('[data-failed]')).toBeNull();
    expect(errors).toEqual([]);
  });

  it('reports no failure of the change while the removal is still being answered', async () => {
    const errors: string[] = [];
    const { dataProvider } = makeBackEnd(seed);
    const { removeMember, updateMemberRole } = dataProvider;
    let removed = () => undefined as void;
    const isRemoved = new Promise<void>((resolve) => (removed = resolve));
    let answer = () => undefined as void;
    dataProvider.updateMemberRole = async (input) => {
      await isRemoved;
      return updateMemberRole(input);
    };
    dataProvider.removeMember = async (input) => {
      await removeMember(input);
      removed();
      await new Promise<void>((resolve) => (answer = resolve));
    };
    render(
      <UsersPanel
        appId={appId}
        currentUserId={ada.userId}
        dataProvider={dataProvider}
        onError={({ code }, operation) => errors.push(`${operation}: ${code}`)}
      />,
    );
    await ready();
    await changeRole('Grace Hopper', 'org:admin');
    await remove('Grace Hopper');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(errors).toEqual([]);
    answer();
    await screen.findByText('Grace Hopper was removed.');
    expect(errors).toEqual([]);
  });
});

describe('a 404 that may not be about the row', () => {
  const open = (change: (dataProvider: DataProvider) => void) => {
    const told: string[] = [];
    const { dataProvider } = makeBackEnd({
      members: [ada, alan, grace],
      invitations: [anInvitation({ email: 'guest@example.com' })],
    });
    render(
      <UsersPanel
        appId={appId}
        currentUserId={ada.userId}
        dataProvider={dataProvider}
        onRemove={() => told.push('onRemove')}
        onRevoke={() => told.push('onRevoke')}
        onError={({ code }, operation) => told.push(`${operation}: ${code}`)}
      />,
    );
    return { told, spoil: () => change(dataProvider) };
  };
  const unreadable = () => Promise.reject(new UsersError('invalid_response', 'An HTML page.'));

  it('is never reported as a removal when the list cannot be read', async () => {
    const { told, spoil } = open((dataProvider) => {
      dataProvider.removeMember = () => Promise.reject(new UsersError('member_not_found', 'Gone?', { status: 404 }));
      dataProvider.listMembers = unreadable;
    });
    await ready();
    spoil();
    await remove('Grace Hopper');
    const dialog = await screen.findByRole('alertdialog');
    await within(dialog).findByText(/does not know this person|couldn’t be found/);
    expect(told).not.toContain('onRemove');
    expect(told).toContain('removeMember: member_not_found');
  });

  it('is never reported as a revocation when the list cannot be read', async () => {
    const { told, spoil } = open((dataProvider) => {
      dataProvider.revokeInvitation = () =>
        Promise.reject(new UsersError('invitation_not_found', 'Gone?', { status: 404 }));
      dataProvider.listInvitations = unreadable;
    });
    await ready();
    await findRow('guest@example.com');
    spoil();
    await revoke('guest@example.com');
    const dialog = await screen.findByRole('alertdialog');
    await within(dialog).findByText(/does not know this invitation|couldn’t be found/);
    expect(told).not.toContain('onRevoke');
  });

  it.each(['removeMember', 'revokeInvitation'] as const)(
    'says that nothing was done when %s has no route',
    async (name) => {
      const { told, spoil } = open((dataProvider) => {
        dataProvider[name] = () => Promise.reject(new UsersError('not_found', 'No such route.', { status: 404 }));
      });
      await ready();
      await findRow('guest@example.com');
      spoil();
      if (name === 'removeMember') await remove('Grace Hopper');
      else await revoke('guest@example.com');
      await waitFor(() => expect(told).toContain(`${name}: not_found`));
      expect(told).not.toContain('onRemove');
      expect(told).not.toContain('onRevoke');
      expect(screen.getByRole('alertdialog')).toBeVisible();
    },
  );
});

describe('the clock of the device', () => {
  it.each([
    ['back by hours', -5],
    ['forward by hours', 5],
  ])('may be set %s: within a minute the row shows what the server says', async (_, hours) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    const dataProvider = createMemoryDataProvider(seed);
    const { listMembers, updateMemberRole } = dataProvider;
    const stale = await listMembers({ appId });
    let lags = true;
    dataProvider.listMembers = async (input) => (lags ? stale : listMembers(input));
    render(<UsersPanel appId={appId} dataProvider={dataProvider} currentUserId={ada.userId} access="manage" />);
    await passTime(500);
    await changeRole('Grace Hopper', 'org:billing');
    await passTime(500);
    vi.setSystemTime(Date.now() + hours * 3_600_000);
    await updateMemberRole({ appId, userId: grace.userId, role: 'org:admin' });
    window.dispatchEvent(new Event('visibilitychange'));
    await passTime(10_000);
    // The list lags, so the own change is still what shows.
    expect(roleOf('Grace Hopper')).toHaveValue('org:billing');
    lags = false;
    await passTime(50_000);
    expect(roleOf('Grace Hopper')).toHaveValue('org:admin');
  });

  it('does not keep a window from reading the lists again', async () => {
    const dataProvider = createMemoryDataProvider(seed);
    const list = vi.spyOn(dataProvider, 'listMembers');
    render(<UsersPanel appId={appId} dataProvider={dataProvider} currentUserId={ada.userId} access="manage" />);
    await ready();
    const earlier = Date.now() - 5 * 3_600_000;
    vi.spyOn(Date, 'now').mockReturnValue(earlier);
    list.mockClear();
    window.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(list).toHaveBeenCalledTimes(1));
  });
});

describe('requests after a write', () => {
  it('are one list of invitations, also from a later page of a back end that pages', async () => {
    const invitations = Array.from({ length: 25 }, (_, index) => anInvitation({ email: `guest.${index}@example.com` }));
    const dataProvider = createMemoryDataProvider({ members: [ada], invitations }, { paging: 'cursor' });
    const list = vi.spyOn(dataProvider, 'listInvitations');
    render(<UsersPanel appId={appId} dataProvider={dataProvider} access="manage" />);
    await screen.findByText('1–10 of 25');
    const pager = within(screen.getByRole('navigation', { name: /Pages of the invitation/ }));
    await userEvent.click(pager.getByRole('button', { name: 'Next page' }));
    await screen.findByText('11–20 of 25');
    const table = within(screen.getByRole('table', { name: 'Pending invitations' }));
    await waitFor(() => expect(table.getAllByRole('rowheader')).toHaveLength(10));
    const [first] = table.getAllByRole('rowheader').map(({ textContent }) => textContent);
    list.mockClear();
    await revoke(first ?? '');
    await waitFor(() => expect(noRow(first ?? '')).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('are one list of members, also from a later page of a back end that pages', async () => {
    const people = [
      ada,
      ...Array.from({ length: 24 }, (_, index) => aMember({ userId: `user_${index}`, name: `Person ${index}` })),
    ];
    const dataProvider = createMemoryDataProvider({ members: people, invitations: [] }, { paging: 'cursor' });
    const list = vi.spyOn(dataProvider, 'listMembers');
    render(<UsersPanel appId={appId} dataProvider={dataProvider} access="manage" />);
    await screen.findByText('1–10 of 25');
    const pager = within(screen.getByRole('navigation', { name: /Pages of the member/ }));
    await userEvent.click(pager.getByRole('button', { name: 'Next page' }));
    await findRow('Person 12');
    list.mockClear();
    await changeRole('Person 12', 'org:admin');
    await screen.findByText('Person 12 is now Admin.');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(list).toHaveBeenCalledTimes(1);
    expect(list.mock.calls[0]?.[0].cursor).toBeDefined();
  });
});

describe('another data provider for the same app', () => {
  it('begins on the first page, without search, dialogs or notices of the one before', async () => {
    const people = (name: string) => [
      ada,
      ...Array.from({ length: 24 }, (_, index) => aMember({ userId: `${name}_${index}`, name: `${name} ${index}` })),
    ];
    const make = (name: string) => {
      const provider = createMemoryDataProvider({ members: people(name), invitations: [] }, { paging: 'cursor' });
      const { listMembers } = provider;
      provider.listMembers = async (input) => {
        if (input.cursor?.startsWith('of ') === true && !input.cursor.startsWith(`of ${name} `)) {
          throw new UsersError('invalid_input', 'A cursor of another back end.');
        }
        const cursor = input.cursor?.replace(`of ${name} `, '');
        const page = await listMembers({ ...input, cursor });
        return { ...page, nextCursor: page.nextCursor && `of ${name} ${page.nextCursor}` };
      };
      return { ...provider, name };
    };
    const errors: string[] = [];
    const panel = (dataProvider: DataProvider) => (
      <UsersPanel
        appId={appId}
        access="manage"
        dataProvider={dataProvider}
        onError={({ code }, operation) => errors.push(`${operation}: ${code}`)}
      />
    );
    const view = render(panel(make('east')));
    await findRow('east 3');
    const pager = within(screen.getByRole('navigation', { name: /Pages of the member/ }));
    await userEvent.click(pager.getByRole('button', { name: 'Next page' }));
    await findRow('east 12');
    await changeRole('east 12', 'org:admin');
    await screen.findByText('east 12 is now Admin.');
    await askToRemove('east 12');
    view.rerender(panel(make('west')));
    await findRow('west 3');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.queryByText('east 12 is now Admin.')).toBeNull();
    expect(screen.getByText('1–10 of 25')).toBeVisible();
    expect(errors).toEqual([]);
  });
});

describe('onError', () => {
  it('of each provider hears of a failure, also when they share a query client', async () => {
    const dataProvider = createMemoryDataProvider(seed);
    dataProvider.listMembers = () => Promise.reject(new UsersError('forbidden', 'No.'));
    const queryClient = new QueryClient();
    const told: string[] = [];
    const shared = { appId, dataProvider, queryClient, access: 'manage' as const };
    render(
      <>
        <UsersProvider {...shared} onError={() => told.push('first')}>
          <MemberTable />
        </UsersProvider>
        <UsersProvider {...shared} onError={() => told.push('second')}>
          <MemberTable />
          <InvitationList />
        </UsersProvider>
      </>,
    );
    await waitFor(() => expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(['first', 'second']));
  });

  it('hears of each failed write, also of a back end that always throws the same object', async () => {
    const constant = new UsersError('forbidden', 'Never.');
    const { dataProvider } = makeBackEnd(seed);
    dataProvider.updateMemberRole = () => Promise.reject(constant);
    const told: string[] = [];
    render(
      <UsersPanel
        appId={appId}
        access="manage"
        currentUserId={ada.userId}
        dataProvider={dataProvider}
        onError={(_, operation) => told.push(operation)}
      />,
    );
    await ready();
    for (const times of [1, 2]) {
      await changeRole('Grace Hopper', 'org:admin');
      await waitFor(() => expect(told).toHaveLength(times));
    }
  });
});

describe('a panel that is gone', () => {
  it('leaves no timer behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const queryClient = new QueryClient();
    const { unmount } = openPanel({ seed, lagMs: 60_000, props: { queryClient } });
    await passTime(500);
    await changeRole('Grace Hopper', 'org:admin');
    await passTime(500);
    await userEvent.click(screen.getByRole('button', { name: 'Remove Grace Hopper' }));
    await passTime(500);
    await userEvent.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
    await passTime(500);
    expect(noRow('Grace Hopper')).toBe(true);
    unmount();
    // TanStack Query's own timers, which collect the lists a minute later, end with them.
    queryClient.clear();
    await passTime(500);
    expect(vi.getTimerCount()).toBe(0);
  });
});
