import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { NoticeRegion } from '../../src/components/NoticeRegion.js';
import { UsersProvider, type UsersProviderProps } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersError } from '../../src/model/errors.js';
import { bodiesOf, emailField, makeBackEnd, operationsOf, passTime } from './panel.js';
import type { FakeMixpeekOptions } from '../../src/msw/index.js';

interface OpenOptions extends FakeMixpeekOptions {
  props?: Partial<UsersProviderProps>;
}

/** Renders the form alone, for Ada, an admin; the lists have come. */
async function open({ props, ...options }: OpenOptions = {}) {
  const { fake, dataProvider } = makeBackEnd(undefined, options);
  const form = (more: Partial<UsersProviderProps> = {}) => (
    <UsersProvider appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} {...props} {...more}>
      <InviteForm />
      <NoticeRegion />
    </UsersProvider>
  );
  const view = render(form());
  await screen.findByRole('textbox');
  await waitFor(() => expect(fake.requests.filter(({ status }) => status !== null)).toHaveLength(2));
  return { ...view, fake, dataProvider, reopen: (more: Partial<UsersProviderProps>) => view.rerender(form(more)) };
}

const chips = () =>
  [...document.querySelectorAll('.mup-chip')].map((chip) =>
    [...chip.querySelectorAll('.mup-chip-text, .mup-badge, .mup-chip-note')]
      .map((part) => part.textContent)
      .join(' | '),
  );
const chip = (email: string) => screen.getByRole('button', { name: `Edit ${email}` });
const removal = (email: string) => screen.getByRole('button', { name: `Remove ${email}` });
const send = (name = /^Send [\d,]+ invitations?$|^Send invitation$/) =>
  userEvent.click(screen.getByRole('button', { name }));
async function put(...emails: string[]) {
  await userEvent.fill(emailField(), `${emails.join(',')},`);
}
const invited = (fake: Awaited<ReturnType<typeof open>>['fake']) =>
  bodiesOf(fake, 'inviteMember').map((body) => (body as { email_address: string }).email_address);

