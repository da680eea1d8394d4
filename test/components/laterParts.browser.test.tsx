import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { laterParts } from '../../src/components/laterParts.js';
import { team } from '../../stories/fixtures.js';
import { bodiesOf, findRow, openPanel, operationsOf, ready, roleOf, row } from './panel.js';

afterEach(() => vi.restoreAllMocks());

/** As when the connection breaks, or a new release has taken the file away: until the mocks are restored. */
function miss(name: keyof typeof laterParts) {
  vi.spyOn(laterParts[name], 'get').mockReturnValue(undefined);
  vi.spyOn(laterParts[name], 'load').mockRejectedValue(new TypeError('Failed to fetch a module'));
}

const MISSING = /^A part of this page could not be loaded\./;

test('what invites and does not come is told of where it would be, said once, and leaves the rest alone', async () => {
  miss('inviting');
  openPanel();
  // The form and the list of invitations, each in its place.
  await waitFor(() => expect(screen.getAllByText(MISSING)).toHaveLength(2));
  expect(await findRow('Ada Lovelace')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^A part of [^.]*\. Check [^.]*\.$/));
});

test.each([
  ['removal', () => userEvent.click(screen.getByRole('button', { name: 'Remove Grace Hopper' }))],
  ['giving up one’s role', () => userEvent.selectOptions(roleOf('Ada Lovelace'), 'Member')],
] as const)(
  'a question that does not come (%s) does nothing, is told of, and is asked at the next try',
  async (_what, ask) => {
    const { fake } = openPanel();
    await ready();
    miss('memberDialogs');
    await ask();
    await screen.findByText(MISSING);
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(roleOf('Ada Lovelace')).toHaveValue('org:admin');
    vi.restoreAllMocks();
    await ask();
    expect(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(
      operationsOf(fake).filter((operation) => operation !== 'listMembers' && operation !== 'listInvitations'),
    ).toEqual([]);
  },
);

/** As on a slow line: the part comes when it is let go. */
function hold(name: keyof typeof laterParts) {
  let come: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    come = resolve;
  });
  const { load } = laterParts[name];
  const get = vi.spyOn(laterParts[name], 'get').mockReturnValue(undefined);
  vi.spyOn(laterParts[name] as { load: () => Promise<unknown> }, 'load').mockImplementation(async () => {
    await held;
    const part: unknown = await load();
    get.mockRestore();
    return part;
  });
  return () => come();
}

describe('while a question is on its way', () => {
  test('the button that asked for it is busy, and no other', async () => {
    openPanel();
    await ready();
    const come = hold('memberDialogs');
    const button = screen.getByRole('button', { name: 'Remove Grace Hopper' });
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('data-busy'));
    expect(document.querySelectorAll('[data-busy]')).toHaveLength(1);
    come();
    await screen.findByRole('alertdialog');
    expect(button).not.toHaveAttribute('data-busy');
  });

  test('it is dropped when the right to do it goes, and not asked when that comes back', async () => {
    const { reopen } = openPanel();
    await ready();
    const come = hold('memberDialogs');
    await userEvent.click(screen.getByRole('button', { name: 'Remove Grace Hopper' }));
    await waitFor(() => expect(document.querySelector('[data-busy]')).not.toBeNull());
    reopen({ access: 'read' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Remove Grace Hopper' })).toBeNull());
    come();
    await vi.waitFor(() => expect(laterParts.memberDialogs.get()).toBeDefined());
    reopen({ access: 'manage' });
    await screen.findByRole('button', { name: 'Remove Grace Hopper' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('user management that is off', () => {
  const off = { seed: { ...team, mode: 'public' as const } };

  test('is turned on once the code for it is there', async () => {
    openPanel(off);
    await userEvent.click(await screen.findByRole('button', { name: 'Turn on user management' }));
    expect(await screen.findByText('User management is on.')).toBeVisible();
    await ready();
  });

  test('is told of as a missing part where that code does not come', async () => {
    miss('memberDialogs');
    openPanel(off);
    expect(await screen.findByText(MISSING)).toBeVisible();
  });
});

describe('a role that is chosen before the code that sends it is there', () => {
  test('is shown at once, and sent when the code has come, each row’s first and last in order', async () => {
    const { fake } = openPanel();
    await ready();
    const come = hold('memberDialogs');
    await userEvent.selectOptions(roleOf('Grace Hopper'), 'Admin');
    expect(roleOf('Grace Hopper')).toHaveValue('org:admin');
    expect(row('Grace Hopper')).toHaveAttribute('data-pending');
    expect(bodiesOf(fake, 'updateMemberRole')).toEqual([]);
    come();
    await screen.findByText('Grace Hopper is now Admin.');
    expect(bodiesOf(fake, 'updateMemberRole')).toEqual([{ role: 'org:admin' }]);
    await userEvent.click(screen.getByRole('button', { name: 'Change back' }));
    await screen.findByText('Grace Hopper is now Member.');
    expect(roleOf('Grace Hopper')).toHaveValue('org:member');
  });

  test('is back as it was, with the reason, where the code does not come; the next try sends it', async () => {
    const onError = vi.fn<(error: { code: string }, operation: string) => void>();
    const { fake } = openPanel({ props: { onError } });
    await ready();
    miss('memberDialogs');
    await userEvent.selectOptions(roleOf('Grace Hopper'), 'Admin');
    await waitFor(() => expect(row('Grace Hopper')).toHaveAttribute('data-failed'));
    expect(roleOf('Grace Hopper')).toHaveValue('org:member');
    expect(roleOf('Grace Hopper')).toHaveAccessibleDescription(/could not be reached/);
    expect(onError.mock.calls.map(([{ code }, operation]) => [code, operation])).toEqual([
      ['network', 'updateMemberRole'],
    ]);
    vi.restoreAllMocks();
    await userEvent.selectOptions(roleOf('Grace Hopper'), 'Admin');
    await screen.findByText('Grace Hopper is now Admin.');
    expect(row('Grace Hopper')).not.toHaveAttribute('data-failed');
    expect(bodiesOf(fake, 'updateMemberRole')).toHaveLength(1);
  });
});

test('whoever may only read loads nothing of what changes things', async () => {
  const loads = Object.values(laterParts).map((part) => vi.spyOn(part, 'load'));
  openPanel({ props: { access: 'read' } });
  await ready();
  await userEvent.hover(screen.getByRole('table'));
  for (const load of loads) expect(load).not.toHaveBeenCalled();
});

test('the rows are not held up by what comes later: it is asked for once they are on the page', async () => {
  const come = hold('inviting');
  const { load } = laterParts.inviting;
  const loadsBeforeRows = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('.mup-member-table-row')) return;
      observer.disconnect();
      resolve(vi.mocked(load).mock.calls.length);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  openPanel();
  expect(await loadsBeforeRows).toBe(0);
  await waitFor(() => expect(load).toHaveBeenCalled());
  come();
});

test('lists are asked for once, in one wave, whenever the parts that show them come', async () => {
  const { fake } = openPanel();
  await ready();
  await findRow('linus@example.org');
  expect(new Set(operationsOf(fake))).toEqual(new Set(['listInvitations', 'listMembers']));
  expect(fake.requests).toHaveLength(2);
});
