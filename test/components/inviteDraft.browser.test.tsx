import { QueryClient } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { CurrentUser } from '../../src/model/dataProvider.js';
import { open, chips, send, put, invited } from './inviteForm.js';
import { UsersPanel } from '../../src/UsersPanel.js';
import { emailField, makeBackEnd, operationsOf } from './panel.js';

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

describe('the draft of another person', () => {
  const role = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /Role of the people/ });
  const stored = () => Object.keys(sessionStorage);

  test('is not shown, nor is their role, and theirs is removed from the storage', async () => {
    const { reopen } = await open({ props: { access: 'manage' } });
    await put('a@x.org');
    await userEvent.type(emailField(), 'half');
    await userEvent.selectOptions(role(), 'org:admin');
    reopen({ access: 'manage', currentUserId: 'user_grace' });
    // Of the very first commit.
    expect(document.body).not.toHaveTextContent('a@x.org');
    expect(document.querySelector('input[value*="half"], input:not([value=""])')).toBeNull();
    await waitFor(() => expect(emailField()).toHaveValue(''));
    expect(role()).toHaveValue('org:member');
    await waitFor(() => expect(stored()).toEqual([]));
    reopen({ access: 'manage', currentUserId: 'user_ada' });
    await waitFor(() => expect(emailField()).toHaveValue(''));
    expect(chips()).toEqual([]);
    expect(role()).toHaveValue('org:member');
  });

  test('is not there after a reload, nor is the role for the same person', async () => {
    const { unmount } = await open({ props: { access: 'manage' } });
    await put('a@x.org');
    await userEvent.selectOptions(role(), 'org:admin');
    expect(JSON.stringify(sessionStorage)).not.toContain('org:admin');
    unmount();
    const again = await open({ props: { access: 'manage' } });
    await waitFor(() => expect(chips()).toEqual(['a@x.org']));
    expect(role()).toHaveValue('org:member');
    again.unmount();
    await open({ props: { access: 'manage', currentUserId: 'user_grace' } });
    expect(chips()).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test('goes when the host says that nobody is signed in', async () => {
    const { reopen } = await open({ props: { access: 'manage' } });
    await put('a@x.org');
    reopen({ access: 'manage', currentUserId: undefined });
    expect(document.body).not.toHaveTextContent('a@x.org');
    await waitFor(() => expect(stored()).toEqual([]));
  });

  test('goes when the data provider says so', async () => {
    const back = createMemoryDataProvider();
    let user: CurrentUser = { status: 'signed_in', userId: 'user_ada' };
    const dataProvider = { ...back, getCurrentUser: () => Promise.resolve(user) };
    const queryClient = new QueryClient();
    render(
      <UsersProvider appId="app_demo" dataProvider={dataProvider} access="manage" queryClient={queryClient}>
        <InviteForm />
      </UsersProvider>,
    );
    await screen.findByRole('textbox');
    await put('a@x.org');
    expect(stored()).toHaveLength(1);
    user = { status: 'signed_out' };
    await queryClient.refetchQueries();
    await waitFor(() => expect(stored()).toEqual([]));
    expect(document.body).not.toHaveTextContent('a@x.org');
    user = { status: 'signed_in', userId: 'user_grace' };
    await queryClient.refetchQueries();
    await screen.findByRole('textbox');
    expect(chips()).toEqual([]);
  });

  test('goes from the storage when the session ends as it is sent, and stays on screen', async () => {
    const { fake } = await open({ props: { access: 'manage' } });
    await put('a@x.org');
    expect(stored()).toHaveLength(1);
    fake.configure({ faults: [{ operation: 'inviteMember', kind: 'status', status: 401 }] });
    await send();
    await waitFor(() => expect(chips()).toEqual([expect.stringContaining('a@x.org |')]));
    await waitFor(() => expect(stored()).toEqual([]));
    await userEvent.type(emailField(), 'b');
    expect(stored()).toEqual([]);
  });

  test('goes from the storage when a list is refused for want of a session', async () => {
    const { unmount } = await open({ props: { access: 'manage' } });
    await put('a@x.org');
    unmount();
    expect(stored()).toHaveLength(1);
    const { dataProvider } = makeBackEnd(undefined, {
      faults: [{ operation: 'listMembers', kind: 'status', status: 401 }],
    });
    render(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />);
    await screen.findByText(/signed out|session/i);
    await waitFor(() => expect(stored()).toEqual([]));
  });
});

test('a draft of a thousand addresses survives a reload', async () => {
  const { unmount } = await open();
  await put(...Array.from({ length: 1000 }, (_, index) => `a.person.with.a.name.${index}@department.example.com`));
  await screen.findByRole('button', { name: 'Send 1,000 invitations' });
  unmount();
  await open();
  expect(await screen.findByRole('button', { name: 'Send 1,000 invitations' })).toBeVisible();
});