describe('by keyboard', () => {
  test('the arrow keys walk through the addresses and back into the field', async () => {
    await open();
    await put('a@x.org', 'b@x.org', 'c@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}');
    expect(chip('c@x.org')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    expect(chip('a@x.org')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(chip('b@x.org')).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}{Home}');
    expect(chip('a@x.org')).toHaveFocus();
  });

  test('they move through the text first', async () => {
    await open();
    await put('a@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('hi{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(chip('a@x.org')).toHaveFocus();
    // What is being typed is still there.
    expect(emailField()).toHaveValue('hi');
  });

  test('they point the other way from right to left', async () => {
    await open({ props: { dir: 'rtl' } });
    await put('a@x.org', 'b@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('b@x.org');
    await userEvent.keyboard('{ArrowLeft}');
    expect(emailField()).toHaveFocus();
  });

  test.each(['Delete', 'Backspace'])(
    '%s removes an address, and the next one has the focus, else the field',
    async (key) => {
      await open();
      await put('a@x.org', 'b@x.org', 'c@x.org');
      await userEvent.click(emailField());
      await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
      await userEvent.keyboard(`{${key}}`);
      expect(chips()).toEqual(['a@x.org', 'c@x.org']);
      await waitFor(() => expect(chip('c@x.org')).toHaveFocus());
      await userEvent.keyboard(`{${key}}`);
      await waitFor(() => expect(emailField()).toHaveFocus());
      expect(chips()).toEqual(['a@x.org']);
    },
  );

  test('the button of an address removes it without losing the focus', async () => {
    await open();
    await put('a@x.org', 'b@x.org');
    removal('a@x.org').focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(chip('b@x.org')).toHaveFocus());
    removal('b@x.org').focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(emailField()).toHaveFocus());
  });

  test('Tab meets one address with its buttons, not all of them', async () => {
    await open();
    await put('a@x.org', 'b@gmial.com', 'c@x.org');
    await userEvent.click(emailField());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chip('b@gmial.com')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByRole('button', { name: 'Did you mean b@gmail.com?' })).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(removal('b@gmial.com')).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    expect(emailField()).toHaveFocus();
  });

  test('Enter edits an address in its place; Escape gives it back, and stays with the field', async () => {
    await open();
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    await put('a@x.org', 'b@x.org', 'c@x.org');
    chip('b@x.org').focus();
    await userEvent.keyboard('{Enter}');
    expect(emailField()).toHaveFocus();
    expect(emailField()).toHaveValue('b@x.org');
    heard.mockClear();
    await userEvent.keyboard('{Escape}');
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
    expect(chips()).toEqual(['a@x.org', 'b@x.org', 'c@x.org']);
    chip('b@x.org').focus();
    await userEvent.keyboard('{Enter}{Backspace}{Backspace}{Backspace}com{Enter}');
    expect(chips()).toEqual(['a@x.org', 'b@x.com', 'c@x.org']);
  });

  test('editing ends when the focus leaves the field', async () => {
    await open();
    await put('a@x.org', 'b@x.org');
    await userEvent.click(chip('a@x.org'));
    expect(emailField()).toHaveValue('a@x.org');
    await userEvent.click(screen.getByRole('combobox'));
    expect(emailField()).toHaveValue('');
    expect(chips()).toEqual(['a@x.org', 'b@x.org']);
  });

  test('a click on a second address while one is edited edits the second', async () => {
    await open();
    await put('a@x.org', 'b@x.org', 'c@x.org');
    await userEvent.click(chip('a@x.org'));
    await userEvent.click(chip('c@x.org'));
    expect(emailField()).toHaveValue('c@x.org');
    expect(chips()).toEqual(['a@x.org', 'b@x.org']);
  });
});

test('a click beside the addresses is one into the field', async () => {
  await open();
  await put('a@x.org');
  const field = document.querySelector('.mup-email-field');
  if (!field) throw new Error('The addresses stand in a field.');
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(field, { position: { x: 4, y: 4 } });
  expect(emailField()).toHaveFocus();
});

test('a role typed after an address becomes its own', async () => {
  await open();
  await userEvent.click(emailField());
  await userEvent.keyboard('a@x.org, admin{Enter}b@x.org;MEMBER{Enter}owner{Enter}');
  expect(chips()).toEqual(['a@x.org | Admin', 'b@x.org', 'owner | not an e-mail address']);
});

test('roles with names of the host’s are read by these', async () => {
  const { fake } = await open({
    props: { roles: [{ role: 'org:member' }, { role: 'org:admin', label: 'Head of Everything' }] },
  });
  await userEvent.click(emailField());
  await userEvent.keyboard('a@x.org; head of everything{Enter}');
  expect(chips()).toEqual(['a@x.org | Head of Everything']);
  await send();
  await waitFor(() =>
    expect(bodiesOf(fake, 'inviteMember')).toEqual([{ email_address: 'a@x.org', role: 'org:admin' }]),
  );
});

describe('the draft', () => {
  test('of another app is another one, and the first comes back with its app', async () => {
    const { reopen } = await open();
    await put('a@x.org');
    await userEvent.type(emailField(), 'half');
    reopen({ appId: 'app_other' });
    await waitFor(() => expect(chips()).toEqual([]));
    expect(document.body).not.toHaveTextContent('a@x.org');
    reopen({ appId: 'app_demo' });
    await waitFor(() => expect(chips()).toEqual(['a@x.org']));
    expect(emailField()).toHaveValue('half');
  });

  test('survives a failure and a panel that is made anew; what was sent is gone from it', async () => {
    const { fake, unmount } = await open({
      faults: [{ operation: 'inviteMember', kind: 'status', status: 403, match: 'b@x' }],
    });
    await put('a@x.org', 'b@x.org');
    await send();
    await screen.findByText(/1 invitation was not sent/);
    unmount();
    expect(invited(fake)).toEqual(['a@x.org', 'b@x.org']);
    await open();
    await waitFor(() => expect(chips()).toEqual(['b@x.org']));
  });

  test('leaves nothing behind when all of it was sent', async () => {
    await open();
    await put('a@x.org', 'b@x.org');
    expect(sessionStorage.length).toBe(1);
    await send();
    await waitFor(() => expect(chips()).toEqual([]));
    await waitFor(() => expect(sessionStorage.length).toBe(0));
  });

  test('that was under way when the page went is perhaps sent, and never sent again before a look', async () => {
    const slow = { operation: 'inviteMember', kind: 'slow', ms: 100_000, match: 'a@x' } as const;
    const { unmount } = await open({ faults: [slow] });
    await put('a@x.org');
    await send();
    await screen.findByText('sending');
    unmount();
    const { fake } = await open();
    await waitFor(() => expect(chips()).toEqual(['a@x.org | perhaps sent']));
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await screen.findByText(/The lists do not show it yet/);
    expect(operationsOf(fake)).not.toContain('inviteMember');
    await send();
    await screen.findByText('a@x.org was invited.');
    // Both lists were read before: at the start, when checked, and when sent.
    expect(operationsOf(fake).slice(0, operationsOf(fake).indexOf('inviteMember'))).toHaveLength(6);
  });

  test('does without a storage', async () => {
    const getter = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('Not here.', 'SecurityError');
    });
    await open();
    await put('a@x.org');
    expect(chips()).toEqual(['a@x.org']);
    getter.mockRestore();
  });

  test('does not disturb what a server has rendered', async () => {
    const dataProvider = createMemoryDataProvider();
    const page = (
      <StrictMode>
        <UsersProvider appId="app_demo" dataProvider={dataProvider} access="manage">
          <InviteForm />
        </UsersProvider>
      </StrictMode>
    );
    const first = render(page);
    await put('a@x.org');
    first.unmount();
    expect(sessionStorage.length).toBe(1);

    const container = document.createElement('div');
    container.innerHTML = renderToString(page);
    expect(container).not.toHaveTextContent('a@x.org');
    document.body.append(container);
    const onRecoverableError = vi.fn<() => void>();
    const root = hydrateRoot(container, page, { onRecoverableError });
    await waitFor(() => expect(chips()).toEqual(['a@x.org']));
    expect(onRecoverableError).not.toHaveBeenCalled();
    root.unmount();
    container.remove();
  });
});

