import { screen, waitFor, within } from '@testing-library/react';
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { askToRemove, changeRole, emailField, openPanel, ready } from '../components/panel.js';
import { faintOf, type Finding } from './contrast.js';
import { LOOKS, wear } from './looks.js';

export const panel = () => document.querySelector('.mup-root') as Element;

/** Every kind of address in the field, a changed row, a notice. */
export async function atWork() {
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
export async function asking() {
  openPanel({ faults: [{ operation: 'removeMember', kind: 'status', status: 500 }] });
  await ready();
  const dialog = await askToRemove('Grace Hopper');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(within(dialog).getByRole('alert')).not.toBeEmptyDOMElement());
  return dialog;
}

/** In every look, what is hard to see, under the look's name. */
export function faintInEveryLook(measure: () => Finding[]): string[] {
  return LOOKS.flatMap((look) => {
    wear(look);
    return faintOf(measure()).map((sentence) => `${look.name}: ${sentence}`);
  });
}
