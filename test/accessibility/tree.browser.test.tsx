import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ada, grace } from '../../stories/fixtures.js';
import { emailField, invite, openPanel, ready } from '../components/panel.js';
import { readTree, type AccessibleNode } from './chromium.js';
import { openAtWork, openQuestion, panel } from './scenes.js';

const ofRole = (tree: readonly AccessibleNode[], role: string) => tree.filter((node) => node.role === role);
const named = (tree: readonly AccessibleNode[], role: string, name: string | RegExp) => {
  const found = ofRole(tree, role).find((node) =>
    typeof name === 'string' ? node.name === name : name.test(node.name),
  );
  if (!found) throw new Error(`Assistive technology is told of no ${role} with the name ${String(name)}.`);
  return found;
};

const CONTROLS = ['button', 'combobox', 'textbox', 'searchbox', 'link', 'progressbar'];
const REGIONS = ['table', 'list', 'form', 'search', 'navigation', 'alertdialog', 'columnheader'];

/** The roles of what ought to have a name and has none. */
function unnamed(tree: readonly AccessibleNode[]): string[] {
  return tree
    .filter(({ role, name }) => [...CONTROLS, ...REGIONS].includes(role) && !name.trim())
    .map(({ role }) => role);
}

/** The levels of the headings in their order; one may go down by one step, and up by any. */
function skippedLevels(tree: readonly AccessibleNode[]): string[] {
  const headings = ofRole(tree, 'heading').map(({ name, states }) => ({ name, level: Number(states['level']) }));
  return headings.flatMap(({ name, level }, index) => {
    const above = headings[index - 1]?.level ?? 1;
    return level > above + 1 ? [`"${name}" is of level ${level}, after ${above}`] : [];
  });
}

