import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createSeed } from '../../src/memory/index.js';
import { ada, aMember, grace } from '../../stories/fixtures.js';
import { bodiesOf, changeRole, invite, openPanel, ready, roleOf, row } from './panel.js';
import { allowConsole } from '../consoleWatch.js';

test('two members with two roles each have a select that works', async () => {
  openPanel({ seed: { members: [ada, grace, aMember({ name: 'Second Admin', role: 'org:admin' })] } });
  await ready();
  expect(roleOf('Grace Hopper')).toHaveDisplayValue('Member');
  expect(roleOf('Second Admin')).toHaveDisplayValue('Admin');
  expect(roleOf('Grace Hopper')).toBeEnabled();
  expect(roleOf('Second Admin')).toBeEnabled();
});

test("one's own row says so and offers no removal", async () => {
  openPanel();
  await ready();
  expect(row('Ada Lovelace')).toHaveTextContent('You');
  expect(within(row('Ada Lovelace')).queryByRole('button')).toBeNull();
});

test('fourteen members are two pages, five are one without a pager', async () => {
  const { unmount } = openPanel({ seed: createSeed({ members: 14 }), props: { currentUserId: undefined } });
  await userEvent.click(await screen.findByRole('button', { name: 'Next page' }));
  expect(screen.getByText('11–14 of 14')).toBeVisible();
  unmount();
  openPanel({ seed: createSeed({ members: 5 }), props: { currentUserId: undefined } });
  await screen.findByRole('heading', { name: /Members\s*5/ });
  expect(screen.queryByRole('navigation')).toBeNull();
});

test('a role goes over the wire as its slug, never as its label', async () => {
  const { fake } = openPanel({ props: { roles: [{ role: 'org:admin', label: 'Boss' }, { role: 'org:member' }] } });
  await ready();
  await changeRole('Grace Hopper', 'Boss');
  await screen.findByText('Grace Hopper is now Boss.');
  expect(bodiesOf(fake, 'updateMemberRole')).toEqual([{ role: 'org:admin' }]);
});

test('a notice can be closed, and stays away', async () => {
  openPanel();
  await ready();
  await invite('joan@example.com');
  await screen.findByText('joan@example.com was invited.');
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('joan@example.com was invited.')).toBeNull();
});

test("a host's own words take the place of ours, and the rest stays", async () => {
  openPanel({ props: { messages: { panel: { title: 'Team' }, invite: { title: 'Add people' } } } });
  await ready();
  expect(screen.getByRole('heading', { name: 'Team', level: 2 })).toBeVisible();
  expect(screen.getByRole('form', { name: 'Add people' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Send invitation' })).toBeVisible();
});

test('dates, numbers and direction follow the locale of the panel, never that of the browser', async () => {
  allowConsole(/^\[users-panel\] locale="ar-EG" changes dates/);
  const { container } = openPanel({ props: { locale: 'ar-EG' } });
  await ready();
  expect(container.querySelector('.mup-root')).toHaveAttribute('dir', 'rtl');
  expect(row('Ada Lovelace')).toHaveTextContent('٢٠٢٥');
});

test('a panel inside a host that breaks strings, lists and boxes is still whole', async () => {
  const style = document.createElement('style');
  style.textContent =
    'button { all: unset } table { display: block } * { box-sizing: content-box } ul { padding: 40px }';
  document.head.append(style);
  try {
    openPanel();
    await ready();
    const table = screen.getByRole('table', { name: 'Members' });
    expect(getComputedStyle(table).display).toBe('table');
    expect(getComputedStyle(screen.getByRole('button', { name: 'Remove Grace Hopper' })).cursor).toBe('pointer');
  } finally {
    style.remove();
  }
});
