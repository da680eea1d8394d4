import { fireEvent, render, waitFor, within } from '@testing-library/react';
import { createPortal } from 'react-dom';
import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersPanel } from '../../src/UsersPanel.js';
import { makeBackEnd } from './panel.js';

/** A panel that the host renders into a frame, inside of a dialog of its own. */
async function openInFrame() {
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: '1000px', height: '800px' });
  document.body.append(frame);
  onTestFinished(() => frame.remove());
  const page = frame.contentDocument ?? document;
  for (const sheet of document.querySelectorAll('style')) page.head.append(sheet.cloneNode(true));
  const onHostEvent = vi.fn<() => void>();
  const { dataProvider } = makeBackEnd();
  render(
    <dialog open onClose={onHostEvent} onCancel={onHostEvent} onKeyDown={onHostEvent}>
      {createPortal(<UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />, page.body)}
    </dialog>,
  );
  const inside = within(page.body);
  await inside.findByRole('row', { name: /Grace Hopper/ });
  return { page, inside, onHostEvent };
}

test('a panel in a frame asks in the frame, and gives the focus back to its row', async () => {
  const { page, inside, onHostEvent } = await openInFrame();
  const button = inside.getByRole('button', { name: 'Remove Grace Hopper' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await inside.findByRole('alertdialog');
  onHostEvent.mockClear();
  expect(page.querySelector(':modal')).toBe(dialog);
  const [cancel, confirm] = within(dialog).getAllByRole('button');
  expect(page.activeElement).toBe(cancel);
  await userEvent.tab();
  expect(page.activeElement).toBe(confirm);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(inside.queryByRole('alertdialog')).toBeNull());
  expect(page.activeElement).toBe(button);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(onHostEvent).not.toHaveBeenCalled();
});

test('a panel in a frame leaves the focus on the table when a row has gone', async () => {
  const { page, inside } = await openInFrame();
  inside.getByRole('button', { name: 'Remove Grace Hopper' }).focus();
  await userEvent.keyboard('{Enter}');
  await inside.findByRole('alertdialog');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(page.activeElement).toBe(inside.getByRole('table', { name: 'Members' })));
});

test('a panel in a frame goes to its search by "/", which is a letter where one types, and clears it by Escape', async () => {
  const { page, inside, onHostEvent } = await openInFrame();
  const search = inside.getByRole<HTMLInputElement>('searchbox', { name: 'Search members' });
  inside.getByRole('button', { name: 'Remove Grace Hopper' }).focus();
  await userEvent.keyboard('/');
  expect(page.activeElement).toBe(search);
  expect(search).toHaveValue('');
  await userEvent.keyboard('a/b');
  expect(search).toHaveValue('a/b');
  onHostEvent.mockClear();
  await userEvent.keyboard('{Escape}');
  expect(search).toHaveValue('');
  expect(onHostEvent).not.toHaveBeenCalled();
});

test('a confirm in a frame that is hidden leaves the frame and the page usable', async () => {
  const { page, inside } = await openInFrame();
  fireEvent.click(inside.getByRole('button', { name: 'Remove Grace Hopper' }));
  await inside.findByRole('alertdialog');
  page.body.style.display = 'none';
  await waitFor(() => expect(page.querySelector(':modal')).toBeNull());
  page.body.style.display = '';
  await waitFor(() => expect(page.querySelector(':modal')).not.toBeNull());
});
