import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import {
  changeRole,
  countOf,
  emailField,
  findRow,
  invite,
  noRow,
  openPanel,
  operationsOf,
  passTime,
  ready,
  remove,
  revoke,
  roleOf,
  row,
} from './panel.js';

const MINUTE = 60_000;

/** A panel whose lists stay as they are for the whole test, whatever is written. */
async function openLagging() {
  const opened = openPanel({ lagMs: MINUTE });
  await ready();
  await findRow('linus@example.org');
  const { fake } = opened;
  /** The list behind the last write has come, and is an old one. */
  const refetched = async (operation: 'listMembers' | 'listInvitations', times = 2) => {
    await waitFor(() => {
      const lists = fake.requests.filter((request) => request.operation === operation);
      expect(lists.length).toBeGreaterThanOrEqual(times);
      expect(lists.every(({ status }) => status === 200)).toBe(true);
    });
    // The answer reaches the screen.
    await new Promise((resolve) => setTimeout(resolve, 30));
  };
  return { ...opened, refetched };
}

test('a back end that agrees at once takes one’s own change for nobody else’s', async () => {
  const dataProvider = createMemoryDataProvider(createSeed({ appId: 'app_demo', members: 5 }));
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
  const roles = await screen.findAllByRole<HTMLSelectElement>('combobox', { name: /^Role of/ });
  await userEvent.selectOptions(
    roles.find(({ value }) => value === 'org:member')!,
    'Admin',
  );
  await screen.findByText(/ is now Admin\.$/);
  // The list is read anew behind the write.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(screen.queryByText('Changed by someone else')).toBeNull();
});

describe('while the list lags behind', () => {
  test('a changed role stays changed, and nothing marks it as somebody else’s work', async () => {
    const { refetched } = await openLagging();
    await changeRole('Grace Hopper', 'Admin');
    await screen.findByText('Grace Hopper is now Admin.');
    await refetched('listMembers');
    expect(roleOf('Grace Hopper')).toHaveValue('org:admin');
    expect(row('Grace Hopper')).not.toHaveAttribute('data-pending');
    expect(row('Grace Hopper')).not.toHaveAttribute('data-changed');
  });

  test('a role changed there and back shows the last choice', async () => {
    const { refetched } = await openLagging();
    await changeRole('Grace Hopper', 'Admin');
    await screen.findByText('Grace Hopper is now Admin.');
    await refetched('listMembers');
    await changeRole('Grace Hopper', 'Member');
    await screen.findByText('Grace Hopper is now Member.');
    await refetched('listMembers', 3);
    expect(roleOf('Grace Hopper')).toHaveValue('org:member');
  });

  test('a removed member stays away, and is counted out', async () => {
    const { refetched } = await openLagging();
    await remove('Grace Hopper');
    await screen.findByText('Grace Hopper was removed.');
    await refetched('listMembers');
    expect(noRow('Grace Hopper')).toBe(true);
    expect(countOf('Members')).toBe('11');
    expect(screen.getByText('1–10 of 11')).toBeVisible();
    expect(screen.queryByText(/could be loaded/)).toBeNull();
  });

  test('an invitation that was sent is there, counted, and cannot be sent twice', async () => {
    const { refetched } = await openLagging();
    await invite('joan@example.com');
    await findRow('joan@example.com');
    await refetched('listInvitations');
    expect(noRow('joan@example.com')).toBe(false);
    expect(countOf('Pending invitations')).toBe('4');
    await userEvent.fill(emailField(), 'JOAN@example.com,');
    expect(screen.getByRole('list', { name: 'Addresses to invite' })).toHaveTextContent('already invited');
  });

  test('an invitation that was revoked stays away, and is counted out', async () => {
    const { refetched } = await openLagging();
    await revoke('linus@example.org');
    await waitFor(() => expect(noRow('linus@example.org')).toBe(true));
    await refetched('listInvitations');
    expect(noRow('linus@example.org')).toBe(true);
    expect(countOf('Pending invitations')).toBe('2');
  });

  test('an invitation that was sent and revoked does not come back', async () => {
    const { refetched } = await openLagging();
    await invite('joan@example.com');
    await findRow('joan@example.com');
    await refetched('listInvitations');
    await revoke('joan@example.com');
    await waitFor(() => expect(noRow('joan@example.com')).toBe(true));
    await refetched('listInvitations', 3);
    expect(noRow('joan@example.com')).toBe(true);
    expect(countOf('Pending invitations')).toBe('3');
  });

  test('the last admin is the one that was not demoted', async () => {
    const { refetched } = await openLagging();
    await changeRole('Alan Turing', 'Member');
    await screen.findByText('Alan Turing is now Member.');
    await refetched('listMembers');
    expect(roleOf('Ada Lovelace')).toBeDisabled();
    expect(roleOf('Ada Lovelace')).toHaveAccessibleDescription(/only admin/);
  });
});

test('what a lagging list did not show yet is read once more, and does not fall back', async () => {
  const { fake } = openPanel({ lagMs: 20_000 });
  await ready();
  await findRow('linus@example.org');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  const press = async (name: string) => {
    await userEvent.click(screen.getByRole('button', { name }));
    await passTime(250);
  };
  await changeRole('Grace Hopper', 'Admin');
  await passTime(250);
  await press('Remove Hedy Lamarr');
  await press('Remove');
  await press('Revoke the invitation of linus@example.org');
  await press('Revoke');
  expect(operationsOf(fake).filter((operation) => operation === 'listInvitations')).toHaveLength(2);
  await passTime(31_000);
  // In the beginning, behind the write, and when the time of the lag was over.
  expect(operationsOf(fake).filter((operation) => operation === 'listInvitations')).toHaveLength(3);
  expect(roleOf('Grace Hopper')).toHaveValue('org:admin');
  expect(noRow('Hedy Lamarr')).toBe(true);
  expect(noRow('linus@example.org')).toBe(true);
});

test('each write is one request and one list behind it', async () => {
  const { fake } = openPanel();
  await ready();
  await findRow('linus@example.org');
  const since = async (act: () => Promise<void>, told: string) => {
    const before = fake.requests.length;
    await act();
    await screen.findByText(told);
    await waitFor(() => expect(fake.requests.slice(before).every(({ status }) => status !== null)).toBe(true));
    await new Promise((resolve) => setTimeout(resolve, 30));
    return operationsOf(fake).slice(before);
  };
  expect(await since(() => changeRole('Grace Hopper', 'Admin'), 'Grace Hopper is now Admin.')).toEqual([
    'updateMemberRole',
    'listMembers',
  ]);
  expect(await since(() => remove('Grace Hopper'), 'Grace Hopper was removed.')).toEqual([
    'removeMember',
    'listMembers',
  ]);
  expect(await since(() => invite('joan@example.com'), 'joan@example.com was invited.')).toEqual([
    'inviteMember',
    'listInvitations',
  ]);
  expect(await since(() => revoke('joan@example.com'), 'The invitation of joan@example.com was revoked.')).toEqual([
    'revokeInvitation',
    'listInvitations',
  ]);
});
