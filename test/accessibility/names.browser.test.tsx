import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada, aMember, grace } from '../../stories/fixtures.js';
import { openPanel, ready } from '../components/panel.js';
import { readTree } from './chromium.js';

const [one, other] = ['one', 'other'].map((id) => aMember({ name: 'Sam Smith', email: `sam.${id}@example.com` }));
const seed = { members: [ada, grace, one, other].flatMap((member) => member ?? []) };

describe('the controls of two members of one name', () => {
  it('are told apart by the address, and those of others stay short', async () => {
    openPanel({ seed });
    await ready();
    for (const id of ['one', 'other']) {
      expect(screen.getByRole('combobox', { name: `Role of Sam Smith (sam.${id}@example.com)` })).toBeVisible();
      expect(screen.getByRole('button', { name: `Remove Sam Smith (sam.${id}@example.com)` })).toBeVisible();
    }
    expect(screen.getByRole('combobox', { name: 'Role of Grace Hopper' })).toBeVisible();
    await userEvent.fill(screen.getByRole('searchbox'), 'sam.other');
    await waitFor(() => expect(screen.getByRole('combobox', { name: 'Role of Sam Smith' })).toBeVisible());
  });

  it('have names of their own, all of them', async () => {
    openPanel({ seed });
    await ready();
    const names = [...document.querySelectorAll('.mup-member-table-row :is(button, select)')].map((control) =>
      control.getAttribute('aria-label'),
    );
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('an address', () => {
  const addressOnly = aMember({ name: null, email: 'only.an.address@example.com' });

  it('names its row in one piece, and is copied in one', async () => {
    openPanel({ seed: { members: [ada, addressOnly] } });
    await ready();
    const header = screen.getByRole('rowheader', { name: 'only.an.address@example.com' });
    const inTree = (await readTree()).filter(({ role, name }) => role === 'rowheader' && name.includes('address'));
    expect(inTree.map(({ name }) => name)).toEqual(['only.an.address@example.com']);
    getSelection()?.selectAllChildren(header.querySelector('bdi') as Element);
    expect(getSelection()?.toString()).toBe('only.an.address@example.com');
    getSelection()?.removeAllRanges();
    expect(screen.getByText('only.an.address@example.com')).toBeVisible();
  });
});
