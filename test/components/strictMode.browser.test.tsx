import { render, screen, waitFor, within } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersPanel, type UsersPanelProps } from '../../src/UsersPanel.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek } from '../../src/msw/index.js';
import { team } from '../../stories/fixtures.js';
import { askToRemove, bodiesOf, changeRole, findRow, invite, ready, remove, revoke } from './panel.js';

/*
 * React runs effects twice in strict mode, so a list is asked for, given up and asked for again. Everything else happens
 * once. That the console stays silent is watched in every browser test.
 */
function openStrict(props: Partial<UsersPanelProps> = {}) {
  const fake = createFakeMixpeek(team);
  const aborted: boolean[] = [];
  const dataProvider = createMixpeekDataProvider({
    baseUrl: 'https://app.example.com/api',
    fetch: async (input, init) => {
      const index = aborted.push(false) - 1;
      init?.signal?.addEventListener('abort', () => (aborted[index] = true));
      return fake(new Request(input, init));
    },
  });
  render(
    <StrictMode>
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} {...props} />
    </StrictMode>,
  );
  return { fake, aborted };
}

test('in strict mode each list is answered once: what React asked for twice was given up once', async () => {
  const { fake, aborted } = openStrict();
  await ready();
  await findRow('linus@example.org');
  await new Promise((resolve) => setTimeout(resolve, 30));
  const kept = aborted.filter((gaveUp) => !gaveUp);
  expect(kept).toHaveLength(2);
  expect(aborted.length).toBeLessThanOrEqual(4);
  expect(fake.requests.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(4);
});

test('in strict mode every act is sent once, and the host is told once', async () => {
  const told = vi.fn<() => void>();
  const { fake } = openStrict({ onInvite: told, onRoleChange: told, onRemove: told, onRevoke: told });
  await ready();
  await findRow('linus@example.org');
  await invite('joan@example.com');
  await findRow('joan@example.com');
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  await remove('Grace Hopper');
  await screen.findByText('Grace Hopper was removed.');
  await revoke('linus@example.org');
  await screen.findByText('The invitation of linus@example.org was revoked.');
  expect(told).toHaveBeenCalledTimes(4);
  for (const operation of ['inviteMember', 'updateMemberRole', 'removeMember', 'revokeInvitation']) {
    expect(bodiesOf(fake, operation)).toHaveLength(1);
  }
});

test('in strict mode a dialog is modal, has the focus on Cancel, and gives it back', async () => {
  openStrict();
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  expect(dialog.matches(':modal')).toBe(true);
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Remove Grace Hopper' })).toHaveFocus();
});

test('in strict mode every typed address becomes one chip', async () => {
  openStrict();
  await ready();
  await userEvent.fill(screen.getByRole('textbox', { name: 'E-mail addresses' }), 'a@example.com, b@example.com,');
  const chips = within(screen.getByRole('list', { name: 'Addresses to invite' }));
  expect(chips.getAllByRole('listitem').map((chip) => chip.textContent)).toEqual(['a@example.com', 'b@example.com']);
});
