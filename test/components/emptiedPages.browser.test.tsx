import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createClerkDataProvider } from '../../src/clerk/index.js';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { aMember, ada, anInvitation } from '../../stories/fixtures.js';
import { createFakeClerk } from '../clerk/fakeClerk.js';
import { remove, revoke } from './panel.js';

const appId = 'app_demo';

/** Ada and `count - 1` others, so that with ten rows a page the eleventh stands alone on the second. */
const people = (count: number) => [
  ada,
  ...Array.from({ length: count - 1 }, (_, index) =>
    aMember({ userId: `user_${index}`, name: `Person ${String(index).padStart(2, '0')}` }),
  ),
];
const invited = (count: number) =>
  Array.from({ length: count }, (_, index) => anInvitation({ email: `guest.${index}@example.com` }));

const pager = (list: 'member' | 'invitation') =>
  within(screen.getByRole('navigation', { name: new RegExp(`Pages of the ${list}`) }));
const turn = async (list: 'member' | 'invitation', range: string) => {
  await userEvent.click(pager(list).getByRole('button', { name: 'Next page' }));
  await screen.findByText(range);
};
const names = (table: 'Members' | 'Pending invitations') =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);

/** Re-reads the lists, as the panel does when its window is turned to after a while. */
function refetch() {
  const later = Date.now() + 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  window.dispatchEvent(new Event('visibilitychange'));
}
afterEach(() => void vi.restoreAllMocks());

function open(dataProvider: DataProvider, id = appId, pageSize = 10) {
  render(<UsersPanel appId={id} dataProvider={dataProvider} pageSize={pageSize} access="manage" />);
}

describe('removing the only row of the last page shows the page before it', () => {
  it('in the member table', async () => {
    open(createMemoryDataProvider({ members: people(11), invitations: [] }, { paging: 'cursor' }));
    await screen.findByText('1–10 of 11');
    await turn('member', '11–11 of 11');
    await remove('Person 09');
    await waitFor(() => expect(names('Members')).toHaveLength(10));
    expect(screen.queryByText('Nobody is here yet')).toBeNull();
    expect(screen.queryByText(/11–10/)).toBeNull();
  });

  it('in the invitation list', async () => {
    open(createMemoryDataProvider({ members: [ada], invitations: invited(11) }, { paging: 'cursor' }));
    await screen.findByText('1–10 of 11');
    await turn('invitation', '11–11 of 11');
    await revoke(names('Pending invitations')[0] ?? '');
    await waitFor(() => expect(names('Pending invitations')).toHaveLength(10));
    expect(screen.queryByText(/11–10/)).toBeNull();
  });

  it('over Clerk', async () => {
    const seed = createSeed({ appId: 'org_acme', members: 11 });
    const members = seed.members.map((member, index) => ({ ...member, ...(index === 0 && { role: 'org:admin' }) }));
    const { clerk } = await createFakeClerk({ ...seed, members }, { userId: members[0]?.userId ?? null });
    open(createClerkDataProvider(clerk), 'org_acme');
    await screen.findByText('1–10 of 11');
    await turn('member', '11–11 of 11');
    await userEvent.click(screen.getByRole('button', { name: /^Remove / }));
    const dialog = await screen.findByRole('alertdialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(names('Members')).toHaveLength(10));
  });
});

describe('a list that others shorten', () => {
  it('shows its last page that has rows', async () => {
    const dataProvider = createMemoryDataProvider({ members: people(25), invitations: [] }, { paging: 'cursor' });
    open(dataProvider);
    await screen.findByText('1–10 of 25');
    await turn('member', '11–20 of 25');
    await turn('member', '21–25 of 25');
    for (let index = 9; index < 24; index += 1) await dataProvider.removeMember({ appId, userId: `user_${index}` });
    refetch();
    await waitFor(() => expect(names('Members')).toHaveLength(10));
    expect(names('Members')[0]).toContain('Ada Lovelace');
    expect(screen.queryByText('Nobody is here yet')).toBeNull();
  });

  it('shows its last page of invitations that has rows', async () => {
    const invitations = invited(25);
    const dataProvider = createMemoryDataProvider({ members: [ada], invitations }, { paging: 'cursor' });
    open(dataProvider);
    await screen.findByText('1–10 of 25');
    await turn('invitation', '11–20 of 25');
    await turn('invitation', '21–25 of 25');
    const page = await dataProvider.listInvitations({ appId, limit: 100 });
    for (const { invitationId } of page.invitations.slice(8)) {
      await dataProvider.revokeInvitation({ appId, invitationId });
    }
    refetch();
    await waitFor(() => expect(names('Pending invitations')).toHaveLength(8));
  });
});

it('does not say that nobody is here while the rows behind a removed one are on their way', async () => {
  const dataProvider = createMemoryDataProvider({ members: people(3), invitations: [] }, { paging: 'cursor' });
  open(dataProvider, appId, 1);
  await screen.findByText('1–1 of 3');
  await turn('member', '2–2 of 3');
  const { listMembers } = dataProvider;
  let answer = () => undefined as void;
  dataProvider.listMembers = async (input) => {
    await new Promise<void>((resolve) => (answer = resolve));
    return listMembers(input);
  };
  await remove('Person 00');
  await screen.findByText('Person 00 was removed.');
  expect(screen.queryByText('Nobody is here yet')).toBeNull();
  await waitFor(() => {
    answer();
    expect(names('Members')[0]).toMatch(/Person 01|Ada/);
  });
});