describe('sending', () => {
  test('a form that goes stops: what was not begun is not sent', async () => {
    const { fake, unmount } = await open({ latencyMs: 20 });
    await put(...Array.from({ length: 12 }, (_, index) => `p${index}@x.org`));
    await send();
    await waitFor(() => expect(invited(fake).length).toBeGreaterThan(0));
    unmount();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const sent = invited(fake).length;
    expect(sent).toBeLessThanOrEqual(6);
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
    await open({ latencyMs: 2 });
    const said: (string | null)[] = [];
    await put(...Array.from({ length: 40 }, (_, index) => `p${index}@x.org`));
    const region = document.querySelector('.mup-invite-form [aria-live="polite"]');
    if (!region) throw new Error('There is a region that is read out.');
    expect(region).toHaveTextContent('40 addresses. 40 to send');
    new MutationObserver(() => said.push(region.textContent)).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    await send();
    await screen.findByText('40 invitations were sent.', {}, { timeout: 5000 });
    const progress = said.filter((text) => text?.includes('of 40 sent'));
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
    vi.useFakeTimers({ toFake: ['Date'] });
    const { fake } = await open({ faults: [{ operation: 'inviteMember', kind: 'cut-before', times: 1 }] });
    await put('a@x.org');
    await send();
    await screen.findByText(/It is not known whether 1 invitation was sent/);
    const check = () => userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    await check();
    await screen.findByText(/Check again in 30 seconds/);
    vi.setSystemTime(Date.now() + 31_000);
    await check();
    await waitFor(() => expect(chips()).toEqual(['a@x.org | not sent']));
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
    await waitFor(() => expect(emailField()).toHaveFocus());
    await send();
    await screen.findByText('a@x.org was invited.');
    expect(invited(fake)).toHaveLength(2);
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
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
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

test('a thousand addresses are typed beside without waiting', async () => {
  await open();
  await put(...Array.from({ length: 1000 }, (_, index) => `person${index}@x.org`));
  await screen.findByRole('button', { name: 'Send 1,000 invitations' });
  const items = () => [...document.querySelectorAll('.mup-chip')];
  const before = items();
  await userEvent.type(emailField(), 'more@x.org');
  await screen.findByRole('button', { name: 'Send 1,001 invitations' });
  // Not one of them was rendered anew into another element.
  expect(items().every((item, index) => item === before[index])).toBe(true);
  expect(items()).toHaveLength(100);
  expect(document.querySelectorAll('.mup-invite-form *').length).toBeLessThan(1000);
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
