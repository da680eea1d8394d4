import { waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { focused, inside, openElement } from './panelElement.js';

describe('a dialog in the shadow root', () => {
  test.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['Cancel', () => page.getByRole('button', { name: 'Cancel' }).click()],
  ])('has the focus on Cancel, and after %s it is on what opened the dialog', async (_way, leave) => {
    const { element } = await openElement();
    await page.getByRole('button', { name: 'Remove Grace Hopper', exact: true }).click();
    // The first time the question is loaded.
    const dialog = await inside(element).findByRole<HTMLDialogElement>('alertdialog', { name: 'Remove Grace Hopper?' });
    expect(focused()).toBe(inside(element).getByRole('button', { name: 'Cancel' }));
    // In the top layer, above all that the page has.
    expect(dialog.matches(':modal')).toBe(true);
    await leave();
    await waitFor(() => expect(inside(element).queryByRole('alertdialog')).toBeNull());
    expect(focused()).toBe(inside(element).getByRole('button', { name: 'Remove Grace Hopper' }));
  });

  test('leaves the focus on the table when the row has gone', async () => {
    const { element } = await openElement();
    await page.getByRole('button', { name: 'Remove Grace Hopper', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await waitFor(() => expect(inside(element).queryByRole('row', { name: /Grace Hopper/ })).toBeNull());
    await waitFor(() => expect(focused()).toBe(inside(element).getByRole('table', { name: 'Members' })));
  });

  test('takes no focus from the page that went elsewhere meanwhile', async () => {
    const { element } = await openElement();
    const field = document.createElement('input');
    document.body.append(field);
    onTestFinished(() => field.remove());
    await page.getByRole('button', { name: 'Remove Grace Hopper', exact: true }).click();
    const frame = new Promise((resolve) => {
      element.addEventListener('remove', () => {
        // After the dialog has closed, and before the panel looks where the focus is.
        new MutationObserver((_changes, observer) => {
          if (inside(element).queryByRole('alertdialog')) return;
          observer.disconnect();
          field.focus();
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }).observe(element.shadowRoot ?? element, { subtree: true, childList: true });
      });
    });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await frame;
    expect(focused()).toBe(field);
  });
});

describe('the key "/"', () => {
  test('goes to the search, and is a letter where one types', async () => {
    const { element } = await openElement();
    const search = inside(element).getByRole('searchbox', { name: 'Search members' });
    inside(element).getByRole('combobox', { name: 'Role of Grace Hopper' }).focus();
    await userEvent.keyboard('/');
    expect(focused()).toBe(search);
    expect(search).toHaveValue('');
    const field = inside(element).getByRole('textbox', { name: 'E-mail addresses' });
    field.focus();
    await userEvent.keyboard('a/b');
    expect(focused()).toBe(field);
    expect(field).toHaveValue('a/b');
  });
});

test('the whole way by Tab is in the order of the page, and leads out again', async () => {
  const { element } = await openElement({ 'page-size': '2' });
  const before = document.createElement('button');
  const after = document.createElement('button');
  element.before(before);
  element.after(after);
  onTestFinished(() => {
    before.remove();
    after.remove();
  });
  before.focus();
  await userEvent.tab();
  expect(focused()).toBe(inside(element).getByRole('textbox', { name: 'E-mail addresses' }));
  for (let presses = 0; presses < 80 && focused() !== after; presses += 1) {
    await userEvent.tab();
    expect(focused()).not.toBe(document.body);
  }
  expect(focused()).toBe(after);
});

test('an invitation that goes with the focus in it leaves the focus in the list', async () => {
  const { element } = await openElement();
  await page.getByRole('button', { name: 'Revoke the invitation of linus@example.org' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await waitFor(() => expect(inside(element).queryByRole('row', { name: /linus@example.org/ })).toBeNull());
  await waitFor(() => expect(element.shadowRoot?.activeElement).not.toBeNull());
});
