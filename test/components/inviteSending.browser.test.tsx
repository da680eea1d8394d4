import { render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersError } from '../../src/model/errors.js';
import { open, chips, send, put, invited } from './inviteForm.js';
import { emailField, operationsOf, passTime } from './panel.js';

describe('sending', () => {
  test('a form that goes stops: what was not begun is not sent', async () => {
    const { fake, unmount } = await open();
    await put(...Array.from({ length: 12 }, (_, index) => `p${index}@x.org`));
    // Long enough for the form to go before the first answer comes, however busy the machine is.
    fake.configure({ latencyMs: 2000 });
    await send();
    await waitFor(() => expect(invited(fake).length).toBeGreaterThan(0));
    unmount();
    await waitFor(() => expect(fake.requests.every(({ status }) => status !== null)).toBe(true));
    fake.configure({ latencyMs: 0 });
    const sent = invited(fake).length;
    expect(sent).toBe(3);
    await open();
    await waitFor(() => expect(chips().length).toBeGreaterThanOrEqual(12 - sent));
  });

  test('a second click sends nothing twice', async () => {
    const { fake } = await open({ latencyMs: 10 });
    await put('a@x.org', 'b@x.org');
    const button = screen.getByRole('button', { name: 'Send 2 invitations' });
    button.click();
    button.click();
    await screen.findByText('2 invitations were sent.');
    expect(invited(fake)).toEqual(['a@x.org', 'b@x.org']);
  });

  test('how far it is is announced a few times, not at each address', async () => {
    await open({ latencyMs: 200 });
    await put(...Array.from({ length: 40 }, (_, index) => `p${index}@x.org`));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('40 addresses and 40 to send'));
    await send();
    await screen.findByText('40 invitations were sent.', {}, { timeout: 10_000 });
    const progress = [...screen.getByRole('status').children].filter(({ textContent }) =>
      textContent.endsWith(' of 40 sent'),
    );
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.length).toBeLessThanOrEqual(5);
  });

  test('a host’s hook that throws fails each address with certainty, and the form can be used again', async () => {
    const onError = vi.fn<() => void>();
    let broken = true;
    const { fake } = await open({
      props: {
        onError,
        onBeforeInvite: () => {
          if (broken) throw new Error('The host made a mistake.');
        },
      },
    });
    await put('a@x.org', 'b@x.org');
    await send();
    await screen.findByText(/2 invitations were not sent/);
    expect(chips()).toEqual(['a@x.org | not sent', 'b@x.org | not sent']);
    expect(onError).toHaveBeenCalledOnce();
    expect(invited(fake)).toEqual([]);
    broken = false;
    await send();
    await screen.findByText('2 invitations were sent.');
  });

  test('what is still not known half a minute later, with lists that do not show it, was not sent', async () => {
    const started = performance.now();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(started);
    const { fake } = await open({ faults: [{ operation: 'inviteMember', kind: 'cut-before', times: 1 }] });
    await put('a@x.org');
    await send();
    await screen.findByText(/It is not known whether 1 invitation was sent/);
    const check = () => userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await check();
    await screen.findByText(/Check again in (30|2\d) seconds/);
    clock.mockReturnValue(started + 31_000);
    await check();
    await waitFor(() => expect(chips()).toEqual(['a@x.org | not sent']));
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
    await waitFor(() => expect(emailField()).toHaveFocus());
    await send();
    await screen.findByText('a@x.org was invited.');
    expect(invited(fake)).toHaveLength(2);
    clock.mockRestore();
  });

  test('lists that cannot be read settle nothing, and nothing is sent', async () => {
    const { fake } = await open({ faults: [{ operation: 'inviteMember', kind: 'cut-before' }] });
    await put('a@x.org');
    await send();
    await screen.findByText(/It is not known/);
    fake.configure({ faults: [{ operation: 'listMembers', kind: 'status', status: 500 }] });
    await send();
    await screen.findByText(/The lists could not be read/);
    expect(chips()).toEqual(['a@x.org | perhaps sent']);
    expect(invited(fake)).toHaveLength(1);
  });

  test('what turns out to be sent is told to the host, once', async () => {
    const onInvite = vi.fn<() => void>();
    const { fake } = await open({
      lagMs: 100_000,
      faults: [{ operation: 'inviteMember', kind: 'cut-after' }],
      props: { onInvite },
    });
    await put('a@x.org');
    await send();
    await screen.findByText(/It is not known/);
    expect(onInvite).not.toHaveBeenCalled();
    fake.configure({ lagMs: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await screen.findByText('a@x.org was invited.');
    expect(chips()).toEqual([]);
    expect(onInvite).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ email: 'a@x.org' }));
  });

  test('while the server asks for patience counts down, and goes on by itself', async () => {
    const { fake } = await open({
      faults: [{ operation: 'inviteMember', kind: 'status', status: 429, retryAfter: 12, times: 1 }],
    });
    await put('a@x.org');
    const button = screen.getByRole('button', { name: 'Send invitation' });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    button.click();
    await passTime(500);
    const told = () => document.querySelector('.mup-invite-progress')?.textContent;
    expect(told()).toContain('Waiting 12 seconds as the server asked');
    await passTime(10_000);
    expect(told()).toMatch(/Waiting [12] seconds? as the server asked/);
    expect(invited(fake)).toHaveLength(1);
    await passTime(3000);
    expect(screen.getByText('a@x.org was invited.')).toBeVisible();
    expect(invited(fake)).toHaveLength(2);
    expect(told()).toBeUndefined();
  });
});

