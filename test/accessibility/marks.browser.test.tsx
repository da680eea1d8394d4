import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { ada, anInvitation, grace } from '../../stories/fixtures.js';
import { changeRole, emailField, openPanel, ready, roleOf, row } from '../components/panel.js';
import { openAtWork, panel } from './scenes.js';

/** What is seen of an element without its colours: its words, its icons, the kind and width of its edges. */
function withoutColour(element: HTMLElement): string {
  const edges = [element, ...element.querySelectorAll('*')].map((each) => {
    const { borderTopStyle, borderTopWidth, textDecorationLine, fontWeight } = getComputedStyle(each);
    return [borderTopStyle, borderTopWidth, textDecorationLine, fontWeight].join(' ');
  });
  const icons = [...element.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  return [element.innerText, ...icons, ...edges].join('\n');
}

/** What is marked in some way and without its colours looks like one that is not. */
function toldByColourAlone(marked: HTMLElement, plain: string): boolean {
  return withoutColour(marked) === plain;
}

describe('without seeing colours one sees', () => {
  test('that a role is being saved, and that it was not taken', async () => {
    const { fake } = openPanel({ faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 600_000 }] });
    await ready();
    const select = roleOf('Grace Hopper').parentElement as HTMLElement;
    const plain = withoutColour(select);
    await changeRole('Grace Hopper', 'Admin');
    await waitFor(() => expect(row('Grace Hopper')).toHaveAttribute('data-pending'));
    expect(toldByColourAlone(select, plain)).toBe(false);

    fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 500 }] });
    await changeRole('Hedy Lamarr', 'Admin');
    await waitFor(() => expect(row('Hedy Lamarr')).toHaveAttribute('data-failed'));
    expect(within(row('Hedy Lamarr')).getByText(/server/i)).toBeVisible();
  });

  test('that somebody else changed a row', async () => {
    const { fake } = openPanel();
    await ready();
    await fake(
      new Request('https://elsewhere.example/v1/apps/app_demo/users/user_grace/role', {
        method: 'PATCH',
        body: JSON.stringify({ role: 'org:admin' }),
        headers: { 'content-type': 'application/json' },
      }),
    );
    await changeRole('Hedy Lamarr', 'Admin');
    await waitFor(() => expect(row('Grace Hopper')).toHaveAttribute('data-changed'));
    expect(within(row('Grace Hopper')).getByText('Changed by someone else')).toBeVisible();
  });

  test('whose row is one’s own, and who is kept elsewhere', async () => {
    openPanel({ props: { dataProvider: createMemoryDataProvider({ members: [ada, { ...grace, managed: true }] }) } });
    await ready();
    expect(within(row('Ada Lovelace')).getByText('You')).toBeVisible();
    expect(row('Grace Hopper').querySelector('.mup-badge')).toHaveTextContent(/./);
  });

  test('what has become of an invitation', async () => {
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const dataProvider = createMemoryDataProvider({
      members: [ada],
      invitations: [
        anInvitation({ email: 'expired@example.com', expiresAt: '2026-01-02T00:00:00Z' }),
        anInvitation({ email: 'soon@example.com', expiresAt: soon }),
      ],
    });
    openPanel({ props: { dataProvider } });
    await ready();
    expect(within(row('expired@example.com')).getByText('Expired')).toBeVisible();
    expect(row('soon@example.com')).toHaveAttribute('data-expires', 'soon');
    expect(within(row('soon@example.com')).getByText(/^Expires /)).toBeVisible();
  });

  test('that an invitation was not sent again', async () => {
    openPanel({ faults: [{ operation: 'inviteMember', kind: 'status', status: 500 }] });
    await ready();
    await userEvent.click(screen.getByRole('button', { name: 'Send the invitation of linus@example.org again' }));
    await waitFor(() => expect(row('linus@example.org')).toHaveAttribute('data-failed'));
    expect(row('linus@example.org').querySelector('.mup-failure')).toHaveTextContent(/./);
  });

  test('where each address in the field stands', async () => {
    await openAtWork();
    const chips = [...panel().querySelectorAll<HTMLElement>('.mup-chip')];
    const told = chips
      .filter((chip) => chip.dataset['status'] !== 'new' || 'suggested' in chip.dataset)
      .map((chip) => chip.querySelector('.mup-chip-note, .mup-chip-body > .mup-button')?.textContent ?? '');
    expect(told.length).toBeGreaterThan(3);
    expect(told).not.toContain('');
  });

  test('by what a table is sorted', async () => {
    openPanel();
    await ready();
    const header = screen.getByRole('button', { name: 'Joined' });
    const seen = [withoutColour(header)];
    await userEvent.click(header);
    seen.push(withoutColour(header));
    await userEvent.click(header);
    seen.push(withoutColour(header));
    expect(new Set(seen).size).toBe(3);
  });

  test('which control is off', async () => {
    openPanel({ seed: { members: [ada], invitations: [] } });
    await ready();
    const off = roleOf('Ada Lovelace');
    expect(off).toBeDisabled();
    expect(off).toHaveAccessibleDescription(/only admin/);
    expect(emailField()).toBeEnabled();
  });
});

test('a mark that is a colour and nothing else is caught', async () => {
  openPanel();
  await ready();
  const marked = row('Grace Hopper');
  const plain = withoutColour(marked);
  marked.style.background = 'gold';
  marked.style.color = 'red';
  expect(toldByColourAlone(marked, plain)).toBe(true);
  marked.style.border = '1px dashed';
  expect(toldByColourAlone(marked, plain)).toBe(false);
});
