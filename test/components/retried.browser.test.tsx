import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InvitationList, InviteForm, MemberTable, UsersProvider } from '../../src/index.js';
import type { Fault } from '../../src/msw/index.js';
import { chips, put } from './inviteForm.js';
import { emailField, findRow, makeBackEnd, openPanel, operationsOf, ready, row } from './panel.js';

const LINUS = 'linus@example.org';
const refused = { operation: 'listMembers', kind: 'status', status: 400, times: 1 } as const;

test('while the members are asked for again, the invitations stay, with a role that was chosen there', async () => {
  const { fake } = openPanel({ faults: [refused] });
  await findRow(LINUS);
  const roleOfLinus = () => screen.getByRole<HTMLSelectElement>('combobox', { name: new RegExp(LINUS) });
  await userEvent.selectOptions(roleOfLinus(), 'Member');
  fake.configure({ faults: [{ operation: 'listMembers', kind: 'slow', ms: 300 }] });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(operationsOf(fake).filter((name) => name === 'listMembers')).toHaveLength(2));
  await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveAttribute('aria-busy', 'true'));
  expect(row(LINUS)).toBeVisible();
  expect(roleOfLinus()).toHaveValue('org:member');
  await ready();
  expect(roleOfLinus()).toHaveValue('org:member');
});

/** One piece alone, whose list meets this. */
function openAlone(piece: React.ReactNode, fault: Fault) {
  const { fake, dataProvider } = makeBackEnd(undefined, { faults: [fault] });
  const client = new QueryClient();
  const page = (isOpen: boolean) => (
    <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} queryClient={client}>
      {isOpen && piece}
    </UsersProvider>
  );
  const { rerender } = render(page(true));
  return { fake, show: (isOpen: boolean) => rerender(page(isOpen)) };
}

describe.each([
  ['the table of members', 'listMembers', <MemberTable key="one" />, () => findRow('Ada Lovelace')],
  ['the list of invitations', 'listInvitations', <InvitationList key="one" />, () => findRow(LINUS)],
] as const)('%s by itself', (_what, operation, piece, find) => {
  test('that is opened again after a failure asks anew, once', async () => {
    const { fake, show } = openAlone(piece, { operation, kind: 'status', status: 400 });
    await screen.findByRole('button', { name: 'Try again' });
    fake.configure({ faults: [] });
    show(false);
    show(true);
    expect(await find()).toBeVisible();
    expect(operationsOf(fake).filter((name) => name === operation)).toHaveLength(2);
  });

  test('asks anew when the browser is online again', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { fake } = openAlone(piece, { operation, kind: 'cut-before' });
    await screen.findByText(/offline/);
    fake.configure({ faults: [] });
    onLine.mockRestore();
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(await find()).toBeVisible();
  });
});

test('the form by itself that is opened again knows who is a member, although that failed before', async () => {
  const { fake, show } = openAlone(<InviteForm />, { ...refused, times: undefined });
  await screen.findByRole('textbox');
  await waitFor(() => expect(fake.requests.every(({ status }) => status !== null)).toBe(true));
  fake.configure({ faults: [] });
  show(false);
  show(true);
  await put('grace.hopper@example.com');
  await waitFor(() => expect(chips()).toEqual(['grace.hopper@example.com | already a member (Member)']));
});

test('pieces that come one after another do not ask again for what the first is still waiting for', async () => {
  const { fake, dataProvider } = makeBackEnd(undefined, { latencyMs: 50 });
  const page = (pieces: React.ReactNode) => (
    <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider}>
      {pieces}
    </UsersProvider>
  );
  const { rerender } = render(page([<MemberTable key="table" />]));
  rerender(page([<MemberTable key="table" />, <InviteForm key="form" />, <InvitationList key="list" />]));
  await findRow('Ada Lovelace');
  await findRow(LINUS);
  await waitFor(() => expect(emailField()).toBeVisible());
  expect(fake.requests).toHaveLength(2);
  expect(new Set(operationsOf(fake))).toEqual(new Set(['listInvitations', 'listMembers']));
});
