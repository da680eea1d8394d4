import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersPanel } from '../../src/UsersPanel.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, type FakeMixpeekOptions } from '../../src/msw/index.js';
import { ada, aMember, anInvitation, grace } from '../../stories/fixtures.js';
import {
  askToRemove,
  bodiesOf,
  changeRole,
  emailField,
  findRow,
  invite,
  noRow,
  ready,
  remove,
  revoke,
  roleOf,
  row,
} from './panel.js';

const alan = aMember({ userId: 'user_alan', name: 'Alan Turing', role: 'org:admin' });
const first = {
  appId: 'app_1',
  members: [ada, alan, grace],
  invitations: [anInvitation({ email: 'one@example.com' })],
};
const second = {
  appId: 'app_2',
  // Grace is in both apps, with another role.
  members: [ada, { ...grace, role: 'org:billing' }, aMember({ name: 'Hedy Lamarr' })],
  invitations: [anInvitation({ email: 'two@example.com' })],
};

/** One page, one data provider, two apps. */
async function openFirst(options: FakeMixpeekOptions = {}) {
  const fakes = { app_1: createFakeMixpeek(first, options), app_2: createFakeMixpeek(second) };
  const dataProvider = createMixpeekDataProvider({
    baseUrl: 'https://app.example.com/api',
    fetch(input, init) {
      const request = new Request(input, init);
      return fakes[request.url.includes('/app_1/') ? 'app_1' : 'app_2'](request);
    },
  });
  const told: string[] = [];
  const panel = (appId: string) => (
    <UsersPanel
      appId={appId}
      dataProvider={dataProvider}
      currentUserId="user_ada"
      onRoleChange={({ name, role }) => told.push(`${name} ${role}`)}
    />
  );
  const view = render(panel('app_1'));
  await ready();
  await findRow('one@example.com');
  return { fakes, told, show: (appId: string) => view.rerender(panel(appId)), ...view };
}

afterEach(() => void vi.useRealTimers());

describe('the moment another app is shown', () => {
  test('no row of the old one is left', async () => {
    const { show } = await openFirst();
    show('app_2');
    expect(noRow('Alan Turing')).toBe(true);
    expect(noRow('one@example.com')).toBe(true);
    expect(document.querySelector('.mup-panel[aria-busy="true"], .mup-panel [aria-busy="true"]')).not.toBeNull();
    await findRow('Hedy Lamarr');
    await findRow('two@example.com');
    expect(noRow('Alan Turing')).toBe(true);
  });

  test('search, filter and order begin anew', async () => {
    const { show } = await openFirst();
    await userEvent.fill(screen.getByRole('searchbox'), 'alan');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter by role' }), 'Admin');
    await userEvent.click(screen.getByRole('button', { name: 'Joined' }));
    show('app_2');
    await findRow('Hedy Lamarr');
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(screen.getByRole('combobox', { name: 'Filter by role' })).toHaveValue('');
    expect(screen.getByRole('columnheader', { name: 'Joined' })).toHaveAttribute('aria-sort', 'none');
  });

  test('a question about somebody of the old one is no longer asked', async () => {
    const { show, fakes } = await openFirst();
    await askToRemove('Grace Hopper');
    show('app_2');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await findRow('Hedy Lamarr');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    show('app_1');
    await findRow('Alan Turing');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(fakes.app_1.read().members).toHaveLength(3);
  });

  test('what was told about the old one is gone', async () => {
    const { show } = await openFirst();
    await remove('Grace Hopper');
    await screen.findByText('Grace Hopper was removed.');
    show('app_2');
    expect(screen.queryByText('Grace Hopper was removed.')).toBeNull();
    await findRow('Grace Hopper');
  });

  test('addresses meant for the old one are not left in the field, to be sent to the new one', async () => {
    const { show } = await openFirst();
    await userEvent.fill(emailField(), 'secret@example.com, half@');
    show('app_2');
    await findRow('Hedy Lamarr');
    expect(emailField()).toHaveValue('');
    expect(screen.queryByText('secret@example.com')).toBeNull();
  });

  test('a failure of the old one is not told of the new one', async () => {
    const { show } = await openFirst({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 403 }] });
    await changeRole('Grace Hopper', 'Admin');
    await within(await findRow('Grace Hopper')).findByText(/You are not allowed/);
    show('app_2');
    expect(await findRow('Grace Hopper')).not.toHaveTextContent('not allowed');
    expect(row('Grace Hopper')).not.toHaveAttribute('data-failed');
  });
});

describe('an answer that comes late', () => {
  test('to a list of the old app changes nothing', async () => {
    const { fakes, show } = await openFirst();
    fakes.app_1.configure({ faults: [{ operation: '*', kind: 'slow', ms: 40 }] });
    show('app_2');
    show('app_1');
    show('app_2');
    await findRow('Hedy Lamarr');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(noRow('Alan Turing')).toBe(true);
    expect(noRow('Hedy Lamarr')).toBe(false);
  });

  test('to a role change of the old app is told to the host, and leaves the same person here alone', async () => {
    const { fakes, told, show } = await openFirst({
      faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 50 }],
    });
    await changeRole('Grace Hopper', 'Admin');
    show('app_2');
    await findRow('Hedy Lamarr');
    await waitFor(() => expect(told).toEqual(['Grace Hopper org:admin']));
    expect(screen.queryByText(/is now Admin/)).toBeNull();
    expect(roleOf('Grace Hopper')).toHaveValue('org:billing');
    expect(row('Grace Hopper')).not.toHaveAttribute('data-pending');
    expect(bodiesOf(fakes.app_2, 'updateMemberRole')).toEqual([]);
  });

  test('does not keep the same person here waiting', async () => {
    const { fakes, show } = await openFirst({ faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 60_000 }] });
    await changeRole('Grace Hopper', 'Admin');
    show('app_2');
    await findRow('Hedy Lamarr');
    await changeRole('Grace Hopper', 'Member');
    await screen.findByText('Grace Hopper is now Member.');
    expect(bodiesOf(fakes.app_2, 'updateMemberRole')).toEqual([{ role: 'org:member' }]);
  });

  test('to an invitation or a removal of the old app adds nothing and takes nothing here', async () => {
    const slow = (operation: 'inviteMember' | 'removeMember' | 'revokeInvitation') =>
      ({ operation, kind: 'slow', ms: 50 }) as const;
    const { fakes, show } = await openFirst({ faults: [slow('inviteMember'), slow('removeMember')] });
    await invite('late@example.com');
    await remove('Grace Hopper');
    show('app_2');
    await findRow('Hedy Lamarr');
    await waitFor(() => expect(fakes.app_1.read().members).toHaveLength(2));
    await waitFor(() => expect(fakes.app_1.read().invitations).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(noRow('late@example.com')).toBe(true);
    expect(noRow('Grace Hopper')).toBe(false);
    expect(screen.queryByText(/was invited|was removed/)).toBeNull();
    expect(emailField()).not.toHaveAttribute('readonly');
  });
});

test('back in the old app, what was written there still shows', async () => {
  const { show } = await openFirst({ lagMs: 60_000 });
  await revoke('one@example.com');
  await waitFor(() => expect(noRow('one@example.com')).toBe(true));
  show('app_2');
  await findRow('two@example.com');
  show('app_1');
  await findRow('Alan Turing');
  expect(noRow('one@example.com')).toBe(true);
});