describe('sending again what is pending', () => {
  test('uses the provider’s own way where it has one', async () => {
    const memory = createMemoryDataProvider();
    const { invitations } = await memory.listInvitations({ appId: 'app_demo' });
    const [pending] = invitations;
    if (!pending) throw new Error('The memory begins with invitations.');
    const resendInvitation = vi.fn<NonNullable<DataProvider['resendInvitation']>>(() => Promise.resolve(pending));
    render(
      <UsersProvider appId="app_demo" dataProvider={{ ...memory, resendInvitation }} access="manage">
        <InviteForm />
      </UsersProvider>,
    );
    await put(pending.email);
    await userEvent.click(await screen.findByRole('button', { name: `Send again to ${pending.email}` }));
    await waitFor(() => expect(chips()).toEqual([]));
    expect(resendInvitation).toHaveBeenCalledOnce();
    await waitFor(() => expect(emailField()).toHaveFocus());
  });

  test('of which only the old one could be revoked says so, and sends just the new one the next time', async () => {
    const { fake } = await open({ faults: [{ operation: 'inviteMember', kind: 'status', status: 403, times: 1 }] });
    await put('linus@example.org');
    await screen.findByText('already invited');
    await userEvent.click(screen.getByRole('button', { name: 'Send again to linus@example.org' }));
    await waitFor(() => expect(chips()).toEqual(['linus@example.org | not sent: not allowed']));
    await screen.findByText('You are not allowed to do this. Ask an admin of this app.');
    await userEvent.click(screen.getByRole('button', { name: 'Retry failed' }));
    await waitFor(() => expect(chips()).toEqual([]));
    expect(operationsOf(fake).filter((operation) => operation === 'revokeInvitation')).toHaveLength(1);
    expect(invited(fake)).toEqual(['linus@example.org', 'linus@example.org']);
  });

  test('that got no answer leaves the address perhaps sent', async () => {
    await open({ faults: [{ operation: 'inviteMember', kind: 'cut-before' }] });
    await put('linus@example.org');
    await userEvent.click(await screen.findByRole('button', { name: 'Send again to linus@example.org' }));
    await waitFor(() => expect(chips()).toEqual(['linus@example.org | perhaps sent']));
  });
});

test('a failure that asks for more patience than a minute counts down beside the form', async () => {
  await open({ faults: [{ operation: 'inviteMember', kind: 'status', status: 429, retryAfter: 90 }] });
  await put('a@x.org', 'b@x.org', 'c@x.org', 'd@x.org');
  await send();
  await screen.findByText(/4 invitations were not sent/);
  expect(screen.getAllByText(/Try again in 90 seconds/)[0]).toBeInTheDocument();
  expect(chips()).toEqual([
    'a@x.org | not sent: too many requests',
    'b@x.org | not sent: too many requests',
    'c@x.org | not sent: too many requests',
    'd@x.org | not sent',
  ]);
});

test('an error the kit did not foresee is a UsersError to the host', async () => {
  const onError = vi.fn<(error: UsersError) => void>();
  const memory = createMemoryDataProvider();
  const dataProvider: DataProvider = { ...memory, inviteMember: () => Promise.reject(new Error('boom')) };
  render(
    <UsersProvider appId="app_demo" dataProvider={dataProvider} access="manage" onError={onError}>
      <InviteForm />
    </UsersProvider>,
  );
  await put('a@x.org');
  await send();
  await screen.findByText(/It is not known/);
  expect(onError.mock.calls[0]?.[0]).toBeInstanceOf(UsersError);
});

describe('InviteForm, when Send is pressed on what is typed', () => {
  test.each([
    ['ada@example', /^ada@example \| not an e-?mail/i],
    ['ada', /^ada \| not an e-?mail/i],
    ['@example.com', /^@example\.com \| not an e-?mail/i],
    ['grace.hopper@example.com', /^grace\.hopper@example\.com \| already a member/i],
  ])('judges %j, and does not say that an address is missing', async (typed, told) => {
    const { fake } = await open();
    await userEvent.click(emailField());
    await userEvent.keyboard(typed);
    const button = screen.getByRole('button', { name: 'Send invitation' });
    expect(button).not.toHaveAttribute('aria-disabled');
    expect(button).not.toHaveAccessibleDescription();
    await userEvent.click(button);
    await waitFor(() => expect(chips()).toEqual([expect.stringMatching(told)]));
    expect(button).toHaveAccessibleDescription(/can.t be sent|can be sent/);
    expect(emailField()).toHaveValue('');
    expect(invited(fake)).toEqual([]);
  });

  test('says that an address is missing where none is typed', async () => {
    await open();
    await userEvent.click(emailField());
    await userEvent.keyboard('  ');
    expect(screen.getByRole('button', { name: 'Send invitation' })).toHaveAccessibleDescription(/address first/);
  });
});
