import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada } from '../../stories/fixtures.js';
import { emailField, openPanel, ready } from '../components/panel.js';
import { measureFocusRing, measureTexts } from './contrast.js';
import { asking, atWork, faintInEveryLook } from './contrastScenes.js';
import { undress } from './looks.js';

afterEach(undress);

test('whatever the host’s colours, one can read the button that the pointer is on', async () => {
  await atWork();
  const send = screen.getByRole('button', { name: /^Send (\d+ )?invitation/ });
  await userEvent.hover(send);
  expect(send.matches(':hover:not([data-off])')).toBe(true);
  expect(faintInEveryLook(() => measureTexts(send.parentElement as Element))).toEqual([]);
});

test('whatever the host’s colours, one can read the button that is off, with the pointer on it', async () => {
  openPanel();
  await ready();
  const send = screen.getByRole('button', { name: 'Send invitation' });
  await userEvent.hover(send);
  expect(send.matches('[data-variant="primary"][data-off]:hover')).toBe(true);
  expect(faintInEveryLook(() => measureTexts(send.parentElement as Element))).toEqual([]);
});

test('whatever the host’s colours, one can read the answer that is off, with the pointer on it', async () => {
  const dialog = await asking();
  const remove = within(dialog).getByRole('button', { name: 'Remove' });
  remove.dataset['off'] = '';
  await userEvent.hover(remove);
  expect(remove.matches('[data-variant="danger"]:hover')).toBe(true);
  expect(faintInEveryLook(() => measureTexts(dialog))).toEqual([]);
});

test('the pointer gives no edge to a select that is off', async () => {
  openPanel({ seed: { members: [ada], invitations: [] } });
  await ready();
  const off = screen.getByRole('combobox', { name: 'Role of Ada Lovelace' });
  const { borderTopColor } = getComputedStyle(off);
  await userEvent.hover(off.parentElement as Element);
  expect(off.matches(':disabled:hover')).toBe(true);
  expect(getComputedStyle(off).borderTopColor).toBe(borderTopColor);
});

test('whatever the host’s colours, one can read the answer that the pointer is on', async () => {
  const dialog = await asking();
  const remove = within(dialog).getByRole('button', { name: 'Remove' });
  await userEvent.hover(remove);
  expect(remove.matches(':hover')).toBe(true);
  expect(faintInEveryLook(() => measureTexts(dialog))).toEqual([]);
});

describe('whatever the host’s colours, one can see', () => {
  test('where the focus is', async () => {
    await atWork();
    // From here on the keyboard moves the focus, so buttons have a ring too.
    await userEvent.tab();
    for (const control of [
      emailField(),
      screen.getByRole('searchbox'),
      screen.getByRole('combobox', { name: 'Role of Hedy Lamarr' }),
      screen.getByRole('button', { name: 'Remove Hedy Lamarr' }),
      screen.getAllByRole('columnheader').flatMap((header) => [...header.querySelectorAll('button')])[0] as HTMLElement,
      screen.getByRole('button', { name: /^Send (\d+ )?invitation/ }),
    ]) {
      control.focus();
      expect(faintInEveryLook(() => [measureFocusRing()])).toEqual([]);
    }
  });

  test('where the focus is in a dialog', async () => {
    const dialog = await asking();
    await userEvent.tab();
    for (const button of within(dialog).getAllByRole('button')) {
      button.focus();
      expect(faintInEveryLook(() => [measureFocusRing()])).toEqual([]);
    }
  });
});
