import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  InvitationList,
  InviteForm,
  NoticeRegion,
  UsersProvider,
  type DataProvider,
  type Invitation,
} from '../../src/index.js';
import type { UsersProviderProps } from '../../src/context/UsersProvider.js';
import { de } from '../../src/locales/de.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { createFakeMixpeek, type FakeMixpeekOptions } from '../../src/msw/index.js';
import { ada, anInvitation, team } from '../../stories/fixtures.js';
import { allowConsole } from '../consoleWatch.js';

const LINUS = 'linus@example.org';
const ORDER = ['sophie.wilson@example.com', LINUS, 'frances.allen@example.com'];

afterEach(() => {
  vi.useRealTimers();
});

/** A list over a back end of its own. */
function open({
  pieces,
  client,
  ...options
}: FakeMixpeekOptions & { pieces?: React.ReactNode; client?: QueryClient } = {}) {
  const fake = createFakeMixpeek(team, options);
  const dataProvider = createMixpeekDataProvider({
    baseUrl: 'https://app.example.com/api',
    fetch: (input, init) => fake(new Request(input, init)),
  });
  const asked = (operation: string) => fake.requests.filter((request) => request.operation === operation);
  const idOf = (address: string) =>
    fake.read().invitations.find(({ email, status }) => email === address && status === 'pending')?.invitationId ?? '';
  return { fake, asked, idOf, ...show(dataProvider, pieces, client) };
}

function show(
  dataProvider: DataProvider,
  pieces: React.ReactNode = <InvitationList />,
  queryClient = new QueryClient(),
) {
  const callbacks = {
    onBeforeInvite: vi.fn<NonNullable<UsersProviderProps['onBeforeInvite']>>(),
    onBeforeRevoke: vi.fn<NonNullable<UsersProviderProps['onBeforeRevoke']>>(),
    onInvite: vi.fn<NonNullable<UsersProviderProps['onInvite']>>(),
    onRevoke: vi.fn<NonNullable<UsersProviderProps['onRevoke']>>(),
    onError: vi.fn<NonNullable<UsersProviderProps['onError']>>(),
  };
  const page = (more: Partial<UsersProviderProps> = {}, children = pieces) => (
    <UsersProvider
      appId="app_demo"
      dataProvider={dataProvider}
      currentUserId="user_ada"
      queryClient={queryClient}
      {...callbacks}
      {...more}
    >
      {children}
      <NoticeRegion />
    </UsersProvider>
  );
  const view = render(page());
  return {
    ...view,
    ...callbacks,
    queryClient,
    again: (more?: Partial<UsersProviderProps>, children?: React.ReactNode) => view.rerender(page(more, children)),
  };
}

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const resendButton = (email = LINUS) => button(`Send the invitation of ${email} again`);
const row = (email = LINUS) => screen.getByRole('row', { name: new RegExp(email) });
const noRow = (email = LINUS) => screen.queryByRole('row', { name: new RegExp(email) }) === null;
const addresses = () => screen.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent);
const section = () => screen.getByRole('region', { name: /^Pending invitations/ });

