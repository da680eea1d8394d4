import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider, type Seed } from '../../src/memory/index.js';
import type { Messages } from '../../src/locales/en.js';
import type { UsersPanelProps } from '../../src/UsersPanel.js';
import { ada, aMember, anInvitation, grace } from '../../stories/fixtures.js';
import { openPanel, ready } from '../components/panel.js';

const LONG_NAME = `${'Maximiliana Konstantina '.repeat(5)}von und zu Hohenstein`;
const LONG_EMAIL = `${'a'.repeat(60)}.bbb@${'long-domain-'.repeat(10)}example.com`;

/** People as they come: without a name, with a long one, from right to left; and what has become of invitations. */
const oddTeam: Seed = {
  members: [
    ada,
    grace,
    aMember({ userId: 'user_nobody_knows', name: null, email: null, joinedAt: null }),
    aMember({ name: null, email: 'only.an.address@example.com' }),
    aMember({ name: LONG_NAME, email: LONG_EMAIL }),
    aMember({ name: 'نور الهاشمي', email: 'nour@example.com' }),
    aMember({ name: 'Unknown Role', email: 'role@example.com', role: 'org:billing' }),
    aMember({ name: 'Kept Elsewhere', email: 'kept@example.com', managed: true }),
    ...Array.from({ length: 6 }, () => aMember()),
  ],
  invitations: [
    anInvitation({ email: 'pending@example.com' }),
    anInvitation({ email: 'expired@example.com', expiresAt: '2026-01-02T00:00:00Z' }),
    anInvitation({ email: LONG_EMAIL }),
  ],
};

const WRITTEN = ['new@example.com', 'boss@example.com Owner', grace.email, 'pending@example.com', 'ann@gmial.com'];
const ADDRESSES = [...WRITTEN, 'nobody@', LONG_EMAIL, ''];

/** The panel as a whole. */
export const panel = () => document.querySelector('.mup-root') as Element;

/** Everything there can be at once: odd people, every kind of address in the field, a notice that offers undoing. */
export async function openAtWork(props: Partial<UsersPanelProps> = {}, messages?: Messages) {
  const view = openPanel({
    props: { ...props, dataProvider: createMemoryDataProvider(oddTeam), ...(messages && { messages }) },
  });
  await ready();
  const field = view.container.querySelector<HTMLInputElement>('.mup-email-field input');
  if (!field) throw new Error('There is no field for addresses.');
  await userEvent.fill(field, ADDRESSES.join(', '));
  await waitFor(() => {
    if (document.querySelectorAll('.mup-chip').length < ADDRESSES.length - 1) throw new Error('Addresses are missing.');
  });
  const select = within(screen.getByRole('row', { name: /Grace Hopper/ })).getByRole('combobox');
  await userEvent.selectOptions(select, 'org:admin');
  await waitFor(() => {
    if (!document.querySelector('.mup-notice .mup-button')) throw new Error('Nothing was told.');
  });
  return view;
}

/** The question whether to remove the person with the longest name, which failed once. */
export async function openQuestion(props: Partial<UsersPanelProps> = {}) {
  openPanel({ seed: oddTeam, props, faults: [{ operation: 'removeMember', kind: 'status', status: 500 }] });
  await ready();
  await userEvent.click(screen.getByRole('button', { name: /^Remove Maximiliana/ }));
  const dialog = await screen.findByRole('alertdialog');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => {
    if (!within(dialog).getByRole('alert').textContent) throw new Error('The failure was not told.');
  });
  return dialog;
}
