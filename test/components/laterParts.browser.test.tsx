import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { laterParts } from '../../src/components/laterParts.js';
import { findRow, openPanel, operationsOf, ready, roleOf } from './panel.js';

afterEach(() => vi.restoreAllMocks());

/** As when the connection breaks, or a new release has taken the file away: until the mocks are restored. */
function miss(name: keyof typeof laterParts) {
  vi.spyOn(laterParts[name], 'get').mockReturnValue(undefined);
  vi.spyOn(laterParts[name], 'load').mockRejectedValue(new TypeError('Failed to fetch a module'));
}

const MISSING = /^A part of this page could not be loaded\./;

test.each([
  ['invite form', 'inviteFields', () => findRow('linus@example.org')],
  ['list of invitations', 'invitationRows', () => screen.findByRole('textbox', { name: 'E-mail addresses' })],
] as const)('an %s that does not come is told of, once, and leaves the rest alone', async (_what, name, findRest) => {
  miss(name);
  openPanel();
  expect(await screen.findByText(MISSING)).toBeVisible();
  expect(await findRow('Ada Lovelace')).toBeVisible();
  expect(await findRest()).toBeVisible();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(MISSING));
});

test.each([
  ['removeDialog', () => userEvent.click(screen.getByRole('button', { name: 'Remove Grace Hopper' }))],
  ['demoteSelfDialog', () => userEvent.selectOptions(roleOf('Ada Lovelace'), 'Member')],
] as const)(
  'a question that does not come (%s) does nothing, is told of, and is asked at the next try',
  async (name, ask) => {
    const { fake } = openPanel();
    await ready();
    miss(name);
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

test('whoever may only read loads nothing of what changes things', async () => {
  const loads = Object.values(laterParts).map((part) => vi.spyOn(part, 'load'));
  openPanel({ props: { access: 'read' } });
  await ready();
  await userEvent.hover(screen.getByRole('table'));
  for (const load of loads) expect(load).not.toHaveBeenCalled();
});

test('lists are asked for once, in one wave, whenever the parts that show them come', async () => {
  const { fake } = openPanel();
  await ready();
  await findRow('linus@example.org');
  expect(new Set(operationsOf(fake))).toEqual(new Set(['listInvitations', 'listMembers']));
  expect(fake.requests).toHaveLength(2);
});
