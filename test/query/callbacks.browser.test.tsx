import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { anInvitation, grace, team } from '../../stories/fixtures.js';
import { allowConsole } from '../consoleWatch.js';
import {
  changeRole,
  emailField,
  findRow,
  invite,
  noRow,
  openPanel,
  type OpenOptions,
  ready,
  remove,
  revoke,
  roleOf,
} from '../components/panel.js';

/** Writes down all that a host is told, and whether the server had agreed by then. */
async function openListening(options: OpenOptions = {}, props: Partial<UsersPanelProps> = {}) {
  const told: string[] = [];
  const hears = vi.fn<() => void>();
  const tell = (line: string) => {
    told.push(line);
    hears();
  };
  const opened = openPanel({
    ...options,
    props: {
      onInvite: ({ email, role, status }) => tell(`invited ${email} ${role} ${status}`),
      onRoleChange: ({ userId, role }, before) => tell(`changed ${userId} ${before} ${role}`),
      onRemove: ({ userId }) => tell(`removed ${userId}`),
      onRevoke: ({ email }) => tell(`revoked ${email}`),
      onError: ({ code }, operation) => tell(`${operation}: ${code}`),
      ...props,
    },
  });
  await ready();
  await findRow('linus@example.org');
  return { ...opened, told, hears };
}

const acts = [
  ['inviteMember', () => invite('joan@example.com'), 'invited joan@example.com org:member pending'],
  ['updateMemberRole', () => changeRole('Grace Hopper', 'Admin'), 'changed user_grace org:member org:admin'],
  ['removeMember', () => remove('Grace Hopper'), 'removed user_grace'],
  ['revokeInvitation', () => revoke('linus@example.org'), 'revoked linus@example.org'],
] as const;

describe.each(acts)('the host is told of %s', (operation, act, expected) => {
  test('once, after the server agreed', async () => {
    const { told, fake, hears } = await openListening({ faults: [{ operation, kind: 'slow', ms: 30 }] });
    const state = () => JSON.stringify(fake.read());
    const before = state();
    const changedByThen: boolean[] = [];
    hears.mockImplementation(() => void changedByThen.push(state() !== before));
    await act();
    await waitFor(() => expect(told).toEqual([expected]));
    expect(changedByThen).toEqual([true]);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(told).toEqual([expected]);
  });

  test('as a failure and nothing else, when the server refused', async () => {
    const { told } = await openListening({ faults: [{ operation, kind: 'status', status: 400 }] });
    await act();
    await waitFor(() => expect(told).toEqual([`${operation}: invalid_input`]));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(told).toEqual([`${operation}: invalid_input`]);
  });
});

test.each([
  ['removeMember', 'user_grace', acts[2]],
  ['revokeInvitation', 'invitations/orginv_linus', acts[3]],
] as const)(
  'the host is told of %s as done when somebody else was faster',
  async (_operation, path, [, act, expected]) => {
    const { told, fake } = await openListening({
      seed: { ...team, invitations: [anInvitation({ invitationId: 'orginv_linus', email: 'linus@example.org' })] },
    });
    await fake(new Request(`https://app.example.com/api/v1/apps/app_demo/users/${path}`, { method: 'DELETE' }));
    await act();
    await waitFor(() => expect(told).toEqual([expected]));
  },
);

test('each failed reading is told once, however many pieces show it', async () => {
  const told: string[] = [];
  const { fake } = openPanel({
    faults: [{ operation: '*', kind: 'status', status: 400 }],
    props: { currentUserId: undefined, onError: ({ code }, operation) => told.push(`${operation}: ${code}`) },
  });
  const sorted = () => told.toSorted((a, b) => a.localeCompare(b));
  await waitFor(() => expect(sorted()).toEqual(['listInvitations: invalid_input', 'listMembers: invalid_input']));
  const members = within(screen.getByRole('region', { name: /^Members/ }));
  await userEvent.click(members.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(told).toHaveLength(3));
  fake.configure({ faults: [] });
  await userEvent.click(members.getByRole('button', { name: 'Try again' }));
  await findRow('Ada Lovelace');
  expect(told).toHaveLength(3);
});

test('a data provider that rejects with something else than a UsersError is told of once', async () => {
  const dataProvider = createMemoryDataProvider(team);
  const boom = new TypeError('boom');
  dataProvider.listMembers = () => Promise.reject(boom);
  const onError = vi.fn<NonNullable<UsersPanelProps['onError']>>();
  const { rerender } = render(<UsersPanel appId="app_demo" dataProvider={dataProvider} onError={onError} />);
  await screen.findByText('The list could not be loaded');
  rerender(<UsersPanel appId="app_demo" dataProvider={dataProvider} onError={onError} theme="dark" />);
  expect(onError).toHaveBeenCalledOnce();
  expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'server_error', cause: boom });
});

