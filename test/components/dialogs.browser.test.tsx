import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada, anInvitation, aMember } from '../../stories/fixtures.js';
import { askToRemove, askToRevoke, changeRole, findRow, noRow, openPanel, ready, roleOf } from './panel.js';

const invitation = anInvitation({ email: 'only@example.com' });
const teamOfTwo = { members: [ada, aMember({ name: 'Alan Turing', role: 'org:admin' })] };

const button = (name: string) => screen.getByRole('button', { name });
const answer = async (name: string) =>
  userEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name }));
const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());

describe('the focus', () => {
  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['Cancel', () => answer('Cancel')],
  ])('is on Cancel first, and after %s on what opened the dialog', async (_way, leave) => {
    openPanel();
    await ready();
    const dialog = await askToRemove('Grace Hopper');
    expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await leave();
    await closed();
    expect(button('Remove Grace Hopper')).toHaveFocus();
    expect(noRow('Grace Hopper')).toBe(false);
  });

  test('goes to the table when the row has gone', async () => {
    openPanel();
    await ready();
    await askToRemove('Grace Hopper');
    await answer('Remove');
    await closed();
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveFocus());
    expect(noRow('Grace Hopper')).toBe(true);
  });

  test('stays in the list of invitations when one has gone, even the last', async () => {
    openPanel({ seed: { ...teamOfTwo, invitations: [invitation] } });
    await ready();
    await askToRevoke(invitation.email);
    await answer('Revoke');
    await closed();
    await waitFor(() => expect(screen.getByRole('region', { name: /^Pending invitations/ })).toHaveFocus());
  });

  test('stays in the table when one’s own controls have gone', async () => {
    openPanel();
    await ready();
    await changeRole('Ada Lovelace', 'Member');
    await answer('Give up admin role');
    await closed();
    await waitFor(() => expect(screen.queryByRole('combobox', { name: /^Role of Ada/ })).toBeNull());
    await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  });
});

test('giving up one’s own role and thinking better of it changes nothing', async () => {
  const { fake } = openPanel();
  await ready();
  await changeRole('Ada Lovelace', 'Member');
  await screen.findByRole('alertdialog');
  await userEvent.keyboard('{Escape}');
  await closed();
  expect(roleOf('Ada Lovelace')).toHaveValue('org:admin');
  expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true);
});

test('the question stays the same when the row changes underneath', async () => {
  const { fake } = openPanel();
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  // Somebody else was faster; the list is read again.
  await fake(new Request('https://app.example.com/api/v1/apps/app_demo/users/user_grace', { method: 'DELETE' }));
  fake.configure({ faults: [] });
  await answer('Remove');
  await closed();
  expect(dialog).not.toBeInTheDocument();
  expect(await screen.findByText('Grace Hopper was already gone.')).toBeVisible();
  expect(noRow('Grace Hopper')).toBe(true);
});

test('while somebody is being removed, Escape leaves the dialog open and the outcome is told in it', async () => {
  const { fake } = openPanel({ faults: [{ operation: 'removeMember', kind: 'slow', ms: 2500 }] });
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  await answer('Remove');
  await userEvent.keyboard('{Escape}');
  await userEvent.keyboard('{Escape}');
  expect(dialog).toBeVisible();
  expect(await screen.findByText('Grace Hopper was removed.', {}, { timeout: 10_000 })).toBeInTheDocument();
  await closed();
  expect(await screen.findByText('Grace Hopper was removed.')).toBeVisible();
  expect(fake.read().members.some(({ userId }) => userId === 'user_grace')).toBe(false);
});

test('one question at a time: what lies behind it cannot be reached', async () => {
  openPanel();
  await ready();
  await findRow('linus@example.org');
  await askToRemove('Grace Hopper');
  roleOf('Alan Turing').focus();
  expect(roleOf('Alan Turing')).not.toHaveFocus();
});