describe('sending an invitation again', () => {
  it('asks and tells the host of an invitation, never of a revocation', async () => {
    const { onBeforeInvite, onBeforeRevoke, onInvite, onRevoke, onError, idOf } = open();
    const before = await resendButton().then(() => idOf(LINUS));
    await userEvent.click(await resendButton());
    await screen.findByText(`${LINUS} was invited again.`);
    expect(onBeforeInvite).toHaveBeenCalledExactlyOnceWith([{ email: LINUS, role: 'org:admin' }]);
    expect(onInvite).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ invitationId: idOf(LINUS) }));
    expect(idOf(LINUS)).not.toBe(before);
    expect(onBeforeRevoke).not.toHaveBeenCalled();
    expect(onRevoke).not.toHaveBeenCalled();
    expect(onError).not.toHaveBeenCalled();
  });

  it('does nothing when the host says no', async () => {
    const { asked, onBeforeInvite } = open();
    onBeforeInvite.mockResolvedValue(false);
    await userEvent.click(await resendButton());
    await waitFor(() => expect(onBeforeInvite).toHaveBeenCalled());
    await waitFor(async () => expect(await resendButton()).not.toHaveAttribute('aria-disabled'));
    expect(asked('revokeInvitation')).toHaveLength(0);
    expect(screen.queryByText(/not sent again/)).toBeNull();
  });

  it('revokes nothing when the hook of the host throws, and says so', async () => {
    const { asked, onBeforeInvite, onError } = open();
    onBeforeInvite.mockRejectedValue(new Error('The host has a fault.'));
    await userEvent.click(await resendButton());
    expect(await within(row()).findByText(/The old one is still good\./)).toBeVisible();
    expect(asked('revokeInvitation')).toHaveLength(0);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'inviteMember');
  });

  it.each([0, 50])('never shows two rows of it, or none, with a list that lags %d ms', async (lagMs) => {
    const { fake, container } = open({ latencyMs: 5, lagMs });
    await resendButton();
    const seen = new Set<string>();
    const observer = new MutationObserver(() => seen.add(addresses().join()));
    observer.observe(container, { subtree: true, childList: true, characterData: true });
    await userEvent.click(await resendButton());
    await screen.findByText(`${LINUS} was invited again.`);
    const reads = fake.requests.length;
    // A second act, so that the list is read with the lag behind it.
    await new Promise((resolve) => setTimeout(resolve, lagMs));
    await userEvent.click(await resendButton('frances.allen@example.com'));
    await screen.findByText('frances.allen@example.com was invited again.');
    await waitFor(() => expect(fake.requests.length).toBeGreaterThan(reads + 2));
    observer.disconnect();
    expect([...seen]).toEqual([ORDER.join()]);
  });

  it('is done even when the host throws as it is told', async () => {
    allowConsole(/The host has a fault/);
    const { onInvite } = open();
    const uncaught: string[] = [];
    const listener = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      uncaught.push(event.message);
    };
    window.addEventListener('error', listener, { capture: true });
    onInvite.mockImplementation(() => {
      throw new Error('The host has a fault.');
    });
    await userEvent.click(await resendButton());
    await screen.findByText(`${LINUS} was invited again.`);
    await waitFor(async () => expect(await resendButton()).not.toHaveAttribute('aria-disabled'));
    expect(addresses()).toEqual(ORDER);
    await waitFor(() => expect(uncaught).toEqual([expect.stringContaining('The host has a fault.')]));
    window.removeEventListener('error', listener, { capture: true });
  });

  it('is under way in every list of the page', async () => {
    const { asked } = open({
      faults: [{ operation: 'revokeInvitation', kind: 'slow', ms: 600_000 }],
      pieces: (
        <>
          <InvitationList />
          <InvitationList />
        </>
      ),
    });
    const name = `Send the invitation of ${LINUS} again`;
    const [first, second] = await waitFor(() => {
      const found = screen.getAllByRole('button', { name });
      expect(found).toHaveLength(2);
      return found;
    });
    await userEvent.click(first!);
    await waitFor(() => expect(second).toHaveAttribute('aria-disabled', 'true'));
    second!.focus();
    await userEvent.keyboard('{Enter}');
    expect(asked('revokeInvitation')).toHaveLength(1);
  });

  it('leaves it to a data provider that can', async () => {
    const invitation = anInvitation({ email: LINUS, expiresAt: null });
    const sound = createMemoryDataProvider({ members: [ada], invitations: [invitation] });
    const renewed: Invitation = { ...invitation, createdAt: '2026-11-22T09:00:00Z' };
    const resendInvitation = vi.fn<NonNullable<DataProvider['resendInvitation']>>(() => Promise.resolve(renewed));
    const { onInvite } = show({ ...sound, resendInvitation });
    await userEvent.click(await resendButton());
    await screen.findByText(`${LINUS} was invited again.`);
    expect(resendInvitation).toHaveBeenCalledExactlyOnceWith({
      appId: 'app_demo',
      invitationId: invitation.invitationId,
    });
    expect(onInvite).toHaveBeenCalledExactlyOnceWith(renewed);
    expect(row()).toHaveTextContent('Nov 22, 2026');
  });

  it('keeps the row on the page of a back end that pages', async () => {
    const invitations = Array.from({ length: 5 }, (_, index) => anInvitation({ email: `p${index}@example.com` }));
    const dataProvider = createMemoryDataProvider({ members: [ada], invitations }, { paging: 'cursor' });
    show(dataProvider, <InvitationList pageSize={2} />);
    await userEvent.click(await resendButton('p0@example.com'));
    await screen.findByText('p0@example.com was invited again.');
    await waitFor(() => expect(addresses()).toEqual(['p0@example.com', 'p1@example.com', 'p2@example.com']));
    await userEvent.click(await button('Next page'));
    await waitFor(() => expect(addresses()).not.toContain('p0@example.com'));
  });

  it('says what it came to in the app it was asked for, and in no other', async () => {
    const { again, asked } = open({ latencyMs: 30 });
    await userEvent.click(await resendButton());
    again({ appId: 'app_other' });
    await waitFor(() => expect(asked('inviteMember')).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByText(/was invited again/)).toBeNull();
    expect(screen.queryByText(LINUS)).toBeNull();
  });
});

