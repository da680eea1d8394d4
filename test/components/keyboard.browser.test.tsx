import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada, grace } from '../../stories/fixtures.js';
import { emailField, findRow, noRow, openPanel, ready, roleOf } from './panel.js';

/** Goes on by Tab until the element has the focus, as one does who cannot point. */
async function tabTo(target: () => Element, backwards = false) {
  for (let presses = 0; presses < 120; presses += 1) {
    if (document.activeElement === target()) return;
    await userEvent.tab({ shift: backwards });
  }
  throw new Error('The element cannot be reached by Tab.');
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('somebody is invited without a pointer', async () => {
  const { fake } = openPanel();
  await ready();
  await tabTo(emailField);
  await userEvent.keyboard('joan@example.com{Enter}');
  expect(screen.getByRole('list', { name: 'Addresses to invite' })).toHaveTextContent('joan@example.com');
  // What follows the field: the role, then the button.
  await tabTo(() => screen.getByRole('combobox', { name: 'Role of the people you invite' }));
  await userEvent.keyboard('{ArrowUp}');
  await tabTo(() => button('Send invitation'));
  await userEvent.keyboard('{Enter}');
  await findRow('joan@example.com');
  expect(fake.read().invitations.at(-1)).toMatchObject({ email: 'joan@example.com', role: 'org:admin' });
});

test('a second Enter in the field sends what is in it', async () => {
  const { fake } = openPanel();
  await ready();
  await tabTo(emailField);
  await userEvent.keyboard('joan@example.com{Enter}{Enter}');
  await findRow('joan@example.com');
  expect(fake.requests.filter(({ operation }) => operation === 'inviteMember')).toHaveLength(1);
});

test('a role is changed without a pointer, and the focus stays on it', async () => {
  const { fake } = openPanel();
  await ready();
  await tabTo(() => roleOf('Grace Hopper'));
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await screen.findByText('Grace Hopper is now Admin.');
  expect(roleOf('Grace Hopper')).toHaveFocus();
  expect(fake.read().members.find(({ userId }) => userId === 'user_grace')?.role).toBe('org:admin');
});

test('a member is removed without a pointer, and one is still in the table', async () => {
  openPanel();
  await ready();
  await tabTo(() => button('Remove Grace Hopper'));
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove Grace Hopper?' });
  await tabTo(() => within(dialog).getByRole('button', { name: 'Remove' }));
  await userEvent.keyboard(' ');
  await waitFor(() => expect(noRow('Grace Hopper')).toBe(true));
  await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveFocus());
  // From there one goes on where one was.
  await userEvent.tab();
  expect(screen.getByRole('table', { name: 'Members' }).contains(document.activeElement)).toBe(true);
});

test('an invitation is revoked without a pointer', async () => {
  const { fake } = openPanel();
  await ready();
  await findRow('linus@example.org');
  await tabTo(() => button('Revoke the invitation of linus@example.org'));
  await userEvent.keyboard(' ');
  const dialog = await screen.findByRole('alertdialog');
  await tabTo(() => within(dialog).getByRole('button', { name: 'Revoke' }));
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(noRow('linus@example.org')).toBe(true));
  expect(fake.read().invitations.find(({ email }) => email === 'linus@example.org')?.status).toBe('revoked');
});

test('search, filter, order and pages are worked without a pointer', async () => {
  openPanel();
  await ready();
  await tabTo(() => screen.getByRole('searchbox'));
  await userEvent.keyboard('turing');
  await waitFor(() => expect(screen.getAllByRole('rowheader', { name: /Turing|Hopper/ })).toHaveLength(1));
  await userEvent.keyboard('{Escape}');
  await tabTo(() => screen.getByRole('combobox', { name: 'Filter by role' }));
  await userEvent.keyboard('A');
  await waitFor(() => expect(noRow('Grace Hopper')).toBe(true));
  await userEvent.keyboard('{ArrowUp}');
  await waitFor(() => expect(noRow('Grace Hopper')).toBe(false));
  await tabTo(() => button('Joined'));
  await userEvent.keyboard('{Enter}{Enter}');
  expect(screen.getByRole('columnheader', { name: 'Joined' })).toHaveAttribute('aria-sort', 'descending');
  await tabTo(() => button('Next page'));
  await userEvent.keyboard('{Enter}');
  await screen.findByText('11–12 of 12');
  // The button that can do no more keeps the focus, so that one does not fall to the top of the page.
  expect(button('Next page')).toHaveFocus();
  await tabTo(() => button('Previous page'), true);
});

test('a control that is off can be met, and says why', async () => {
  openPanel({ seed: { members: [{ ...ada }, grace], invitations: [] }, props: { currentUserId: undefined } });
  await ready();
  await tabTo(() => button('Remove Ada Lovelace'));
  expect(button('Remove Ada Lovelace')).toHaveAccessibleDescription(/only admin/);
  await userEvent.keyboard('{Enter}');
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('what is undone by its notice is undone without a pointer', async () => {
  const { fake } = openPanel();
  await ready();
  await tabTo(() => roleOf('Grace Hopper'));
  await userEvent.keyboard('{ArrowUp}{Enter}');
  await screen.findByText('Grace Hopper is now Admin.');
  await tabTo(() => button('Change back'));
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Grace Hopper is now Member.');
  expect(fake.read().members.find(({ userId }) => userId === 'user_grace')?.role).toBe('org:member');
});

test('whoever presses "Try again" keeps their place: the list that is asked for has the focus', async () => {
  openPanel({ faults: [{ operation: 'listMembers', kind: 'status', status: 400, times: 1 }] });
  (await screen.findByRole('button', { name: 'Try again' })).focus();
  await userEvent.keyboard('{Enter}');
  await ready();
  expect(screen.getByRole('region', { name: /^Members/ })).toHaveFocus();
});
