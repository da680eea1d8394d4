import { render, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { InviteForm } from '../../src/components/InviteForm.js';
import { UsersProvider } from '../../src/context/UsersProvider.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { open, chips, send, put, invited } from './inviteForm.js';
import { emailField, operationsOf } from './panel.js';

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