describe('a half that failed', () => {
  const full = { operation: 'inviteMember', kind: 'status', status: 403, type: 'QuotaExceededError' } as const;

  /** Sent, and neither the answer nor the list tells. */
  const lost = [
    { operation: 'inviteMember', kind: 'cut-after' },
    { operation: 'listInvitations', kind: 'status', status: 400 },
  ] as const;

  it('is there after the list was read again, and after the panel was out of sight', async () => {
    const { queryClient, again, onError, onInvite } = open({ faults: [{ ...full, times: 1 }] });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    await queryClient.refetchQueries();
    expect(addresses()).toEqual(ORDER);
    again({}, <p>Something else</p>);
    again();
    expect(await screen.findByText(/could not be sent/)).toBeVisible();
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'limit_reached' }), 'inviteMember');
    expect(onInvite).not.toHaveBeenCalled();
    await userEvent.click(await button(`Try again: the invitation of ${LINUS}`));
    await screen.findByText(`${LINUS} was invited again.`);
    expect(addresses()).toEqual(ORDER);
  });

  it('is there however soon the host lets unused queries go', async () => {
    const { again } = open({
      faults: [full],
      client: new QueryClient({ defaultOptions: { queries: { gcTime: 5 } } }),
    });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    again({}, <p>Something else</p>);
    await new Promise((resolve) => setTimeout(resolve, 40));
    again();
    expect(await screen.findByText(/could not be sent/)).toBeVisible();
  });

  it('has the list read again, which is not what it was', async () => {
    const { asked } = open({ faults: [full] });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    await waitFor(() => expect(asked('listInvitations')).toHaveLength(2));
    expect(addresses()).toEqual(ORDER);
  });

  it('is whole as soon as a list shows that the new one was sent after all', async () => {
    const { fake, queryClient } = open();
    await resendButton();
    fake.configure({ faults: lost });
    await userEvent.click(await resendButton());
    await screen.findByText(/not known whether the new one was sent/);
    fake.configure({ faults: [] });
    await queryClient.refetchQueries();
    await waitFor(() => expect(screen.queryByText(/not known/)).toBeNull());
    expect(addresses()).toEqual(ORDER);
    expect(await button(`Revoke the invitation of ${LINUS}`)).toBeVisible();
  });

  it('goes as soon as a list shows that the person is a member', async () => {
    const { fake, idOf, queryClient } = open();
    await resendButton();
    fake.configure({ faults: lost });
    await userEvent.click(await resendButton());
    await screen.findByText(/not known whether the new one was sent/);
    fake.accept(idOf(LINUS));
    await queryClient.refetchQueries();
    await waitFor(() => expect(noRow()).toBe(true));
  });

  it('does not count as invited where addresses are typed', async () => {
    open({
      faults: [{ ...full, times: 1 }],
      pieces: (
        <>
          <InviteForm />
          <InvitationList />
        </>
      ),
    });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    await userEvent.fill(await screen.findByRole('textbox', { name: 'E-mail addresses' }), `${LINUS},`);
    const chips = await screen.findByRole('list', { name: 'Addresses to invite' });
    expect(chips).not.toHaveTextContent('already invited');
    await userEvent.click(await button('Send invitation'));
    await waitFor(() => expect(screen.queryByText(/could not be sent/)).toBeNull());
    await waitFor(() => expect(addresses()).toHaveLength(3));
  });

  it('goes when the person turns out to be a member', async () => {
    const { fake, idOf } = open({ faults: [{ ...full, times: 1 }] });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    // Invited and accepted on another screen.
    await fake(
      new Request('https://elsewhere.example/v1/apps/app_demo/users/invite', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email_address: LINUS, role: 'org:member' }),
      }),
    );
    fake.accept(idOf(LINUS));
    await userEvent.click(await button(`Try again: the invitation of ${LINUS}`));
    await screen.findByText(`${LINUS} is a member already. No new invitation was sent.`);
    await waitFor(() => expect(noRow()).toBe(true));
  });

  it('takes over what somebody else sent in between, and says with which role', async () => {
    const { fake, onInvite } = open({ faults: [{ ...full, times: 1 }] });
    await userEvent.click(await resendButton());
    await screen.findByText(/could not be sent/);
    await fake(
      new Request('https://elsewhere.example/v1/apps/app_demo/users/invite', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email_address: LINUS, role: 'org:member' }),
      }),
    );
    await userEvent.click(await button(`Try again: the invitation of ${LINUS}`));
    await screen.findByText(`Somebody else invited ${LINUS} meanwhile, as Member.`);
    expect(addresses()).toEqual(ORDER);
    expect(onInvite).not.toHaveBeenCalled();
  });
});

