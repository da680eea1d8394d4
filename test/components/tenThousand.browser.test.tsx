import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createSeed } from '../../src/memory/index.js';
import { changeRole, openPanel } from './panel.js';

async function openWith(members: number) {
  const opened = openPanel({ seed: createSeed({ members, invitations: 25 }), props: { currentUserId: undefined } });
  await screen.findByText(`1–10 of ${members.toLocaleString('en')}`);
  await screen.findByText('1–10 of 25');
  return { ...opened, nodes: () => opened.container.querySelectorAll('*').length };
}

test('ten thousand members make the page no larger than a hundred do', async () => {
  const few = await openWith(100);
  const nodesOfFew = few.nodes();
  few.unmount();
  const many = await openWith(10_000);
  // Who is shown differs: a name that is missing saves an element.
  expect(Math.abs(many.nodes() - nodesOfFew)).toBeLessThan(30);
});

test('searching, filtering, sorting and paging in ten thousand members ask nobody', async () => {
  const { fake, nodes } = await openWith(10_000);
  const before = nodes();
  const asked = fake.requests.length;
  const search = screen.getByRole('searchbox');
  await userEvent.type(search, 'example.org');
  await screen.findByText(/^1–10 of [1-4],\d{3}$/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter by role' }), 'Admin');
  await screen.findByText(/^1–10 of \d{3}$/);
  await userEvent.click(screen.getByRole('button', { name: 'Joined' }));
  const pages = screen.getByRole('navigation', { name: 'Pages of the member list' });
  for (let page = 0; page < 3; page += 1) {
    await userEvent.click(pages.querySelectorAll('button')[1]!);
  }
  await screen.findByText(/^31–40 of \d{3}$/);
  expect(nodes()).toBeLessThan(before + 30);
  await userEvent.clear(search);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter by role' }), 'All roles');
  await screen.findByText('1–10 of 10,000');
  expect(fake.requests).toHaveLength(asked);
});

test('changing another choice leads back to the first page, and a page that ran empty to the last one left', async () => {
  const { fake } = await openWith(21);
  const next = () => userEvent.click(screen.getAllByRole('button', { name: 'Next page' })[0]!);
  await next();
  await next();
  await screen.findByText('21–21 of 21');
  const last = screen.getAllByRole('rowheader')[0]?.querySelector('bdi')?.textContent ?? '';
  await userEvent.click(screen.getByRole('button', { name: `Remove ${last}` }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
  await screen.findByText('11–20 of 20');
  expect(fake.read().members).toHaveLength(20);
  await userEvent.click(screen.getByRole('button', { name: 'Joined' }));
  await screen.findByText('1–10 of 20');
});

test('a role change among ten thousand leaves page, search and place as they are', async () => {
  await openWith(10_000);
  await userEvent.fill(screen.getByRole('searchbox'), 'example.net');
  await userEvent.click(screen.getAllByRole('button', { name: 'Next page' })[0]!);
  const range = (await screen.findByText(/^11–20 of/)).textContent;
  const names = () =>
    screen
      .getAllByRole('rowheader')
      .slice(0, 10)
      .map((cell) => cell.querySelector('bdi')?.textContent);
  const before = names();
  const member = screen
    .getAllByRole<HTMLSelectElement>('combobox', { name: /^Role of/ })
    .find((select) => select.closest('td') && select.value === 'org:member')!;
  const name = (member.getAttribute('aria-label') ?? '').replace('Role of ', '');
  await changeRole(name, 'Admin');
  await screen.findByText(`${name} is now Admin.`);
  expect(names()).toEqual(before);
  expect(screen.getByText(range ?? '')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('searchbox')).toHaveValue('example.net'));
});
