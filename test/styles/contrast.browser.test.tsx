import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada, grace, team } from '../../stories/fixtures.js';
import { askToRemove, changeRole, emailField, openPanel, ready } from '../components/panel.js';
import { faintOf, measureControls, measureFocusRing, measureTexts } from './contrast.js';
import { LOOKS, undress, wear } from './looks.js';

afterEach(undress);

const panel = () => document.querySelector('.mup-root') as Element;

/** Every kind of address in the field, a changed row, a notice. */
async function atWork() {
  openPanel();
  await ready();
  await userEvent.fill(
    emailField(),
    'new@example.com, nobody, grace.hopper@example.com, linus@example.org, new@example.com, ann@gmial.com, ',
  );
  await waitFor(() => expect(document.querySelectorAll('.mup-chip').length).toBeGreaterThan(4));
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  return panel();
}

/** A question, to which the answer went wrong. */
async function asking() {
  openPanel({ faults: [{ operation: 'removeMember', kind: 'status', status: 500 }] });
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(within(dialog).getByRole('alert')).not.toBeEmptyDOMElement());
  return dialog;
}

/** A list that did not come, beside one that did, in a panel as narrow as a phone. */
async function inTrouble() {
  const { container } = openPanel({
    seed: { members: [ada, { ...grace, role: 'org:billing' }], invitations: team.invitations ?? [] },
    faults: [{ operation: 'listInvitations', kind: 'status', status: 400 }],
  });
  container.style.width = '360px';
  await screen.findByText('The list could not be loaded');
  await screen.findByText('Grace Hopper');
  return panel();
}

/** Only the administrator sees the rest. */
async function kept() {
  openPanel({ props: { currentUserId: 'user_nobody' } });
  await screen.findByText('You have no access to this list');
  return panel();
}

/** In every look, what is hard to see, under the look's name. */
function faintInEveryLook(measure: () => ReturnType<typeof measureTexts>): string[] {
  return LOOKS.flatMap((look) => {
    wear(look);
    return faintOf(measure()).map((sentence) => `${look.name}: ${sentence}`);
  });
}

describe('whatever the host’s colours, one can read', () => {
  test.each([
    ['the panel at work', atWork, 60],
    ['a question and why it failed', asking, 5],
    ['a list that did not come, and cards on a phone', inTrouble, 20],
    ['that there is no access', kept, 2],
  ])('%s', async (_what, open, least) => {
    const root = await open();
    expect(measureTexts(root).length).toBeGreaterThan(least);
    expect(faintInEveryLook(() => measureTexts(root))).toEqual([]);
  });
});

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
  test.each([
    ['the controls of the panel', atWork, 12],
    ['the controls of a dialog', asking, 0],
  ])('%s', async (_what, open, least) => {
    const root = await open();
    expect(measureControls(root).length).toBeGreaterThan(least);
    expect(faintInEveryLook(() => measureControls(root))).toEqual([]);
  });

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

describe('the measure catches', () => {
  const plain = { name: 'seeded', scheme: 'light' } as const;

  test('pale text', async () => {
    const root = await kept();
    wear({ ...plain, css: '.mup-root { --mup-text: #999; }' });
    expect(faintOf(measureTexts(root)).join()).toMatch(/You have no access.*: 2\.\d\d, needs 4\.5/);
  });

  test('text that is faded, not pale', async () => {
    const root = await kept();
    wear({ ...plain, css: '.mup-root .mup-message { opacity: 0.4; }' });
    expect(faintOf(measureTexts(root))).not.toEqual([]);
  });

  test('text that a host sets on its accent without a look', async () => {
    const root = await atWork();
    wear({ ...plain, css: '.mup-root { --mup-accent: #ffee58; --mup-on-accent: #fff; }' });
    expect(faintOf(measureTexts(root)).join()).toMatch(/Send/);
  });

  test('an outline that nobody sees', async () => {
    const root = await atWork();
    wear({ ...plain, css: '.mup-root { --mup-control: #ddd; }' });
    expect(faintOf(measureControls(root)).join()).toMatch(/mup-search/);
  });

  test('a ring that nobody sees', async () => {
    await atWork();
    emailField().focus();
    wear({ ...plain, css: '.mup-root { --mup-accent-line: #eee; }' });
    expect(faintOf([measureFocusRing()])).toHaveLength(1);
  });
});
