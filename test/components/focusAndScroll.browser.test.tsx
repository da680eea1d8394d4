import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { QueryClient } from '@tanstack/react-query';
import { MemberTable, UsersProvider } from '../../src/index.js';
import { createSeed } from '../../src/memory/index.js';
import { laterParts } from '../../src/components/laterParts.js';
import { anInvitation } from '../../stories/fixtures.js';
import { askToRemove, askToRevoke, makeBackEnd, noRow, openPanel, ready } from './panel.js';

const many = () => {
  const seed = createSeed({ members: 50 });
  return { ...seed, members: seed.members.map((member, index) => ({ ...member, name: `Member ${100 + index}` })) };
};
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

describe('the page does not scroll', () => {
  test('when the last member of a long list is removed', async () => {
    const seed = many();
    openPanel({ seed, props: { pageSize: 50, currentUserId: seed.members[0]?.userId } });
    await ready('Member 149');
    const dialog = await askToRemove('Member 149');
    const before = window.scrollY;
    expect(before).toBeGreaterThan(300);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(noRow('Member 149')).toBe(true));
    await waitFor(() => expect(screen.getByRole('table', { name: 'Members' })).toHaveFocus());
    await settled();
    // One row is gone above what was in sight.
    expect(Math.abs(window.scrollY - before)).toBeLessThan(5);
  });

  test('when the last invitation of a long list is revoked', async () => {
    const seed = {
      ...many(),
      invitations: Array.from({ length: 50 }, (_, index) => anInvitation({ email: `p${100 + index}@example.com` })),
    };
    openPanel({ seed, props: { pageSize: 50, currentUserId: seed.members[0]?.userId } });
    await ready('Member 149');
    await ready('p149@example.com');
    const last = screen.getAllByRole('button', { name: /^Revoke/ }).at(-1);
    const email = /\S+@\S+/.exec(last?.getAttribute('aria-label') ?? '')?.[0] ?? '';
    const dialog = await askToRevoke(email);
    const before = window.scrollY;
    expect(before).toBeGreaterThan(300);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(noRow(email)).toBe(true));
    await waitFor(() => expect(screen.getByRole('region', { name: /^Pending invitations/ })).toHaveFocus());
    await settled();
    expect(Math.abs(window.scrollY - before)).toBeLessThan(120);
  });
});

describe('a list that comes after the first render', () => {
  test('hands on the focus of a "Try again" that was not there at first', async () => {
    const { dataProvider, fake } = makeBackEnd(undefined, {
      faults: [
        { operation: 'listMembers', kind: 'status', status: 401, times: 1 },
        { operation: 'listMembers', kind: 'malformed', body: 'broken-json' },
      ],
    });
    const queryClient = new QueryClient();
    render(
      <UsersProvider
        appId="app_demo"
        access="manage"
        dataProvider={{ ...dataProvider, signIn: () => undefined }}
        queryClient={queryClient}
      >
        <MemberTable />
      </UsersProvider>,
    );
    await screen.findByRole('button', { name: 'Sign in' });
    void queryClient.invalidateQueries();
    const button = await screen.findByRole('button', { name: 'Try again' });
    fake.configure({ faults: [] });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await ready();
    expect(screen.getByRole('region', { name: /^Members/ })).toHaveFocus();
  });

  test('loads the dialogs when somebody comes near it', async () => {
    const original = laterParts.memberDialogs.load;
    let count = 0;
    laterParts.memberDialogs.load = () => {
      count += 1;
      return original();
    };
    onTestFinished(() => {
      laterParts.memberDialogs.load = original;
    });
    const { dataProvider, fake } = makeBackEnd(undefined, {
      faults: [{ operation: 'listMembers', kind: 'status', status: 403 }],
    });
    const queryClient = new QueryClient();
    render(
      <UsersProvider appId="app_demo" access="manage" dataProvider={dataProvider} queryClient={queryClient}>
        <MemberTable />
      </UsersProvider>,
    );
    await screen.findByRole('button', { name: 'Try again' });
    fake.configure({ faults: [] });
    void queryClient.invalidateQueries();
    await ready();
    await userEvent.hover(screen.getByRole('table', { name: 'Members' }));
    expect(count).toBeGreaterThan(0);
  });
});
