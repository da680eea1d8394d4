import { act, render, screen, waitFor, within } from '@testing-library/react';
import { Activity } from 'react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersPanel } from '../../src/UsersPanel.js';
import { askToRemove, makeBackEnd, noRow, ready } from './panel.js';

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

test('a panel that is hidden while it removes a member leaves the page usable, and has removed them when it is shown', async () => {
  const { dataProvider, fake } = makeBackEnd(undefined, {
    faults: [{ operation: 'removeMember', kind: 'slow', ms: 1000 }],
  });
  const page = (mode: 'hidden' | 'visible') => (
    <>
      <button type="button">Of the host</button>
      <Activity mode={mode}>
        <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />
      </Activity>
    </>
  );
  const view = render(page('visible'));
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await act(async () => view.rerender(page('hidden')));
  const button = screen.getByRole('button', { name: 'Of the host' });
  button.focus();
  expect(button).toHaveFocus();
  await userEvent.click(button);
  await waitFor(() => expect(fake.read().members.some(({ userId }) => userId === 'user_grace')).toBe(false));
  await seconds(0.2);
  await act(async () => view.rerender(page('visible')));
  await waitFor(() => expect(noRow('Grace Hopper')).toBe(true));
  expect(screen.queryByRole('alertdialog', { hidden: true })).toBeNull();
  await userEvent.click(button);
});