describe('a role that was chosen for an invitation', () => {
  it('is not sent by the keys that pass it', async () => {
    const { asked } = open();
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: new RegExp(LINUS) });
    await userEvent.selectOptions(select, 'org:member');
    await userEvent.selectOptions(select, 'org:admin');
    await userEvent.selectOptions(select, 'org:member');
    expect(asked('revokeInvitation')).toHaveLength(0);
    await userEvent.click(await button(/^Send –/));
    await screen.findByText(`${LINUS} was invited again, as Member.`);
    expect(asked('inviteMember').map(({ body }) => body)).toEqual([{ email_address: LINUS, role: 'org:member' }]);
  });

  it('is the old one again when the server refuses, and the row says why', async () => {
    open({ faults: [{ operation: 'revokeInvitation', kind: 'status', status: 403 }] });
    const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: new RegExp(LINUS) });
    await userEvent.selectOptions(select, 'org:member');
    await userEvent.click(await button(/^Send –/));
    expect(await within(row()).findByText(/The old one is still good\. You are not allowed/)).toBeVisible();
    expect(select.value).toBe('org:admin');
  });
});

it('what is sent again and then revoked does not come back with a list that lags', async () => {
  const { queryClient, asked } = open({ lagMs: 60_000 });
  await userEvent.click(await resendButton());
  await screen.findByText(`${LINUS} was invited again.`);
  await userEvent.click(await button(`Revoke the invitation of ${LINUS}`));
  await userEvent.click(await button('Revoke'));
  await screen.findByText(`The invitation of ${LINUS} was revoked.`);
  for (let times = 0; times < 2; times += 1) {
    await queryClient.refetchQueries();
    expect(noRow()).toBe(true);
  }
  expect(asked('revokeInvitation')).toHaveLength(2);
});