describe('assistive technology is told', () => {
  test('of every control and every region by a name', async () => {
    await openAtWork();
    const tree = await readTree();
    expect(unnamed(tree)).toEqual([]);
    for (const role of ['button', 'combobox', 'textbox', 'searchbox', 'table', 'list', 'navigation', 'search']) {
      expect(ofRole(tree, role)).not.toEqual([]);
    }
  });

  test('of the parts of the panel by headings, none of which is skipped', async () => {
    await openAtWork();
    const tree = await readTree();
    expect(ofRole(tree, 'heading').map(({ name, states }) => `${String(states['level'])} ${name}`)).toEqual([
      '2 Users',
      '3 Invite people',
      expect.stringMatching(/^3 Members/),
      expect.stringMatching(/^3 Pending invitations/),
    ]);
    expect(skippedLevels(tree)).toEqual([]);
  });

  test('of the table: its name, its columns, how they are sorted, and whose row it is', async () => {
    openPanel();
    await ready();
    await userEvent.click(screen.getByRole('button', { name: 'Joined' }));
    const tree = await readTree();
    expect(ofRole(tree, 'table').map(({ name }) => name)).toEqual(['Members', 'Pending invitations']);
    const columns = ofRole(tree, 'columnheader').map(({ name }) => name);
    expect(columns.slice(0, 4)).toEqual(['Person', 'Role', 'Joined', 'Actions']);
    expect(columns.slice(4)).not.toContain('');
    // Chromium does not tell the protocol how a column is sorted; it is what the attribute says.
    expect(screen.getByRole('columnheader', { name: 'Joined' })).toHaveAttribute('aria-sort', 'ascending');
    expect(screen.getAllByRole('columnheader', { name: 'Role' })[0]).toHaveAttribute('aria-sort', 'none');
    expect(ofRole(tree, 'rowheader').map(({ name }) => name)).toContainEqual(expect.stringContaining('Ada Lovelace'));
  });

  test('of a control that is off: its name, that it is off, and why', async () => {
    openPanel({ seed: { members: [ada, grace], invitations: [] } });
    await ready();
    const tree = await readTree();
    expect(named(tree, 'combobox', 'Role of Ada Lovelace')).toMatchObject({
      value: 'Admin',
      description: expect.stringMatching(/only admin/) as string,
      states: { disabled: true },
    });
    expect(named(tree, 'combobox', 'Role of Grace Hopper')).toMatchObject({
      value: 'Member',
      description: 'Can use the app.',
    });
    expect(named(tree, 'button', 'Send invitation')).toMatchObject({
      description: expect.stringMatching(/address/) as string,
      states: { disabled: true },
    });
  });

  test('of each address in the field: what it is, and where it stands', async () => {
    await openAtWork();
    const tree = await readTree();
    expect(named(tree, 'list', 'Addresses to invite').role).toBe('list');
    expect(named(tree, 'button', 'Edit nobody@').description).not.toBe('');
    expect(named(tree, 'button', 'Edit boss@example.com').description).toMatch(/Owner/);
    expect(named(tree, 'combobox', 'Role of boss@example.com').description).toMatch(/Owner/);
    expect(named(tree, 'button', 'Edit pending@example.com').description).toMatch(/invited/i);
    expect(named(tree, 'button', 'Remove nobody@').states['focusable']).toBe(true);
    expect(named(tree, 'textbox', 'E-mail addresses').description).toMatch(/arrow keys/i);
  });

  test('of a question: its name, what follows, that it is modal, and that nothing else is there', async () => {
    await openQuestion();
    const tree = await readTree();
    const dialog = named(tree, 'alertdialog', /^Remove Maximiliana/);
    expect(dialog.description).not.toBe('');
    expect(dialog.states['modal']).toBe(true);
    expect(named(tree, 'alert', '').states['live']).toBe('assertive');
    expect(named(tree, 'button', 'Cancel').states['focusable']).toBe(true);
    expect(ofRole(tree, 'table')).toEqual([]);
    expect(skippedLevels(tree)).toEqual([]);
    expect(unnamed(tree)).toEqual([]);
  });

  test('that a list is still being loaded', async () => {
    openPanel({ faults: [{ operation: '*', kind: 'slow', ms: 600_000 }] });
    await screen.findByRole('table', { name: 'Members' });
    expect(named(await readTree(), 'table', 'Members').states['busy']).toBeTruthy();
  });

  test('how far a batch is', async () => {
    openPanel({ faults: [{ operation: 'inviteMember', kind: 'slow', ms: 600_000 }] });
    await ready();
    await invite('one@example.com', 'two@example.com');
    await screen.findByRole('progressbar');
    expect(named(await readTree(), 'progressbar', /0 of 2/)).toMatchObject({
      value: 0,
      states: { valuemin: 0, valuemax: 2 },
    });
  });

  test('of a role that is being saved, and of one that was not taken', async () => {
    const { fake } = openPanel({ faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 600_000 }] });
    await ready();
    const select = screen.getByRole('combobox', { name: 'Role of Grace Hopper' });
    await userEvent.selectOptions(select, 'Admin');
    await waitFor(() => expect(select).toHaveAccessibleDescription());
    expect(named(await readTree(), 'combobox', 'Role of Grace Hopper').description).toMatch(/Saving/);
    fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 500 }] });
    const other = screen.getByRole('combobox', { name: 'Role of Hedy Lamarr' });
    await userEvent.selectOptions(other, 'Admin');
    await waitFor(() => expect(other).toBeInvalid());
    expect(named(await readTree(), 'combobox', 'Role of Hedy Lamarr')).toMatchObject({
      description: expect.stringMatching(/./) as string,
      states: { invalid: 'true' },
    });
  });
});

describe('the reading catches', () => {
  test('a button, a field and a table without a name', async () => {
    await openAtWork();
    const search = screen.getByRole('searchbox');
    for (const attribute of ['aria-label', 'placeholder']) search.removeAttribute(attribute);
    const next = screen.getByRole('button', { name: 'Next page' });
    for (const attribute of ['aria-label', 'title']) next.removeAttribute(attribute);
    screen.getByRole('table', { name: 'Members' }).removeAttribute('aria-label');
    expect(unnamed(await readTree())).toEqual(['searchbox', 'table', 'button']);
  });

  test('a level of headings that is skipped', async () => {
    await openAtWork();
    panel().querySelector('h3')?.setAttribute('aria-level', '5');
    expect(skippedLevels(await readTree())).toEqual(['"Invite people" is of level 5, after 2']);
  });

  test('a description that leads nowhere', async () => {
    await openAtWork();
    emailField().setAttribute('aria-describedby', 'nowhere');
    expect(named(await readTree(), 'textbox', 'E-mail addresses').description).toBe('');
  });
});