test('the last callback that was given is the one that is called', async () => {
  const first = vi.fn<() => void>();
  const second = vi.fn<() => void>();
  const { reopen } = await openListening({}, { onRoleChange: first });
  reopen({ onRoleChange: second });
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
});

describe.each([
  ['at once', (): boolean => false],
  ['after a while', (): Promise<boolean> => new Promise((resolve) => setTimeout(resolve, 20, false))],
] as const)('a host that says no %s', (_when, no) => {
  test.each([
    ['an invitation', { onBeforeInvite: no }, acts[0][1]],
    ['a role change', { onBeforeRoleChange: no }, acts[1][1]],
    ['a removal', { onBeforeRemove: no }, acts[2][1]],
    ['a revocation', { onBeforeRevoke: no }, acts[3][1]],
  ] as const)('to %s stops it without a word', async (_what, hook, act) => {
    const { told, fake } = await openListening({}, hook);
    const before = fake.read();
    await act();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    // Time enough for something to be sent, or told, after all.
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(fake.read()).toEqual(before);
    expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(told).toEqual([]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(
      screen
        .queryAllByRole('alert')
        .map((alert) => alert.textContent)
        .join(''),
    ).toBe('');
    expect(noRow('Grace Hopper')).toBe(false);
    expect(noRow('linus@example.org')).toBe(false);
    expect(roleOf('Grace Hopper')).toHaveValue('org:member');
    expect(emailField()).not.toHaveAttribute('readonly');
  });
});

test('an address that a host said no to is still in the field', async () => {
  let refuse = () => {};
  const onBeforeInvite = () => new Promise<boolean>((resolve) => (refuse = () => resolve(false)));
  await openListening({}, { onBeforeInvite });
  await invite('joan@example.com');
  await waitFor(() => expect(emailField()).toHaveValue(''));
  refuse();
  // As it was typed, in the text.
  await waitFor(() => expect(emailField()).toHaveValue('joan@example.com'));
  expect(screen.queryByRole('list', { name: 'Addresses to invite' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Send invitation' })).not.toHaveAttribute('aria-disabled');
});

describe('a hook of the host that throws', () => {
  const boom = (): boolean => {
    throw new Error('The hook failed.');
  };
  test.each([
    ['inviteMember', { onBeforeInvite: boom }, acts[0][1]],
    ['updateMemberRole', { onBeforeRoleChange: boom }, acts[1][1]],
    ['removeMember', { onBeforeRemove: boom }, acts[2][1]],
    ['revokeInvitation', { onBeforeRevoke: boom }, acts[3][1]],
  ] as const)('lets %s fail in words, and the panel works on', async (operation, hook, act) => {
    const { told, fake, reopen } = await openListening({}, hook);
    await act();
    await waitFor(() => expect(told).toEqual([`${operation}: server_error`]));
    expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect((await screen.findAllByText(/The server failed/))[0]).toBeVisible();
    if (screen.queryByRole('alertdialog')) await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(emailField()).not.toHaveAttribute('readonly'));
    reopen(Object.fromEntries(Object.keys(hook).map((name) => [name, undefined])));
    if (operation === 'inviteMember') await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }));
    else await act();
    await waitFor(() => expect(told).toHaveLength(2));
    expect(fake.requests.some(({ method }) => method !== 'GET')).toBe(true);
  });
});

test.each([
  ['onInvite', acts[0][1], 'joan@example.com was invited.'],
  ['onRemove', acts[2][1], 'Grace Hopper was removed.'],
  ['onRevoke', acts[3][1], 'The invitation of linus@example.org was revoked.'],
] as const)('a host that throws in %s undoes nothing', async (name, act, told) => {
  allowConsole(/The host failed/);
  const uncaught: string[] = [];
  const listener = (event: ErrorEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    uncaught.push(event.message);
  };
  window.addEventListener('error', listener, { capture: true });
  await openListening(
    {},
    {
      [name]: () => {
        throw new Error('The host failed.');
      },
    },
  );
  await act();
  await screen.findByText(told);
  await waitFor(() => expect(uncaught).toHaveLength(1));
  window.removeEventListener('error', listener, { capture: true });
  expect(screen.queryByRole('alertdialog')).toBeNull();
  expect(emailField()).not.toHaveAttribute('readonly');
  expect(noRow(grace.userId)).toBe(true);
});