describe('the question whether to revoke', () => {
  const ask = async () => {
    await userEvent.click(await button(`Revoke the invitation of ${LINUS}`));
    return screen.findByRole('alertdialog');
  };

  it('leaves the focus with the list when the row is gone', async () => {
    open();
    await ask();
    await userEvent.click(await button('Revoke'));
    await waitFor(() => expect(noRow()).toBe(true));
    await waitFor(() => expect(section()).toHaveFocus());
  });

  it.each([
    ['was invited anew', 'replaced', `${LINUS} was invited anew while you were asked, as Member.`],
    ['has another role', 'changed', `the invitation of ${LINUS} is now Pending, as Member.`],
    ['is no longer there', 'gone', `The invitation of ${LINUS} is no longer pending`],
  ])('is void when the invitation %s', async (_what, kind, sentence) => {
    const { fake, queryClient, asked, idOf } = open();
    const dialog = await ask();
    const id = idOf(LINUS);
    fake.configure({
      tamper: (operation, body) => {
        if (operation !== 'listInvitations') return body;
        const { invitations, total } = body as { invitations: Record<string, unknown>[]; total: number };
        const altered = invitations.flatMap((wire) => {
          if (wire['invitation_id'] !== id) return [wire];
          if (kind === 'gone') return [];
          return [{ ...wire, role: 'org:member', ...(kind === 'replaced' && { invitation_id: 'orginv_other' }) }];
        });
        return { invitations: altered, total: total - invitations.length + altered.length };
      },
    });
    await queryClient.refetchQueries();
    expect(await within(dialog).findByText(new RegExp(sentence))).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: 'Revoke' })).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(asked('revokeInvitation')).toHaveLength(0);
  });

  it('is not void because the answer to it makes the row go', async () => {
    open({ latencyMs: 20 });
    const dialog = await ask();
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(dialog.textContent));
    observer.observe(dialog, { subtree: true, childList: true, characterData: true });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(noRow()).toBe(true));
    observer.disconnect();
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((text) => text.includes('no longer pending'))).toEqual([]);
  });
});

describe('when an invitation expires', () => {
  it.each([
    ['2026-11-22T23:30:00', 'Expires today'],
    ['2026-11-23T03:00:00', 'Expires tomorrow'],
    ['2026-11-25T22:00:00', 'Expires in 3 days'],
    ['2026-11-22T21:00:00', 'Expired today'],
    ['2026-11-21T23:00:00', 'Expired yesterday'],
  ])('%s, seen late in the evening of the 22nd: %s', async (expiresAt, expected) => {
    vi.useFakeTimers({ now: new Date('2026-11-22T22:00:00'), toFake: ['Date'] });
    const invitation = anInvitation({ email: LINUS, expiresAt: new Date(expiresAt).toISOString() });
    show(createMemoryDataProvider({ members: [ada], invitations: [invitation] }));
    expect(await screen.findByText(expected)).toBeVisible();
  });

  it('is told in the language of the panel', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-22T22:00:00'), toFake: ['Date'] });
    const invitation = anInvitation({ email: LINUS, expiresAt: '2026-11-25T12:00:00.000Z' });
    const { again } = show(createMemoryDataProvider({ members: [ada], invitations: [invitation] }));
    again({ messages: { ...de, invitations: { ...de.invitations, expires: 'Läuft {when} ab' } } });
    expect(await screen.findByText('Läuft in 3 Tagen ab')).toBeVisible();
  });
});

it('the link is shown where the page has no clipboard at all', async () => {
  const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  try {
    const invitation = anInvitation({ email: LINUS, url: 'https://accounts.example.com/accept' });
    show(createMemoryDataProvider({ members: [ada], invitations: [invitation] }));
    const copy = await button(`Copy the invitation link of ${LINUS}`);
    await userEvent.click(copy);
    const field = await screen.findByRole('textbox', { name: `Invitation link of ${LINUS}` });
    expect(field).toHaveValue('https://accounts.example.com/accept');
    expect(field).toHaveFocus();
    // Each time that it fails the link is there to be copied by hand.
    await userEvent.click(copy);
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveFocus());
  } finally {
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).toEqual(clipboard);
  }
});
